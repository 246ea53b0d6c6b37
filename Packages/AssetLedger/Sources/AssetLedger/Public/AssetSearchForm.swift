import YuiHTML
import YuiOpenData
import YuiTenancy
import YuiText

/// What narrows the list down.
struct AssetSearchForm: Component {
  let query: AssetQuery
  let municipalities: [LocalGovernment]
  let language: Language

  var markup: HTML {
    form(.method("get"), .action("/assets"), .class("filters"), .role("search")) {
      FormField(
        "q", label: AssetWording.words[language], language: language, need: .unmarked,
        control: .text(query.words))
      select(
        "class", AssetField.named("class")?.label,
        AssetClass.allCases.map { ($0.rawValue, $0.name) },
        query.assetClass?.rawValue)
      select(
        "availability", AssetField.named("availability")?.label,
        Availability.allCases.map { ($0.rawValue, $0.name) }, query.availability?.rawValue)
      if municipalities.count > 1 {
        select(
          "municipality", AssetWording.municipality,
          municipalities.map { ($0.code, LocalizedText(ja: $0.county + $0.name, en: "")) },
          query.municipality)
      }
      FormField(
        "height", label: AssetWording.leastHeight[language], language: language,
        need: .unmarked, control: .number(TableValue(query.leastHeight).text))
      FormField(
        "area", label: AssetWording.leastArea[language], language: language, need: .unmarked,
        control: .number(TableValue(query.leastArea).text))
      FormField(
        "street", label: AssetWording.mostStreetDistance[language], language: language,
        need: .unmarked, control: .number(TableValue(query.mostStreetDistance).text))
      check("power", AssetField.named("power")?.label, AssetWording.onlyPower, query.hasPower)
      check(
        "sharing", AssetField.named("sharing_allowed")?.label, AssetWording.onlySharing,
        query.allowsSharing)
      if !query.picks.isEmpty {
        input(.type("hidden"), .name("pick"), .value(query.pickText))
      }
      Button(AssetWording.search[language], style: .solid)
      if query.isNarrowed {
        LinkButton(AssetWording.reset[language], reset.address, style: .text)
      }
    }
  }

  /// Nothing asked for, with what was picked.
  private var reset: AssetQuery {
    var query = AssetQuery()
    query.picks = self.query.picks
    return query
  }

  private func select(
    _ name: String, _ label: LocalizedText?, _ options: [(String, LocalizedText)],
    _ selected: String?
  ) -> FormField {
    FormField(
      name, label: label?[language] ?? name, language: language, need: .unmarked,
      control: .select(
        options.map { Choice($0.0, $0.1, in: language) }, selected: selected,
        unchosen: AssetWording.all[language]))
  }

  private func check(
    _ name: String, _ label: LocalizedText?, _ words: LocalizedText, _ isOn: Bool
  ) -> FormField {
    FormField(
      name, label: label?[language] ?? name, language: language, need: .unmarked,
      control: .checkboxes(
        [Choice("yes", words[language])], selected: isOn ? ["yes"] : []))
  }
}
