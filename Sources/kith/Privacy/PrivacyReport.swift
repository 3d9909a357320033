/// What this computer gives away about the journal, and what no program can hide.
struct PrivacyReport: Codable, Equatable {
  /// What was found, in the order in which it is shown.
  var findings: [PrivacyFinding]

  /// What kith cannot hide, whatever was found.
  var cannotHide: [String]

  /// How to go about changes.
  var advice: [String]

  /// Looks at a computer.
  init(_ system: SystemView) {
    findings =
      FileChecks(system).findings + DiskChecks(system).findings + WindowChecks(system).findings
      + PeopleChecks(system).findings
    cannotHide = Self.limits
    advice = Self.habits
  }

  private static let limits = [
    "That kith is installed, and that it is running while you use it.",
    "When the journal was saved last, how often it was saved, and its size in steps of 64 KB.",
    "What you type, from a program that records keys or the screen, or from an administrator who "
      + "means to watch.",
    "What stands on the screen, from somebody who looks over your shoulder or from a camera.",
    "The passphrase, from somebody who can force you to tell it.",
    "Sealed remains of older files on the disk, in snapshots and in backups; without the "
      + "passphrase they stay sealed.",
  ]

  private static let habits = [
    "Nothing here has to be done today. If somebody watches what you do on this computer, go "
      + "slowly: a history that is suddenly empty, or a new password overnight, can be noticed.",
    "If you think that somebody reads along, a computer that they never had in their hands is "
      + "safer than any setting on this one.",
  ]
}
