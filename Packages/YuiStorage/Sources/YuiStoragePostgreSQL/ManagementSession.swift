import CLibPQ
import Glibc
import YuiStorage

/// A connection of the deployment's own login, one command after the other.
struct ManagementSession: ~Copyable {
  private let handle: ConnectionHandle
  private let context: String

  init(_ parameters: ConnectionParameters) throws {
    handle = try ConnectionHandle(parameters)
    context = parameters.context
  }

  /// Runs a statement with texts for its values; returns the first value of the first row as text.
  func value(_ statement: StaticString, _ values: [String] = []) throws -> String? {
    try run(statement.description, values)
  }

  /// Runs a command that takes no parameters: the server itself puts names (`%I`) and texts (`%L`)
  /// into it, quoted, by its function `format`.
  func command(_ format: StaticString, _ values: [String]) throws {
    let places = (2..<(values.count + 2)).map { "$\($0)" }
    let call = (["$1"] + places).joined(separator: ", ")
    let text = try run("SELECT format(\(call))", [format.description] + values)
    _ = try run(text ?? "")
  }

  func hasRole(_ name: String) throws -> Bool {
    try value("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]) != nil
  }

  /// What the server keeps of a password, so that the password itself is in no log of it.
  func verifier(of password: String, for role: String) throws -> String {
    guard let verifier = PQencryptPasswordConn(handle.pointer, password, role, "scram-sha-256")
    else { throw StoreError(.outOfMemory, "the password cannot be hashed", context: context) }
    defer { PQfreemem(verifier) }
    return String(cString: verifier)
  }

  /// Runs a text; what is given in it must come from the server itself.
  func run(_ text: String, _ values: [String] = []) throws -> String? {
    let copies = values.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let types = values.map { _ in DataType.text }
    let pointer = PQexecParams(
      handle.pointer, text, Int32(values.count), types, copies.map { UnsafePointer($0) }, nil, nil,
      0)
    guard let pointer else {
      throw StoreError(.unavailable, "the connection was lost", context: context, retryAfter: 5)
    }
    let result = ResultHandle(pointer)
    if let error = Session.error(in: result, context: context) { throw error }
    guard PQntuples(pointer) > 0, PQgetisnull(pointer, 0, 0) == 0 else { return nil }
    return String(cString: PQgetvalue(pointer, 0, 0))
  }
}
