/// The members of a JSON object in the order they were written.
///
/// Two objects are equal when they have the same members: order is kept, but means nothing in JSON.
public struct JSONObject: Sendable {
  /// One name with its value.
  public struct Member: Equatable, Sendable {
    /// The name.
    public var key: String
    /// The value.
    public var value: JSONValue

    /// Makes a member.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The members in order; each name occurs once.
  public private(set) var members: [Member]

  /// Makes an empty object.
  public init() {
    members = []
  }

  /// Makes an object; of members with the same name the last counts.
  ///
  /// - Parameter members: The members in order.
  public init(_ members: [Member]) {
    self.init()
    for member in members { self[member.key] = member.value }
  }

  /// Appends a member that is known to be new, without looking for an older one.
  mutating func append(_ member: Member) {
    members.append(member)
  }

  /// The value under a name; setting a new name appends it, setting `nil` removes it.
  ///
  /// - Parameter key: The member's name.
  public subscript(key: String) -> JSONValue? {
    get { members.first { $0.key == key }?.value }
    set {
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }
}

extension JSONObject: Equatable {
  /// Compares members by name, whatever their order.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members.count == right.members.count
      && left.members.allSatisfy { right[$0.key] == $0.value }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Makes an object of a literal, in the order of the literal.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements.map { Member(key: $0.0, value: $0.1) })
  }
}
