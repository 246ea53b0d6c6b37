/// Gathers content as it arrives: bytes, or a form with files whose files leave memory when they
/// are large.
struct BodyCollector {
  private enum Content {
    case bytes([UInt8])
    case multipart(MultipartForm)
    case unreadable(FormError)
  }

  /// How many bytes arrived.
  private(set) var received = 0
  private var content: Content
  private let limit: Int

  /// A sender that overshoots a little still gets its 413; a flood is cut.
  private static let tolerance = 1024 * 1024

  init(for request: Request, limit: Int, folder: String) {
    self.limit = limit
    guard request.mediaType == "multipart/form-data" else {
      content = .bytes([])
      return
    }
    do {
      content = .multipart(
        try MultipartForm(
          contentType: request.headers["content-type"] ?? "",
          limits: FormLimits(totalBytes: limit), folder: folder))
    } catch {
      content = .unreadable(error)
    }
  }

  var isTooLarge: Bool { received > limit }

  /// Takes a piece; false where so much is too much that reading on is pointless.
  mutating func take(_ piece: UnsafeRawBufferPointer) -> Bool {
    received += piece.count
    if isTooLarge {
      content = .bytes([])
      return received <= limit + Self.tolerance
    }
    switch content {
    case .bytes(var bytes):
      // Given up here and put back below, so that appending doesn't copy what is there.
      content = .bytes([])
      bytes.append(contentsOf: piece)
      content = .bytes(bytes)
    case .multipart(var form):
      content = .bytes([])
      do {
        try form.feed(piece)
        content = .multipart(form)
      } catch {
        content = .unreadable(error)
      }
    case .unreadable: break
    }
    return true
  }

  /// What arrived as a whole.
  func finish() -> RequestContent {
    switch content {
    case .bytes(let bytes): return .bytes(bytes)
    case .unreadable(let error): return .unreadable(error)
    case .multipart(let form):
      do {
        return .form(try form.finish())
      } catch {
        return .unreadable(error)
      }
    }
  }
}
