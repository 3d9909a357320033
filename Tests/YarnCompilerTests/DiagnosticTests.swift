import Testing
import YarnCompiler

@Suite struct `A diagnostic` {
  @Test func `names the place, the mistake and the nearest name`() {
    let text = "title: Start\n---\n<<jump Strt>>\n===\n"
    let diagnostics = Compiler().compile([Source(name: "a.yarn", text: text)]).diagnostics

    #expect(
      diagnostics.map(\.description) == [
        "a.yarn:3:8: warning: no node is called ‘Strt’; did you mean ‘Start’? [YS0012]"
      ])
  }
}
