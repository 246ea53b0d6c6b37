import Glibc

/// The Japanese code page of Windows (Shift_JIS with NEC and IBM extensions), by glibc's iconv.
public enum CP932 {
  /// Reads CP932 bytes; returns `nil` where a byte sequence means nothing.
  public static func decode(_ bytes: [UInt8]) -> String? {
    decodeUTF8(bytes).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes CP932 bytes; returns `nil` where a character does not exist there.
  ///
  /// A few characters share the code of their Windows twin and read back as that: the wave dash
  /// (U+301C) as the fullwidth tilde, the yen sign (U+00A5) as the backslash, the overline (U+203E)
  /// as the tilde, the minus sign (U+2212) as the fullwidth hyphen-minus.
  public static func encode(_ text: String) -> [UInt8]? {
    convert(Array(text.utf8), from: "UTF-8", to: "CP932")
  }

  static func decodeUTF8(_ bytes: [UInt8]) -> [UInt8]? {
    convert(bytes, from: "CP932", to: "UTF-8")
  }

  private static func convert(_ input: [UInt8], from: String, to: String) -> [UInt8]? {
    guard let converter = Converter(from: from, to: to) else { return nil }
    return converter.convert(input)
  }
}

/// An iconv descriptor, closed with its value.
private struct Converter: ~Copyable {
  private let descriptor: iconv_t

  init?(from: String, to: String) {
    let opened = iconv_open(to, from)
    // The error value is (iconv_t)-1, which Swift imports as a pointer like any other.
    guard let opened, opened != iconv_t(bitPattern: -1) else { return nil }
    descriptor = opened
  }

  deinit {
    iconv_close(descriptor)
  }

  func convert(_ input: [UInt8]) -> [UInt8]? {
    // No character grows beyond three bytes of UTF-8 for each byte of CP932, and none grows the
    // other way.
    var isComplete = false
    let output = [UInt8](unsafeUninitializedCapacity: input.count * 3) { buffer, count in
      var source = input
      source.withUnsafeMutableBytes { sourceBytes in
        var sourceStart = sourceBytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        var sourceLeft = sourceBytes.count
        let targetBytes = UnsafeMutableRawBufferPointer(buffer)
        var targetStart = targetBytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        var targetLeft = targetBytes.count
        let result = iconv(
          descriptor, &sourceStart, &sourceLeft, &targetStart, &targetLeft)
        isComplete = result != -1 && sourceLeft == 0
        count = targetBytes.count - targetLeft
      }
    }
    return isComplete ? output : nil
  }
}
