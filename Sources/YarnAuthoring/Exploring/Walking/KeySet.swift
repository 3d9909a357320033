/// A fingerprint of a state.
///
/// Two states are taken for one when all 128 bits agree; among a hundred million states the odds
/// that two different ones do are below one in 10^22.
struct StateKey: Equatable {
  var low: UInt64
  var high: UInt64

  static let start = StateKey(low: 0x9E37_79B9_7F4A_7C15, high: 0xC2B2_AE3D_27D4_EB4F)

  @inline(__always)
  mutating func add(_ word: UInt64) {
    let first = (low ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    let second = (high &+ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    low = first.high ^ first.low ^ second.low
    high = second.high ^ second.low &+ 0x9E37_79B9_7F4A_7C15
  }
}

/// The fingerprints of the states that were seen, 16 bytes each in one table.
struct KeySet {
  private(set) var count = 0
  private var slots = [StateKey](repeating: StateKey(low: 0, high: 0), count: 1024)

  /// Adds a fingerprint; `false` when it was there already.
  mutating func insert(_ key: StateKey) -> Bool {
    if count * 3 > slots.count * 2 { grow() }
    var key = key
    if key.low == 0, key.high == 0 { key.low = 1 }
    guard let slot = freeSlot(for: key) else { return false }
    slots[slot] = key
    count += 1
    return true
  }

  private func freeSlot(for key: StateKey) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key.low) & mask
    while slots[slot].low != 0 || slots[slot].high != 0 {
      if slots[slot] == key { return nil }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [StateKey](repeating: StateKey(low: 0, high: 0), count: old.count * 2)
    for key in old where key.low != 0 || key.high != 0 {
      if let slot = freeSlot(for: key) { slots[slot] = key }
    }
  }
}
