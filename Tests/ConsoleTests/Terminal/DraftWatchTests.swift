import Testing

@testable import Console

/// The clocks of a prompt, turned by hand.
@Suite struct `The clocks of a prompt` {
  private final class Hand {
    var seconds = 1000.0
  }

  private let hand = Hand()

  @Test func `are up when nobody typed for as long as was said`() {
    var idle = Stopwatch(limit: 300) { [hand] in hand.seconds }
    hand.seconds += 299
    #expect(!idle.isUp)
    idle.restart()
    hand.seconds += 299
    #expect(!idle.isUp)
    hand.seconds += 1
    #expect(idle.isUp)
  }

  @Test func `are looked at again after a sleep of the computer`() {
    let idle = Stopwatch(limit: 300) { [hand] in hand.seconds }
    #expect(idle.remainingMilliseconds == 10_000)
    hand.seconds += 3600
    #expect(idle.isUp)
  }

  @Test func `never are up without a limit`() {
    let idle = Stopwatch(limit: nil) { [hand] in hand.seconds }
    hand.seconds += 1e9
    #expect(!idle.isUp)
    #expect(idle.remainingMilliseconds == -1)
  }

  @Test func `ask for words to be kept in the first pause`() {
    var watch = DraftWatch { [hand] in hand.seconds }
    hand.seconds += 60
    #expect(!watch.isDue)
    #expect(watch.remainingMilliseconds == -1)
    watch.touch()
    #expect(watch.remainingMilliseconds == 3000)
    hand.seconds += 2.9
    #expect(!watch.isDue)
    hand.seconds += 0.1
    #expect(watch.isDue)
    watch.settle()
    #expect(!watch.isDue)
  }

  @Test func `ask for it now and then where there is no pause`() {
    var watch = DraftWatch { [hand] in hand.seconds }
    for _ in 0..<19 {
      watch.touch()
      hand.seconds += 1
      #expect(!watch.isDue)
    }
    watch.touch()
    hand.seconds += 1
    #expect(watch.isDue)
  }
}
