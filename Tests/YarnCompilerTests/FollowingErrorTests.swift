import Testing

/// What follows from a mistake is reported as Yarn Spinner does, which counts on it.
@Suite struct `Mistakes and what follows from them` {
  @Test(arguments: [
    ("<<if (1 + ) == 2>>\n<<endif>>", ["YS0028 3:7", "YS0050 3:7", "YS0005 3:11"]),
    ("{1 + }", ["YS0028 3:2", "YS0050 3:2", "YS0005 3:6"]),
    ("{}", ["YS0005 3:2"]),
    ("{string($x)}", ["YS0003 3:9", "YS0028 3:9", "YS0029 3:9", "YS0050 3:9"]),
    ("<<set test = 1>>", ["YS0050 3:1", "YS0005 3:7"]),
    ("<<declare test = 1>>", ["YS0005 3:11", "YS0010 3:11"]),
    ("<<declare $x>>", ["YS0003 3:11", "YS0010 3:11", "YS0029 3:11", "YS0006 3:13"]),
    ("<<set $x>>", ["YS0003 3:7", "YS0029 3:7", "YS0006 3:9"]),
    ("<<set $x = >>", ["YS0003 3:7", "YS0005 3:12"]),
    ("<<set $x = 1 2>>", ["YS0003 3:7", "YS0006 3:14"]),
    ("<<call foo>>", ["YS0006 3:11"]),
    ("<<jump>>", ["YS0005 3:7"]),
    ("<<>>", ["YS0005 3:3"]),
    ("<<enum E>>\n<<endenum>>", ["YS0006 4:3"]),
    ("<<enum E>>\n<<case A = f()>>\n<<endenum>>", ["YS0035 3:1", "YS0037 3:1", "YS0029 4:12"]),
    ("-> a <<if>>\n    b\n-> c", ["YS0050 3:6", "YS0005 3:10", "YS0005 3:10"]),
    ("=> a <<if>>\n    b", ["YS0050 3:6", "YS0005 3:10", "YS0005 3:10"]),
    ("->", ["YS0005 3:3"]),
    ("<<if true>>\na\n<<else>>\n<<else>>\nb\n<<endif>>", ["YS0005 6:1", "YS0005 8:1"]),
    ("<<if true>>\n<<else>>\n<<else>>\n<<endif>>", ["YS0005 5:1"]),
    ("<<if true>>\n<<once>>\na", ["YS0007 6:1"]),
    ("<<a\nb", ["YS0006 3:4"]),
    ("<<a > b>>", ["YS0006 3:5"]),
    ("<<<<a>>>>", ["YS0064 3:1", "YS0064 3:8"]),
  ])
  func `are told together`(body: String, expected: [String]) {
    let found = problems(body).map { $0.split(separator: " ").prefix(2).joined(separator: " ") }

    #expect(found == expected)
  }

  @Test func `end with the file when a lone chevron swallows the end of a command`() {
    #expect(
      problems(source: "title: A\n---\n<<a>\n===") == ["YS0006 3:4 error", "YS0005 4:4 error"])
  }

  @Test func `name every enum that a case could belong to`() {
    let enums = "<<enum A>>\n<<case X>>\n<<endenum>>\n<<enum B>>\n<<case X>>\n<<endenum>>\n"

    #expect(
      problems(enums + "<<set $a = .X>>") == [
        "YS0028 9:1 error", "YS0003 9:7 warning", "YS0029 9:7 error", "YS0028 9:12 error",
        "YS0029 9:12 error", "YS0050 9:12 error",
      ])
  }
}
