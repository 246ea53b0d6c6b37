import FoundationEssentials
public import YuiText

/// Reads GeoJSON (RFC 7946): a collection of features, or one feature.
///
/// Places are WGS 84, longitude before latitude. A member `crs`, which the RFC took out, is noted
/// where it says just that, and refused otherwise. Whatever is wrong is told with the number of its
/// feature.
public struct GeoJSONReader {
  /// The greatest length of a file, in bytes.
  public static let mostBytes = 64 << 20

  /// The features, in order.
  public let features: [Feature]
  /// What people should know of how they were read.
  public private(set) var notes: [LocalizedText] = []

  /// Reads a file.
  ///
  /// - Throws: a `GeoJSONProblem`.
  public init(_ bytes: [UInt8]) throws(GeoJSONProblem) {
    guard bytes.count <= Self.mostBytes else { throw .tooLarge(Self.mostBytes) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let document: GeoJSONDocument
    do {
      document = try JSONDecoder().decode(GeoJSONDocument.self, from: Data(bytes[start...]))
    } catch {
      throw .notJSON
    }
    let crs = document.crs.map { $0.properties?.name ?? "" }
    if let crs {
      guard Self.isWGS84(crs) else { throw .otherCRS(crs) }
      notes.append(GeoJSONProblem.uselessCRS)
    }
    switch document.type {
    case "FeatureCollection":
      guard let found = document.features else { throw .noFeatures }
      var features: [Feature] = []
      features.reserveCapacity(found.count)
      for (index, feature) in found.enumerated() {
        features.append(try Self.feature(feature, number: index + 1))
      }
      self.features = features
    case "Feature": features = [try Self.feature(document.asFeature, number: 1)]
    default: throw .noFeatures
    }
    noteOddities()
  }

  /// CRS84 and EPSG:4326 in their usual names.
  private static func isWGS84(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix("crs84") || name.hasSuffix(":4326") || name.hasSuffix("/4326")
  }

  private static func feature(
    _ found: GeoJSONDocument.Feature, number: Int
  ) throws(GeoJSONProblem) -> Feature {
    guard found.type == "Feature" else { throw .broken(number, what: "type") }
    var geometry: Geometry?
    if let shape = found.geometry {
      geometry = try GeometryReader(shape, feature: number).geometry
    }
    let properties = (found.properties?.members ?? []).map { Feature.Property($0.name, $0.value) }
    return Feature(id: found.id?.text, geometry: geometry, properties: properties)
  }

  private mutating func noteOddities() {
    let swapped = features.enumerated().first { _, feature in
      guard case .point(let place)? = feature.geometry else { return false }
      return Coordinate.reading(latitude: place.latitude, longitude: place.longitude)?.wasSwapped
        ?? false
    }
    if let swapped { notes.append(GeoJSONProblem.swapped(swapped.offset + 1)) }
  }
}
