/// Looks at what writes memory and files to the disk beside kith.
struct DiskChecks {
  private let system: SystemView
  private let mounts: MountTable

  init(_ system: SystemView) {
    self.system = system
    mounts = MountTable(system)
  }

  var findings: [PrivacyFinding] { [disk, swap, dumps, temporary] }

  private var disk: PrivacyFinding {
    let path = system.resolved(system.folders.vault) ?? system.folders.vault
    switch mounts.isEncrypted(path) {
    case true?:
      return PrivacyFinding(.disk, .fine, "The disk under the vault is encrypted as a whole.")
    case false?:
      return PrivacyFinding(
        .disk, .look,
        "No encryption of the whole disk was found under the vault. The journal is sealed "
          + "all the same; other traces, such as the shell's history, are not.",
        advice: "Encryption of the whole disk is chosen when a system is installed; for the next "
          + "one it is worth it.")
    case nil:
      return PrivacyFinding(
        .disk, .unknown, "Whether the disk under the vault is encrypted cannot be seen from here.")
    }
  }

  private var swap: PrivacyFinding {
    guard let lines = system.lines(of: "/proc/swaps") else {
      return PrivacyFinding(.swap, .unknown, "Whether memory is written to disk cannot be seen.")
    }
    let places = lines.dropFirst().compactMap { $0.split(whereSeparator: \.isWhitespace).first }
      .map(String.init).filter { !$0.hasPrefix("/dev/zram") }
    if places.isEmpty {
      return PrivacyFinding(.swap, .fine, "This computer writes no memory to disk.")
    }
    let isSealed = places.allSatisfy { place in
      place.hasPrefix("/dev/")
        ? mounts.isEncrypted(device: place) == true : mounts.isEncrypted(place) == true
    }
    if isSealed {
      return PrivacyFinding(.swap, .fine, "Memory that is written to disk is encrypted there.")
    }
    return PrivacyFinding(
      .swap, .look,
      "When memory runs short, or the computer hibernates, parts of it are written to "
        + "disk unencrypted. kith keeps its key out of that, but not every word on your screen.",
      advice: "Encrypted swap, or shutting down in place of hibernating, closes this.")
  }

  private var dumps: PrivacyFinding {
    let pattern = system.lines(of: "/proc/sys/kernel/core_pattern")?.first ?? ""
    let collector = pattern.hasPrefix("|")
    return PrivacyFinding(
      .dumps, .fine,
      collector
        ? "This computer collects the memory of programs that crash. kith forbids that for itself."
        : "kith leaves no copy of its memory when it crashes, and other programs of yours cannot "
          + "read it while it runs.")
  }

  private var temporary: PrivacyFinding {
    let folder = system.environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    let isMemory = mounts.mount(of: folder).map { ["tmpfs", "ramfs"].contains($0.type) }
    let place = isMemory == true ? "is memory and goes with the power" : "lies on the disk"
    return PrivacyFinding(
      .temporary, isMemory == nil ? .unknown : .fine,
      isMemory == nil
        ? "kith puts nothing in the folder for temporary files."
        : "kith puts nothing in \(folder), which \(place); other programs may.")
  }
}

/// What is mounted where, and whether it is encrypted below.
struct MountTable {
  /// One line of the kernel's table.
  struct Mount: Equatable {
    var point: String
    var type: String
    var source: String
    /// The major and minor number of the device, such as `253:1`.
    var device: String
  }

  private let system: SystemView
  private let mounts: [Mount]

  init(_ system: SystemView) {
    self.system = system
    mounts = (system.lines(of: "/proc/self/mountinfo") ?? []).compactMap(Self.mount)
  }

  /// The mount a path lies on; `nil` when the table cannot be read.
  func mount(of path: String) -> Mount? {
    mounts.last { mount in
      path == mount.point || path.hasPrefix(mount.point == "/" ? "/" : mount.point + "/")
    }.map { found in
      let deepest = mounts.filter {
        path == $0.point || path.hasPrefix($0.point == "/" ? "/" : $0.point + "/")
      }.max { $0.point.count < $1.point.count }
      return deepest ?? found
    }
  }

  /// Whether what lies at a path is encrypted as a whole; `nil` where that cannot be seen.
  func isEncrypted(_ path: String) -> Bool? {
    guard let mount = mount(of: path) else { return nil }
    if ["tmpfs", "ramfs"].contains(mount.type) { return true }
    if ["ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs"].contains(mount.type) {
      return true
    }
    return isEncrypted(device: mount.source)
  }

  /// Whether a device is encrypted, itself or below; `nil` where that cannot be seen.
  func isEncrypted(device: String) -> Bool? {
    guard device.hasPrefix("/dev/"), let real = system.resolved(device) else { return nil }
    let name = String(real.dropFirst("/dev/".count))
    guard system.status(of: "/sys/class/block/\(name)") != nil else { return nil }
    return isEncrypted(block: name, depth: 0)
  }

  private func isEncrypted(block name: String, depth: Int) -> Bool {
    let folder = "/sys/class/block/\(name)"
    if system.lines(of: "\(folder)/dm/uuid")?.first?.hasPrefix("CRYPT-") == true { return true }
    let below = system.names(in: system.resolved("\(folder)/slaves") ?? "")
    guard depth < 8, !below.isEmpty else { return false }
    return below.allSatisfy { isEncrypted(block: $0, depth: depth + 1) }
  }

  private static func mount(_ line: Substring) -> Mount? {
    let fields = line.split(separator: " ")
    guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash + 2 < fields.count else {
      return nil
    }
    return Mount(
      point: unescaped(fields[4]), type: String(fields[dash + 1]),
      source: unescaped(fields[dash + 2]), device: String(fields[2]))
  }

  /// The kernel writes spaces and the like as three octal digits.
  private static func unescaped(_ field: Substring) -> String {
    String(field).replacing("\\040", with: " ").replacing("\\011", with: "\t")
      .replacing("\\134", with: "\\")
  }
}
