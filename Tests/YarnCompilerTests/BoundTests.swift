import TestSupport
import Testing
import YarnCompiler

@Suite struct `Scripts without measure` {
  private func codes(_ body: String) -> Set<String> {
    Set(problems(body).map { String($0.prefix(6)) })
  }

  @Test(arguments: [
    "{" + String(repeating: "(", count: 10_000) + "1}",
    "{" + String(repeating: "not ", count: 10_000) + "true}",
    "{" + String(repeating: "-", count: 10_000) + "1}",
    "{" + String(repeating: "f(", count: 10_000) + "1}",
    "{1" + String(repeating: " + (1", count: 10_000) + "}",
    "{1" + String(repeating: " + 1", count: 100_000) + "}",
    String(repeating: "<<if true>>\n", count: 10_000),
    String(repeating: "<<once>>\n", count: 10_000),
    (0..<2_000).map { String(repeating: " ", count: $0) + "-> a\n" }.joined(),
    (0..<2_000).map { String(repeating: " ", count: $0) + "=> a\n" }.joined(),
  ])
  func `are told to be nested too deeply`(body: String) {
    #expect(codes(body).contains("KI0004"))
  }

  /// Chains inside parentheses inside chains make a tree that is far higher than each of them.
  @Test func `cannot pile up chains`() {
    var text = "1"
    for _ in 0..<90 { text = "(" + text + String(repeating: "+1", count: 400) + ")" }

    #expect(codes("{\(text)}").contains("KI0004"))
  }

  @Test(arguments: ["[", "{", "<<", "->", ">>", "#", "\\", "\u{0}", "$", "[a]", "{1}", "\r", "="])
  func `of one sign end quickly`(sign: String) {
    let text = "title: A\n---\n" + String(repeating: sign, count: 100_000) + "\n===\n"

    #expect(ProcessorTime.measure { _ = problems(source: text) } < .seconds(5))
  }

  @Test func `give a bounded number of remarks`() {
    let found = problems(String(repeating: "\\q\n", count: 5_000))

    #expect(found.count == 1_001)
    #expect(found.last == "KI0005 1003:1 info")
  }

  @Test func `are not read further after too many mistakes`() {
    let mistakes = String(repeating: "\\q\n", count: 2_000) + "<<jump B>>\n===\n"
    let source = "title: A\n---\n" + mistakes + "title: B\n---\nx\n===\n"

    #expect(Set(problems(source: source).map { String($0.prefix(6)) }) == ["YS0005", "KI0005"])
  }

  @Test(arguments: [
    "<<if true>>\n" + String(repeating: "<<elseif true>>\n", count: 20_000) + "<<endif>>",
    (0..<10_000).map { "<<enum E\($0)>>\n<<case C\($0)>>\n<<endenum>>\n{.C\($0)}\n" }.joined(),
    (0..<10_000).map { "<<enum E\($0)>>\n<<case C>>\n<<endenum>>\n{.C}\n" }.joined(),
  ])
  func `of many parts end quickly`(body: String) {
    #expect(ProcessorTime.measure { _ = problems(body) } < .seconds(5))
  }

  @Test func `may chain some smart variables and not many`() {
    func chain(_ length: Int) -> String {
      (0..<length).map { "<<declare $v\($0) = $v\($0 + 1) + 1>>\n" }.joined()
        + "<<declare $v\(length) = 1>>\n{$v0}"
    }

    #expect(problems(chain(400)) == [])
    #expect(codes(chain(10_000)) == ["KI0004"])
  }

  @Test func `report every smart variable of a loop`() {
    let loop = (0..<500).map { "<<declare $v\($0) = $v\(($0 + 1) % 500) + 1>>\n" }.joined()

    #expect(problems(loop).filter { $0.hasPrefix("YS0045") }.count == 500)
  }

  @Test func `may mix all line breaks`() {
    let text = "title: A\r\n---\na\rb\r\n\r\n-> c\n\r\nd {1 + true}\r===\n"

    #expect(problems(source: text) == ["YS0050 8:4 error"])
  }
}
