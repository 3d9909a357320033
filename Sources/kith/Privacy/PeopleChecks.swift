import Console

/// Looks at who else may do everything on this computer.
struct PeopleChecks {
  private let system: SystemView

  init(_ system: SystemView) {
    self.system = system
  }

  /// The groups whose members may act as the administrator, on the usual systems.
  private static let groups: Set = ["sudo", "wheel", "admin"]

  var findings: [PrivacyFinding] {
    guard let accounts = table("/etc/passwd"), let groups = table("/etc/group") else {
      return [
        PrivacyFinding(
          .administrators, .unknown, "Who administers this computer cannot be seen from here.")
      ]
    }
    let others = administrators(accounts, groups)
    guard !others.isEmpty else {
      return [
        PrivacyFinding(
          .administrators, .fine,
          "No other account that may administer this computer was found. Whoever knows the "
            + "administrator's password can do so all the same.")
      ]
    }
    let names = others.map { Printable($0).text }.joined(separator: ", ")
    return [
      PrivacyFinding(
        .administrators, .look,
        "\(others.things("other account", "other accounts")) may administer this computer: \(names). "
          + "An administrator can copy the sealed files and could watch the keyboard.",
        advice: "If you do not trust whoever uses \(others.count == 1 ? "it" : "them"), write on "
          + "another computer.")
    ]
  }

  private func administrators(_ accounts: [[Substring]], _ groups: [[Substring]]) -> [String] {
    let own = accounts.first { $0.count > 2 && Int($0[2]) == system.user }?.first
    var names: [Substring] = []
    for group in groups where group.count > 3 && Self.groups.contains(String(group[0])) {
      names += group[3].split(separator: ",")
      names += accounts.filter { $0.count > 3 && $0[3] == group[2] }.map { $0[0] }
    }
    // A second account with the administrator's number is the administrator by another name.
    names += accounts.filter { $0.count > 2 && $0[2] == "0" && $0[0] != "root" }.map { $0[0] }
    return Set(names.filter { $0 != own && $0 != "root" }.map(String.init)).sorted()
  }

  /// A table of lines with colons, as the system keeps its accounts.
  private func table(_ path: String) -> [[Substring]]? {
    system.lines(of: path)?.map { $0.split(separator: ":", omittingEmptySubsequences: false) }
  }
}

extension [String] {
  fileprivate func things(_ one: String, _ several: String) -> String {
    count.things(one, several)
  }
}
