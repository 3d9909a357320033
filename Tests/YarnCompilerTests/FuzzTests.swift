import Foundation
import Testing
import YarnCompiler
import YarnRuntime

@Suite struct `Damaged scripts` {
  let script = """
    #tag
    title: Start
    when: once if $a > 1 and visited("Start")
    ---
    <<declare $a = 1>>
    <<enum Mood>>
        <<case Low = "low">>
    <<endenum>>
    Mae: Hello {$a + max(1, 2)} [b]x[/b] \\{ #line:1
    <<if $a == 1>>
        -> One <<if true>> #x
            one
            => item <<once>>
        -> Two
    <<elseif false>>
    <<else>>
        <<once>>
            <<set $a += 1>>
        <<endonce>>
    <<endif>>
    <<wait {1}>>
    <<detour {"Start"}>> // comment
    <<jump Start>>
    ===

    """

  /// Runs for about two seconds, or for as many minutes as `KITH_FUZZ_MINUTES` says.
  @Test func `give remarks inside the file and never crash`() throws {
    let seeds = try [Array(script.utf8)] + Seeds.scripts()
    var chance = RandomSource(
      seed: UInt64(Seeds.minutes == nil ? 42 : Date().timeIntervalSince1970))
    var writer = ScriptWriter(chance: chance)
    var damage = ScriptDamage(chance: chance)
    var run = FuzzRun()
    let end = ContinuousClock.now + .seconds((Seeds.minutes ?? 0) * 60)
    while run.executions < 400 || ContinuousClock.now < end {
      let seed = try #require(seeds.randomElement(using: &chance))
      let other = try #require(seeds.randomElement(using: &chance))
      let written = Array(writer.script().utf8)
      let scripts = [
        written, damage.damaged(seed, mixedWith: other),
        damage.damaged(written, mixedWith: seed), damage.noise(),
      ]
      for bytes in scripts {
        if Seeds.minutes != nil { try Seeds.keep(bytes) }
        run.run(bytes, chance: &chance)
      }
    }
    if Seeds.minutes != nil {
      print(
        "executions \(run.executions), programs \(run.programs), failures \(run.failures.count)")
    }
    #expect(run.failures.first == nil)
  }

  @Test(arguments: [
    "", "\n", "===", "---", "\u{0}", "title:", "title: A", "title: A\n---", "title: A\n---\n<<",
    "title: A\n---\n{", "title: A\n---\n->", "title: A\n---\n\\", "title: A\nwhen:",
    "title: A\n---\n<<if", "title: A\n---\n{\"", "title: A\n---\n#", "title: A\n---\n-> a\n  ",
  ])
  func `that end early give errors`(text: String) {
    #expect(Compiler().compile([Source(name: "a", text: text)]).program == nil)
  }

  @Test func `that nest without end give errors`() {
    let deep = String(repeating: "(", count: 20_000)
    let blocks = String(repeating: "<<if true>>\n", count: 5_000)

    let chain = String(repeating: "+ 1", count: 50_000)

    #expect(!problems("{\(deep)1}").isEmpty)
    #expect(!problems("{1\(chain)}").isEmpty)
    #expect(!problems(blocks).isEmpty)
  }
}
