import Console
import Testing

/// Text made harmless, and its width.
@Suite struct `Printable text` {
  @Test(arguments: [
    (raw: "plain", text: "plain"), (raw: "tab\tand\nline", text: "tab\tand\nline"),
    (raw: "\u{1B}[1;31mred\u{1B}[0m", text: "red"),
    (raw: "\u{1B}]0;title\u{7}shown", text: "shown"),
    (raw: "\u{1B}]8;;http://x\u{1B}\\link\u{1B}]8;;\u{1B}\\", text: "link"),
    (raw: "\u{1B}]52;c;never ended\nnext", text: "\nnext"),
    (raw: "\u{1B}Pq#0\u{1B}\\after", text: "after"), (raw: "\u{1B}(Bafter", text: "after"),
    (raw: "\u{1B}cafter", text: "after"), (raw: "end\u{1B}", text: "end"),
    (raw: "\u{9B}31mred", text: "red"), (raw: "a\u{0}b\u{7}c\u{8}d\u{7F}e", text: "abcde"),
    (raw: "dos\r\nmac\rend", text: "dos\nmac\nend"), (raw: "a\u{2028}b\u{85}c", text: "a\nb\nc"),
    (raw: "user\u{202E}gpj.exe\u{2066}x\u{2069}", text: "usergpj.exex"),
    (raw: "\u{FEFF}mark", text: "mark"), (raw: "👩‍👧 e\u{301} नि", text: "👩‍👧 e\u{301} नि"),
  ])
  func `does nothing but appear`(raw: String, text: String) {
    #expect(Printable(raw).text == text)
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한글", 4), ("ｆｕｌｌ", 8),
    ("😀", 2), ("👨‍👩‍👧", 2), ("🇸🇪", 2), ("👍🏽", 2), ("❤\u{FE0F}", 2), ("❤", 1), ("नि", 1),
    ("\u{200D}", 0), ("…·", 2), ("☎", 1), ("⏰", 2), ("\u{AD}", 0), ("1\u{FE0F}\u{20E3}", 2),
  ])
  func `has a width in columns`(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test(arguments: [
    ("  Özgür   ŁUKASZ ", "ozgur lukasz"), ("JOSÉ", "jose"), ("Jose\u{301}", "jose"),
    ("Straße", "strasse"), ("Ånäs", "anas"), ("Nguyễn", "nguyen"), ("İpek Işık", "ipek isik"),
    ("O’Neil", "o'neil"), ("日本", "日本"), ("Æther", "aether"), ("Søren", "soren"),
  ])
  func `folds to what is typed in a hurry`(text: String, letters: String) {
    #expect(FoldedText(text).letters == letters)
  }
}
