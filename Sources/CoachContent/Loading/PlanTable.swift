import Coach

/// Reads how programmes of each length are divided, from `plans.tsv`.
struct PlanTable {
  private let folder: ContentFolder

  init(_ folder: ContentFolder) {
    self.folder = folder
  }

  /// Reads the plans.
  ///
  /// - Throws: ``ContentFaults`` with every row that is no plan.
  func plans() throws -> [Plan] {
    var faults: [ContentFault] = []
    let plans = TabTable(try folder.file("plans.tsv").text).rows.compactMap { row in
      if let plan = plan(row) { return plan }
      faults.append(
        ContentFault(
          "KI0103", file: "plans.tsv", line: row.line,
          "a plan needs a name and three weeks that grow: last initial, last middle, all"))
      return nil
    }
    guard faults.isEmpty else { throw ContentFaults(faults: faults) }
    return plans
  }

  private func plan(_ row: TabTable.Row) -> Plan? {
    let number = { (column: String) in row.text(column).flatMap { Int($0) } }
    guard let id = row.text("plan"), let initial = number("last_initial"),
      let middle = number("last_middle"), let weeks = number("weeks"),
      0 < initial, initial < middle, middle < weeks
    else { return nil }
    return Plan(id: id, lastInitialWeek: initial, lastMiddleWeek: middle, weekCount: weeks)
  }
}
