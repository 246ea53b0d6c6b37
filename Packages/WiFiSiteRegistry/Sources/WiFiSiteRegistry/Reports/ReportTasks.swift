import YuiCasework
import YuiStorage
import YuiTenancy
import YuiText

/// What follows what people report: the search index, and the end of what they wrote.
enum ReportTasks {
  private static let slice = 500
  private static let batch = 200

  static let index = ModuleTask("index-reports", every: 300) { store, _ in
    try ReportStore.words.follow(in: store, limit: slice) { id, snapshot in
      try UUIDv7(id).flatMap { try ReportStore.searchText(of: $0, in: snapshot) }
    } == slice
  }

  /// So many days after a case was closed nobody needs the words any more, neither those of who
  /// reported nor those that staff wrote for each other.
  static let forget = ModuleTask("forget-reports", every: 86_400) { store, clock in
    let now = clock.now()
    return try store.write { transaction in
      let days = try WiFiSiteRegistry().settings(in: transaction).reportDays
      let numbers = try ReportCases.store.forgetNotes(
        closedBefore: now.adding(seconds: -Int64(days) * 86_400), limit: batch, in: transaction)
      guard !numbers.isEmpty else { return false }
      for number in numbers {
        guard let item = try ReportCases.store.case(number, in: transaction),
          let report = UUIDv7(item.subject)
        else { continue }
        try ReportStore.eraseComment(of: report, in: transaction)
      }
      try AuditLog.record(
        AuditEvent(
          "wifi.reports.erased", subject: "\(numbers.count)",
          details: ["cases": numbers.map { "#\($0)" }.joined(separator: " ")]),
        by: AuditActor(.task, name: "wifi.forget-reports"), at: now, in: transaction)
      return numbers.count == batch
    }
  }
}
