import Coach
import CoachContent
import Foundation
import Questionnaires
import Testing

@Suite struct `The content` {
  static let folder = ContentFolder(
    path: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Content").path)

  @Test func `has no fault`() {
    let report = ContentLoader(Self.folder).report()
    #expect(report.faults.map(\.description) == [])
    #expect(report.nodeCount > 100)
    #expect(report.lineCount > 500)
  }

  @Test func `has two whole readings`() throws {
    let readings = try ContentLoader(Self.folder).library().readings
    #expect(readings.map(\.typedTopic).sorted() == ["grief", "role-transitions"])
    for reading in readings { #expect((5...15).contains(reading.minutes)) }
  }

  @Test func `has words enough for passphrases, short and each once`() throws {
    let words = try WordList(Self.folder).text().split(separator: "\n")
    #expect(words.count >= 2048)
    #expect(Set(words).count == words.count)
    #expect(words.allSatisfy { (3...7).contains($0.count) && $0.allSatisfy(\.isLowercase) })
  }

  @Test func `offers every country with helplines, and knows a number or says so`() throws {
    let library = try ContentLoader(Self.folder).library()
    let welcome = try #require(library.questionnaires["welcome"])
    let offered = try #require(welcome.item("start.country")).options.compactMap(\.value.code)
    let listed = Set(library.helplines.countries.map(\.code))
    #expect(listed.subtracting(offered) == [])
    #expect(Set(offered).subtracting(listed) == ["other"])
  }

  @Test func `says honestly that no clinician has read it`() throws {
    let text = try AboutText(Self.folder).paragraphs().map { "\($0)" }.joined()
    #expect(text.contains("clinician"))
  }
}
