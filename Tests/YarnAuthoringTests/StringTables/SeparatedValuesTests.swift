import Testing
import YarnAuthoring

@Suite struct `Separated values` {
  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]), ("\u{FEFF}a\n", [["a"]]),
    ("\"a,b\",c\n", [["a,b", "c"]]), ("\"say \"\"hi\"\"\"\n", [["say \"hi\""]]),
    ("\"two\r\nlines\",x\n", [["two\r\nlines", "x"]]), ("a,\n,b\n", [["a", ""], ["", "b"]]),
    ("a\n\n\nb\n", [["a"], ["b"]]), ("", []), ("\"\",\"\"", [["", ""]]),
    ("a \"quoted\" word,b\n", [["a \"quoted\" word", "b"]]),
  ])
  func `are read`(text: String, cells: [[String]]) throws {
    #expect(try SeparatedValues(text, file: "t.csv").rows.map(\.cells) == cells)
  }

  @Test func `know the line of every row`() throws {
    let table = try SeparatedValues("a\n\"b\nc\r\nd\"\n\ne\n", file: "t.csv")
    #expect(table.rows.map(\.line) == [1, 2, 6])
  }

  @Test func `are written with quotation marks where they are needed`() {
    let table = SeparatedValues([["a", "b,c", "d\"e", "f\ng", " h", ""]])
    #expect(table.text == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\" h\",\n")
  }

  @Test func `are read as they were written`() throws {
    let cells = [["a", ",", "\"\"", "\r\n", "", " x "], ["\"", "ä", "👩‍👧", "\t", "'", "\r"]]
    #expect(try SeparatedValues(SeparatedValues(cells).text, file: "t").rows.map(\.cells) == cells)
  }

  @Test(arguments: [
    (
      "a,b\n1,\"2\n3\n",
      "t.csv:2:3: error: the quotation mark is never closed; add ‘\"’ at the end of the cell [KI0221]"
    ),
    (
      "\"a\" b\n",
      "t.csv:1:4: error: text follows the closing quotation mark; double a quotation mark that is "
        + "part of the text [KI0221]"
    ),
  ])
  func `are refused with the place of what is wrong`(text: String, message: String) {
    do throws(FileFault) {
      _ = try SeparatedValues(text, file: "t.csv")
      Issue.record("they were read")
    } catch {
      #expect("\(error)" == message)
    }
  }
}
