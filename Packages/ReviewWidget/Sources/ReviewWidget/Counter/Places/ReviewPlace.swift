import YuiText

/// Where a service is rated: a window, a kiosk in the hall, a letter; each has a poster.
struct ReviewPlace: Sendable, Hashable {
  /// The most places of one service.
  static let most = 500
  /// The most characters of a name, which has to stand on a poster.
  static let longestName = 60

  static let tooMany = LocalizedText(
    ja: "1つのサービスに登録できる場所は\(most)か所までです。", en: "A service has at most \(most) places.")

  let service: Slug
  /// What its responses carry as their place.
  let code: Slug
  var name: LocalizedText
  /// The channel on which its responses come.
  var channel: Channel
  /// Stands for the place in `/r/{short}`, as long as there is the place.
  let short: ShortCode

  /// The English name; empty where there is none.
  var nameEn: String { name.words(in: .en) }
}
