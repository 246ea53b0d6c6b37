import YuiCasework
import YuiStorage
import YuiTenancy
import YuiText

/// The end of what staff wrote for each other: so many days after a case was closed.
enum NoteRetention {
  private static let batch = 200

  static let task = ModuleTask("forget-notes", every: 86_400) { store, clock in
    let now = clock.now()
    return try store.write { transaction in
      let days = try ReviewWidget().settings(in: transaction).notesDays
      let forgotten = try ReviewCases.store.forgetNotes(
        closedBefore: now.adding(seconds: -Int64(days) * 86_400), limit: batch, in: transaction)
      guard !forgotten.isEmpty else { return false }
      try AuditLog.record(
        AuditEvent(
          "reviews.notes.erased", subject: "\(forgotten.count)",
          details: ["cases": forgotten.map { "#\($0)" }.joined(separator: " ")]),
        by: AuditActor(.task, name: "reviews.forget-notes"), at: now, in: transaction)
      return forgotten.count == batch
    }
  }
}
