/// What has been found wrong, with a bound for each file, so that a file of nothing but mistakes
/// does not fill the memory.
struct ProblemList {
  /// How many errors, and how many other remarks, are kept of one file.
  static let most = 1000

  private(set) var all: [(problem: Problem, range: SourceRange)] = []
  /// Whether a file has more errors than are kept, so that looking for others is of no use.
  private(set) var isOverfull = false
  private var counts: [Int: (errors: Int, others: Int, isFull: Bool)] = [:]

  mutating func append(_ problem: Problem, _ range: SourceRange) {
    var count = counts[range.file] ?? (0, 0, false)
    defer { counts[range.file] = count }
    let isError = problem.severity == .error
    guard (isError ? count.errors : count.others) < Self.most else {
      if !count.isFull { all.append((.furtherProblems, range)) }
      count.isFull = true
      if isError { isOverfull = true }
      return
    }
    if isError { count.errors += 1 } else { count.others += 1 }
    if problem == .furtherProblems { count.isFull = true }
    all.append((problem, range))
  }

  mutating func append(_ other: ProblemList) {
    for (problem, range) in other.all { append(problem, range) }
  }
}
