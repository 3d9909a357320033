/// Something that the person should know of entries that nevertheless come in, or stay out.
public enum ImportRemark: Hashable, Sendable {
  /// An entry has no words, so there is nothing to keep.
  case withoutWords
  /// A time had no zone, and was read in this one.
  case assumedZone(String)
  /// A zone has a name that this computer does not know; the person's own was taken.
  case unknownZone
  /// The clock showed the time twice that day; the first was taken.
  case repeatedTime
  /// The clock was put forward over the time; it was moved by as much.
  case skippedTime
  /// Only a day was told, so the entry stands at noon.
  case noTimeOfDay
  /// Nothing in the file or its name told a day; the day the file was changed was taken.
  case fileDate
  /// A photo stays where it is.
  case photo
  /// A recording of sound or pictures stays where it is.
  case recording
  /// A document that was attached stays where it is.
  case document
  /// A place or the weather there is not taken over.
  case location
  /// A record stands for something that was deleted.
  case deleted
  /// A record holds members that this version of the program does not know.
  case unknownMembers
  /// A file beside those that are read is something else.
  case otherFile
}

extension ImportRemark: CaseIterable {
  /// One of each, in the order in which they are told.
  public static let allCases: [ImportRemark] = [
    .assumedZone(""), .unknownZone, .repeatedTime, .skippedTime, .noTimeOfDay, .fileDate,
    .withoutWords, .photo, .recording, .document, .location, .deleted, .unknownMembers,
    .otherFile,
  ]

  /// Whether another remark is of the same sort, whatever it names.
  public func isLike(_ other: ImportRemark) -> Bool {
    switch (self, other) {
    case (.assumedZone, .assumedZone): true
    default: self == other
    }
  }
}

extension ImportRemark {
  /// Says it in one sentence.
  ///
  /// - Parameter count: How often it was met.
  /// - Returns: The sentence, with its full stop.
  public func sentence(count: Int) -> String {
    let one = count == 1
    let many = count.grouped
    return switch self {
    case .assumedZone(let zone):
      "\(one ? "1 time names" : "\(many) times name") no zone and"
        + " \(one ? "is" : "are") taken as \(zone)."
    case .unknownZone:
      "\(one ? "1 entry names" : "\(many) entries name") a time zone that is not known here;"
        + " your own is taken."
    case .repeatedTime:
      "\(one ? "1 time was" : "\(many) times were") on the clock twice that day, which was put"
        + " back; the first is taken."
    case .skippedTime:
      "\(one ? "1 time was" : "\(many) times were") never on the clock, which was put forward"
        + " that day; \(one ? "it is" : "they are") moved by as much."
    case .noTimeOfDay:
      "\(one ? "1 entry tells" : "\(many) entries tell") only the day and"
        + " \(one ? "stands" : "stand") at noon."
    case .fileDate:
      "\(one ? "1 file tells" : "\(many) files tell") no date; the time at which"
        + " \(one ? "it was" : "each was") last changed is taken."
    case .withoutWords:
      "\(one ? "1 entry has" : "\(many) entries have") no words and"
        + " \(one ? "is" : "are") left out."
    case .photo: "\(one ? "1 photo is" : "\(many) photos are") left out; kith keeps words only."
    case .recording: "\(one ? "1 recording is" : "\(many) recordings are") left out."
    case .document: "\(one ? "1 document is" : "\(many) documents are") left out."
    case .location:
      "The place or the weather of \(one ? "1 entry is" : "\(many) entries is") left out."
    case .deleted: "\(one ? "1 deleted entry is" : "\(many) deleted entries are") left out."
    case .unknownMembers:
      "\(one ? "1 entry holds" : "\(many) entries hold") something that this version of kith does"
        + " not know; that part is left out."
    case .otherFile:
      "\(one ? "1 other file is" : "\(many) other files are") passed over."
    }
  }
}
