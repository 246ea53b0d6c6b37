import YuiOpenData
import YuiText
import YuiTransparencyLog

/// A file to be imported: what it holds, and as what.
struct ImportFile: Sendable {
  let content: TableFile
  let name: String
  let module: String
  let encoding: TextEncoding?
  /// The sheet of a workbook, where it is named.
  var sheet: String?

  func table(_ definition: DatasetDefinition, rows: Int) -> DatasetTable {
    DatasetTable(
      content, definition: definition, encoding: encoding, sheet: sheet,
      limits: TableLimits(rows: rows + 1))
  }

  /// The SHA-256 of the file.
  func digest() throws -> String {
    var hash = SHA256.Stream()
    var offset = 0
    while true {
      let bytes = try content.read(at: offset, count: 1 << 20)
      if bytes.isEmpty { return hash.finish().hex }
      hash.update(bytes)
      offset += bytes.count
    }
  }
}

extension AuditEvent {
  /// A file was imported: its digest and counts.
  static func imported(
    _ dataset: String, of module: String, file: String, digest: String, rows: Int,
    _ counts: ImportCounts, isWhole: Bool = true
  ) -> AuditEvent {
    AuditEvent(
      isWhole ? "\(module).dataset.imported" : "\(module).dataset.import-stopped",
      subject: dataset,
      details: [
        "file": file, "sha256": digest, "rows": String(rows), "created": String(counts.created),
        "updated": String(counts.updated), "unchanged": String(counts.unchanged),
      ])
  }
}

extension ImportReport {
  /// Takes over what became of the records.
  mutating func take(_ counts: ImportCounts) {
    (created, updated, unchanged) = (counts.created, counts.updated, counts.unchanged)
  }

  /// Takes over what rows noted, and what is told of all of them.
  mutating func takeNotes(of run: ImportRun) {
    notes.append(contentsOf: run.report.notes)
    summaries.append(contentsOf: run.report.summaries)
  }
}
