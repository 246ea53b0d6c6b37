import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// What was reported and where, without a word of what anybody wrote.
enum ReportDigest {
  private static let mostSites = 50

  static let digest = ModuleDigest(
    "reports", title: LocalizedText(ja: "Wi-Fiの障害の報告", en: "Wi-Fi outage reports"),
    permission: WiFiPermission.read, compose: compose)

  private static func compose(
    _ span: Range<Timestamp>, in snapshot: Snapshot
  ) throws -> DigestContent? {
    let counts = try ReportStore.counts(span, limit: mostSites, in: snapshot)
    guard !counts.isEmpty else { return nil }
    let sites = try SiteStore.sites(counts.map(\.site), in: snapshot)
    let total = counts.reduce(0) { $0 + $1.reports }
    return DigestContent(
      subject: LocalizedText(
        ja: "Wi-Fiの障害の報告 \(total)件（\(counts.count)施設）",
        en: "\(total) Wi-Fi outage reports (\(counts.count) sites)"),
      lines: counts.compactMap { count in
        sites[count.site].map { line($0, count.reports) }
      } + [
        .init(LocalizedText(ja: "障害の報告", en: "Outage reports"), path: ReportCases.path)
      ],
      data: [
        "from": .string(span.lowerBound.rfc3339), "until": .string(span.upperBound.rfc3339),
        "reports": .integer(Int64(total)),
        "sites": .array(
          counts.map { count in
            [
              "id": .string(count.site.description), "reports": .integer(Int64(count.reports)),
              "path": .string("\(ReportCases.path)?topic=\(count.site)"),
            ]
          }),
      ])
  }

  private static func line(_ site: WiFiSite, _ reports: Int) -> DigestContent.Line {
    let name = site.localizedName
    return DigestContent.Line(
      LocalizedText(
        ja: "\(name[.ja])：\(reports)件（\(site.status.name[.ja])）",
        en: "\(name[.en]): \(reports) (\(site.status.name[.en]))"),
      path: "\(ReportCases.path)?topic=\(site.id)")
  }
}
