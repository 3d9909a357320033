import Coach
import Imports

extension ImportSettings {
  /// A person in Berlin in 2026, whose records are numbered.
  static func berlin() -> ImportSettings {
    let rules = ZoneRules { zone, epochSeconds in
      switch zone {
      case "Europe/Berlin":
        // Summer time from 29 March to 25 October 2026, at one o'clock universal time.
        (1_774_746_000..<1_792_890_000).contains(epochSeconds) ? 7200 : 3600
      case "America/New_York": -18_000
      case "UTC": 0
      default: nil
      }
    }
    var number = 0
    return ImportSettings(zone: "Europe/Berlin", rules: rules) {
      number += 1
      return "00000000-0000-4000-8000-00000000000\(number)"
    }
  }
}

extension Record {
  /// The time, the zone, the tags and the words, on one line.
  var line: String {
    let words = body?.notes.map(\.text.plaintext).joined(separator: "|") ?? ""
    return "\(at) \(tz) \(tags) \(words)"
  }
}

/// The faults of a reading, as they are told.
func faults(_ read: () throws -> ImportBatch) -> [String] {
  do {
    _ = try read()
    return []
  } catch let faults as ImportFaults {
    return faults.faults.map(\.description)
  } catch {
    return ["\(error)"]
  }
}
