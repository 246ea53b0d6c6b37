import YuiText

/// Puts JSON (RFC 8259) together piece by piece, for files too long for a tree of values.
struct JSONBytes {
  private static let hexadecimal = Array("0123456789abcdef".utf8)

  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) { bytes += text.utf8 }

  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        bytes += "\\u00".utf8
        bytes += [Self.hexadecimal[Int(byte >> 4)], Self.hexadecimal[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func value(_ value: TableValue) {
    switch value {
    case .empty: raw("null")
    case .text(let text): string(text)
    case .integer(let number): raw(String(number))
    case .number(let number): raw(number.isFinite ? DecimalText.write(number) : "null")
    case .bool(let value): raw(value ? "true" : "false")
    case .date(let date): string(date.iso)
    }
  }

  mutating func object(_ members: some Sequence<(name: String, value: TableValue)>) {
    raw("{")
    var isFirst = true
    for member in members {
      if !isFirst { raw(",") }
      isFirst = false
      string(member.name)
      raw(":")
      value(member.value)
    }
    raw("}")
  }

  /// Writes the elements of a list between brackets.
  mutating func list<Element>(
    _ elements: some Sequence<Element>, _ write: (inout JSONBytes, Element) -> Void
  ) {
    raw("[")
    var isFirst = true
    for element in elements {
      if !isFirst { raw(",") }
      isFirst = false
      write(&self, element)
    }
    raw("]")
  }
}
