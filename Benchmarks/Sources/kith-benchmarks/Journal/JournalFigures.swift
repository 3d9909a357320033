/// What a journal of some size takes.
struct JournalFigures {
  /// The number of entries.
  let count: Int

  /// Saving one more in an open vault.
  let save: Sample
  /// From the accepted passphrase to the last ten.
  let lastTen: Sample
  /// From the accepted passphrase to the entries that hold a word.
  let search: Sample

  /// The whole program: `kith journal list`, `search`, and `tag add`, which saves.
  let list: Sample
  let find: Sample
  let file: Sample

  /// The most memory that each of these programs held.
  let peakOfList: Int
  let peakOfFind: Int
  let peakOfFile: Int

  /// The figures as lines of the table.
  var rows: [Row] {
    let goal = Self.goals[count]
    return [
      Row("\(count.grouped) entries: save one", save, processorWithin: goal?.save),
      Row("  unlock to the last ten", lastTen, processorWithin: goal?.lastTen),
      Row("  unlock and search a word", search, processorWithin: goal?.search),
      Row("  kith journal list, start to end", list),
      Row("  kith journal search, start to end", find),
      Row("  kith journal tag add, start to end", file),
      Row("  peak memory: journal list", bytes: peakOfList, within: goal?.peak),
      Row("  peak memory: journal search", bytes: peakOfFind, within: goal?.peak),
      Row("  peak memory: journal tag add", bytes: peakOfFile, within: goal?.peak),
    ]
  }

  /// How many times as much a larger journal takes.
  func growthRows(from smaller: JournalFigures) -> [Row] {
    let sizes = "\(smaller.count.grouped) to \(count.grouped) entries, "
    func row(_ name: String, _ figure: (JournalFigures) -> Sample) -> Row {
      Row(sizes + name, factor: figure(self).processor / figure(smaller).processor)
    }
    return [row("save", \.save), row("last ten", \.lastTen), row("search", \.search)]
  }

  private struct Goal {
    let save: Duration
    let lastTen: Duration
    let search: Duration
    let peak: Int
  }

  private static let goals = [
    1_000: Goal(
      save: .milliseconds(5), lastTen: .milliseconds(10), search: .milliseconds(15),
      peak: 30_000_000),
    5_000: Goal(
      save: .milliseconds(20), lastTen: .milliseconds(25), search: .milliseconds(45),
      peak: 45_000_000),
    50_000: Goal(
      save: .milliseconds(150), lastTen: .milliseconds(200), search: .milliseconds(450),
      peak: 200_000_000),
  ]
}

extension Int {
  /// The number with commas between its thousands.
  var grouped: String {
    self < 1_000
      ? "\(self)" : "\((self / 1_000).grouped),\(String(1_000 + self % 1_000).dropFirst())"
  }
}
