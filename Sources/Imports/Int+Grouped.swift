extension Int {
  /// The number as people read it, with a comma between its thousands, such as `1,204`.
  public var grouped: String {
    let digits = String(self)
    var groups = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, groups != "-", (digits.count - index).isMultiple(of: 3) { groups.append(",") }
      groups.append(digit)
    }
    return groups
  }
}
