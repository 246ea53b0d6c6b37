import YuiText

/// What a poster says beside names and addresses.
enum PosterWording {
  static let question = LocalizedText(
    ja: "{今日|きょう}のご{利用|りよう}はいかがでしたか", en: "How was the service today?")

  static let scan = LocalizedText(
    ja: "スマートフォンで{読|よ}み{取|と}るか、アドレスを{入力|にゅうりょく}してください",
    en: "Scan with your phone, or type the address")

  static let promise = LocalizedText(
    ja: "10{秒|びょう}ほどで{終|お}わります　お{名前|なまえ}は{聞|き}きません",
    en: "It takes ten seconds. We don’t ask for your name.")

  /// A line for those who read neither Japanese nor English with ease.
  static let invitations: [(language: Language, words: String)] = [
    (.easy, "サービスは どうでしたか？"), (.zhHans, "请您评价我们的服务"),
    (.ko, "서비스는 어떠셨나요?"), (.vi, "Xin cho biết ý kiến của bạn"),
  ]
}
