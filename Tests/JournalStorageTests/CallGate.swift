import Synchronization

@testable import JournalStorage

/// Counts the calls to the disk and closes at one of them.
final class CallGate: Sendable {
  /// What happens at the call.
  enum Event: Sendable {
    /// The program ends there: no call after it is made either.
    case death
    /// The call fails, once, with an error number.
    case failure(Int32)
    /// This kind of call fails from there on, with an error number.
    case lastingFailure(Int32, of: DiskCall)
  }

  private let event: Event
  private let turn: Int
  private let count = Mutex(0)

  init(_ event: Event, at turn: Int) {
    self.event = event
    self.turn = turn
  }

  /// Whether the event came.
  var wasReached: Bool { count.withLock { $0 > turn } }

  var disk: Disk {
    Disk { call in
      let turn = self.count.withLock { count in
        defer { count += 1 }
        return count
      }
      switch self.event {
      case .death: return turn >= self.turn ? 125 : 0
      case .failure(let code): return turn == self.turn ? code : 0
      case .lastingFailure(let code, of: let kind):
        return turn >= self.turn && call == kind ? code : 0
      }
    }
  }
}
