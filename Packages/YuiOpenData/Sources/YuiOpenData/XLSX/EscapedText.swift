/// Texts of a workbook, in which `_x000D_` stands for a character that XML does not allow
/// (ECMA-376-1, 22.9.2.19, `ST_Xstring`).
enum EscapedText {
  private static let underscore = UInt8(ascii: "_")

  /// Puts the characters in that are written as escapes.
  static func decode(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(underscore) else { return bytes }
    var decoded: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if let scalar = escaped(rest) {
        decoded += Array(String(scalar).utf8)
        rest = rest.dropFirst(7)
      } else {
        decoded.append(byte)
        rest = rest.dropFirst()
      }
    }
    return decoded
  }

  /// A text as it stands in XML, between tags or in an attribute.
  static func encode(_ text: String, to bytes: inout [UInt8]) {
    guard text.utf8.contains(where: isSpecial) else {
      bytes += text.utf8
      return
    }
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"": bytes += "&quot;".utf8
      case "\t", "\n": bytes.append(UInt8(scalar.value))
      case "_" where escaped(Array(String(rest.prefix(7)).utf8)[...]) != nil:
        bytes += "_x005F_".utf8
      case _ where scalar.value < 0x20 || 0xFFFE...0xFFFF ~= scalar.value:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        bytes += "_x\(String(repeating: "0", count: 4 - digits.count))\(digits)_".utf8
      default: bytes += String(scalar).utf8
      }
      rest.removeFirst()
    }
  }

  /// Whether a byte is, or may begin, what is not written as it is.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0xEF || "&<>\"_".utf8.contains(byte)
  }

  /// The character of `_xHHHH_` at the beginning of a text.
  private static func escaped(_ text: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let found = text.prefix(7)
    guard found.count == 7, found.starts(with: "_x".utf8), found.last == underscore else {
      return nil
    }
    let digits = found.dropFirst(2).dropLast()
    guard digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
  }
}
