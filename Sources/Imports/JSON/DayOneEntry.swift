import Coach
import Questionnaires

/// One entry of an export from Day One.
///
/// The mapping is described in the article on what each format becomes.
struct DayOneEntry {
  private let text: String
  private let time: WrittenTime
  private let zone: String?
  private let tags: [String]
  private let remarks: [ImportRemark: Int]

  init(_ entry: JSONValue) throws(EntryFault) {
    guard entry.object != nil else { throw EntryFault(.wrongType(member: "entries")) }
    text = DayOneText(try entry.text(at: "text") ?? "").plain
    guard let created = try entry.text(at: "creationDate") else {
      throw EntryFault(.missing(member: "creationDate"))
    }
    guard let time = WrittenTime(created), time.offset != nil else {
      throw EntryFault(.notATime(member: "creationDate"))
    }
    self.time = time
    zone = try entry.text(at: "timeZone")
    tags =
      try entry.texts(at: "tags") + (try entry.flag(at: "starred") ? ["starred"] : [])
    remarks = [
      .photo: entry["photos"]?.elements.count ?? 0,
      .recording: (entry["audios"]?.elements.count ?? 0) + (entry["videos"]?.elements.count ?? 0),
      .document: entry["pdfAttachments"]?.elements.count ?? 0,
      .location: entry["location"]?.object != nil || entry["weather"]?.object != nil ? 1 : 0,
    ]
  }

  func add(to batch: inout ImportBatch, _ settings: ImportSettings) throws(EntryFault) {
    batch.met(.dayOne)
    for (remark, count) in remarks { batch.note(remark, count) }
    if zone == nil { batch.note(.assumedZone(settings.zone)) }
    guard let (at, tz) = batch.resolve(time, zone: zone ?? settings.zone, settings) else {
      throw EntryFault(.timeOutOfRange)
    }
    batch.add(text, tags: tags, at: at, tz: tz, from: .dayOne, id: settings.newID())
  }
}
