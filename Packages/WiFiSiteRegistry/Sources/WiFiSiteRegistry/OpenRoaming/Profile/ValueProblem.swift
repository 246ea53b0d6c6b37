import YuiText

/// Why a text is no such value, and how to mend it.
struct ValueProblem: Error, Sendable, Hashable {
  let message: LocalizedText

  init(ja: String, en: String) {
    message = LocalizedText(ja: ja, en: en)
  }
}

/// A value that people type, files hold and access points announce as one line of text.
///
/// Whatever has one of these types has been checked: what makes configuration files of them relies on
/// it, and escapes all the same.
protocol CheckedText: CustomStringConvertible, Sendable, Hashable {
  /// Reads what somebody typed.
  init(checking text: String) throws(ValueProblem)
}

extension StringProtocol {
  /// Whether it is one line, without control characters (general category Cc) and the two characters
  /// that Unicode counts as ends of lines.
  var isPlainLine: Bool {
    unicodeScalars.allSatisfy { scalar in
      !(scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value || 0x2028...0x2029 ~= scalar.value)
    }
  }

  /// Whether it is one or more of the digits 0 to 9.
  var isDigits: Bool {
    !isEmpty && utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }
}

extension UInt8 {
  /// The octet in two hexadecimal digits, lower case.
  var hex: String { (self < 16 ? "0" : "") + String(self, radix: 16) }

  /// Whether it is an ASCII letter or digit.
  var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
