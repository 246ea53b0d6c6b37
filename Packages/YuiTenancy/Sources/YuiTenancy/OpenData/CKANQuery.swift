import YuiWeb

/// The parameters of an action, from the address or from a JSON object; those that no action has are
/// passed over, as CKAN does.
struct CKANQuery: Decodable {
  /// The id or name of what is shown.
  var id: String?
  /// Words to look for.
  var q: String?
  var rows: Int?
  var start: Int?
  var limit: Int?
  var offset: Int?

  private enum CodingKeys: CodingKey { case id, q, rows, start, limit, offset }

  init(_ query: Query) throws(CKANFailure) {
    id = query["id"]
    q = query["q"]
    rows = try Self.number("rows", query)
    start = try Self.number("start", query)
    limit = try Self.number("limit", query)
    offset = try Self.number("offset", query)
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func number(_ key: CodingKeys) throws -> Int? {
      // Some clients send numbers as text.
      if let text = try? values.decode(String.self, forKey: key) {
        guard let number = Int(text) else { throw CKANFailure.invalid(key.stringValue) }
        return number
      }
      return try values.decodeIfPresent(Int.self, forKey: key)
    }
    id = try values.decodeIfPresent(String.self, forKey: .id)
    q = try values.decodeIfPresent(String.self, forKey: .q)
    (rows, start) = (try number(.rows), try number(.start))
    (limit, offset) = (try number(.limit), try number(.offset))
  }

  private static func number(_ name: String, _ query: Query) throws(CKANFailure) -> Int? {
    guard let text = query[name] else { return nil }
    guard let number = Int(text) else { throw .invalid(name) }
    return number
  }
}

/// Why an action of the CKAN API has no result.
enum CKANFailure: Error {
  /// There is no such action.
  case noAction(String)
  /// There is nothing of that name.
  case notFound
  /// A parameter is missing.
  case missing(String)
  /// A parameter has a value that cannot be read.
  case invalid(String)

  var status: Int {
    switch self {
    case .noAction: 400
    case .notFound: 404
    case .missing, .invalid: 409
    }
  }

  /// As CKAN tells it (its `logic/__init__.py`).
  var json: JSONValue {
    switch self {
    case .noAction(let name): .string("Bad request - Action name not known: \(name)")
    case .notFound: ["__type": "Not Found Error", "message": "Not found"]
    case .missing(let name):
      .object([.init("__type", "Validation Error"), .init(name, ["Missing value"])])
    case .invalid(let name):
      .object([.init("__type", "Validation Error"), .init(name, ["Invalid value"])])
    }
  }
}
