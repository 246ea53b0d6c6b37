import YuiTransparencyLog

/// What came with a request.
enum RequestContent: Sendable {
  case bytes([UInt8])
  case form(FormData)
  case unreadable(FormError)

  /// What tells one content from another, for repeated requests.
  var fingerprint: [UInt8] {
    switch self {
    case .bytes(let bytes): bytes
    case .unreadable: []
    case .form(let form):
      Array(URLEncodedForm.encode(form.fields).utf8)
        + form.files.flatMap { file in
          Array("\n\(file.field)\n".utf8) + SHA256.hash((try? file.bytes()) ?? []).bytes
        }
    }
  }
}
