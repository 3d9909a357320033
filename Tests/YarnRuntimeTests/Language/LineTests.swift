import Testing
import YarnRuntime

@Suite struct `A line` {
  @Test(arguments: [
    ("   leading", "leading"), ("trailing   ", "trailing"), ("note   // c", "note"),
    ("tag   #t", "tag"), ("tag #t//c", "tag"), ("test   <<if true>>", "test"),
    ("test <<if true>> #t // c", "test"), ("mid   dle", "mid   dle"), ("\ttab", "tab"),
    ("a < b > c / d", "a < b > c / d"), ("$5 and $x", "$5 and $x"), ("a -> b => c", "a -> b => c"),
    (":) >:( <3 >_> ^_^", ":) >:( <3 >_> ^_^"), ("* & % @ ~ ` ' \" ; ?", "* & % @ ~ ` ' \" ; ?"),
    ("{1}{\"a\"} {true}", "1a True"), ("{\"}\"} {\"//\"} {\"#\"}", "} // #"),
  ])
  func `is said as it stands, without what follows it`(written: String, said: String) throws {
    #expect(try Script(written).play() == [said])
  }

  @Test func `keeps its hashtags`() throws {
    let script = try Script("a #b #c\na #b#c\na #b:c,d\na <<if true>> #b\na #b <<if true>>")

    let tags = try script.tags().map { $0.filter { !$0.hasPrefix("line:") } }
    #expect(tags == [["b", "c"], ["b", "c"], ["b:c,d"], ["b"], ["b"]])
  }

  @Test func `is marked as the last before options where nothing stands between`() throws {
    func marked(_ body: String) throws -> Bool {
      try Script(body).tags().contains { $0.contains("lastline") }
    }

    #expect(try marked("a\n-> b"))
    #expect(try marked("a\n\n-> b"))
    #expect(try marked("a <<if true>>\n-> b"))
    #expect(try marked("<<if true>>\na\n-> b\n<<endif>>"))
    #expect(try !marked("a\n<<if true>>\n-> b\n<<endif>>"))
    #expect(try !marked("a\n<<wait>>\n-> b"))
    #expect(try !marked("a\n=> b"))
  }

  @Test func `can borrow the text of another, but not its tags`() throws {
    let script = try Script("a line #line:one #t\na line #shadow:one #u")

    #expect(try script.play() == ["a line", "a line"])
    #expect(try script.tags() == [["line:one", "t"], ["shadow:one", "u"]])
  }

  @Test(
    arguments: [
      ("a #line:x\nb #line:x", ["YS0018", "YS0018"]), ("a #line:x #line:y", ["YS0062"]),
      ("a #line:x\na #line:y #shadow:x", ["YS0017", "YS0017"]), ("a #shadow:x", ["YS0042"]),
      ("a {1} #line:x\na {1} #shadow:x", ["YS0043"]), ("a #line:x\nb #shadow:x", ["YS0044"]),
      ("a {1 + 2", ["YS0005"]), ("#alone", ["YS0005"]), ("a <<wait>>", ["YS0020"]),
    ] as [(String, [String])])
  func `must have one id, and text of its own or another's`(body: String, codes: [String]) {
    #expect(Script.errors(in: body) == codes)
  }
}
