/// A text with signatures under it.
///
/// Format: C2SP signed-note, with signatures of type Ed25519.
public struct SignedNote: Sendable, Hashable {
  /// A line under the text.
  public struct Signature: Sendable, Hashable {
    /// Who says to have signed.
    public let name: String
    /// Which of their keys.
    public let keyID: [UInt8]
    /// The signature itself; 64 bytes for Ed25519.
    public let bytes: [UInt8]
  }

  /// The most bytes of a note that is read.
  public static let longest = 65_536
  /// The most signatures of a note that is read.
  public static let mostSignatures = 100

  /// What is signed, with its last line break.
  public let text: String
  /// Who signed.
  public let signatures: [Signature]

  /// Signs a text that ends with a line break.
  public init(_ text: String, signedBy key: SigningKey, as name: NoteKey) {
    self.text = text
    signatures = [
      Signature(name: name.name, keyID: name.id, bytes: key.sign(Array(text.utf8)))
    ]
  }

  /// Reads a note; returns `nil` where it has another form.
  public init?(_ description: String) {
    guard description.utf8.count <= Self.longest, description.hasSuffix("\n"),
      !description.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" }),
      let gap = description.ranges(of: "\n\n").last
    else { return nil }
    text = String(description[..<gap.lowerBound]) + "\n"
    let lines = description[gap.upperBound...].dropLast()
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard (1...Self.mostSignatures).contains(lines.count) else { return nil }
    var signatures: [Signature] = []
    for line in lines {
      guard let signature = Signature(line) else { return nil }
      signatures.append(signature)
    }
    self.signatures = signatures
  }

  /// Tells whether the owner of a key signed this note, and nobody in that name otherwise.
  public func isSigned(by key: NoteKey) -> Bool {
    let own = signatures.filter { $0.name == key.name && $0.keyID == key.id }
    let message = Array(text.utf8)
    return !own.isEmpty && own.allSatisfy { key.publicKey.verifies($0.bytes, of: message) }
  }
}

extension SignedNote: CustomStringConvertible {
  /// The note as it is handed out.
  public var description: String {
    text + "\n" + signatures.map { "\($0)\n" }.joined()
  }
}

extension SignedNote.Signature: CustomStringConvertible {
  /// Reads `— name base64`.
  fileprivate init?(_ line: Substring) {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "—", NoteKey.isName(parts[1]),
      let bytes = Base64.decode(parts[2]), bytes.count > 4
    else { return nil }
    self.init(name: String(parts[1]), keyID: Array(bytes[..<4]), bytes: Array(bytes[4...]))
  }

  /// `— name base64`.
  public var description: String { "— \(name) \(Base64.encode(keyID + bytes))" }
}
