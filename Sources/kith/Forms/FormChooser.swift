import Console
import YarnCompiler

/// Lets a person choose a form: first what it is for, then which.
struct FormChooser {
  let screen: Screen
  let catalog: FormCatalog

  /// Asks until a form is chosen.
  ///
  /// - Returns: Its name.
  /// - Throws: ``Failure`` where nobody can be asked; ``Interruption`` when the person left.
  func choose() throws -> String {
    guard screen.terminal.isInteractive else {
      throw Failure(
        message: "no form was named", hint: "'kith questionnaire list' shows the forms",
        exitCode: 2)
    }
    let sections = catalog.sections
    while true {
      try screen.say("What is it about?")
      let areas = sections.map {
        Menu.Choice($0.title, detail: counted($0.entries.count, "form"))
      }
      guard let area = try pick(areas) else { throw Interruption.pause }
      if case .name(let name) = area { return name }
      guard case .place(let index) = area else { continue }
      let entries = sections[index].entries
      try screen.say(sections[index].title)
      switch try pick(entries.map { Menu.Choice($0.title) }) {
      case .place(let place)?: return entries[place].id
      case .name(let name)?: return name
      case nil: continue
      }
    }
  }

  private enum Pick {
    case place(Int)
    case name(String)
  }

  /// Asks for one of some lines, or for the name of any form; `nil` where the person goes back.
  private func pick(_ choices: [Menu.Choice]) throws -> Pick? {
    let menu = Menu(choices)
    try screen.write(menu.lines(for: screen.terminal) + [""], reserving: 2)
    while true {
      let typed = try screen.ask(LinePrompt("\(screen.margin)Number, or a name; :back > ")).trimmed
      switch PromptCommand.read(typed) {
      case .command(.back): return nil
      case .command(.pause): throw Interruption.pause
      case .answer:
        if catalog.entries.contains(where: { $0.id == typed }) { return .name(typed) }
        if case .choice(let index) = menu.pick(typed) { return .place(index) }
      case .command, .about, .helpNow, .unknown: break
      }
      let near = NearestName.of(typed, among: catalog.entries.map(\.id))
      try screen.say(
        "Please type a number from 1 to \(choices.count), or the first letters of a line."
          + (near.map { " A form is called \($0)." } ?? ""))
    }
  }
}
