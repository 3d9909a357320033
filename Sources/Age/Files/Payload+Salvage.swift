extension Payload {
  /// How many numbers are tried, in all, for chunks that do not lie where they belong.
  ///
  /// A try takes some 50 microseconds, so that no file keeps the program busy for long.
  private static let searchBudget = 4096

  /// Opens every chunk that still can be opened; `nil` stands for each that cannot.
  ///
  /// A chunk proves its own number. So one that lies at the wrong place, since others were lost,
  /// added or swapped before it, is found as well and given its own place again. Where a file was
  /// cut off or written over, a chunk may be the last without being marked so, or be marked so
  /// without being the last; both are taken.
  func salvage(_ sealed: ArraySlice<UInt8>) -> [[UInt8]?] {
    let chunks = Self.chunks(of: sealed)
    var pieces = [[UInt8]?](repeating: nil, count: chunks.count)
    var budget = Self.searchBudget
    var shift = 0
    for (place, chunk) in chunks.enumerated() {
      guard
        let (index, opened) = find(
          chunk, near: [place + shift, place], below: chunks.count * 2, budget: &budget)
      else { continue }
      shift = index - place
      while pieces.count <= index { pieces.append(nil) }
      pieces[index] = opened
    }
    return pieces
  }

  /// Looks for the number under which a chunk opens.
  private func find(
    _ chunk: ArraySlice<UInt8>, near likely: [Int], below limit: Int, budget: inout Int
  ) -> (index: Int, opened: [UInt8])? {
    func attempt(_ index: Int) -> (Int, [UInt8])? {
      (open(chunk, at: index, isLast: false) ?? open(chunk, at: index, isLast: true))
        .map { (index, $0) }
    }
    for index in likely where index >= 0 {
      if let found = attempt(index) { return found }
    }
    for index in 0..<limit where budget > 0 && !likely.contains(index) {
      budget -= 1
      if let found = attempt(index) { return found }
    }
    return nil
  }
}
