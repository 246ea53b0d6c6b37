import YuiHTML
import YuiOpenData
import YuiText
import YuiWeb

/// How a draft meets what somebody else made of the site meanwhile.
extension SiteDraft {
  /// What stands before the names of fields that tell what the form was opened with.
  static let basePrefix = "was_"

  /// Every field of the form.
  static let fields = SiteField.allCases.filter {
    textFields.contains($0) || dayFields.contains($0) || $0 == .position
  }

  /// What differs between what is stored by now and this draft, which began as `base`.
  func merge(from base: SiteDraft, with stored: SiteDraft) -> ThreeWayMerge<SiteField> {
    ThreeWayMerge(
      Self.fields, base: { base.entry(of: $0) }, stored: { stored.entry(of: $0) },
      mine: { entry(of: $0) })
  }

  /// What stands in the boxes of a field, as browsers send it back.
  func entry(of field: SiteField) -> [String] {
    boxes(of: field).map { box in
      box.value.replacing("\r\n", with: "\n").replacing("\r", with: "\n").trimmingWhitespace
    }
  }

  /// The boxes of all fields, each with a prefix before its name.
  func boxes(prefix: String) -> [FormData.Field] {
    Self.fields.flatMap(boxes).map { FormData.Field(prefix + $0.name, $0.value) }
  }

  private func boxes(of field: SiteField) -> [FormData.Field] {
    if field == .position {
      return [
        FormData.Field(Self.latitudeField, place.latitude),
        FormData.Field(Self.longitudeField, place.longitude),
      ]
    }
    guard Self.dayFields.contains(field) else {
      return [FormData.Field(field.rawValue, text(field))]
    }
    let day = day(field)
    return [("year", day.year), ("month", day.month), ("day", day.day)]
      .map { FormData.Field("\(field.rawValue)-\($0)", $1) }
  }

  /// What stands in a field, in the form that files have.
  func fileText(of field: SiteField) -> String {
    let entry = entry(of: field)
    switch field {
    case .position: return entry.filter { !$0.isEmpty }.joined(separator: ", ")
    case .ssids, .rcois: return entry[0].replacing("\n", with: ";")
    default:
      return days[field].flatMap { $0.date?.iso }
        ?? entry.filter { !$0.isEmpty }.joined(separator: "-")
    }
  }
}
