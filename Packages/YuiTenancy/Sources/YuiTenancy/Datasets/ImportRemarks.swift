import FoundationEssentials
import YuiOpenData
import YuiText

/// What the check of a file said besides problems and repairs, kept to be said again once the file is
/// stored.
struct ImportRemarks: Sendable, Codable {
  private var summaries: [LocalizedText] = []
  private var notes: [LocalizedText] = []
  private var summaryCount = 0
  private var noteCount = 0

  init() {}

  init(of report: ImportReport) {
    (summaries, summaryCount) = (report.summaries.first, report.summaries.count)
    (notes, noteCount) = (report.notes.first, report.notes.count)
  }

  init(text: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
  }

  var text: String {
    get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
  }

  func add(to report: inout ImportReport) {
    report.summaries = BoundedList(summaries, of: summaryCount)
    report.notes = BoundedList(notes, of: noteCount)
  }
}
