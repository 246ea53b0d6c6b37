import YuiStorage
import YuiTenancy
import YuiText
import YuiTransparencyLog
import YuiWeb

/// `/api/assets/ledger/…`: all that somebody needs to check the ledger from outside.
///
/// Only what a checkpoint covers is handed out; what came a moment ago waits for its signature.
enum LedgerAPI {
  /// The most entries of one answer.
  static let most: Int64 = 1_000
  static let path = "/api/assets/ledger"

  static let routes: [Route] = [
    Route.get("\(path)/checkpoint", access: .anyone, cache: .publicData(query: [])) { _, snapshot in
      guard let note = try AssetLog.signed.note(in: snapshot) else { throw unsigned }
      return .text(note.description)
    }.openToOtherOrigins().documented(LedgerOperations.checkpoint),

    Route.get(
      "\(path)/entries", access: .anyone, cache: .publicData(query: ["start", "end"])
    ) { context, snapshot in
      let entries = try AssetLog.signed.log.entries(try range(context, in: snapshot), in: snapshot)
      return try .json(EntriesDocument(entries: entries.map { Base64.encode($0.leaf.bytes) }))
    }.openToOtherOrigins().documented(LedgerOperations.entries),

    Route.get(
      "\(path)/contents", access: .anyone, cache: .publicData(query: ["start", "end"])
    ) { context, snapshot in
      let entries = try AssetLog.entries(try range(context, in: snapshot), in: snapshot)
      return try .json(ContentsDocument(contents: entries.map(ContentDocument.init)))
    }.openToOtherOrigins().documented(LedgerOperations.contents),

    Route.get(
      "\(path)/proof/inclusion", access: .anyone, cache: .publicData(query: ["index", "size"])
    ) { context, snapshot in
      let size = try number("size", of: context, upTo: try signedSize(in: snapshot))
      let index = try number("index", of: context, upTo: size - 1)
      return try proof(
        AssetLog.signed.log.inclusionProof(of: index, size: size, in: snapshot))
    }.openToOtherOrigins().documented(LedgerOperations.inclusion),

    Route.get(
      "\(path)/proof/consistency", access: .anyone, cache: .publicData(query: ["first", "second"])
    ) { context, snapshot in
      let second = try number("second", of: context, upTo: try signedSize(in: snapshot))
      let first = try number("first", of: context, upTo: second)
      return try proof(
        AssetLog.signed.log.consistencyProof(from: first, to: second, in: snapshot))
    }.openToOtherOrigins().documented(LedgerOperations.consistency),
  ]

  /// The entries that are asked for, both ends among them as in RFC 6962: fewer where the ledger ends
  /// or the answer would grow too large.
  private static func range(
    _ context: RequestContext, in source: some Queryable
  ) throws -> Range<Int64> {
    let size = try signedSize(in: source)
    let start = try number("start", of: context, upTo: size - 1)
    let end = try number("end", of: context, upTo: .max - 1)
    guard start <= end else {
      throw HTTPProblem.badRequest(
        ja: "startはend以下にしてください。", en: "start must not be greater than end.")
    }
    return start..<min(end + 1, size, start + most)
  }

  private static func number(
    _ name: String, of context: RequestContext, upTo most: Int64
  ) throws -> Int64 {
    guard let value = try context.request.query(name, as: Int64.self) else {
      throw HTTPProblem.badRequest(
        ja: "\(name)を指定してください。", en: "\(name) is missing.")
    }
    guard value >= 0, value <= most else {
      throw HTTPProblem.badRequest(
        ja: "\(name)=\(value)はありません。署名済みの範囲では\(max(most, 0))までです。",
        en: "There is no \(name)=\(value): what is signed goes up to \(max(most, 0)).")
    }
    return value
  }

  private static func signedSize(in source: some Queryable) throws -> Int64 {
    guard let checkpoint = try AssetLog.signed.checkpoint(in: source) else { throw unsigned }
    return checkpoint.size
  }

  private static func proof(_ hashes: [Digest]) throws -> Response {
    try .json(ProofDocument(hashes: hashes.map(\.base64)))
  }

  private static var unsigned: HTTPProblem {
    HTTPProblem(
      status: 404,
      detail: LocalizedText(
        ja: "台帳はまだ署名されていません。1分ほどお待ちください。",
        en: "The ledger is not signed yet: come back in a minute."))
  }
}

private struct EntriesDocument: Encodable { let entries: [String] }

private struct ProofDocument: Encodable { let hashes: [String] }

private struct ContentsDocument: Encodable { let contents: [ContentDocument] }

/// What an entry commits to: null where not everybody may know, and after it was erased.
private struct ContentDocument: Encodable {
  let index: Int64
  let at: String
  let content: String?
  let salt: String?

  init(_ entry: AssetLog.Entry) {
    index = entry.index
    at = entry.stored.at.rfc3339
    content = entry.opened?.content
    salt = entry.opened.map { Base64.encode($0.salt.bytes) }
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(index, forKey: .index)
    try values.encode(at, forKey: .at)
    try values.encode(content, forKey: .content)
    try values.encode(salt, forKey: .salt)
  }

  private enum CodingKeys: String, CodingKey { case index, at, content, salt }
}
