import YuiStorage
import YuiText

/// What somebody told of a site that does not work as it should; nothing tells who it was.
struct OutageReport: Sendable, Hashable {
  /// The most characters of the text.
  static let longestComment = 500

  let id: UUIDv7
  let site: UUIDv7
  let kind: ReportKind
  /// What was written, without personal data; empty where nothing was.
  let comment: String
  /// The language it was asked in.
  let language: Language
  let receivedAt: Timestamp
}
