import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/reviews/exports/…`: files of responses and figures, each recorded in the audit log.
enum ExportRoutes {
  static let routes: [Route] =
    [ExportsPage.route]
    + TableFileWriter.Form.allCases.flatMap { format in
      [
        export("responses", format) { ResponsesExport(filter: try ResponseFilter($0.request)) },
        export("feedback-records", format) {
          FeedbackRecords(filter: try ResponseFilter($0.request))
        },
        export("statistics", format) { _ in StatisticsTable(isPublic: false) },
      ]
    } + [
      export("a11", .csv, byteOrderMark: false) {
        A11Upload(filter: try ResponseFilter($0.request))
      },
      export("a11-quarter", .csv, byteOrderMark: false, quarter),
    ]

  /// - Parameter byteOrderMark: none for files whose headers another program reads to the letter.
  private static func export(
    _ name: String, _ format: TableFileWriter.Form, byteOrderMark: Bool = true,
    _ table: @escaping @Sendable (RequestContext) throws -> any ExportTable
  ) -> Route {
    .get(
      "/staff/reviews/exports/\(name).\(format.rawValue)",
      access: .permission(ReviewPermission.read),
      slow: { context in
        let table = try table(context)
        let store = context.site.store
        let file = try SpooledFile()
        let rows = try table.write(
          as: format, byteOrderMark: byteOrderMark,
          reading: { cursor in try store.read { try table.rows(after: cursor, in: $0) } },
          to: { try file.append($0) })
        var details = try ResponseFilter(context.request).details
        details["rows"] = String(rows)
        let event = AuditEvent(
          "reviews.exported", subject: "\(name).\(format.rawValue)", details: details)
        try store.write { try context.record(event, in: $0) }
        return try file.response(contentType: format.contentType)
          .download(filename: "reviews-\(name).\(format.rawValue)")
      })
  }

  private static func quarter(_ context: RequestContext) throws -> A11Quarter {
    let today = context.now.date
    let year = try context.request.query("year", as: Int.self) ?? today.fiscalYear.year
    let quarter =
      try context.request.query("quarter", as: Int.self) ?? FiscalQuarter.of(today)
    guard (1950...2100).contains(year), (1...4).contains(quarter) else {
      throw HTTPProblem.badRequest(
        ja: "年度と四半期（1〜4）を指定してください。", en: "Name a fiscal year and a quarter from 1 to 4.")
    }
    return A11Quarter(
      year: FiscalYear(year), quarter: quarter,
      organization: (context.site.key, context.site.name[.ja]), now: context.now)
  }
}

/// Quarters of Japan's fiscal year.
enum FiscalQuarter {
  /// 1 for April to June, to 4 for January to March.
  static func of(_ date: CalendarDate) -> Int { (date.month + 8) % 12 / 3 + 1 }
}
