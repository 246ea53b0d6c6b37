import YuiHTML
import YuiOpenData
import YuiTenancy
import YuiText

/// What an asset says in a field, as people read it.
struct AssetValue: Component {
  let asset: Asset
  let field: AssetField
  let language: Language

  var markup: HTML {
    guard let words else { return span(.class("note")) { AssetWording.unknown[language] } }
    return HTML(words, in: language)
  }

  /// In words; `nil` where nobody knows.
  var words: LocalizedText? {
    let value = field.value(asset)
    switch (value, field.input) {
    case (.empty, _): return nil
    case (.text(let text), .choice(let options)), (.text(let text), .coded(let options, _)):
      return options.first { $0.code == text }?.name ?? Self.written(text)
    case (.text(let text), .choices(let options)):
      let names = text.split(separator: ";").map { code in
        options.first { $0.code == code }?.name[language] ?? String(code)
      }
      return LocalizedText(everywhere: names.joined(separator: language.isJapanese ? "、" : ", "))
    case (.text(let text), .yesNo): return text == "yes" ? AssetWording.yes : AssetWording.no
    case (.text(let text), _): return LocalGovernmentName.of(text, in: field) ?? Self.written(text)
    case (.date(let day), _): return LocalizedText(everywhere: day.text(language))
    case (.integer(let number), _) where field.name == "built_year":
      return LocalizedText(everywhere: "\(number)")
    case (.integer(let number), _): return measured(NumberText.grouped(number))
    case (.number(let number), _):
      let whole = Int(exactly: number)
      return measured(whole.map(NumberText.grouped) ?? value.text)
    case (.bool, _): return measured(value.text)
    }
  }

  private func measured(_ number: String) -> LocalizedText {
    let unit = field.unit[language]
    return LocalizedText(everywhere: unit.isEmpty ? number : "\(number) \(unit)")
  }

  /// What somebody wrote in one language alone: Japanese, unless it has no letter but ASCII's.
  private static func written(_ text: String) -> LocalizedText {
    text.utf8.allSatisfy { $0 < 0x80 }
      ? LocalizedText(everywhere: text) : LocalizedText(ja: text, en: "")
  }
}

/// The name of a municipality in place of its code.
private enum LocalGovernmentName {
  static func of(_ code: String, in field: AssetField) -> LocalizedText? {
    guard field.name.hasSuffix("_code") else { return nil }
    return LocalGovernment.named(code).map { LocalizedText(ja: $0.fullName, en: "") }
  }
}

/// Some of the facts of an asset, each with its name.
struct AssetFacts: Component {
  let asset: Asset
  let fields: [AssetField]
  let language: Language

  var markup: HTML {
    dl(.class("facts")) {
      for field in fields {
        div {
          dt { HTML(field.label, in: language) }
          dd { AssetValue(asset: asset, field: field, language: language) }
        }
      }
    }
  }
}

extension AssetField {
  /// What operators ask first, and find nowhere else: shown also where nobody knows.
  static let asked = named(
    "height_m", "area_m2", "street_distance_m", "power", "load", "sharing_allowed")

  /// What a page shows under a heading beside those, in the order of the columns.
  static func beside(_ group: Group) -> [AssetField] {
    let elsewhere: Set<String> =
      ["id", "name", "name_en", "latitude", "longitude", "publish", "contact"]
    return all.filter { field in
      field.group == group && !elsewhere.contains(field.name)
        && !asked.contains { $0.name == field.name }
    }
  }

  private static func named(_ names: String...) -> [AssetField] {
    names.compactMap { named($0) }
  }
}

extension AssetField.Group {
  var name: LocalizedText {
    switch self {
    case .identity: LocalizedText(ja: "所在と所有", en: "Where and whose it is")
    case .size: LocalizedText(ja: "大きさと構造", en: "Size and structure")
    case .supply: LocalizedText(ja: "電源・回線・立入り", en: "Power, fibre, access")
    case .constraints: LocalizedText(ja: "制約と今の利用", en: "Constraints and use")
    case .terms: LocalizedText(ja: "利用の条件", en: "Terms")
    case .details: LocalizedText(ja: "種類ごとの項目", en: "Of its class")
    case .record: LocalizedText(ja: "情報の記録", en: "About this record")
    }
  }
}
