extension GeoJSONDocument {
  /// The properties of a feature that are values; objects and lists within them are left out.
  struct Properties: Decodable {
    let members: [(name: String, value: TableValue)]

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Name.self)
      members = container.allKeys.sorted { $0.stringValue < $1.stringValue }.compactMap { name in
        (try? container.decode(Value.self, forKey: name)).map { (name.stringValue, $0.value) }
      }
    }
  }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private struct Value: Decodable {
    let value: TableValue

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = .empty
      } else if let bool = try? container.decode(Bool.self) {
        value = .bool(bool)
      } else if let number = try? container.decode(Int.self) {
        value = .integer(number)
      } else if let number = try? container.decode(Double.self) {
        value = .number(number)
      } else {
        value = .text(try container.decode(String.self))
      }
    }
  }
}
