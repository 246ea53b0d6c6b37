import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/wifi`: the sites, filtered and page by page, to be changed one by one or many at once.
struct StaffSiteListPage {
  static let pageSize = 50

  let context: RequestContext
  let query: StaffSiteQuery
  let sites: [WiFiSite]
  let next: UUIDv7?
  let points: [UUIDv7: Int]
  /// How many sites match, counted up to one more than can be changed at once.
  let count: Int
  let lag: Int
  let profiles: KnownProfiles

  init(_ context: RequestContext, in source: some Queryable) throws {
    self.context = context
    query = try StaffSiteQuery(context.request)
    let after = try context.request.query("after", as: UUIDv7.self)
    let found =
      query.badDay == nil
      ? try SiteStore.page(query.filter, after: after, limit: Self.pageSize + 1, in: source) : []
    sites = Array(found.prefix(Self.pageSize))
    next = found.count > Self.pageSize ? sites.last?.id : nil
    points = try AccessPointStore.counts(of: sites.map(\.id), in: source)
    count =
      query.badDay == nil
      ? try SiteStore.count(of: query.filter, upTo: BulkChange.most + 1, in: source) : 0
    profiles = try ProfileStore.known(in: source)
    lag = query.words.isEmpty ? 0 : try SiteStore.words.lag(source)
  }

  private var language: Language { context.language }
  private var mayManage: Bool { context.may(WiFiPermission.manage) }

  var response: Response {
    let badDay = query.badDay.map { _ in
      context.text(ja: "日付を2026-04-01の形で入力してください。", en: "Enter the day like 2026-04-01.")
    }
    let errors = badDay.map { [FieldError("unverified", $0)] } ?? []
    return context.page(
      LocalizedText(ja: "Wi-Fiの施設", en: "Wi-Fi sites"),
      alert: errors.isEmpty
        ? StaffNotice(context: context).markup
        : ErrorSummary(errors, language: language).markup,
      hasErrors: !errors.isEmpty, status: errors.isEmpty ? 200 : 422
    ) {
      tools
      SiteListFilters(context: context, query: query, profiles: profiles, badDay: badDay)
      if errors.isEmpty { found }
    }
  }

  private var tools: ButtonRow {
    ButtonRow {
      if mayManage {
        LinkButton(
          context.text(ja: "施設を追加", en: "Add a site"), "\(StaffPath.sites)/new", style: .solid)
        LinkButton(
          context.text(ja: "重複を探す", en: "Find duplicates"), "\(StaffPath.sites)/duplicates")
      }
    }
  }

  @HTMLBuilder private var found: HTML {
    p(.role("status")) { total }
    if lag > 0 {
      p(.class("note")) {
        context.text(
          ja: "検索の索引は、あと\(NumberText.grouped(lag))件を処理中です。",
          en: "The search index has \(NumberText.grouped(lag)) more to follow.")
      }
    }
    if !sites.isEmpty {
      if mayManage { choosable } else { table }
    }
    Pagination(
      context.text(ja: "施設の一覧", en: "Sites"), previous: nil,
      next: next.map { after in
        "\(StaffPath.sites)?"
          + URLEncodedForm.encode(query.parameters + [FormData.Field("after", after.description)])
      }, language: language)
  }

  private var total: String {
    if count > BulkChange.most {
      let most = NumberText.grouped(BulkChange.most)
      return context.text(ja: "\(most)件以上あります。", en: "There are more than \(most) sites.")
    }
    return context.text(
      ja: "\(NumberText.grouped(count))件あります。",
      en: count == 1 ? "There is one site." : "There are \(NumberText.grouped(count)) sites.")
  }

  private var choosable: HTML {
    form(.method("get"), .action(BulkPages.path)) {
      for field in query.parameters {
        input(.type("hidden"), .name(field.name), .value(field.value))
      }
      table
      ButtonRow {
        Button(
          context.text(ja: "選んだ施設をまとめて変更", en: "Change the chosen sites"),
          name: "scope", value: BulkScope.chosen.rawValue)
        if count <= BulkChange.most {
          Button(
            context.text(
              ja: "条件に合う\(NumberText.grouped(count))件すべてを変更",
              en: "Change all \(NumberText.grouped(count)) that match"),
            name: "scope", value: BulkScope.all.rawValue)
        }
      }
    }
  }

  private var table: DataTable {
    DataTable(
      context.text(ja: "施設", en: "Sites"),
      columns: [
        .init(SiteField.name.name[language]), .init(SiteField.facilityClass.name[language]),
        .init(SiteField.status.name[language]), .init("OpenRoaming"),
        .init(SiteField.verifiedOn.name[language]),
        .init(context.text(ja: "アクセスポイント", en: "Access points"), .number),
      ], rows: sites.map(row), isDense: true)
  }

  private func row(_ site: WiFiSite) -> [HTML] {
    [
      name(site), HTML(site.facilityClass.name, in: language),
      SiteChips.status(site.status, language).markup,
      SiteChips.openRoaming(site, language).markup,
      site.verifiedOn.map { DateText($0, language: language).markup }
        ?? HTML(context.text(ja: "未確認", en: "never")),
      HTML(NumberText.grouped(points[site.id] ?? 0)),
    ]
  }

  private func name(_ site: WiFiSite) -> HTML {
    div(.class("actions")) {
      if mayManage {
        input(
          .type("checkbox"), .class("choice__box"), .name("site"), .value(site.id.description),
          .aria(
            "label",
            context.text(ja: "\(site.name)を選ぶ", en: "Choose \(site.localizedName[.en])")))
      }
      div {
        a(.href(StaffPath.site(site.id))) { HTML(site.localizedName, in: language) }
        SiteChips.position(site, language)
        if !site.address.isEmpty {
          p(.class("note")) { HTML(LocalizedText(asWritten: site.address), in: language) }
        }
      }
    }
  }
}
