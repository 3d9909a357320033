import Console

/// Shows what was found about privacy: what needs a look first, then the rest.
struct PrivacyView {
  let screen: Screen

  /// Shows a report.
  func show(_ report: PrivacyReport) throws {
    let open = report.findings.filter { $0.state != .fine }
    let fine = report.findings.filter { $0.state == .fine }
    if open.isEmpty {
      try screen.say("Nothing was found that asks for anything.")
    } else {
      try heading("Worth knowing")
      for finding in open { try show(finding) }
    }
    if !fine.isEmpty {
      try heading("As it should be")
      for finding in fine { try show(finding) }
    }
    try heading("What kith cannot hide")
    for limit in report.cannotHide { try screen.item("-", limit) }
    try screen.write([""])
    try heading("If you want to change something")
    for advice in report.advice { try screen.say(advice) }
  }

  private func heading(_ text: String) throws {
    try screen.write([screen.margin + screen.style.bold(text), ""])
  }

  private func show(_ finding: PrivacyFinding) throws {
    try screen.say("\(finding.topic.title): \(finding.says)")
    if let advice = finding.advice { try screen.say(advice, indent: 2) }
  }
}
