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
    text(length: Self.byteCount * 2) { text, bytes in
      _ = sodium_bin2hex(&text, text.count, bytes, bytes.count)
    }
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
  public var base64: String {
    text(length: Self.base64Length) { text, bytes in
      _ = sodium_bin2base64(
        &text, text.count, bytes, bytes.count, sodium_base64_VARIANT_ORIGINAL)
    }
  }

  /// Reads the base64 form of exactly 32 bytes; returns `nil` for anything else.
  public init?(base64: String) {
    let text = Array(base64.utf8CString)
    guard text.count == Self.base64Length + 1 else { return nil }
    var isValid = false
    self.init { bytes in
      var count = 0
      let result = sodium_base642bin(
        bytes, Self.byteCount, text, text.count - 1, nil, &count, nil,
        sodium_base64_VARIANT_ORIGINAL)
      isValid = result == 0 && count == Self.byteCount
    }
    guard isValid else { return nil }
  }

  private static let base64Length = 44

  /// Has libsodium write a text of fixed length and its closing NUL.
  private func text(length: Int, write: (inout [CChar], [UInt8]) -> Void) -> String {
    var characters = [CChar](repeating: 0, count: length + 1)
    write(&characters, bytes)
    return String(decoding: characters.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
