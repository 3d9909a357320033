import Foundation
import Testing

@testable import kith

/// A computer that does not exist: a folder that stands for the top of the file tree.
final class FakeComputer {
  let root: String

  /// The variables of the process; `HOME` is set.
  var environment = ["HOME": "/home/ana"]

  /// Makes a computer with one account, a journal, and nothing to remark on.
  init() throws {
    root = NSTemporaryDirectory() + "kith-computer-\(UUID().uuidString)"
    try write("root:x:0:0::/root:/bin/sh\nana:x:1000:1000::/home/ana:/bin/bash\n", "/etc/passwd")
    try write("root:x:0:\nsudo:x:27:ana\nana:x:1000:\n", "/etc/group")
    try write("Filename\t\t\t\tType\t\tSize\n", "/proc/swaps")
    try write("core\n", "/proc/sys/kernel/core_pattern")
    try mount(["/": ("ext4", "/dev/mapper/home"), "/tmp": ("tmpfs", "tmpfs")])
    try write("CRYPT-LUKS2-0000-home\n", "/sys/class/block/dm-0/dm/uuid")
    try link("/dev/mapper/home", to: "../dm-0")
    try write("Name:\tkith\nPPid:\t20\n", "/proc/30/status")
    try write("Name:\tbash\nPPid:\t1\n", "/proc/20/status")
    for name in ["key.age", "journal.age", "recipient", "inbox/1.age"] {
      try write("sealed", "/home/ana/.local/share/kith/\(name)")
    }
    try setMode(0o700, "/home/ana/.local/share/kith")
    try setMode(0o700, "/home/ana/.local/share/kith/inbox")
    try setMode(0o644, "/home/ana/.local/share/kith/recipient")
  }

  deinit {
    // A folder that cannot be removed is left to the system's temporary folder.
    try? FileManager.default.removeItem(atPath: root)
  }

  func write(_ text: String, _ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: (root + path).parent, withIntermediateDirectories: true)
    try text.write(toFile: root + path, atomically: false, encoding: .utf8)
    try setMode(0o600, path)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createDirectory(
      atPath: (root + path).parent, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: root + path, withDestinationPath: target)
  }

  func setMode(_ mode: Int, _ path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: root + path)
  }

  func mount(_ mounts: [String: (type: String, source: String)]) throws {
    let lines = mounts.sorted { $0.key < $1.key }.map {
      "22 1 253:0 / \($0.key) rw,relatime - \($0.value.type) \($0.value.source) rw"
    }
    try write(lines.joined(separator: "\n") + "\n", "/proc/self/mountinfo")
  }

  /// What is reported of the computer.
  func report(home: String? = nil, user: Int = Int(getuid())) throws -> PrivacyReport {
    PrivacyReport(
      SystemView(
        root: root, environment: environment, user: user, process: 30,
        folders: try Folders(home: home, environment: environment)))
  }

  /// What is reported of one topic.
  func finding(
    _ topic: PrivacyFinding.Topic, home: String? = nil, user: Int = Int(getuid())
  ) throws -> PrivacyFinding {
    try #require(try report(home: home, user: user).findings.first { $0.topic == topic })
  }
}
