import YuiText

extension ProfileCheck {
  static func problem(_ problem: ValueProblem, line: Int, _ text: String) -> LocalizedText {
    let shown =
      text.unicodeScalars.count > 60
      ? "\(String(String.UnicodeScalarView(text.unicodeScalars.prefix(60))))…" : text
    return LocalizedText(
      ja: "\(line)行目「\(shown)」：\(problem.message[.ja])",
      en: "Line \(line) “\(shown)”: \(problem.message[.en])")
  }

  static let notChosen = LocalizedText(ja: "選択してください。", en: "Choose one.")
  static let noName = LocalizedText(
    ja: "名称を1行、100文字以内で入力してください。", en: "Enter a name, one line of at most 100 characters.")
  static let longName = LocalizedText(
    ja: "1行、100文字以内で入力してください。", en: "Keep it to one line of at most 100 characters.")
  static let tooMany = LocalizedText(
    ja: "\(OpenRoamingProfile.mostValues)行までです。",
    en: "At most \(OpenRoamingProfile.mostValues) lines.")
  static let badURL = LocalizedText(
    ja: "https:// で始まるアドレスを252文字以内で入力してください。",
    en: "Enter an address that starts with https://, at most 252 characters.")
  static let badANQPDomain = LocalizedText(
    ja: "0から65535までの数を入力してください。", en: "Enter a number from 0 to 65535.")
  static let mixedSecurity = LocalizedText(
    ja: "方式を選択してください。1つのネットワークで組み合わせられるのは、同じ種類（Enterprise、Personal、Open）の中だけです。",
    en: "Choose what protects it. One network can only combine what is of one kind (Enterprise, "
      + "Personal, Open).")
  static let passpointNeedsEnterprise = LocalizedText(
    ja: "Passpoint（Hotspot 2.0）には WPA2-Enterprise か WPA3-Enterprise が必要です。",
    en: "Passpoint (Hotspot 2.0) needs WPA2-Enterprise or WPA3-Enterprise.")
  static let languageTwice = LocalizedText(
    ja: "1つの言語に1つの名称を入力してください。", en: "Enter one name for each language.")
  static let realmTwice = LocalizedText(
    ja: "同じレルムが2つの行にあります。", en: "A realm stands in two lines.")
}
