import Testing

@Suite struct `A backslash` {
  let written = ##"\\ \< \> \{ \} \# \/ \[ \] \:"##
  let said = ##"\ < > { } # / [ ] :"##

  @Test func `makes a sign of the language plain in every kind of text`() throws {
    #expect(try Script(written).play() == [said])
    #expect(try Script("=> \(written)").play() == [said])
    #expect(try Script("-> \(written)").play() == ["-> \(said)"])
    #expect(
      try Script(##"\<\<wait\>\> http:\/\/a.b\/c \{0\} \#fff"##).play() == [
        "<<wait>> http://a.b/c {0} #fff"
      ])
  }

  @Test func `keeps a colon from naming who speaks`() throws {
    var dialogue = try Script(##"At 10\: go"##).dialogue()
    _ = try dialogue.next(using: .init())
    guard case .line(let line) = try dialogue.next(using: .init()) else {
      Issue.record("the line is missing")
      return
    }

    #expect(line.character == nil)
    #expect(line.text == "At 10: go")
  }

  @Test func `stands before quotes and itself in a quoted text`() throws {
    #expect(
      try Script(##"{"a \"q\" \\ // # {b} << >> [c]"}"##).play()
        == [##"a "q" \ // # {b} << >> [c]"##])
  }

  @Test(arguments: [##"a \n b"##, ##"a \" b"##, ##"-> \x"##, ##"=> \."##])
  func `stands before nothing else`(body: String) {
    #expect(Set(Script.errors(in: body)) == ["YS0005"])
  }
}
