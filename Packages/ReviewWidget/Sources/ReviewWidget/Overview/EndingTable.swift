import YuiHTML
import YuiStatistics
import YuiTenancy
import YuiText
import YuiWeb

/// How satisfied people were by how it ended for them, service by service; nothing where no
/// response says.
struct EndingTable: Component {
  let context: RequestContext
  let services: [(service: ReviewedService, shares: EndingShares)]

  @HTMLBuilder var markup: HTML {
    if !services.isEmpty {
      DataTable(
        context.text(
          ja: "終わり方ごとの満足（4・5）と回答数（これまで）",
          en: "Good or very good by how it ended, and responses (so far)"),
        columns: [.init(context.text(ja: "サービス", en: "Service"))]
          + Ending.allCases.map { .init($0.name[context.language], .number) },
        rows: rows, isDense: true)
    }
  }

  private var rows: [[HTML]] {
    let all = services.reduce(EndingShares()) { $0 + $1.shares }
    let sum = [HTML(context.text(ja: "合計", en: "All"))] + cells(all)
    return (services.count > 1 ? [sum] : [])
      + services.map { service, shares in
        [a(.href("/reviews/\(service.slug)")) { HTML(service.name, in: context.language) }]
          + cells(shares)
      }
  }

  private func cells(_ shares: EndingShares) -> [HTML] {
    Ending.allCases.map { ending in
      guard let share = shares[ending].share else { return HTML("–") }
      let count = NumberText.grouped(shares[ending].total)
      return HTML(
        context.text(
          ja: "\(Percent.text(share))（\(count)件）", en: "\(Percent.text(share)) of \(count)"))
    }
  }
}
