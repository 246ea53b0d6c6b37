import YuiOpenData
import YuiStorage
import YuiText

extension AssetField {
  /// What only assets of some classes have: a row of a table each.
  static let details: [AssetField] = [
    detail(
      "roof_area_m2", [.building],
      Words(ja: "使える屋上の面積", en: "Usable roof area", unit: LocalizedText(everywhere: "m²")),
      .measure(0...1_000_000, units: ["m2", "㎡"])),
    detail(
      "roof_shape", [.building, .subwayEntrance, .busStop],
      Words(ja: "屋根の形", en: "Shape of the roof"), .choice(\RoofShape.name)),
    detail("roof_access", [.building], Words(ja: "屋上への上がり方", en: "Way to the roof"), .line(200)),
    detail("lightning_rod", [.building], Words(ja: "避雷設備", en: "Lightning rod"), .yesNo),
    detail("zoning", [.land, .park], Words(ja: "用途地域", en: "Zoning"), .line(100)),
    detail("ground", [.land, .park], Words(ja: "地面", en: "Ground"), .line(100)),
    detail(
      "vehicle_access", [.land, .park], Words(ja: "車両の進入", en: "Vehicle access"), .yesNo),
    detail(
      "buildable_area_m2", [.park],
      Words(
        ja: "設置できる面積の残り", en: "Area left to build on", unit: LocalizedText(everywhere: "m²")),
      .measure(0...1_000_000, units: ["m2", "㎡"])),
    detail(
      "shelter", [.busStop, .subwayEntrance], Words(ja: "上屋", en: "Shelter"), .yesNo),
    detail(
      "line_name", [.busStop, .subwayEntrance], Words(ja: "路線", en: "Line"), .line(200)),
    detail(
      "ceiling_height_m", [.underpass, .subwayEntrance],
      Words(ja: "天井の高さ", en: "Ceiling height", unit: metres),
      .measure(0...100, units: metreUnits)),
    detail(
      "length_m", [.underpass], Words(ja: "長さ", en: "Length", unit: metres),
      .measure(0...10_000, units: metreUnits)),
    detail(
      "pole_material", [.streetLight, .pole, .busStop], Words(ja: "柱の材質", en: "Material"),
      .line(100)),
    detail(
      "pole_diameter_mm", [.streetLight, .pole],
      Words(ja: "柱の太さ", en: "Diameter", unit: LocalizedText(everywhere: "mm")),
      .measure(0...5_000, units: ["mm", "ミリ"])),
    detail(
      "attachments", [.streetLight, .pole],
      Words(ja: "すでに付いているもの", en: "What hangs on it already"), .line(300)),
    detail(
      "telephone_in_use", [.phoneBox], Words(ja: "電話の稼働", en: "Telephone in use"), .yesNo),
    detail("kind", [.other], Words(ja: "何であるか", en: "What it is"), .line(200)),
  ]

  /// A field whose value is kept among the details, as files have it.
  private static func detail<Value>(
    _ name: String, _ classes: Set<AssetClass>, _ words: Words, _ type: FieldType<Value>
  ) -> AssetField {
    let reader = type.reader.orDash
    return AssetField(
      name: name, group: .details, words: words, classes: classes, input: type.input,
      column: type.column,
      value: { asset in
        guard let text = asset.details[name], let reading = type.reader.reading(of: text) else {
          return .empty
        }
        return type.table(reading.value)
      },
      copy: { $1.details[name] = $0.details[name] },
      read: { row, asset in
        let value = try row.optional(name, reader) ?? nil
        asset.details[name] = value.map { type.table($0).text }
        return true
      },
      take: { text, asset in
        asset.details[name] = nil
        guard !text.isEmpty else { return nil }
        guard let reading = reader.reading(of: text) else { return reader.expectation }
        asset.details[name] = reading.value.map { type.table($0).text }
        return nil
      },
      bind: { .text($0.details[name] ?? "") }, load: { _, _, _ in })
  }
}

/// How a roof is shaped.
enum RoofShape: String, CaseIterable, Sendable {
  case flat
  case sloped
  case none

  var name: LocalizedText {
    switch self {
    case .flat: LocalizedText(ja: "陸屋根（平ら）", en: "Flat")
    case .sloped: LocalizedText(ja: "勾配屋根", en: "Sloped")
    case .none: LocalizedText(ja: "屋根なし", en: "None")
    }
  }
}

extension Asset {
  /// Forgets what only assets of another class have.
  mutating func dropForeignDetails() {
    for field in AssetField.details
    where details[field.name] != nil && !field.belongs(to: assetClass) {
      details[field.name] = nil
    }
  }

  /// The details in one text: a line each, in the order of the fields.
  var detailLines: String {
    guard !details.isEmpty else { return "" }
    return details.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      .joined(separator: "\n")
  }

  /// Details from such a text.
  static func details(from lines: String) -> [String: String] {
    guard !lines.isEmpty else { return [:] }
    var details: [String: String] = [:]
    for line in lines.split(separator: "\n") {
      guard let end = line.firstIndex(of: "=") else { continue }
      details[String(line[..<end])] = String(line[line.index(after: end)...])
    }
    return details
  }
}
