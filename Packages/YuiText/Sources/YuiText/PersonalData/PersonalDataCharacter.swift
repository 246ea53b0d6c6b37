/// What single characters stand for in personal data.
enum PersonalDataCharacter {
  /// Whether nobody sees the character: it is passed over, like the frame of a keycap.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0xAD, 0x3000..<0x3164, 0x3165...0x9FFF: false
    case 0x20E3: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// The character in half width: every digit as `0` to `9`, every hyphen as `-`, every space as one.
  ///
  /// Kanji digits stay, as names hold them too (三鷹, 九段).
  static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0..<0xA0: scalar.value
    case 0x2010...0x2015, 0x2043, 0x2053, 0x207B, 0x208B, 0x2212, 0x223C, 0x2500, 0x2501, 0x2796,
      0x2E3A, 0x2E3B, 0x301C, 0x3030, 0x30A0, 0x30FC, 0xFE58, 0xFE63, 0xFF0D, 0xFF5E, 0xFF70:
      0x2D
    case 0xFF01...0xFF5E: scalar.value - 0xFEE0
    case 0x00A0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: 0x20
    case 0x3001...0x9FFF: scalar.value
    default: digit(scalar).map { 0x30 + $0 } ?? scalar.value
    }
  }

  /// Whether the digit stands in a circle, in brackets or raised, as before an item of a list.
  static func isEnclosed(_ digit: Unicode.Scalar) -> Bool {
    digit.value > 0x39 && digit.properties.numericType == .digit
  }

  /// The digit of a kanji in positional notation (〇九〇).
  static func kanjiDigit(_ value: UInt32) -> Int? {
    switch value {
    case 0x3007, 0x96F6: 0  // 〇零
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  static func lowercased(_ value: UInt32) -> UInt32 {
    0x41...0x5A ~= value ? value | 0x20 : value
  }

  /// Words as they stand in a folded text.
  static func words(_ words: String...) -> [[UInt32]] {
    words.map { $0.unicodeScalars.map(fold) }
  }

  /// Digits of any script, also in circles (①) and the like.
  private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
    let properties = scalar.properties
    guard let type = properties.numericType, type != .numeric else { return nil }
    return properties.numericValue.map { UInt32($0) }
  }
}
