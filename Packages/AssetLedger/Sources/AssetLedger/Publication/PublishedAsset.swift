import YuiOpenData

/// What everybody may know of a public asset: all its fields.
enum PublishedAsset {
  /// An asset on the map; what its geometry and its id say is not said again, and of what is beyond
  /// the agreed columns only what is known.
  static func feature(of asset: Asset) -> Feature {
    var properties = agreed.map { Feature.Property($0.name, $0.value(asset)) }
    for field in rest {
      let value = field.value(asset)
      if value != .empty { properties.append(Feature.Property(field.name, value)) }
    }
    return Feature(
      id: asset.id.description, geometry: .point(asset.place), properties: properties)
  }

  private static let agreed = AssetField.agreed.filter { field in
    !["id", "latitude", "longitude"].contains(field.name)
  }
  private static let rest = AssetField.further + AssetField.details
}
