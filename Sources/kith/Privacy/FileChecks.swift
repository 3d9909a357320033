import Coach

/// Looks at the files of the vault: who may read them, and who gets copies.
struct FileChecks {
  private let system: SystemView

  init(_ system: SystemView) {
    self.system = system
  }

  private var vault: String { system.folders.vault }

  var findings: [PrivacyFinding] {
    guard system.status(of: vault) != nil else {
      return [PrivacyFinding(.files, .fine, "There is no journal on this computer yet."), place]
    }
    return [files, place] + trace
  }

  /// Everything in the folder, and the folder itself.
  private var paths: [String] {
    var all = [vault]
    var waiting = [vault]
    while let folder = waiting.popLast(), all.count < 100_000 {
      for name in system.names(in: folder) {
        let path = "\(folder)/\(name)"
        all.append(path)
        if system.status(of: path)?.isFolder == true { waiting.append(path) }
      }
    }
    return all
  }

  private var files: PrivacyFinding {
    var open = 0
    var foreign = 0
    for path in paths {
      guard let status = system.status(of: path) else { continue }
      // The public key is public: it can only seal.
      let isOpen =
        path == "\(vault)/recipient" ? status.mode & 0o022 != 0 : status.mode & 0o077 != 0
      if isOpen { open += 1 }
      if status.owner != system.user { foreign += 1 }
    }
    if foreign > 0 {
      return PrivacyFinding(
        .files, .look,
        "\(foreign.things("file or folder", "files or folders")) of the vault "
          + "belong\(foreign == 1 ? "s" : "") to another account.",
        advice: "Somebody else's account made or changed them. 'kith journal verify' tells whether "
          + "the journal is whole.")
    }
    if open > 0 {
      return PrivacyFinding(
        .files, .look,
        "\(open.things("file or folder", "files or folders")) of the vault can be "
          + "opened by other accounts. What is in them is sealed.",
        advice: "chmod -R go-rwx '\(vault)' closes them.")
    }
    return PrivacyFinding(
      .files, .fine, "Everything in the vault is for your account alone, and sealed.")
  }

  private var place: PrivacyFinding {
    let path = system.resolved(vault) ?? vault
    let names = path.split(separator: "/").map { $0.lowercased() }
    if let service = Self.services.first(where: { service in
      names.contains { $0.hasPrefix(service.folder) }
    }) {
      return synced(by: service.name)
    }
    var folder = path
    while folder != "/" {
      let inside = Set(system.names(in: folder))
      if let mark = Self.marks.first(where: { inside.contains($0.file) }) {
        return synced(by: mark.name)
      }
      folder = folder.parent
    }
    return PrivacyFinding(
      .place, .fine, "\(path) is in no folder that kith knows to be copied elsewhere.")
  }

  private func synced(by name: String) -> PrivacyFinding {
    PrivacyFinding(
      .place, .look,
      "The vault lies in a folder that \(name) copies. The copies are sealed, but "
        + "whoever holds them sees when you save, and may keep versions from before you deleted "
        + "something.",
      advice:
        "That is fine as a backup. If others share that folder, keep the vault elsewhere with "
        + "--home DIR or KITH_HOME.")
  }

  private static let services: [(folder: String, name: String)] = [
    (folder: "dropbox", name: "Dropbox"), ("onedrive", "OneDrive"), ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"), ("google drive", "Google Drive"), ("googledrive", "Google Drive"),
    ("syncthing", "Syncthing"), ("mega", "MEGA"), ("pcloud", "pCloud"), ("icloud", "iCloud"),
    ("seafile", "Seafile"),
  ]

  private static let marks: [(file: String, name: String)] = [
    (file: ".stfolder", name: "Syncthing"), (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"), (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"), (".git", "git"),
  ]

  /// What the files tell without being opened.
  private var trace: [PrivacyFinding] {
    guard let journal = system.status(of: "\(vault)/journal.age") else { return [] }
    let saved = LocalTime(epochSeconds: journal.modified, offset: 0)
    let time = "\(saved.day) \(saved.hour.twoDigits):\(saved.minute.twoDigits)"
    let waiting = system.names(in: "\(vault)/inbox").count
    let drafts = system.names(in: "\(vault)/drafts").count
    let country = system.status(of: "\(vault)/country") != nil
    let says = [
      "The journal was saved last on \(time) UTC; anybody who can list the folder sees that.",
      waiting + drafts > 0
        ? "So do they see that \((waiting + drafts).things("sealed note or draft waits", "sealed notes or drafts wait"))."
        : nil,
      country
        ? "Two letters for your country lie outside the seal, so that help can come first." : nil,
    ]
    return [PrivacyFinding(.trace, .fine, says.compactMap { $0 }.joined(separator: " "))]
  }
}

extension Int {
  /// The number with the word for one or for several things.
  func things(_ one: String, _ several: String) -> String {
    self == 1 ? "1 \(one)" : "\(self) \(several)"
  }
}

extension String {
  /// The folder a path lies in; the top is its own.
  var parent: String {
    guard let slash = lastIndex(of: "/"), slash != startIndex else { return "/" }
    return String(self[..<slash])
  }
}
