import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/wifi/planning/work.csv`: what is to be done next, a line for each site and task.
enum WorkListFile {
  static let path = "/staff/wifi/planning/work.csv"
  private static let pageSize = 500

  static let route = Route.get(
    path, access: .permission(WiFiPermission.read),
    slow: { context in
      let store = context.site.store
      let file = try SpooledFile()
      var writer = CSVWriter(byteOrderMark: true)
      writer.write(["id", "name", "class", "address", "status", "task", "verified_on", "page"])
      var rows = 0
      for task in SiteTask.allCases {
        let filter = task.query(today: context.now.date).filter
        var after: UUIDv7?
        repeat {
          let sites = try store.read { [after] in
            try SiteStore.page(filter, after: after, limit: pageSize, in: $0)
          }
          for site in sites { writer.write(row(site, task, context)) }
          try file.append(writer.take())
          rows += sites.count
          after = sites.count == pageSize ? sites.last?.id : nil
        } while after != nil
      }
      try file.append(writer.take())
      let event = AuditEvent("wifi.work.exported", details: ["rows": "\(rows)"])
      try store.write { try context.record(event, in: $0) }
      return try file.response(contentType: "text/csv; charset=utf-8")
        .download(filename: "wifi-work.csv")
    })

  private static func row(
    _ site: WiFiSite, _ task: SiteTask, _ context: RequestContext
  ) -> [String] {
    [
      site.id.description, site.name, site.facilityClass.name[context.language], site.address,
      site.status.name[context.language], task.name[context.language],
      site.verifiedOn?.iso ?? "", context.siteAddress + StaffPath.site(site.id),
    ]
  }
}
