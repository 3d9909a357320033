import Testing

@testable import Questionnaires

@Suite struct `A measure` {
  let measure = Sample.measure

  @Test func `adds up the weights of a complete form`() throws {
    let form = try Sample.frequencyForm(count: 9)

    #expect(
      measure.score(of: Sample.response([3, 2, 3, 2, 1, 1, 0, 2, 0]), to: form)?.total == 14)
    #expect(measure.score(of: Sample.response([0, 0, 0, 0, 0, 0, 0, 0, 0]), to: form)?.total == 0)
  }

  @Test func `gives no score to an incomplete form`() throws {
    let form = try Sample.frequencyForm(count: 9)

    #expect(measure.score(of: Sample.response([3, 3, 3, 3, 3, 3, 3, 3]), to: form) == nil)
  }

  @Test func `puts the score into the response`() throws {
    let form = try Sample.form(
      """
      {'linkId': 'q1', 'type': 'integer', 'text': 'A?'},
      {'linkId': 'total', 'type': 'integer', 'readOnly': true, 'text': 'Total'}
      """)
    var measure = self.measure
    measure.items = ["q1"]
    let response = QuestionnaireResponse(items: [
      .init(linkID: "q1", answers: [.init(.integer(7))])
    ])

    #expect(measure.scored(response, to: form).answers(to: "total") == [.integer(7)])
    #expect(measure.scored(QuestionnaireResponse(), to: form).items == [])
  }

  @Test(arguments: [(0, "minimal"), (4, "minimal"), (5, "mild"), (14, "moderate"), (27, "severe")])
  func `names the band of a score`(total: Int, label: String) {
    #expect(measure.band(for: total)?.label == label)
  }

  @Test func `knows no band for a score that cannot be`() {
    #expect(measure.band(for: 28) == nil)
  }

  @Test(arguments: [
    (14, 8, Measure.Change.better), (14, 9, .same), (8, 13, .same), (8, 14, .worse),
  ])
  func `tells which way a score has moved`(earlier: Int, later: Int, change: Measure.Change) {
    #expect(measure.change(from: earlier, to: later) == change)
  }

  @Test func `calls for care when the safety question is answered so`() throws {
    let form = try Sample.frequencyForm(count: 9)

    #expect(measure.callsForCare(Sample.response([0, 0, 0, 0, 0, 0, 0, 0, 1]), to: form))
    #expect(
      measure.callsForCare(Sample.response([3, 3, 3, 3, 3, 3, 3, 3, 0]), to: form) == false)
    #expect(measure.callsForCare(Sample.response([3]), to: form) == false)
  }
}
