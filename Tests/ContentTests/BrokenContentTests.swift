import CoachContent
import Foundation
import Testing

@Suite struct `Broken content` {
  @Test func `is reported fault by fault, with the place of each`() throws {
    let copy = NSTemporaryDirectory() + "kith-content-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: `The content`.folder.path, toPath: copy)
    defer {
      do {
        try FileManager.default.removeItem(atPath: copy)
      } catch {
        Issue.record("the copy could not be removed: \(error)")
      }
    }
    try mend("\(copy)/scripts/check-in.yarn", "<<detour Greeting>>", "<<detour Greting>>")
    try mend("\(copy)/readings/grief.yarn", "<<turn>>", "<<trun>>")

    let faults = ContentLoader(ContentFolder(path: copy)).report().faults
    #expect(faults.map(\.code) == ["KI0107", "YS0012"])
    #expect(faults.map(\.file) == ["readings/grief.yarn", "scripts/check-in.yarn"])
    #expect(faults.last?.message == "no node is called ‘Greting’; did you mean ‘Greeting’?")
    #expect(throws: ContentFaults.self) {
      try ContentLoader(ContentFolder(path: copy)).library()
    }
  }

  @Test func `is a script that asks a form which stands behind a gate`() throws {
    let copy = NSTemporaryDirectory() + "kith-content-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: `The content`.folder.path, toPath: copy)
    defer {
      do {
        try FileManager.default.removeItem(atPath: copy)
      } catch {
        Issue.record("the copy could not be removed: \(error)")
      }
    }
    try mend("\(copy)/readings/grief.yarn", "<<turn>>", "<<worksheet rehearsal>>")

    let faults = ContentLoader(ContentFolder(path: copy)).report().faults
    #expect(faults.map(\.code) == ["KI0126"])
    #expect(faults.map(\.file) == ["readings/grief.yarn"])
  }

  /// Replaces the first occurrence of some words in a file.
  private func mend(_ path: String, _ words: String, _ other: String) throws {
    var text = try String(contentsOfFile: path, encoding: .utf8)
    let range = try #require(text.range(of: words))
    text.replaceSubrange(range, with: other)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}
