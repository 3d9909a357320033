import Coach
import Synchronization

/// Remembers the records of a text once they have been decoded, for all copies of the text.
///
/// A sitting asks for them half a dozen times; five years of them take 25 ms to decode.
final class DecodedHistory: Equatable, Sendable {
  private let history = Mutex<History?>(nil)

  /// Gives what was decoded, or decodes it now.
  func value(_ decode: () -> History) -> History {
    history.withLock { history in
      if let history { return history }
      let decoded = decode()
      history = decoded
      return decoded
    }
  }

  /// What is remembered makes no difference between two texts.
  static func == (_: DecodedHistory, _: DecodedHistory) -> Bool { true }
}
