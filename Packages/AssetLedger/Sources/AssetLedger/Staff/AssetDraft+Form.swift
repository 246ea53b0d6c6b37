import YuiHTML
import YuiText
import YuiWeb

extension AssetDraft {
  /// What stands before the names of the hidden fields that tell from what a form was made.
  static let basePrefix = "base_"

  /// Reads the boxes of a form.
  init(form: FormData) {
    self.init()
    for field in AssetField.all {
      switch field.input {
      case .choices: self[field.name] = form.values(named: field.name).joined(separator: ";")
      case .day:
        let entry = DateEntry(named: field.name) { form.first($0) }
        self[field.name] = entry.date?.iso ?? [entry.year, entry.month, entry.day].joined()
      default: self[field.name] = form.first(field.name) ?? ""
      }
    }
  }

  /// What is compared of a field when two people changed the same asset: half a position is no
  /// change of its own, and what only some classes have depends on the class.
  func compared(_ field: AssetField) -> [String] {
    switch (field.input, field.group) {
    case (.place, _): [self["latitude"], self["longitude"]]
    case (_, .details): [self["class"], self[field.name]]
    default: [self[field.name]]
    }
  }

  /// Reads from what a form was made.
  init(base form: FormData) {
    self.init()
    for field in AssetField.all {
      self[field.name] = form.first(Self.basePrefix + field.name) ?? ""
    }
  }
}
