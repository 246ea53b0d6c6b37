import YuiHTML
import YuiOpenData
import YuiTenancy
import YuiText
import YuiWeb

/// What stands over the list of sites: words, and the other conditions folded away.
struct SiteListFilters: Component {
  let context: RequestContext
  let query: StaffSiteQuery
  let profiles: KnownProfiles
  /// What is wrong with the day of verification.
  let badDay: String?

  private var language: Language { context.language }

  @HTMLBuilder var markup: HTML {
    form(.method("get"), .action(StaffPath.sites), .class("search-form"), .role("search")) {
      div(.class("search-form__line")) {
        label(.class("visually-hidden"), .for("site-search")) {
          context.text(ja: "名称、住所、SSID", en: "Name, address or SSID")
        }
        input(
          .class("text-box"), .type("search"), .id("site-search"), .name("q"), .value(query.words))
        Button(context.text(ja: "検索", en: "Search"), style: .solid, size: .medium)
      }
      details(.class("disclosure"), .open(isNarrowed)) {
        summary {
          context.text(ja: "さらに絞り込む", en: "More filters")
          Icon.chevronDown.markup
        }
        div(.class("filters")) { fields }
      }
      // These come by links alone, and stay until somebody takes them away.
      for field in linked { input(.type("hidden"), .name(field.name), .value(field.value)) }
    }
    if !linked.isEmpty { conditions }
  }

  private var isNarrowed: Bool {
    var plain = StaffSiteQuery()
    plain.words = query.words
    return query != plain
  }

  private var linked: [FormData.Field] {
    query.parameters.filter { ["mesh", "since", "due"].contains($0.name) }
  }

  @HTMLBuilder private var fields: HTML {
    let all = context.text(ja: "すべて", en: "All")
    select(
      "status", SiteField.status.name[language],
      StaffSiteQuery.Statuses.allCases.dropFirst().map { Choice($0.code, $0.name, in: language) },
      query.statuses.code, unchosen: StaffSiteQuery.Statuses.kept.name[language])
    select(
      "class", SiteField.facilityClass.name[language],
      FacilityClass.allCases.map { Choice($0.rawValue, $0.name, in: language) },
      query.facilityClass?.rawValue, unchosen: all)
    select(
      "openroaming", "OpenRoaming",
      OpenRoamingState.allCases.map { Choice($0.rawValue, $0.name, in: language) },
      query.openRoaming?.rawValue, unchosen: all)
    select(
      "position", context.text(ja: "位置", en: "Position"),
      StaffSiteQuery.Position.allCases.map { Choice($0.rawValue, $0.name, in: language) },
      query.position?.rawValue, unchosen: all)
    select(
      "points", context.text(ja: "アクセスポイント", en: "Access points"),
      [Choice("none", context.text(ja: "登録のないもの", en: "None known"))],
      query.hasNoAccessPoints ? "none" : nil, unchosen: all)
    FormField(
      "unverified", label: context.text(ja: "この日から確認していない", en: "Not verified since"),
      language: language, need: .unmarked,
      support: context.text(ja: "例）2026-04-01", en: "such as 2026-04-01"), error: badDay,
      control: .text(query.badDay ?? query.notVerifiedSince?.iso, width: .medium))
    select(
      "profile", SiteField.profile.name[language],
      profiles.choices(selected: query.profile?.description ?? "", in: language),
      query.profile?.description, unchosen: all)
  }

  private func select(
    _ name: String, _ label: String, _ choices: [Choice], _ selected: String?, unchosen: String
  ) -> FormField {
    FormField(
      name, label: label, language: language, need: .unmarked,
      control: .select(choices, selected: selected, unchosen: unchosen))
  }

  private var conditions: HTML {
    ul(.class("cluster"), .aria("label", context.text(ja: "絞り込みの条件", en: "Conditions"))) {
      if let mesh = query.mesh {
        condition(
          context.text(ja: "メッシュ \(mesh.code)", en: "Mesh \(mesh.code)")
        ) { $0.mesh = nil }
      }
      if let day = query.unchangedSince {
        condition(
          context.text(
            ja: "\(day.text(.ja))から同じ利用状況", en: "In this status since \(day.text(.en))")
        ) { $0.unchangedSince = nil }
      }
      if let day = query.openRoamingDueBefore {
        condition(
          context.text(
            ja: "OpenRoamingの予定が\(day.text(.ja))より前",
            en: "OpenRoaming planned before \(day.text(.en))")
        ) { $0.openRoamingDueBefore = nil }
      }
    }
  }

  private func condition(
    _ words: String, _ remove: (inout StaffSiteQuery) -> Void
  ) -> HTML {
    var without = query
    remove(&without)
    return li {
      ChipLabel(words)
      " "
      a(.href(without.address)) {
        context.text(ja: "外す", en: "Remove")
        span(.class("visually-hidden")) { words }
      }
    }
  }
}
