import Testing

@Suite struct `A command` {
  @Test(arguments: [
    "iffy", "elsewhere", "endiffy", "setting 1", "declared", "calling", "jumper", "detours",
    "returned", "stopping", "once_upon", "enums", "cases", "locals", "IF true", "Stop", "stop now",
    "p", "hide a:b", "say \"a b\" #x // y", "1", "!@#$%^&*()",
  ])
  func `is what starts with no word of the language`(text: String) throws {
    #expect(try Script("<<\(text)>>").play() == ["<<\(text)>>"])
  }

  @Test(arguments: [
    ("<<  padded   here  >>", "<<padded   here  >>"), ("<<a{1}b {\"c d\"}>>", "<<a1b c d>>"),
    ("<<{\"whole\"}>>", "<<whole>>"), ("<<show {true} {0.5 + 1}>>", "<<show True 1.5>>"),
    ("<<a {\">>\"} {\"}\"} {\"{0}\"}>>", "<<a >> } {0}>>"), ("<<wait>> // c", "<<wait>>"),
    ("<<wait>> #tag", "<<wait>>"),
  ])
  func `is handed over as it stands, with its values`(written: String, given: String) throws {
    #expect(try Script(written).play() == [given])
  }

  @Test func `of the language may have blanks and tabs anywhere between its words`() throws {
    let script = try Script(
      "<< if\ttrue >>\n<<set\t$x  =  3 >>\n{ $x }\n<<else  >>\nno\n<< endif >> // c\n<< stop >>\nno"
    )

    #expect(try script.play() == ["3"])
  }

  @Test(arguments: [
    ("<<>>", "YS0005"), ("<<wait", "YS0006"), ("<<wait\n1>>", "YS0006"), ("<<set $x>>", "YS0006"),
    ("<<set $x = >>", "YS0005"), ("<<set x = 1>>", "YS0005"), ("<<declare $x>>", "YS0006"),
    ("<<jump>>", "YS0005"), ("<<return 1>>", "YS0006"), ("<<set $a.b = 1>>", "YS0006"),
    ("<<if>>\n<<endif>>", "YS0005"), ("<<set $x = 1", "YS0006"), ("<<call>>", "YS0006"),
  ])
  func `that is not whole is an error`(body: String, code: String) {
    #expect(Script.errors(in: body).contains(code))
  }
}
