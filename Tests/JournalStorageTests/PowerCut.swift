import Foundation
import Synchronization

@testable import JournalStorage

/// What was done to a disk, and what a cut of the power may have left of it.
///
/// Whatever was not synced may be there, be missing, or be torn at a block; names in a folder that
/// was not synced may have changed in any order.
final class PowerCut: Sendable {
  private let events = Mutex<[DiskEvent]>([])

  var disk: Disk {
    var disk = Disk()
    disk.witness = { event in
      // The memory of generations is never waited for: to lose it costs a warning, not an entry.
      guard !event.isInFolder("state") else { return }
      self.events.withLock { $0.append(event) }
    }
    return disk
  }

  var eventCount: Int { events.withLock { $0.count } }

  /// The states that a cut after a number of events may leave.
  ///
  /// - Parameters:
  ///   - count: How many events came before the cut.
  ///   - start: The files before the first event.
  /// - Returns: Each state as the files by their paths.
  func states(after count: Int, from start: [String: [UInt8]]) -> [[String: [UInt8]]] {
    var model = Model(files: start)
    for event in events.withLock({ $0.prefix(count) }) { model.take(event) }
    return model.states
  }

  /// A disk with a memory of what is safe and what is not.
  private struct Model {
    var files: [String: [UInt8]]
    /// Content by the name its file was made under, and whether it is safe.
    var contents: [String: (bytes: [UInt8], isSafe: Bool)] = [:]
    /// Changes of names that are not safe.
    var pending: [DiskEvent] = []

    mutating func take(_ event: DiskEvent) {
      switch event {
      case .written(let name, let bytes):
        contents[name] = ((contents[name]?.bytes ?? []) + bytes, false)
      case .synced(let name): contents[name]?.isSafe = true
      case .named, .renamed, .removed: pending.append(event)
      case .folderMade: break
      case .folderSynced(let folder):
        var rest: [DiskEvent] = []
        for change in pending {
          if Self.folder(of: change) == folder {
            Self.apply(change, to: &files, contents)
          } else {
            rest.append(change)
          }
        }
        pending = rest
      }
    }

    private static func folder(of event: DiskEvent) -> String {
      switch event {
      case .named(let name), .removed(let name), .renamed(_, to: let name):
        Disk.folder(of: name)
      case .written, .synced, .folderSynced, .folderMade: ""
      }
    }

    private static func apply(
      _ event: DiskEvent, to files: inout [String: [UInt8]],
      _ contents: [String: (bytes: [UInt8], isSafe: Bool)]
    ) {
      switch event {
      case .named(let name): files[name] = contents[name]?.bytes
      case .removed(let name): files[name] = nil
      case .renamed(let old, to: let new):
        // A rename that is safe without its link brings the file under its new name.
        files[new] = files[old] ?? contents[old]?.bytes
        files[old] = nil
      case .written, .synced, .folderSynced, .folderMade: break
      }
    }

    /// Every subset of the pending names, each with what tearing makes of content not synced.
    var states: [[String: [UInt8]]] {
      var states: [[String: [UInt8]]] = []
      for choice in 0..<(1 << min(pending.count, 6)) {
        for torn in tornContents {
          var state = files
          for (index, change) in pending.enumerated() where choice >> index & 1 == 1 {
            Self.apply(change, to: &state, torn)
          }
          states.append(state)
        }
      }
      return states
    }

    private var tornContents: [[String: (bytes: [UInt8], isSafe: Bool)]] {
      guard contents.contains(where: { !$0.value.isSafe }) else { return [contents] }
      return [(0, 0), (1, 0), (7, 0), (1, 1), (3, 1), (1 << 20, 0)].map { blocks, gap in
        contents.mapValues { content in
          content.isSafe ? content : (Self.tear(content.bytes, blocks, gap), false)
        }
      }
    }

    /// Keeps some blocks of 512 or 4096 bytes; with a gap, zeros stand where they were lost.
    private static func tear(_ bytes: [UInt8], _ blocks: Int, _ gap: Int) -> [UInt8] {
      let kept = bytes.prefix(blocks * (gap == 0 ? 512 : 4096))
      return gap == 0 ? Array(kept) : kept + [UInt8](repeating: 0, count: bytes.count - kept.count)
    }
  }
}

extension DiskEvent {
  /// Whether it concerns a file somewhere below a folder of this name.
  fileprivate func isInFolder(_ name: String) -> Bool {
    switch self {
    case .written(let path, _), .synced(let path), .named(let path), .renamed(let path, to: _),
      .folderSynced(let path), .removed(let path), .folderMade(let path):
      path.contains("/\(name)/") || path.hasSuffix("/\(name)")
    }
  }
}

extension Sandbox {
  /// The files of the vault by their paths.
  func snapshot() throws -> [String: [UInt8]] {
    var snapshot: [String: [UInt8]] = [:]
    for path in try files() { snapshot[path] = try contents(path) }
    return snapshot
  }

  /// Puts the vault into a state.
  func restore(_ snapshot: [String: [UInt8]]) throws {
    for path in try files() where snapshot[path] == nil { try remove(path) }
    for (path, bytes) in snapshot {
      let folder = Disk.folder(of: path)
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try put(bytes, at: path)
    }
  }
}
