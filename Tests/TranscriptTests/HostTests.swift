import Coach
import Testing

@testable import kith

@Suite struct `The surroundings of a run` {
  @Test func `take the moment that was named`() throws {
    let clock = try Clock(chosen: "2026-11-23T19:30:00+01:00")
    #expect(clock.now.description == "2026-11-23T19:30:00+01:00")
  }

  @Test func `refuse what is no moment`() {
    #expect(
      throws: Failure(
        message: "'someday' is not a moment",
        hint: "write it as 2026-11-23 or 2026-11-23T19:30:00+01:00", exitCode: 2)
    ) { try Clock(chosen: "someday") }
  }

  @Test func `lie where XDG has them`() throws {
    let folders = try Folders(
      home: nil, environment: ["HOME": "/h", "XDG_DATA_HOME": "/d", "XDG_DATA_DIRS": "/a:/b"])
    #expect(folders.vault == "/d/kith")
    #expect(folders.state == "/h/.local/state/kith")
    #expect(folders.data == ["/d", "/a", "/b"])
  }

  @Test func `lie together where a folder was named`() throws {
    let folders = try Folders(home: "/x", environment: [:])
    #expect(folders.vault == "/x/kith")
    #expect(folders.state == "/x/state")
  }

  @Test func `need a home folder`() {
    #expect(throws: Failure.self) { try Folders(home: nil, environment: [:]) }
  }
}
