/// Why a request is turned away at the door.
///
/// It is answered once, its connection is closed, and nothing after it is read: two programs that
/// disagree about where a request ends must never both go on.
package enum RequestViolation: String, Error, Sendable, CaseIterable {
  case unknownMethod
  case unknownVersion
  case targetTooLong
  case badTarget
  case tooManyFields
  case badFieldName
  case badFieldValue
  case missingHost
  case badHost
  case badContentLength
  case badTransferEncoding
  case unexpectedContent

  package var status: Int {
    switch self {
    case .targetTooLong: 414
    case .tooManyFields: 431
    default: 400
    }
  }
}
