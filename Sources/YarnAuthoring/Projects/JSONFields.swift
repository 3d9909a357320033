/// The fields of a JSON object, read one by one with their faults.
struct JSONFields {
  let value: LocatedJSON
  let places: TextPlaces

  init(_ value: LocatedJSON, places: TextPlaces) {
    self.value = value
    self.places = places
  }

  /// A fault at a value, or at the start of the object where there is none.
  func fault(_ problem: FileFault.Problem, at place: LocatedJSON? = nil) -> FileFault {
    let start = value.range.lowerBound
    return places.fault(problem, at: place?.range ?? start..<min(start + 1, places.bytes.count))
  }

  /// Refuses everything that is no object.
  func requireObject(_ name: String) throws(FileFault) {
    guard value.members != nil else {
      throw fault(.wrongKind(key: name, expected: "an object in braces"))
    }
  }

  /// A whole number that must be there.
  func requiredInteger(_ key: String) throws(FileFault) -> Int {
    guard let found = value[key] else { throw fault(.missingKey(key)) }
    guard let integer = found.integer else {
      throw fault(.wrongKind(key: key, expected: "a whole number"), at: found)
    }
    return integer
  }

  /// A text that must be there.
  func requiredString(_ key: String) throws(FileFault) -> String {
    guard let string = try string(key) else { throw fault(.missingKey(key)) }
    return string
  }

  /// A text, if there is one.
  func string(_ key: String) throws(FileFault) -> String? {
    guard let found = value[key] else { return nil }
    guard let string = found.string else {
      throw fault(.wrongKind(key: key, expected: "a text"), at: found)
    }
    return string
  }

  /// A truth value, under the first of its names.
  func bool(_ key: String, _ older: String...) throws(FileFault) -> Bool? {
    for name in [key] + older {
      guard let found = value[name] else { continue }
      guard let bool = found.bool else {
        throw fault(.wrongKind(key: name, expected: "true or false"), at: found)
      }
      return bool
    }
    return nil
  }

  /// One text or a list of texts.
  func strings(_ key: String) throws(FileFault) -> [String]? {
    try located(key)?.map(\.text)
  }

  /// One text or a list of texts, each with its place.
  func located(_ key: String) throws(FileFault) -> [(text: String, place: LocatedJSON)]? {
    guard let found = value[key] else { return nil }
    var texts: [(text: String, place: LocatedJSON)] = []
    for element in found.elements ?? [found] {
      guard let string = element.string else {
        throw fault(.wrongKind(key: key, expected: "a text or a list of texts"), at: element)
      }
      texts.append((string, element))
    }
    return texts
  }

  /// An object, under the first of its names.
  func object(_ key: String, _ older: String...) throws(FileFault) -> JSONFields? {
    for name in [key] + older {
      guard let found = value[name] else { continue }
      let fields = JSONFields(found, places: places)
      try fields.requireObject(name)
      return fields
    }
    return nil
  }

  /// The objects of a list; none when the key is missing.
  func objects(_ key: String) throws(FileFault) -> [JSONFields] {
    guard let found = value[key] else { return [] }
    guard let elements = found.elements else {
      throw fault(.wrongKind(key: key, expected: "a list in brackets"), at: found)
    }
    var objects: [JSONFields] = []
    for element in elements {
      let fields = JSONFields(element, places: places)
      try fields.requireObject("every element of \(key)")
      objects.append(fields)
    }
    return objects
  }
}
