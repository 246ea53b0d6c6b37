import YuiOpenData
import YuiStorage
import YuiText

/// What everybody may know of a site: the older layout, then what it has no column for.
enum PublishedSite {
  static let layout: [SiteLayout.Column] =
    SiteLayout.older + SiteLayout.added.filter { $0.cell != .profile }

  static let columns = SiteLayout.definitions(of: layout)

  private static let cells = layout.compactMap(\.cell)

  /// The values of a site in the order of the columns.
  static func values(of site: WiFiSite) -> [TableValue] { cells.map { $0.value(of: site) } }

  /// A site on the map.
  static func feature(of site: WiFiSite) -> Feature {
    feature(of: site, zip(layout, values(of: site)))
  }

  /// A site on the map by the columns of a layout; what its geometry and its id say is not said again.
  static func feature(
    of site: WiFiSite, _ cells: some Sequence<(SiteLayout.Column, TableValue)>
  ) -> Feature {
    Feature(
      id: site.id.description, geometry: site.place.map(Geometry.point),
      properties: cells.compactMap { column, value in
        if let cell = column.cell, [.latitude, .longitude, .id].contains(cell) { return nil }
        return Feature.Property(column.name, value)
      })
  }
}

extension SiteCell {
  /// What the cell of a site holds, as the kind that its column is of.
  func value(of site: WiFiSite) -> TableValue {
    switch self {
    case .latitude: return TableValue(site.place?.latitude)
    case .longitude: return TableValue(site.place?.longitude)
    case .batteryHours: return TableValue(site.batteryHours)
    case .verifiedOn: return TableValue(site.verifiedOn)
    case .openRoamingSince: return TableValue(site.openRoamingSince)
    case .installedOn: return TableValue(site.installedOn)
    default:
      let text = text(of: site)
      return text.isEmpty ? .empty : .text(text)
    }
  }
}
