import YuiHTML
import YuiText
import YuiWeb

/// The access points of a site.
struct AccessPointTable: Component {
  let site: WiFiSite
  let points: [AccessPoint]
  let mayManage: Bool
  let language: Language

  var markup: HTML {
    DataTable(
      LocalizedText(ja: "アクセスポイント", en: "Access points")[language],
      columns: columns, rows: points.map(row), isDense: true
    ).markup
  }

  private var columns: [DataTable.Column] {
    let names = [
      LocalizedText(ja: "番号", en: "Code"), LocalizedText(ja: "場所", en: "Place"),
      LocalizedText(ja: "周波数帯", en: "Bands"), LocalizedText(ja: "セキュリティ", en: "Security"),
      SiteField.status.name, LocalizedText(ja: "設置日", en: "Installed on"),
    ]
    let action = mayManage ? [LocalizedText(ja: "操作", en: "Action")] : []
    return (names + action).map { DataTable.Column($0[language]) }
  }

  private func row(_ point: AccessPoint) -> [HTML] {
    let cells = [
      HTML(point.code), HTML(LocalizedText(asWritten: point.position), in: language),
      HTML(RadioBand.allCases.filter(point.bands.contains).map(\.rawValue).joined(separator: ", ")),
      HTML(
        WiFiSecurity.allCases.filter(point.security.contains).map(\.rawValue)
          .joined(separator: ", ")),
      SiteChips.status(point.status, language).markup,
      point.installedOn.map { DateText($0, language: language).markup } ?? HTML("–"),
    ]
    guard mayManage else { return cells }
    let edit = a(.href(AccessPointPages.address(of: point.code, at: site.id))) {
      LocalizedText(ja: "編集", en: "Edit")[language]
      span(.class("visually-hidden")) { " \(point.code)" }
    }
    return cells + [edit]
  }
}
