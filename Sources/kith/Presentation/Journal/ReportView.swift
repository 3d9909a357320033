import Console
import FoundationEssentials
import JournalStorage

/// Shows what a look through the vault found.
struct ReportView {
  let screen: Screen

  /// Shows a report.
  func show(_ report: VaultReport) throws {
    let isWhole = report.files.first { $0.part == .journal }?.fault == nil
    if isWhole {
      try screen.say(
        "The journal is whole: \(Self.count(report.recordCount, "record")), after "
          + "\(Self.count(report.generation, "save")).")
    } else {
      try screen.say(
        "The journal is damaged in \(report.damagedPieces.count) of \(report.pieceCount) pieces. "
          + "'kith journal restore --salvage' saves what is outside them, with the backups' help.")
    }
    try screen.write(parts(report) + [""])
    for file in report.files {
      if let fault = file.fault { try screen.item("!", "\(fault)".sentence) }
    }
    for path in report.conflictCopies {
      try screen.item("!", "\(path) waits to be taken in: 'kith journal merge' does it.")
    }
    for notice in report.notices { try screen.item("!", "\(notice)".sentence) }
    for path in report.strangeFiles {
      try screen.item("-", "\(path) is no file of kith's; it was left alone.")
    }
    if !report.isSound || !report.strangeFiles.isEmpty { try screen.write([""]) }
  }

  private func parts(_ report: VaultReport) -> [String] {
    let named: [(VaultPart, String)] = [
      (.key, "key file"), (.backup, "backup"), (.draft, "sitting under way"), (.capture, "capture"),
    ]
    let files = named.compactMap { part, name -> String? in
      let all = report.files.filter { $0.part == part }
      guard !all.isEmpty else { return nil }
      let whole = all.count { $0.fault == nil }
      let state = whole < all.count ? "\(whole) whole" : whole == 1 ? "whole" : "all whole"
      return "\(Self.count(all.count, name)), \(state)"
    }
    let kept = [
      report.olderVersionCount > 0
        ? Self.count(report.olderVersionCount, "version") + " from other computers kept beside"
        : nil,
      report.unknownLineCount > 0
        ? Self.count(report.unknownLineCount, "line") + " of a newer kith kept as they are" : nil,
    ].compactMap(\.self)
    return (files + kept).map { screen.margin + $0 }
  }

  private static func count(_ count: Int, _ name: String) -> String {
    guard count != 1 else { return "1 \(name)" }
    return name == "sitting under way" ? "\(count) sittings under way" : "\(count) \(name)s"
  }
}

/// A report as JSON, for other programs.
struct ReportJSON {
  private struct Report: Encodable {
    let sound: Bool
    let records: Int
    let kinds: [String: Int]
    let deleted: Int
    let otherVersions: Int
    let unknownLines: Int
    let save: Int
    let damagedPieces: [Int]
    let pieces: Int
    let files: [File]
    let conflictCopies: [String]
    let strangeFiles: [String]
    let notices: [String]
  }

  private struct File: Encodable {
    let part: String
    let path: String
    let fault: String?
    let save: Int?
    let records: Int?
  }

  private let report: Report

  init(_ found: VaultReport) {
    report = Report(
      sound: found.isSound, records: found.recordCount, kinds: found.kinds,
      deleted: found.deletedCount, otherVersions: found.olderVersionCount,
      unknownLines: found.unknownLineCount, save: found.generation,
      damagedPieces: found.damagedPieces, pieces: found.pieceCount,
      files: found.files.map { file in
        File(
          part: "\(file.part)", path: file.path, fault: file.fault.map { "\($0)" },
          save: file.generation, records: file.recordCount)
      }, conflictCopies: found.conflictCopies, strangeFiles: found.strangeFiles,
      notices: found.notices.map { "\($0)" })
  }

  /// The JSON text, which ends in a line end.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
  }
}
