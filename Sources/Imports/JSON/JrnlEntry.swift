import Coach
import Questionnaires

/// One entry as `jrnl --format json` writes it.
///
/// The mapping is described in the article on what each format becomes.
struct JrnlEntry {
  private let title: String
  private let body: String
  private let time: WrittenTime
  private let tags: [String]

  init(_ entry: JSONValue) throws(EntryFault) {
    guard entry.object != nil else { throw EntryFault(.wrongType(member: "entries")) }
    title = try entry.text(at: "title") ?? ""
    body = try entry.text(at: "body") ?? ""
    guard let date = try entry.text(at: "date") else { throw EntryFault(.missing(member: "date")) }
    let clock = try entry.text(at: "time")
    guard let day = WrittenTime(date) else { throw EntryFault(.notATime(member: "date")) }
    if let clock {
      guard let whole = WrittenTime("\(date) \(clock)") else {
        throw EntryFault(.notATime(member: "time"))
      }
      time = whole
    } else {
      time = day
    }
    let starred = try entry.flag(at: "starred")
    tags = try entry.texts(at: "tags").map(Self.bare) + (starred ? ["starred"] : [])
  }

  func add(to batch: inout ImportBatch, _ settings: ImportSettings) throws(EntryFault) {
    batch.met(.jrnl)
    guard let (at, tz) = batch.resolve(time, zone: nil, settings) else {
      throw EntryFault(.timeOutOfRange)
    }
    let text = [title, body].filter { !$0.isEmpty }.joined(separator: "\n")
    batch.add(text, tags: tags, at: at, tz: tz, from: .jrnl, id: settings.newID())
  }

  /// The tag without the symbol that jrnl marks it with.
  private static func bare(_ tag: String) -> String {
    String(tag.drop { "@#+%".contains($0) })
  }
}
