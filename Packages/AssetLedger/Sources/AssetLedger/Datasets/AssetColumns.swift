import YuiOpenData
import YuiText

/// The columns of `assets`: a field each.
enum AssetColumns {
  static let all = AssetField.all.map(definition(of:))

  private static func definition(of field: AssetField) -> DatasetColumn {
    DatasetColumn(
      field.name, label: label(of: field), aliases: aliases[field.name] ?? [],
      isRequired: field.isRequired, kind: field.column, help: help(of: field))
  }

  /// With its unit, as spreadsheets have it.
  private static func label(of field: AssetField) -> LocalizedText {
    let unit = field.unit[.ja]
    return unit.isEmpty ? field.label : field.label.mapWords { "\($0) (\(unit))" }
  }

  /// What may be entered; for whom a field is.
  private static func help(of field: AssetField) -> LocalizedText {
    var help = field.help
    switch field.input {
    case .choice(let options), .choices(let options):
      let codes = options.map(\.code).joined(separator: ", ")
      help = LocalizedText(ja: codes, en: codes)
    case .yesNo: help = LocalizedText(everywhere: "yes, no")
    default: break
    }
    guard !field.classes.isEmpty else { return help }
    let codes = AssetClass.allCases.filter(field.belongs).map(\.rawValue).joined(separator: ", ")
    return LocalizedText(ja: "\(codes)だけ。\(help[.ja])", en: "\(codes) only. \(help[.en])")
  }

  /// What lists of municipalities call a column.
  private static let aliases: [String: [String]] = [
    "id": ["番号", "管理番号", "資産ID"], "class": ["種別", "区分", "資産種別"],
    "name": ["施設名", "資産名", "財産名称"], "owner": ["所有者名"],
    "bureau": ["局", "局名", "所管局", "所管課", "担当部署"], "address": ["所在地", "所在"],
    "area_m2": ["面積", "面積（㎡）"], "height_m": ["高さ", "高さ（m）"],
    "street_distance_m": ["道路までの距離"], "contact": ["連絡先"], "note": ["摘要"],
    "roof_area_m2": ["使える屋上の面積"],
  ]
}
