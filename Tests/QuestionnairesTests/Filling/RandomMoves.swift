@testable import Questionnaires

/// A person who does anything that comes to mind.
struct RandomMoves {
  var dice: Dice

  init(seed: UInt64) {
    dice = Dice(seed: seed)
  }

  /// Some move, which need not be possible.
  mutating func move(in filler: FormFiller) -> FormMove {
    switch Int.random(in: 0..<24, using: &dice) {
    case 0: return .back
    case 1: return .clear
    case 2: return place(in: filler).map(FormMove.jump) ?? .next
    case 3, 4: return place(in: filler).map(FormMove.add) ?? .next
    case 5: return place(in: filler).map(FormMove.remove) ?? .next
    case 6:
      return place(in: filler).map { .move($0, to: Int.random(in: 0..<3, using: &dice)) } ?? .next
    case 7: return .undo
    case 8: return .finish
    case 9: return .skip
    case 10: return .note("a note")
    case 11, 12: return .next
    default: return answer(in: filler)
    }
  }

  /// A move that brings a form nearer to its end.
  mutating func answer(in filler: FormFiller) -> FormMove {
    guard case .ask(let question) = filler.step else { return .next }
    switch question.kind {
    case .another: return .answer([.boolean(dice.oneIn(3))])
    case .boolean: return .answer([.boolean(dice.oneIn(2))])
    case .integer: return .answer([.integer(Int.random(in: 0...9, using: &dice))])
    case .decimal: return .answer([.decimal(1.5)])
    case .choice(let multiple, _):
      let count = multiple ? Int.random(in: 1...3, using: &dice) : 1
      return .answer(question.options.shuffled(using: &dice).prefix(count).map(\.value))
    default: return .answer([.string(PrivateText("word \(Int.random(in: 0...9, using: &dice))"))])
    }
  }

  private mutating func place(in filler: FormFiller) -> ItemPath? {
    filler.outline.entries.randomElement(using: &dice)?.path
  }
}
