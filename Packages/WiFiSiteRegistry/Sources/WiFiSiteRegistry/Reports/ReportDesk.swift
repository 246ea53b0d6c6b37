import YuiCasework
import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// The inbox of what people reported.
struct ReportDesk: CaseDesk {
  private static let mostTopics = 1_000

  let definition = ReportCases.definition
  let title = LocalizedText(ja: "障害の報告", en: "Outage reports")
  let topicName = LocalizedText(ja: "施設", en: "Site")
  let rankName = LocalizedText(ja: "内容", en: "What is wrong")

  var ranks: [(rank: Int, name: LocalizedText)] {
    ReportKind.allCases.map { ($0.rank, $0.name) }
  }

  func topics(_ context: RequestContext, in source: some Queryable) throws -> [Choice] {
    let ids = try ReportStore.sites(limit: Self.mostTopics, in: source)
    let sites = try SiteStore.sites(ids, in: source)
    return ids.compactMap { id in
      sites[id].map { Choice(id.description, $0.localizedName, in: context.language) }
    }
  }

  func subjects(
    _ ids: [String], _ context: RequestContext, in source: some Queryable
  ) throws -> [String: CaseSubject] {
    let reports = try ReportStore.reports(ids.compactMap { UUIDv7($0) }, in: source)
    let sites = try SiteStore.sites(Array(Set(reports.map(\.site))), in: source)
    var subjects: [String: CaseSubject] = [:]
    for report in reports {
      guard let site = sites[report.site] else { continue }
      let item = try ReportCases.store.case(about: report.id.description, in: source)
      let view = ReportView(report: report, site: site, item: item, context: context)
      subjects[report.id.description] = CaseSubject(
        text: report.comment.isEmpty ? report.kind.name[context.language] : report.comment,
        language: report.comment.isEmpty ? nil : report.language, facts: view.facts,
        details: view.details)
    }
    return subjects
  }
}
