/// Header fields in order, found by name without regard to case.
public struct Headers: Sendable, Hashable {
  /// One field.
  public struct Field: Sendable, Hashable {
    /// The name as written.
    public let name: String
    /// The value without control characters.
    public let value: String

    func isNamed(_ other: String) -> Bool {
      let left = name.utf8
      let right = other.utf8
      return left.count == right.count
        && zip(left, right).allSatisfy { ASCII.lowercased($0) == ASCII.lowercased($1) }
    }
  }

  /// The fields in the order in which they were added.
  public private(set) var fields: [Field] = []

  /// Creates an empty list.
  public init() {}

  /// The first value of a name; assigning replaces every field of that name, `nil` removes them.
  public subscript(_ name: String) -> String? {
    get { fields.first { $0.isNamed(name) }?.value }
    set {
      fields.removeAll { $0.isNamed(name) }
      if let newValue { add(name, newValue) }
    }
  }

  /// Every value of a name.
  public func values(_ name: String) -> [String] {
    fields.filter { $0.isNamed(name) }.map(\.value)
  }

  /// Adds a field beside others of the same name.
  ///
  /// Control characters are left out of the value, so that no text can start another field.
  public mutating func add(_ name: String, _ value: String) {
    let isClean = value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    fields.append(
      Field(
        name: name,
        value: isClean
          ? value : String(decoding: value.utf8.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
      ))
  }

  /// Adds a field unless the name is there.
  mutating func addMissing(_ name: String, _ value: @autoclosure () -> String) {
    if self[name] == nil { add(name, value()) }
  }

  /// Adds fields, which are known to be clean, unless their names are there.
  mutating func addMissing(_ others: Headers) {
    fields.reserveCapacity(fields.count + others.fields.count)
    let own = fields.count
    for field in others.fields where !fields[..<own].contains(where: { $0.isNamed(field.name) }) {
      fields.append(field)
    }
  }
}

extension Headers: ExpressibleByDictionaryLiteral {
  /// Creates fields from a literal, in its order.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { add(name, value) }
  }
}
