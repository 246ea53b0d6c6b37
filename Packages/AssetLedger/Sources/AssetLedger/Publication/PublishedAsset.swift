import YuiOpenData

/// What everybody may know of a public asset: all its fields.
enum PublishedAsset {
  /// An asset on the map; what its geometry and its id say is not said again, and of what is beyond
  /// the agreed columns only what is known.
  static func feature(of asset: Asset) -> Feature {
    let agreed = AssetField.agreed.filter { !["id", "latitude", "longitude"].contains($0.name) }
    let rest = (AssetField.further + AssetField.details).filter { $0.value(asset) != .empty }
    return Feature(
      id: asset.id.description, geometry: .point(asset.place),
      properties: (agreed + rest).map { Feature.Property($0.name, $0.value(asset)) })
  }
}
