import YuiStorage
import YuiText
import YuiWeb

/// A document that was sent, checked.
struct DocumentUpload: Sendable {
  /// A form with one document: its limit, and some room for what is around it.
  static let bodyLimit = Document.mostBytes + 64 * 1024

  let kind: DocumentKind
  let bytes: [UInt8]

  /// Takes the file of a form.
  ///
  /// - Throws: a problem that says what may be sent.
  init(_ form: FormData) throws {
    guard let file = form.file("file") else {
      throw Self.refusal(ja: "ファイルを選択してください。", en: "Choose a file.")
    }
    guard file.byteCount <= Document.mostBytes else {
      throw Self.refusal(ja: "10MBまでのファイルを選択してください。", en: "Choose a file of at most 10 MB.")
    }
    let bytes = try file.bytes()
    guard let kind = DocumentKind(of: bytes) else {
      throw Self.refusal(
        ja: "PDF、PNG、JPEGのいずれかのファイルを選択してください。", en: "Choose a PDF, PNG or JPEG file.")
    }
    (self.kind, self.bytes) = (kind, bytes)
  }

  /// Adds it to an application.
  func add(
    to application: UUIDv7, byStaff: Bool, at now: Timestamp, in transaction: Transaction
  ) throws {
    let count = try DocumentStore.documents(of: application, in: transaction).count
    guard count < Document.most else {
      throw HTTPProblem.conflict(
        ja: "1つの申請の書類は\(Document.most)件までです。",
        en: "An application has at most \(Document.most) documents.")
    }
    try DocumentStore.add(
      Document(
        id: UUIDv7(at: now), application: application, kind: kind, isByStaff: byStaff,
        size: bytes.count), bytes, in: transaction)
  }

  private static func refusal(ja: String, en: String) -> HTTPProblem {
    .badRequest(ja: ja, en: en)
  }
}

extension RequestContext {
  /// The document that the address names, to save: never shown as a page.
  ///
  /// - Parameter isAllowed: whether who asks may have it.
  func document(
    ifAllowed isAllowed: (Document, any Queryable) throws -> Bool
  ) throws -> Response {
    let id = try request.parameter("document", as: UUIDv7.self)
    let application = try request.parameter("id", as: UUIDv7.self)
    return try site.store.read { snapshot in
      let documents = try DocumentStore.documents(of: application, in: snapshot)
      guard let index = documents.firstIndex(where: { $0.id == id }),
        try isAllowed(documents[index], snapshot),
        let bytes = try DocumentStore.content(of: id, in: snapshot)
      else { throw HTTPProblem.notFound }
      let document = documents[index]
      return Response.bytes(bytes, contentType: document.kind.contentType)
        .download(filename: document.name(number: index + 1))
    }
  }
}
