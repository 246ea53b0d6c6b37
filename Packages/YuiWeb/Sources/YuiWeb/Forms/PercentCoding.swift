/// Percent-encoding of text in addresses and forms (RFC 3986, section 2.1), as UTF-8.
public enum PercentCoding {
  /// Decodes text, or returns `nil` when it is not well formed.
  ///
  /// Well formed means: each `%` is followed by two hexadecimal digits, the bytes are valid UTF-8,
  /// and none is NUL. With `plusIsSpace`, as in forms and queries, `+` is a space.
  public static func decode(
    _ encoded: some Collection<UInt8>, plusIsSpace: Bool = false
  ) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(encoded.count)
    var iterator = encoded.makeIterator()
    while let byte = iterator.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = iterator.next().flatMap(hexDigit),
          let low = iterator.next().flatMap(hexDigit), high | low != 0
        else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      case 0: return nil
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Decodes text, or returns `nil` when it is not well formed.
  public static func decode(_ encoded: some StringProtocol, plusIsSpace: Bool = false) -> String? {
    decode(encoded.utf8, plusIsSpace: plusIsSpace)
  }

  /// Encodes text so that it is only text anywhere in an address or form.
  ///
  /// Letters and digits of ASCII and `-._~` stay as they are.
  public static func encode(_ text: String) -> String {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.append(byte)
      default:
        encoded.append(UInt8(ascii: "%"))
        encoded.append(digits[Int(byte >> 4)])
        encoded.append(digits[Int(byte & 0x0F)])
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
