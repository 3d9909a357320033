import FoundationEssentials
import Imports

/// What this computer knows of the time zones of the world.
enum TimeZones {
  /// The rules, by the system's own tables.
  static var live: ZoneRules {
    let known = Known()
    return ZoneRules { name, epochSeconds in
      known.zone(name)?.secondsFromGMT(
        for: Date(timeIntervalSince1970: Double(epochSeconds)))
    }
  }

  /// The zones that were looked up; a class, because looking one up again takes longer than
  /// reading an entry.
  private final class Known {
    private var zones: [String: TimeZone?] = [:]

    func zone(_ name: String) -> TimeZone? {
      if let zone = zones[name] { return zone }
      // Only names of places: abbreviations such as CST stand for several zones.
      let isName =
        name.contains("/") || ["UTC", "GMT", TimeZone.current.identifier].contains(name)
      let zone = isName ? TimeZone(identifier: name) : nil
      zones[name] = .some(zone)
      return zone
    }
  }
}
