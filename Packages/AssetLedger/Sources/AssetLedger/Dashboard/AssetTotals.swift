import YuiStorage
import YuiTenancy
import YuiText

/// What everybody may know of all assets together.
struct AssetTotals: Sendable {
  /// How many assets there are in each state, of one class or in one municipality.
  struct Row: Sendable, Hashable {
    let name: LocalizedText
    var counts: [Availability: Int]

    var total: Int { counts.values.reduce(0, +) }
  }

  /// By class, the most first.
  let classes: [Row]
  /// By the municipality in which they lie, the most first; those of none last.
  let municipalities: [Row]

  init(in source: some Queryable) throws {
    var classes: [AssetClass: [Availability: Int]] = [:]
    var municipalities: [String: [Availability: Int]] = [:]
    for (kind, assets) in try AssetCounts.all(.public, in: source) {
      classes[kind.assetClass, default: [:]][kind.availability, default: 0] += assets
      municipalities[kind.municipality, default: [:]][kind.availability, default: 0] += assets
    }
    self.classes = Self.sorted(classes.map { Row(name: $0.key.name, counts: $0.value) })
    let nowhere = municipalities.removeValue(forKey: "")
    self.municipalities =
      Self.sorted(
        municipalities.map { Row(name: Self.name(ofMunicipality: $0.key), counts: $0.value) })
      + (nowhere.map { [Row(name: Self.none, counts: $0)] } ?? [])
  }

  /// How many there are.
  var assets: Int { classes.reduce(0) { $0 + $1.total } }
  /// How many can be applied for.
  var open: Int { classes.reduce(0) { $0 + ($1.counts[.open] ?? 0) } }

  private static func sorted(_ rows: [Row]) -> [Row] {
    rows.sorted { ($0.total, $1.name[.ja]) > ($1.total, $0.name[.ja]) }
  }

  private static let none = LocalizedText(ja: "市区町村の記載なし", en: "No municipality given")

  private static func name(ofMunicipality code: String) -> LocalizedText {
    LocalGovernment.named(code).map { LocalizedText(ja: $0.name, en: "") }
      ?? LocalizedText(everywhere: code)
  }
}
