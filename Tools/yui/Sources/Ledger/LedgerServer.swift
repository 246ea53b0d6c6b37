import YuiHTTPClient
import YuiTransparencyLog

/// A ledger that is read where it is served.
struct LedgerServer: LedgerSource {
  let name: String
  private let site: String
  private let ledger: String
  private let client = HTTPClient(totalMilliseconds: 60_000, sizeLimit: 16 << 20)

  /// - Parameter address: the address of the tenant, or of its ledger.
  init(_ address: String) throws {
    name = address
    let rest = address.drop { $0 != ":" }.dropFirst(3)
    guard address.hasPrefix("http://") || address.hasPrefix("https://"), !rest.isEmpty,
      rest.first != "/", !address.contains(where: { $0 == "?" || $0 == "#" || $0 == " " })
    else { throw UsageError("'\(address)' is no address: http://131041.localhost:8080") }
    let host = rest.prefix { $0 != "/" }
    site = String(address[..<host.endIndex])
    let path = rest[host.endIndex...].split(separator: "/")
    // The page's address, as a browser shows it, means the ledger too.
    ledger =
      path.isEmpty || path.starts(with: ["assets"])
      ? site + "/api/assets/ledger" : site + "/" + path.joined(separator: "/")
  }

  func checkpoint() throws -> String {
    String(decoding: try get("\(ledger)/checkpoint"), as: UTF8.self)
  }

  func leaves(from start: Int64, size: Int64) throws -> [[UInt8]] {
    let address = "\(ledger)/entries?start=\(start)&end=\(size - 1)"
    let leaves = try LedgerForms.leaves(try get(address), from: address)
    guard !leaves.isEmpty, Int64(leaves.count) <= size - start else {
      throw CommandFailure("\(address): \(leaves.count) entries came")
    }
    return leaves
  }

  func contents(from start: Int64, size: Int64) throws -> [LedgerForms.Content]? {
    let address = "\(ledger)/contents?start=\(start)&end=\(size - 1)"
    let contents = try LedgerForms.decode(
      LedgerForms.Contents.self, get(address), from: address
    ).contents
    guard !contents.isEmpty, Int64(contents.count) <= size - start else {
      throw CommandFailure("\(address): \(contents.count) contents came")
    }
    return contents
  }

  func publicKey() throws -> PublicKey? {
    let address = "\(site)/.well-known/did.json"
    return try LedgerForms.decode(LedgerForms.DIDDocument.self, get(address), from: address)
      .ledgerKey
  }

  func inclusionProof(of index: Int64, size: Int64) throws -> [Digest]? {
    let address = "\(ledger)/proof/inclusion?index=\(index)&size=\(size)"
    return try LedgerForms.proof(get(address), from: address)
  }

  func consistencyProof(from first: Int64, to second: Int64) throws -> [Digest]? {
    let address = "\(ledger)/proof/consistency?first=\(first)&second=\(second)"
    return try LedgerForms.proof(get(address), from: address)
  }

  private func get(_ address: String) throws -> [UInt8] {
    let answer = try client.send(HTTPClientRequest("GET", address))
    guard answer.status == 200 else {
      throw CommandFailure("\(address): the server answered \(answer.status)")
    }
    return answer.body
  }
}
