import Coach
import Console
import JournalStorage
import Questionnaires

/// Takes words without the passphrase and seals them into the inbox.
struct NotePad {
  private let host: Host

  init(_ host: Host) {
    self.host = host
  }

  private var screen: Screen { host.screen }

  /// Takes one note, from the person or from a pipe.
  ///
  /// - Throws: ``Failure`` when there is no vault yet or nothing came; `VaultError` when the words
  ///   could not be sealed; ``Interruption`` when the person left, with the words kept.
  func take() throws {
    let slot = try openInbox().newSlot()
    if let piped = try screen.pipedInput() {
      let words = String(decoding: piped, as: UTF8.self).trimmed
      guard !words.isEmpty else {
        throw Failure(message: "standard input was empty, so nothing was kept")
      }
      try SignalHold.during { try slot.keep(record(of: words)) }
      return try tell(words)
    }
    try ask(slot)
  }

  private func openInbox() throws -> Inbox {
    let folders = try host.folders()
    let place = VaultPlace(directory: folders.vault, stateDirectory: folders.state)
    do {
      return try Inbox(place)
    } catch VaultError.notAVault {
      throw Failure(
        message: "there is no journal yet, so a note would have no place to go; nothing was asked",
        hint: "run 'kith' once to begin; from then on notes need no passphrase")
    }
  }

  /// Asks until the words are finished; whatever ends the asking, they are kept.
  private func ask(_ slot: Inbox.Slot) throws {
    screen.idleSeconds = try host.idleSeconds()
    screen.showHelp = { [host] in try HelpNowCommand.show(on: host) }
    try screen.announceMode()
    try screen.say("Write what you like; it is sealed at once, and no passphrase is needed.")
    var page = Page(record: record(of: ""), slot: slot)
    let hold = SignalHold()
    defer { withExtendedLifetime(hold) {} }
    while true {
      screen.append(
        screen.lines(of: "An empty line keeps it · :clear · ? for help").map(screen.style.dim))
      do {
        let text = try askText(page)
        page.add(text.words, isWhole: screen.terminal.isInteractive)
        guard try obey(text.command, &page) else { break }
      } catch let leaving as Leaving {
        page.add(leaving.typed, isWhole: screen.terminal.isInteractive)
        try keep(page)
        if leaving.interruption == .pause { try tell(page.words) }
        throw leaving.interruption
      }
    }
    try keep(page)
    try tell(page.words)
  }

  private func askText(_ page: Page) throws -> Screen.LongText {
    var line = LinePrompt("\(screen.margin)> ")
    line.measure = min(66, screen.terminal.columns - 2)
    if screen.terminal.isInteractive { line.initial = page.words }
    screen.keepTyped = { [page, isWhole = screen.terminal.isInteractive] typed in
      var page = page
      page.add(typed, isWhole: isWhole)
      // Nobody was promised anything yet; the whole text is sealed at its end.
      try? page.keep()
    }
    defer { screen.keepTyped = { _ in } }
    return try screen.askText(line)
  }

  /// Does what a command says.
  ///
  /// - Returns: Whether the person goes on writing.
  private func obey(_ command: PromptCommand.Reading?, _ page: inout Page) throws -> Bool {
    switch command {
    case nil, .command(.pause), .command(.save):
      return false
    case .command(.clear):
      page.clear()
      try page.keep()
      try screen.say("The words of this note are gone.")
    case .command(.help):
      for (name, use) in Self.uses { try screen.item(name, use) }
      try screen.write([""])
    case .helpNow:
      try screen.showHelp()
    case .command, .about, .unknown, .answer:
      try screen.say("That command has nothing to do in a note. For a line with a colon, type two.")
    }
    return true
  }

  private static let uses = [
    (":save", "keep the note; an empty line does so too"),
    (":clear", "drop the words of this note"),
    ("help now", "who can be reached, at once"),
    ("Ctrl-C", "leaves; what you typed is kept"),
    ("Ctrl-\\", "clears the screen and leaves; what you typed is kept"),
  ]

  /// Seals the words; where the disk refuses, the person can make room and try again.
  private func keep(_ page: Page) throws {
    try screen.untilItIsKept("Your words are still here, but they are not on the disk yet.") {
      try page.keep()
    }
  }

  private func tell(_ words: String) throws {
    let count = words.split(whereSeparator: \.isWhitespace).count
    guard count > 0 else { return try screen.say("Nothing was written, so nothing was kept.") }
    try screen.say(
      "Kept, \(count) \(count == 1 ? "word" : "words"). It joins your journal when you next open it."
    )
  }

  private func record(of words: String) -> Record {
    Record(
      id: host.chance.identifier(), kind: .note, at: host.clock.now, tz: host.clock.zone,
      body: Entry(notes: [Note(prompt: "note", question: "", text: PrivateText(words))]))
  }
}

/// The words of a note so far, and where they are kept.
private struct Page {
  private var record: Record
  private let slot: Inbox.Slot

  init(record: Record, slot: Inbox.Slot) {
    self.record = record
    self.slot = slot
  }

  var words: String { record.body?.notes.first?.text.plaintext ?? "" }

  /// Adds what was typed; at a terminal the words of before are part of it.
  mutating func add(_ typed: String, isWhole: Bool) {
    let before = isWhole ? [] : [words]
    record.body?.notes[0].text = PrivateText(
      (before + [typed]).filter { !$0.isEmpty }.joined(separator: "\n").trimmed)
  }

  mutating func clear() {
    record.body?.notes[0].text = PrivateText("")
  }

  /// Seals the words, or drops what was sealed of words that are gone.
  func keep() throws {
    if words.isEmpty { try slot.clear() } else { try slot.keep(record) }
  }
}
