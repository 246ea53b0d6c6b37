import YuiText

/// A name in the DNS, in lower-case ASCII letters, with a dot in it: `wifi.city.example.lg.jp`.
struct DomainName: CheckedText {
  let description: String

  init(checking text: String) throws(ValueProblem) {
    let name = text.lowercased()
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard name.utf8.count <= 253, labels.count >= 2, labels.allSatisfy(Self.isLabel) else {
      throw ValueProblem(
        ja: "ドメイン名を半角の英小文字・数字・ハイフンとドットで入力してください。日本語のドメイン名は xn-- の形にしてください。"
          + "例）wifi.city.example.lg.jp",
        en: "Enter a domain name of ASCII letters, digits, hyphens and dots; names in Japanese in "
          + "their form with xn--. Such as wifi.city.example.lg.jp.")
    }
    description = name
  }

  /// The parts from the last to the first, as identifiers of programs are written.
  var reversed: String { description.split(separator: ".").reversed().joined(separator: ".") }

  private static func isLabel(_ label: Substring) -> Bool {
    1...63 ~= label.utf8.count && label.utf8.allSatisfy { $0.isLetterOrDigit || $0 == 0x2D }
      && label.utf8.first != 0x2D && label.utf8.last != 0x2D
  }
}
