import YuiText

/// The name that a network broadcasts (SSID): 1 to 32 octets of UTF-8.
struct NetworkName: CheckedText {
  let description: String

  init(checking text: String) throws(ValueProblem) {
    guard 1...32 ~= text.utf8.count, text.isPlainLine else {
      throw ValueProblem(
        ja: "SSIDを1行、32オクテット（半角32文字、かな・漢字で10文字）以内で入力してください。",
        en: "Enter an SSID of one line, at most 32 octets.")
    }
    description = text
  }

  /// Whether phones take it for eduroam.
  var isEduroam: Bool { description.lowercased() == "eduroam" }
}

/// The address that all access points of one homogeneous network name (HESSID).
struct HESSID: CheckedText {
  /// `02:03:04:05:06:07`.
  let description: String

  init(checking text: String) throws(ValueProblem) {
    let octets = text.lowercased().split(omittingEmptySubsequences: false) { ":-".contains($0) }
    guard octets.count == 6,
      octets.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(\.isLetterOrDigit) }),
      octets.allSatisfy({ UInt8($0, radix: 16) != nil })
    else {
      throw ValueProblem(
        ja: "HESSIDはアクセスポイントのうち1台のBSSIDです。例）02:03:04:05:06:07",
        en: "A HESSID is the BSSID of one of the access points, such as 02:03:04:05:06:07.")
    }
    description = octets.joined(separator: ":")
  }
}
