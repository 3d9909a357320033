import Console
import Testing

/// Menus: how they look, and what an answer means.
@Suite struct `A menu` {
  private let wide = Terminal(rows: 24, columns: 80, isPlain: false)
  private let menu = Menu(
    [
      .init("Weekly check-in", detail: "about 10 minutes"), .init("People", detail: "4 of 7 done"),
      .init("Read on: When roles change"), .init("Read more", isAvailable: false),
      .init("Özet"),
    ], suggested: 0)

  @Test(arguments: [
    ("1", Menu.Pick.choice(0)), (" 2. ", .choice(1)), ("", .choice(0)), ("peo", .choice(1)),
    ("READ", .choice(2)), ("oz", .choice(4)), ("6", .outOfRange), ("0", .outOfRange),
    ("-1", .outOfRange), ("4", .outOfRange), ("read more", .unknown), ("x", .unknown),
    ("99999999999999999999", .unknown),
  ])
  func `takes a number, a beginning, or Enter`(typed: String, pick: Menu.Pick) {
    #expect(menu.pick(typed) == pick)
  }

  @Test func `says which choices a beginning fits`() {
    let people = Menu([.init("Anna"), .init("Anne-Marie"), .init("Ann")])

    #expect(people.pick("anne") == .choice(1))
    #expect(people.pick("an") == .ambiguous([0, 1, 2]))
    #expect(people.pick("ann") == .choice(2))
    #expect(people.pick("") == .nothing)
  }

  @Test(arguments: [
    ("1 3", [0, 2]), ("1, 3", [0, 2]), ("2-3,1", [0, 1, 2]), ("oz, 1", [0, 4]), ("3 3", [2]),
    ("", []),
  ])
  func `takes several answers at once`(typed: String, indices: [Int]) {
    #expect(menu.pickSeveral(typed) == .choices(indices))
  }

  @Test func `may count from another number`() {
    let answers = Menu([.init("never"), .init("often")], firstNumber: 0)

    #expect(answers.pick("0") == .choice(0))
    #expect(answers.pick("2") == .outOfRange)
    #expect(answers.pickSeveral("0-1") == .choices([0, 1]))
    #expect(answers.lines(for: wide) == ["  0  never", "  1  often"])
    #expect(answers.lines(for: Terminal()) == ["0. never", "1. often"])
  }

  @Test func `tells which of several answers is none`() {
    #expect(menu.pickSeveral("1, 9") == .unresolved(.outOfRange))
    #expect(menu.pickSeveral("1, zz") == .unresolved(.unknown))
  }

  @Test func `sets details at the right`() {
    #expect(
      menu.lines(for: wide) == [
        "  1  Weekly check-in                                about 10 minutes",
        "  2  People                                              4 of 7 done",
        "  3  Read on: When roles change",
        "  -  Read more",
        "  5  Özet",
      ])
  }

  @Test func `wraps in a narrow window`() {
    let narrow = Terminal(rows: 20, columns: 30, isPlain: false)

    #expect(
      menu.lines(for: narrow).prefix(5) == [
        "  1  Weekly check-in", "     about 10 minutes", "  2  People       4 of 7 done",
        "  3  Read on: When roles", "     change",
      ])
  }

  @Test func `is one line for each choice in plain mode`() {
    #expect(
      menu.lines(for: Terminal()) == [
        "1. Weekly check-in, about 10 minutes (Enter)", "2. People, 4 of 7 done",
        "3. Read on: When roles change", "Not available: Read more", "5. Özet",
      ])
  }

  @Test func `sets forty choices in columns`() {
    let long = Menu((1...40).map { Menu.Choice("Choice \($0)") })
    let lines = long.lines(for: wide)

    #expect(lines.count == 10)
    #expect(lines[0] == "   1  Choice 1    11  Choice 11   21  Choice 21   31  Choice 31")
    #expect(lines[9] == "  10  Choice 10   20  Choice 20   30  Choice 30   40  Choice 40")
    #expect(long.lines(for: Terminal()).count == 40)
    #expect(long.lines(for: Terminal(rows: 20, columns: 20, isPlain: false)).count == 40)
  }

  @Test func `reads a number of a scale`() {
    let scale = Scale(0...10, lower: "very low", upper: "very good")

    #expect(scale.value(of: " 7 ") == 7)
    #expect(scale.value(of: "11") == nil)
    #expect(scale.value(of: "high") == nil)
    #expect(scale.prompt == "  0-10 > ")
    #expect(scale.lines(for: wide) == ["  0 very low … 10 very good"])
    #expect(scale.lines(for: Terminal()) == ["0 very low, 10 very good"])
    #expect(
      scale.lines(for: Terminal(columns: 24, isPlain: false)) == ["  0 very low", "  10 very good"])
  }
}
