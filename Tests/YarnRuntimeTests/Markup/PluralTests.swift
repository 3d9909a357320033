import Testing

@testable import YarnRuntime

@Suite struct `Plural rules` {
  @Test(arguments: [
    ("en", "1", "one"), ("en-AU", "1", "one"), ("en", "1.5", "other"), ("xx", "1", "other"),
    ("lv", "0", "zero"), ("lv", "21", "one"), ("lt", "1.5", "many"), ("sl", "102", "two"),
    ("ga", "7", "many"), ("pt", "0", "one"), ("pt-PT", "0", "other"), ("pt_AO", "0", "other"),
    ("fil", "4", "other"), ("br", "71", "other"), ("kw", "21", "many"), ("iw", "2", "two"),
    ("gv", "20", "few"), ("shi", "10", "few"), ("mk", "0.1", "one"), ("si", "0.1", "one"),
    ("zh-Hant-TW", "1", "other"), ("de_DE.UTF-8", "1", "one"), ("ru", "1000001", "one"),
    ("en", "1e300", "other"), ("is", "0.0000001", "one"),
  ])
  func `tell amounts apart`(locale: String, number: String, expected: String) throws {
    let operands = try #require(PluralOperands(number))
    #expect(PluralRules(locale: locale).plainCardinal(operands).rawValue == expected)
  }

  @Test(arguments: [
    ("en", "22", "two"), ("en", "11", "other"), ("ca", "3", "one"), ("hu", "5", "one"),
    ("kk", "9", "many"), ("sv", "11", "other"), ("mk", "12", "other"), ("it", "800", "many"),
    ("az", "40", "many"), ("de", "1", "other"), ("ne", "4", "one"),
  ])
  func `tell places apart`(locale: String, number: String, expected: String) throws {
    let operands = try #require(PluralOperands(number))
    #expect(PluralRules(locale: locale).plainOrdinal(operands).rawValue == expected)
  }

  @Test func `are Yarn Spinner's where they differ, if the line has such a case`() {
    let both = "[plural value=2 many=\"% m\" other=\"% o\"/]"
    #expect(MarkedText(both, locale: "fr").text == "2 m")
    #expect(MarkedText("[plural value=2 one=\"%\" other=\"% o\"/]", locale: "fr").text == "2 o")
  }
}
