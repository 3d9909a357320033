import YarnRuntime

/// What a command of the host takes, which the compiler checks scripts against.
public struct CommandSignature: Equatable, Sendable {
  /// The types of the arguments that must be given.
  public var required: [ValueType]

  /// The types of the arguments that may follow.
  public var optional: [ValueType]

  /// The type of any number of further arguments; `nil` when there may be none.
  public var variadic: ValueType?

  /// Creates a signature.
  public init(
    _ required: [ValueType] = [], optional: [ValueType] = [], variadic: ValueType? = nil
  ) {
    self.required = required
    self.optional = optional
    self.variadic = variadic
  }

  /// The type of the argument at an index; `nil` when there can be none.
  func type(at index: Int) -> ValueType? {
    let named = required + optional
    return index < named.count ? named[index] : variadic
  }

  /// How many arguments there can be, in words.
  var countText: String {
    let least = required.count
    let most = least + optional.count
    let noun = (variadic == nil ? most : least) == 1 ? "argument" : "arguments"
    if variadic != nil { return "at least \(least) \(noun)" }
    return least == most ? "\(least) \(noun)" : "\(least) to \(most) \(noun)"
  }
}
