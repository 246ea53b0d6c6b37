import YuiStorage
import YuiText

/// What kind of file a document is, by its first bytes: what its sender says is not to be trusted.
enum DocumentKind: String, CaseIterable, Sendable, SQLBindable {
  case pdf, png, jpeg

  init?(of bytes: [UInt8]) {
    let kind = Self.allCases.first { bytes.starts(with: $0.signature) }
    guard let kind else { return nil }
    self = kind
  }

  private var signature: [UInt8] {
    switch self {
    case .pdf: Array("%PDF-".utf8)
    case .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    case .jpeg: [0xFF, 0xD8, 0xFF]
    }
  }

  var contentType: String {
    switch self {
    case .pdf: "application/pdf"
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    }
  }

  /// What its name ends with.
  var suffix: String { self == .jpeg ? "jpg" : rawValue }
}
