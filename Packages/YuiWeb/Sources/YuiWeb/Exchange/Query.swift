/// The parameters after `?`, decoded and in order.
public struct Query: Sendable, Hashable {
  /// One parameter.
  public struct Item: Sendable, Hashable {
    /// The decoded name.
    public let name: String
    /// The decoded value; empty where there was no `=`.
    public let value: String
  }

  /// The parameters in the order of the address.
  public private(set) var items: [Item] = []

  /// Creates a query without parameters.
  public init() {}

  /// The first value of a name.
  public subscript(_ name: String) -> String? {
    items.first { $0.name == name }?.value
  }

  /// Every value of a name.
  public func values(_ name: String) -> [String] {
    items.filter { $0.name == name }.map(\.value)
  }

  /// Sets the one value of a name; where there was none, at the end.
  mutating func set(_ name: String, to value: String) {
    let place = items.firstIndex { $0.name == name } ?? items.endIndex
    items.removeAll { $0.name == name }
    items.insert(Item(name: name, value: value), at: min(place, items.endIndex))
  }

  /// Reads the text after `?`; `nil` for broken escapes and for what is not UTF-8.
  init?(parsing text: some Collection<UInt8>) {
    for pair in text.split(separator: 0x26) {
      let cut = pair.firstIndex(of: 0x3D) ?? pair.endIndex
      guard
        let name = PercentCoding.decode(pair[..<cut], plusIsSpace: true),
        let value = PercentCoding.decode(
          pair[cut...].dropFirst(), plusIsSpace: true)
      else { return nil }
      items.append(Item(name: name, value: value))
    }
  }

  /// Keeps only the first value of each of `names`, in the order of `names`.
  func keeping(_ names: [String]) -> Query {
    var kept = Query()
    for name in names {
      if let value = self[name] { kept.items.append(Item(name: name, value: value)) }
    }
    return kept
  }

  /// The query as it stands in an address, without `?`; empty without parameters.
  public var text: String {
    items.map { "\(PercentCoding.encode($0.name))=\(PercentCoding.encode($0.value))" }
      .joined(separator: "&")
  }
}
