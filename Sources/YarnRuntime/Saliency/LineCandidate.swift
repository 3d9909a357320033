/// An item of a line group that may run, and where its code starts.
struct LineCandidate: Equatable, Sendable {
  var content: SalientContent
  var target: Int
}
