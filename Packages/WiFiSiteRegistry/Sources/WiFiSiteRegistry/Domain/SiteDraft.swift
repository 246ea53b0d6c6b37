import YuiHTML
import YuiText
import YuiWeb

/// A site as somebody entered it, before it is checked.
struct SiteDraft: Sendable {
  /// What stands in the fields of one text, by field.
  private(set) var texts: [SiteField: String] = [:]
  private(set) var place = CoordinateEntry()
  private(set) var days: [SiteField: DateEntry] = [:]

  /// The fields that are days.
  static let dayFields: [SiteField] = [.installedOn, .verifiedOn, .openRoamingSince]
  /// The fields that are one text, in whatever form.
  static let textFields = SiteField.allCases.filter { field in
    !SiteField.ofHistory.contains(field) && !dayFields.contains(field)
      && ![.position, .doubt, .extras].contains(field)
  }
  static let latitudeField = "latitude"
  static let longitudeField = "longitude"

  init(_ site: WiFiSite) {
    for field in Self.textFields { texts[field] = field.text(of: site) }
    texts[.ssids] = site.ssids.joined(separator: "\n")
    texts[.rcois] = site.rcois.map(\.description).joined(separator: "\n")
    place = CoordinateEntry(site.place)
    days = [
      .installedOn: site.installedOn, .verifiedOn: site.verifiedOn,
      .openRoamingSince: site.openRoamingSince,
    ].mapValues { $0.map(DateEntry.init) ?? DateEntry() }
  }

  /// - Parameter prefix: what stands before the names of the form's fields.
  init(form: FormData, prefix: String = "") {
    for field in Self.textFields {
      // They come unseen with what is copied from an address book.
      texts[field] =
        (form.first(prefix + field.rawValue) ?? "").withoutDirectionControls
        .trimmingWhitespace
    }
    place = CoordinateEntry(
      latitude: form.first(prefix + Self.latitudeField) ?? "",
      longitude: form.first(prefix + Self.longitudeField) ?? "")
    for field in Self.dayFields {
      days[field] = DateEntry(named: prefix + field.rawValue) { form.first($0) }
    }
  }

  func text(_ field: SiteField) -> String { texts[field] ?? "" }
  func day(_ field: SiteField) -> DateEntry { days[field] ?? DateEntry() }

  /// What stands in a field becomes what stands there in another draft.
  mutating func take(_ field: SiteField, from other: SiteDraft) {
    if field == .position { place = other.place }
    texts[field] = other.texts[field]
    days[field] = other.days[field]
  }
}
