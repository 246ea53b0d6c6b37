import CSodium

/// A SHA-256 hash: 32 bytes.
public struct Digest: Sendable, Hashable {
  /// The number of bytes.
  public static let byteCount = 32

  private var storage: SIMD32<UInt8>

  /// Creates a digest from exactly 32 bytes; returns `nil` for any other number.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    storage = SIMD32(bytes)
  }

  /// Creates a digest from 32 bytes that `write` writes.
  init(write: (UnsafeMutablePointer<UInt8>) -> Void) {
    storage = SIMD32()
    withUnsafeMutableBytes(of: &storage) { raw in
      raw.withMemoryRebound(to: UInt8.self) { bytes in
        // The storage is 32 bytes and never empty, so it has an address.
        if let start = bytes.baseAddress { write(start) }
      }
    }
  }

  /// The 32 bytes.
  public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    Swift.withUnsafeBytes(of: storage, body)
  }
}

extension Digest: CustomStringConvertible {
  /// The digest in hexadecimal.
  public var description: String { hex }
}

extension Digest {
  /// The digest as 64 lowercase hexadecimal digits.
  public var hex: String {
    var characters = [CChar](repeating: 0, count: Self.byteCount * 2 + 1)
    _ = sodium_bin2hex(&characters, characters.count, bytes, Self.byteCount)
    return String(decoding: characters.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Reads 64 hexadecimal digits; returns `nil` for anything else.
  public init?(hex: String) {
    let text = Array(hex.utf8CString)
    guard text.count == Self.byteCount * 2 + 1 else { return nil }
    var isValid = false
    self.init { bytes in
      let result = sodium_hex2bin(
        bytes, Self.byteCount, text, text.count - 1, nil, nil, nil)
      isValid = result == 0
    }
    guard isValid else { return nil }
  }

  /// The digest in base64 (RFC 4648 section 4, padded): 44 characters.
  public var base64: String { Base64.encode(bytes) }

  /// Reads the base64 form of exactly 32 bytes; returns `nil` for anything else.
  public init?(base64: String) {
    guard base64.utf8.count == Self.base64Length, let bytes = Base64.decode(base64) else {
      return nil
    }
    self.init(bytes)
  }

  private static let base64Length = 44
}
