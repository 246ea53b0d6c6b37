import YuiTransparencyLog

/// Where somebody who checks a ledger reads what is public of it.
protocol LedgerSource {
  /// What it is called in messages.
  var name: String { get }

  /// The signed checkpoint, as it is handed out.
  func checkpoint() throws -> String

  /// Some leaves from `start` on, at least one, none beyond `size`.
  func leaves(from start: Int64, size: Int64) throws -> [[UInt8]]

  /// What some entries from `start` on say, as far as it is shown; nil where that is not to be had
  /// here.
  func contents(from start: Int64, size: Int64) throws -> [LedgerForms.Content]?

  /// The key with which the ledger signs; nil where it is not to be had here.
  func publicKey() throws -> PublicKey?

  /// The proof that a leaf is among the first `size`; nil where proofs are not to be had here.
  func inclusionProof(of index: Int64, size: Int64) throws -> [Digest]?

  /// The proof that the first `second` leaves begin with the first `first`; nil as above.
  func consistencyProof(from first: Int64, to second: Int64) throws -> [Digest]?
}

/// The forms of `contracts`: what a ledger answers over HTTP, and what files hold.
enum LedgerForms {
  struct Entries: Decodable { let entries: [String] }
  struct Proof: Decodable { let hashes: [String] }

  /// What an entry says and the salt that proves it; both nil where it is not shown.
  struct Content: Decodable {
    let index: Int64
    let content: String?
    let salt: String?

    /// Whether it is what a leaf commits to; nil where nothing is shown.
    func isCommitted(by leaf: LogLeaf) -> Bool? {
      guard let content else { return salt == nil ? nil : false }
      guard let salt = salt.flatMap({ Base64.decode($0) }).flatMap(Salt.init) else { return false }
      return SaltedCommitment.make(Array(content.utf8), salt: salt) == leaf.commitment
    }
  }
  struct Contents: Decodable { let contents: [Content] }

  /// The public keys of a did:web document, of which one signs the ledger.
  struct DIDDocument: Decodable {
    struct Method: Decodable {
      let id: String
      let publicKeyMultibase: String?
    }
    let verificationMethod: [Method]

    var ledgerKey: PublicKey? {
      verificationMethod.first { $0.id.hasSuffix("#assets-ledger") }
        .flatMap { $0.publicKeyMultibase.flatMap(PublicKey.init(multikey:)) }
    }
  }

  static func leaves(_ bytes: [UInt8], from place: String) throws -> [[UInt8]] {
    try decode(Entries.self, bytes, from: place).entries.map { text in
      guard let leaf = Base64.decode(text) else {
        throw CommandFailure("\(place): an entry is not base64")
      }
      return leaf
    }
  }

  static func proof(_ bytes: [UInt8], from place: String) throws -> [Digest] {
    try decode(Proof.self, bytes, from: place).hashes.map { text in
      guard let hash = Digest(base64: text) else {
        throw CommandFailure("\(place): a hash is not 32 bytes in base64")
      }
      return hash
    }
  }

  static func decode<Form: Decodable>(
    _ form: Form.Type, _ bytes: [UInt8], from place: String
  ) throws -> Form {
    do {
      return try JSONText.decode(form, bytes)
    } catch {
      throw CommandFailure("\(place): not the JSON of a ledger")
    }
  }
}
