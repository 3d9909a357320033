import Coach
import Console
import FoundationEssentials
import JournalStorage

/// Opens a vault with the person's passphrase, or makes a new one with them.
struct VaultGate {
  let host: Host

  init(_ host: Host) {
    self.host = host
  }

  var screen: Screen { host.screen }

  /// Whether there is a vault.
  func hasVault() throws -> Bool {
    try Vault.exists(at: try place())
  }

  /// Sees to it early that a vault could be made, before anybody has typed anything.
  ///
  /// - Throws: ``Failure`` when the nearest folder that exists may not be written.
  func checkPlace() throws {
    var folder = try host.folders().vault
    while folder.count > 1, !FileManager.default.fileExists(atPath: folder) {
      folder = folder.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
      if folder.isEmpty { folder = "/" }
    }
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw Failure(
        message: "kith cannot write in \(folder), so there is no place to keep anything",
        hint: "mend its permissions, name another folder with --home DIR, or use --no-save")
    }
  }

  /// Asks for the passphrase, three times at most, and opens the vault.
  ///
  /// There is no lock-out: the next run asks again.
  ///
  /// - Throws: ``Failure`` after the third wrong passphrase, or at once when it came from a file
  ///   descriptor; `VaultError` for everything else that keeps the vault closed.
  func unlock() throws -> Journal {
    try withPassphrase { Journal(try open(with: &$0)) }
  }

  /// Asks for the passphrase, three times at most, until it opens something.
  func withPassphrase<Opened>(_ open: (inout [UInt8]) throws -> Opened) throws -> Opened {
    screen.idleSeconds = try host.idleSeconds()
    let tries = host.options.passphraseFd == nil ? 3 : 1
    for turn in 1...tries {
      var passphrase = try askPassphrase("\(screen.margin)Passphrase: ")
      do {
        return try open(&passphrase)
      } catch let error as VaultError where error.kind == .mistyped {
        if turn < tries { try screen.say("\(error)".sentence) }
      }
    }
    throw Failure(
      message: "the vault stays closed: that was not its passphrase",
      hint: "nothing was lost or changed; try again whenever you like, or use the recovery code")
  }

  /// Makes a vault: a passphrase typed twice, a recovery code shown once.
  func create(words: String) throws -> Journal {
    screen.idleSeconds = try host.idleSeconds()
    var chance = SystemRandomNumberGenerator()
    let suggestion = host.suggestion ?? PassphraseWords(words).suggestion(using: &chance)
    if host.options.passphraseFd == nil { try explain(suggestion) }
    var passphrase = try choosePassphrase()
    if host.options.passphraseFd == nil {
      try screen.write(["", "\(screen.margin)One moment.", ""])
    }
    let factor = try host.workFactor ?? Vault.calibratedWorkFactor(clock: ContinuousClock())
    let vault = try Vault.create(
      at: try place(), passphrase: &passphrase, workFactor: factor)
    try show(recoveryCode: vault.recoveryCode)
    return Journal(vault)
  }

  /// Opens the vault; where the journal is an older one, asks whether it is the right one.
  private func open(with passphrase: inout [UInt8]) throws -> Vault {
    var copy = passphrase
    defer { SecretPrompt.wipe(&copy) }
    var vault: Vault
    do {
      vault = try Vault.unlock(try place(), passphrase: &passphrase)
    } catch VaultError.olderGeneration(let found, let remembered) {
      let error = VaultError.olderGeneration(found: found, remembered: remembered)
      guard screen.terminal.isInteractive else { throw error }
      try screen.say("\(error)".sentence)
      let answer = try screen.ask(
        LinePrompt("\(screen.margin)Is the older one right? yes or no > "))
      guard answer.trimmed.lowercased() == "yes" else { throw error }
      vault = try Vault.unlock(try place(), passphrase: &copy, acceptedGeneration: found)
    }
    for notice in vault.notices { tell(notice) }
    for fault in try vault.draftFaults() { host.tell("kith: \(fault)") }
    foldIn(&vault)
    return vault
  }

  private func tell(_ notice: VaultNotice) {
    host.tell("kith: \(notice)")
    guard case .conflictCopies = notice else { return }
    host.tell("hint: 'kith journal merge' takes in what they have")
  }

  /// Takes over what was captured without the passphrase; where that fails, it waits.
  private func foldIn(_ vault: inout Vault) {
    guard !vault.notices.contains(.readOnly(path: vault.place.directory)) else { return }
    do {
      let fold = try SignalHold.during {
        try vault.foldIn(now: host.clock.now, newID: host.chance.identifier)
      }
      for fault in fold.faults { host.tell("kith: \(fault)") }
      guard fold.count > 0 else { return }
      let notes = fold.count == 1 ? "1 note" : "\(fold.count) notes"
      let verb = fold.count == 1 ? "is" : "are"
      host.tell("kith: \(notes) captured without unlock \(verb) in the journal now")
    } catch {
      host.tell("kith: what was captured waits in the inbox: \(error)")
    }
  }

  /// The way to keep something beside the journal.
  func inbox() throws -> Inbox { try Inbox(try place()) }

  func place() throws -> VaultPlace {
    let folders = try host.folders()
    return VaultPlace(directory: folders.vault, stateDirectory: folders.state)
  }
}

extension VaultGate {
  private func explain(_ suggestion: String) throws {
    try screen.say(
      "Nobody can reset the passphrase. You get a recovery code beside it. If you lose both, nobody "
        + "can open the journal, not even you.")
    try screen.waitForEnter()
    try screen.say("Six plain words are hard to guess and easy to type. For you alone:")
    try screen.write(
      screen.lines(of: suggestion, indent: 2).map(screen.style.bold) + [""])
    try screen.say(
      "Write them on paper and use them, or choose your own words. What you type is not shown.")
  }

  /// Asks for a new passphrase, twice.
  func choosePassphrase() throws -> [UInt8] {
    guard host.options.passphraseFd == nil else { return try askPassphrase("") }
    while true {
      let first = try screen.askSecret("\(screen.margin)New passphrase: ")
      guard first.count >= 8 else {
        try screen.say("Please use eight characters or more; short ones are guessed quickly.")
        continue
      }
      guard !first.isRecoveryCode else {
        try screen.say("That begins like a recovery code. Please choose words of another kind.")
        continue
      }
      var second = try screen.askSecret("\(screen.margin)The same again: ")
      defer { SecretPrompt.wipe(&second) }
      if first == second { return first }
      try screen.say("The two were not the same. Nothing was set; please begin again.")
    }
  }

  private func show(recoveryCode: String) throws {
    try screen.say(
      "The vault is made. This is its recovery code. It opens the vault when the passphrase is "
        + "lost, and from then on nothing else does:")
    try screen.write(groups(of: recoveryCode) + [""])
    try screen.say(
      "Write it on paper and keep it where only you look. Whoever has it can read everything. "
        + "Spaces and small letters do not matter.")
    guard host.options.passphraseFd == nil else { return }
    do {
      try screen.waitForEnter("Enter when it is on paper > ")
    } catch let leaving as Leaving {
      screen.clear()
      try screen.say("The vault is made; 'kith' goes on from here with your passphrase.")
      throw leaving
    }
    screen.clear()
  }

  /// The code in groups of four, as many on a line as fit.
  private func groups(of code: String) -> [String] {
    let start = code.hasPrefix("AGE-SECRET-KEY-1") ? code.prefix(16) : ""
    var rest = code.dropFirst(start.count)
    var groups = [String(start)]
    while !rest.isEmpty {
      groups.append(String(rest.prefix(4)))
      rest = rest.dropFirst(4)
    }
    return screen.lines(of: groups.joined(separator: " "), indent: 2)
  }

  func askPassphrase(_ prompt: String) throws -> [UInt8] {
    guard let descriptor = host.options.passphraseFd else { return try screen.askSecret(prompt) }
    guard let line = try SecretPrompt(from: .descriptor(descriptor)).read("") else {
      throw Failure(message: "no passphrase came from file descriptor \(descriptor)")
    }
    return line
  }
}
