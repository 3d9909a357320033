import ArgumentParser
import Coach
import Console

/// What is due, one suggestion, and everything that can be done at any time.
struct TodayCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "today", abstract: "See what is due today; this is what 'kith' alone does.",
    usage: "kith [OPTIONS]")

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    let content = try host.content()
    let visit = Visit(host)
    var journal = try visit.openJournal(content)
    while true {
      visit.offerHelp(content, in: try journal.history().profile?.country)
      let page = TodayPage(
        history: try journal.history(), paused: try journal.drafts().map(\.agenda),
        content: content, now: host.clock.now)
      guard let choice = try page.ask(on: host.screen) else { return }
      try open(choice, with: visit, &journal, content)
    }
  }

  private func open(
    _ choice: TodayPage.Choice, with visit: Visit, _ journal: inout Journal,
    _ content: ContentLibrary
  ) throws {
    let screen = visit.host.screen
    switch choice {
    case .sit(let agenda):
      try visit.sit(for: agenda, in: &journal, content)
      try screen.waitForEnter()
    case .mood:
      let chart = MoodChart(
        checkIns: try journal.history().checkIns, until: visit.host.clock.now.day)
      try screen.write(PictureView(terminal: screen.terminal).lines(of: .mood(chart)) + [""])
      try screen.waitForEnter()
    case .entries:
      let entries = try journal.history().entries
      try EntryList(screen: screen, index: try journal.index(), showsTitles: true)
        .show(entries.suffix(20), of: entries.count, isFiltered: false)
      try screen.waitForEnter()
    case .helpNow:
      try screen.showHelp()
      try screen.waitForEnter()
    }
  }
}
