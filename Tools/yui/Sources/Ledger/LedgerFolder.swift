import Glibc
import YuiTransparencyLog

/// A ledger that somebody kept: the files `checkpoint`, `entries…` and perhaps `did.json`.
///
/// What `entries?start=…&end=…` answered may lie in several files; the first number of a name tells
/// where its entries begin: `entries-0.json`, `entries-1000.json`.
struct LedgerFolder: LedgerSource {
  /// The most bytes of a file.
  private static let longest = 256 << 20

  let name: String
  private let parts: [(start: Int64, file: String)]

  init(_ path: String) throws {
    name = path
    guard let directory = opendir(path) else {
      throw CommandFailure("\(path): \(String(cString: strerror(errno)))")
    }
    defer { closedir(directory) }
    var parts: [(start: Int64, file: String)] = []
    while let entry = readdir(directory) {
      let file = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard file.hasPrefix("entries") else { continue }
      let digits = file.drop { !$0.isASCIIDigit }.prefix { $0.isASCIIDigit }
      parts.append((Int64(digits) ?? 0, file))
    }
    self.parts = parts.sorted { $0.start < $1.start }
  }

  func checkpoint() throws -> String {
    String(decoding: try read("checkpoint", limit: SignedNote.longest), as: UTF8.self)
  }

  func leaves(from start: Int64, size: Int64) throws -> [[UInt8]] {
    guard let part = parts.last(where: { $0.start <= start }) else {
      throw CommandFailure("\(name): there is no file with entry \(start)")
    }
    let leaves = try LedgerForms.leaves(
      read(part.file, limit: Self.longest), from: "\(name)/\(part.file)"
    ).dropFirst(Int(start - part.start)).prefix(Int(clamping: size - start))
    guard !leaves.isEmpty else {
      throw CommandFailure("\(name): entry \(start) of \(size) is not there")
    }
    return Array(leaves)
  }

  func contents(from start: Int64, size: Int64) -> [LedgerForms.Content]? { nil }

  func publicKey() throws -> PublicKey? {
    guard access("\(name)/did.json", F_OK) == 0 else { return nil }
    return try LedgerForms.decode(
      LedgerForms.DIDDocument.self, read("did.json", limit: 1 << 20), from: "\(name)/did.json"
    ).ledgerKey
  }

  func inclusionProof(of index: Int64, size: Int64) -> [Digest]? { nil }

  func consistencyProof(from first: Int64, to second: Int64) -> [Digest]? { nil }

  private func read(_ file: String, limit: Int) throws -> [UInt8] {
    try InputFile.read("\(name)/\(file)", limit: limit)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
