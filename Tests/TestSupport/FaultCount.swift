import Glibc

/// How much the fault tests try, and the count of what they tried.
public enum FaultCount {
  /// Whether everything is tried and not a sample, as `make torture` asks for.
  public static let isFull = variable("KITH_TORTURE") == "full"

  /// A number for this run; `KITH_TORTURE_COUNT` makes it a smaller one in a full run.
  ///
  /// - Parameters:
  ///   - quick: The number of the everyday run.
  ///   - full: The number of a full run.
  /// - Returns: One of the two.
  public static func number(quick: Int, full: Int) -> Int {
    guard isFull else { return quick }
    return min(full, variable("KITH_TORTURE_COUNT").flatMap { Int($0) } ?? full)
  }

  /// Some of many, spread evenly; all of them where everything is tried.
  ///
  /// - Parameters:
  ///   - all: What there is to try.
  ///   - quick: How many of them the everyday run tries.
  /// - Returns: What this run tries, in the same order.
  public static func chosen<Element>(_ all: [Element], quick: Int) -> [Element] {
    let count = number(quick: quick, full: all.count)
    guard all.count > count else { return all }
    return (0..<count).map { all[$0 * all.count / count] }
  }

  /// Adds to the count of what was tried, in the file that `KITH_TORTURE_TALLY` names.
  ///
  /// - Parameter count: How many faults were brought about.
  /// - Throws: ``PtySession/Failure`` when the file cannot be written.
  public static func tally(_ count: Int) throws {
    guard let path = variable("KITH_TORTURE_TALLY") else { return }
    guard let file = fopen(path, "a") else {
      throw PtySession.Failure(description: "cannot write \(path)")
    }
    fputs("\(count)\n", file)
    fclose(file)
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
