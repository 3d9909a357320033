import Coach
import Questionnaires
import Testing
import YarnCompiler

/// A small inventory: one script and one form, for tests of the people in a sitting.
enum InventoryScript {
  static let script = """
    title: Inventory
    ---
    <<jump Names>>
    ===
    title: Names
    ---
    Who? #line:who
    <<person name>>
    <<if person() != "">>
        <<jump Names>>
    <<endif>>
    <<jump Places>>
    ===
    title: Places
    heading: About this person
    ---
    <<person next>>
    <<if person() == "">>
        <<jump Menu>>
    <<endif>>
    <<worksheet inventory inv.kin circ.ring>>
    <<jump Places>>
    ===
    title: Menu
    ---
    {people_count()} people, {people_left()} more, removed: {person_removed()}. #line:counts
    -> Change #line:change
        <<person choose>>
        <<worksheet inventory inv.name circ.ring>>
    -> Remove #line:remove
        <<person choose>>
        <<person remove>>
    -> Restore #line:restore
        <<person restore>>
    -> Closer #line:closer
        <<person choose>>
        <<detour Safe>>
        <<worksheet inventory inv.good>>
    -> End #line:end
        <<stop>>
    <<jump Menu>>
    ===
    title: Safe
    record: off
    ---
    Safe with {person()}? #line:safe
    -> Yes #line:safe-yes
    -> No #line:safe-no
    ===
    """

  /// The answer that puts somebody in a circle.
  static func circle(_ code: String) -> Reply {
    .answer([.coding(Coding(code: code, display: code))])
  }

  /// A name.
  static func name(_ name: String) -> Reply { .answer([.string(PrivateText(name))]) }

  /// The sitting with its content.
  static func session(
    _ history: History = History(), id: String = "00000000-0000-4000-8000-000000000001",
    day: Int = 0, replies: [RecordedReply] = []
  ) throws -> Session {
    var content = try ScriptedContent.library(script)
    content.questionnaires = ["inventory": try form()]
    let draft = Draft(
      id: id, agenda: .inventory, content: "one", seed: 7,
      startedAt: LocalTime(epochSeconds: 1_795_000_000 + day * 86_400), tz: "UTC",
      replies: replies)
    return try Session(draft, content: content, history: history)
  }

  private static func form() throws -> Questionnaire {
    try Questionnaire(
      parsing: """
        {"resourceType": "Questionnaire", "id": "inventory", "status": "active", "item": [
          {"linkId": "inv.name", "type": "string", "required": true, "text": "Name?"},
          {"linkId": "inv.kin", "type": "string", "text": "Who is this person?"},
          {"linkId": "circ.ring", "type": "choice", "text": "Where?", "answerOption": [
            {"valueCoding": {"code": "close", "display": "close"}},
            {"valueCoding": {"code": "outer", "display": "outer"}}]},
          {"linkId": "inv.good", "type": "text", "text": "Good?"}]}
        """)
  }
}
