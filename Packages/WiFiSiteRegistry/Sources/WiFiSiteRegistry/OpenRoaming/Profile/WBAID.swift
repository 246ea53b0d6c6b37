import YuiText

/// The name of an operator at the Wireless Broadband Alliance: `EXAMPLE:JP`.
struct WBAID: CheckedText {
  /// In upper case.
  let description: String

  init(checking text: String) throws(ValueProblem) {
    let name = text.uppercased()
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard name.utf8.count <= 64, parts.count == 2, !parts[0].isEmpty,
      parts[0].utf8.allSatisfy({ $0.isLetterOrDigit || "._-".utf8.contains($0) }),
      parts[0].utf8.first.map(\.isLetterOrDigit) == true,
      parts[1].utf8.count == 2,
      parts[1].utf8.allSatisfy({ UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 })
    else {
      throw ValueProblem(
        ja: "WBAIDを「名称:国の2文字」の形で入力してください。例）EXAMPLE:JP",
        en: "Enter the WBAID as name, colon, two letters of the country, such as EXAMPLE:JP.")
    }
    description = name
  }

  /// What the RADIUS attribute Operator-Name (126) says: `4` for the namespace, then the WBAID.
  var operatorName: String { "4\(description)" }
}
