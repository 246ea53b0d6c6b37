import YuiOpenData
import YuiWeb

/// An asset as the API tells it: what is known of it, by the names of its fields in camel case.
struct AssetDocument: Encodable {
  let asset: Asset

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for field in AssetField.all where field.belongs(to: asset.assetClass) {
      let key = Key(field)
      switch (field.value(asset), field.input) {
      case (.empty, _): if field.classes.isEmpty { try container.encodeNil(forKey: key) }
      case (.text(let text), .yesNo): try container.encode(text == "yes", forKey: key)
      case (.text(let text), .choices):
        try container.encode(text.split(separator: ";").map(String.init), forKey: key)
      case (.number(let number), _): try container.encode(number, forKey: key)
      case (.integer(let number), _): try container.encode(number, forKey: key)
      case (let value, _): try container.encode(value.text, forKey: key)
      }
    }
    for level in [MeshCode.Level.second, .third, .half] {
      guard let mesh = asset.mesh?.within(level) else { continue }
      try container.encode(mesh.code, forKey: Key("mesh\(mesh.code.count)"))
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ field: AssetField) { stringValue = field.camelCase }
    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// What the OpenAPI document says of it.
  static let schema: JSONSchema = {
    let fields = AssetField.all.map { field in
      (name: field.camelCase, schema: field.isKept ? field.schema : field.schema.orNull)
    }
    let meshes = ["mesh6", "mesh8", "mesh9"].map { (name: $0, schema: JSONSchema.string()) }
    return .object(
      fields + meshes, required: AssetField.all.filter(\.isKept).map(\.camelCase))
  }()
}

extension AssetField {
  /// `street_distance_m` as `streetDistanceM`.
  var camelCase: String {
    let parts = name.split(separator: "_")
    return parts.enumerated()
      .map {
        $0.offset == 0
          ? String($0.element) : $0.element.prefix(1).uppercased() + $0.element.dropFirst()
      }
      .joined()
  }

  fileprivate var schema: JSONSchema {
    switch input {
    case .yesNo: .boolean()
    case .choice(let options): .string(oneOf: options.map(\.code))
    case .choices(let options): .array(.string(oneOf: options.map(\.code)))
    case .day: .string(format: "date")
    case .number, .place: .number()
    case .line, .text, .coded: .string()
    }
  }
}
