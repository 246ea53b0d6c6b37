/// An encoding in which files arrive; the raw value is its name on the command line.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// The Japanese code page of Windows, which Excel writes.
  case cp932

  /// Reads the text of a file and drops a byte order mark.
  ///
  /// Without a named `encoding`, valid UTF-8 is UTF-8 and everything else CP932. Returns `nil`
  /// where the bytes are not valid in the encoding.
  public static func decodeText(_ bytes: [UInt8], as encoding: TextEncoding? = nil) -> String? {
    decodeUTF8(bytes, as: encoding).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads the text of a file as valid UTF-8 without a byte order mark, for parsers of bytes.
  ///
  /// The rules are those of `decodeText`; a file in UTF-8 is not copied.
  public static func decodeUTF8(
    _ bytes: [UInt8], as encoding: TextEncoding? = nil
  ) -> ArraySlice<UInt8>? {
    if encoding != .cp932, isUTF8(bytes) {
      return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    }
    return encoding == .utf8 ? nil : CP932.decodeUTF8(bytes)?[...]
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }
}
