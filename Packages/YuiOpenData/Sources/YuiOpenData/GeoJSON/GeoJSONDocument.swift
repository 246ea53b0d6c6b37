/// GeoJSON as it stands in a file, before anything of it is believed.
struct GeoJSONDocument: Decodable {
  let type: String
  let features: [Feature]?
  let crs: CRS?
  let geometry: Shape?
  let id: Identifier?
  let properties: Properties?

  /// The document where it is a feature by itself.
  var asFeature: Feature { Feature(type: type, geometry: geometry, id: id, properties: properties) }

  struct CRS: Decodable {
    struct Properties: Decodable { let name: String? }
    let properties: Properties?
  }

  struct Feature: Decodable {
    let type: String
    let geometry: Shape?
    let id: Identifier?
    let properties: Properties?
  }

  struct Shape: Decodable {
    let type: String
    let coordinates: Positions?
  }

  /// A text or a number.
  struct Identifier: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        text = String(number)
      } else if let number = try? container.decode(Double.self) {
        text = DecimalText.write(number)
      } else {
        text = try container.decode(String.self)
      }
    }
  }

  /// One position, or a list of what may be positions.
  enum Positions: Decodable {
    case position([Double])
    case list([Positions])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let numbers = try? container.decode([Double].self), !numbers.isEmpty {
        self = .position(numbers)
      } else {
        self = .list(try container.decode([Positions].self))
      }
    }
  }
}
