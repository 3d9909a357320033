import FoundationEssentials
import Testing

@testable import Questionnaires

@Suite struct `Private text` {
  let text = PrivateText("canary")

  @Test func `shows no word of itself`() {
    var dumped = ""
    dump(AnswerValue.string(text), to: &dumped)

    #expect("\(text)" == "‹private›")
    #expect("\(AnswerValue.string(text))".contains("canary") == false)
    #expect(String(reflecting: [text]).contains("canary") == false)
    #expect(dumped.contains("canary") == false)
  }

  @Test func `is coded as a plain string`() throws {
    let bytes = try JSONEncoder().encode(["a": text])

    #expect(String(decoding: bytes, as: UTF8.self) == #"{"a":"canary"}"#)
    #expect(try JSONDecoder().decode([String: PrivateText].self, from: bytes) == ["a": text])
  }
}
