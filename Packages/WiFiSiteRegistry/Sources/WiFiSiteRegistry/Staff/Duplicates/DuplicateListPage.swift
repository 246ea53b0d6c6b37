import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// The pairs of sites that may be the same, the surest first.
struct DuplicateListPage {
  private static let pageSize = 20

  let context: RequestContext
  let search: DuplicateSearch
  let number: Int
  let shown: [DuplicateSearch.Finding]
  let sites: [UUIDv7: WiFiSite]
  let points: [UUIDv7: Int]

  init(
    _ search: DuplicateSearch, page: Int, _ context: RequestContext, in source: some Queryable
  ) throws {
    self.context = context
    self.search = search
    let pages = (search.findings.count + Self.pageSize - 1) / Self.pageSize
    number = min(max(1, page), max(1, pages))
    shown = Array(search.findings.dropFirst((number - 1) * Self.pageSize).prefix(Self.pageSize))
    let ids = shown.flatMap { [$0.pair.first, $0.pair.second] }
    sites = try SiteStore.sites(ids, in: source)
    points = try AccessPointStore.counts(of: ids, in: source)
  }

  private var language: Language { context.language }
  private var mayManage: Bool { context.may(WiFiPermission.manage) }

  var response: Response {
    context.page(
      LocalizedText(ja: "重複しているかもしれない施設", en: "Sites that may be the same"),
      lead: LocalizedText(
        ja: "名称が同じか似ている施設と、25m以内にある施設を組にしています。確かなものから順に並べています。",
        en: "Pairs with the same name or nearly the same, or within 25 m, the surest first."),
      breadcrumbs: [StaffPath.trail], alert: StaffNotice(context: context).markup
    ) {
      p(.role("status")) { total }
      for finding in shown { panel(finding) }
      Pagination(
        context.text(ja: "施設の組", en: "Pairs"), previous: address(number - 1),
        next: address(number + 1), language: language)
      crowds
    }
  }

  private func address(_ page: Int) -> String? {
    guard page >= 1, (page - 1) * Self.pageSize < search.findings.count else { return nil }
    return "\(DuplicatePages.path)?page=\(page)"
  }

  private var total: String {
    let count = NumberText.grouped(search.findings.count)
    if search.findings.isEmpty {
      return context.text(ja: "重複しているかもしれない施設はありません。", en: "No two sites may be the same.")
    }
    if search.findings.count == DuplicateSearch.mostFindings {
      return context.text(ja: "\(count)組以上あります。", en: "There are \(count) pairs or more.")
    }
    return context.text(ja: "\(count)組あります。", en: "Pairs: \(count)")
  }

  @HTMLBuilder private func panel(_ finding: DuplicateSearch.Finding) -> HTML {
    if let one = sites[finding.pair.first], let other = sites[finding.pair.second] {
      section(.class("panel")) {
        h2 { HTML(one.localizedName, in: language) }
        div(.class("cluster")) { reasons(finding) }
        table(one, other)
        if mayManage {
          ButtonRow {
            LinkButton(
              context.text(ja: "比べて統合する", en: "Compare and merge"),
              DuplicatePages.comparison(of: finding.pair), size: .medium)
            form(.method("post"), .action("\(DuplicatePages.path)/different")) {
              context.antiForgeryField
              input(.type("hidden"), .name("a"), .value(one.id.description))
              input(.type("hidden"), .name("b"), .value(other.id.description))
              Button(context.text(ja: "別の施設です", en: "Not the same"), size: .medium)
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private func reasons(_ finding: DuplicateSearch.Finding) -> HTML {
    if finding.hasSameName {
      ChipLabel(context.text(ja: "名称が同じ", en: "Same name"), color: .red)
    } else if finding.hasSimilarName {
      ChipLabel(context.text(ja: "名称が似ている", en: "Similar name"), color: .orange)
    }
    if let distance = finding.distance {
      ChipLabel(
        context.text(
          ja: "距離 \(WiFiWording.distance(distance)[.ja])",
          en: "\(WiFiWording.distance(distance)[.en]) apart"),
        color: distance <= DuplicateSearch.sameSpot ? .red : .gray)
    }
  }

  private func table(_ one: WiFiSite, _ other: WiFiSite) -> DataTable {
    let fields: [SiteField] = [
      .name, .address, .facilityClass, .status, .openRoaming, .ssids, .verifiedOn,
    ]
    let rows = fields.map { field in
      [HTML(field.name, in: language)]
        + [one, other].map { SiteValue(field, field.text(of: $0), language).markup }
    }
    let counts = [one, other].map { HTML(NumberText.grouped(points[$0.id] ?? 0)) }
    return DataTable(
      context.text(ja: "2つの施設", en: "The two sites"),
      columns: [
        .init(context.text(ja: "項目", en: "Field")), .init("A"), .init("B"),
      ],
      rows: rows + [[HTML(context.text(ja: "アクセスポイント", en: "Access points"))] + counts],
      isDense: true)
  }

  @HTMLBuilder private var crowds: HTML {
    if !search.crowds.isEmpty {
      section(.class("panel")) {
        h2 { context.text(ja: "同じ名称が多い施設", en: "Names that many sites have") }
        p {
          context.text(
            ja: "数が多いため、組にはしていません。", en: "They are too many to be paired.")
        }
        ul {
          for crowd in search.crowds.prefix(Self.pageSize) {
            li {
              a(.href("\(StaffPath.sites)?\(query(crowd.name))")) {
                HTML(LocalizedText(asWritten: crowd.name), in: language)
              }
              context.text(
                ja: " \(NumberText.grouped(crowd.sites))件",
                en: " \(NumberText.grouped(crowd.sites)) sites")
            }
          }
        }
      }
    }
  }

  private func query(_ name: String) -> String {
    URLEncodedForm.encode([FormData.Field("q", name)])
  }
}
