public import YuiText

/// One of Japan's 47 prefectures, and where it stands on a map of equal squares.
public struct Prefecture: Sendable, Hashable {
  /// The first two digits of local government codes (JIS X 0401): 1–47.
  public let number: Int
  /// Its name.
  public let name: LocalizedText
  /// Two letters or three, for small squares.
  let short: LocalizedText
  let column: Int
  let row: Int

  /// All of them, by their numbers.
  public static let all: [Prefecture] = table.enumerated().map { index, line in
    Prefecture(
      number: index + 1, name: LocalizedText(ja: line.ja, en: line.en),
      short: LocalizedText(ja: short(line.ja), en: line.code), column: line.at.0, row: line.at.1)
  }

  /// The prefecture of a local government code, such as 131041.
  public static func of(code: String) -> Prefecture? {
    Int(code.prefix(2)).flatMap { all.indices.contains($0 - 1) ? all[$0 - 1] : nil }
  }

  /// 東京都 is 東京, 北海道 stays.
  private static func short(_ name: String) -> String {
    name.count > 2 && "都府県".contains(name.suffix(1)) ? String(name.dropLast()) : name
  }

  private typealias Line = (ja: String, en: String, code: String, at: (Int, Int))

  /// Roughly as the islands lie; Okinawa stands nearer than it is.
  private static let table: [Line] = [
    ("北海道", "Hokkaido", "HKD", (12, 0)), ("青森県", "Aomori", "AOM", (12, 1)),
    ("岩手県", "Iwate", "IWT", (12, 2)), ("宮城県", "Miyagi", "MYG", (12, 3)),
    ("秋田県", "Akita", "AKT", (11, 2)), ("山形県", "Yamagata", "YGT", (11, 3)),
    ("福島県", "Fukushima", "FKS", (12, 4)), ("茨城県", "Ibaraki", "IBK", (13, 5)),
    ("栃木県", "Tochigi", "TCG", (12, 5)), ("群馬県", "Gunma", "GNM", (11, 5)),
    ("埼玉県", "Saitama", "STM", (11, 6)), ("千葉県", "Chiba", "CHB", (13, 6)),
    ("東京都", "Tokyo", "TKY", (12, 6)), ("神奈川県", "Kanagawa", "KNG", (11, 7)),
    ("新潟県", "Niigata", "NGT", (11, 4)), ("富山県", "Toyama", "TYM", (10, 4)),
    ("石川県", "Ishikawa", "ISK", (9, 4)), ("福井県", "Fukui", "FKI", (8, 5)),
    ("山梨県", "Yamanashi", "YNS", (10, 6)), ("長野県", "Nagano", "NGN", (10, 5)),
    ("岐阜県", "Gifu", "GIF", (9, 5)), ("静岡県", "Shizuoka", "SZO", (10, 7)),
    ("愛知県", "Aichi", "AIC", (9, 6)), ("三重県", "Mie", "MIE", (9, 7)),
    ("滋賀県", "Shiga", "SHG", (8, 6)), ("京都府", "Kyoto", "KYT", (7, 6)),
    ("大阪府", "Osaka", "OSK", (7, 7)), ("兵庫県", "Hyogo", "HYG", (6, 6)),
    ("奈良県", "Nara", "NAR", (8, 7)), ("和歌山県", "Wakayama", "WKY", (7, 8)),
    ("鳥取県", "Tottori", "TTR", (5, 6)), ("島根県", "Shimane", "SMN", (4, 6)),
    ("岡山県", "Okayama", "OKY", (5, 7)), ("広島県", "Hiroshima", "HRS", (4, 7)),
    ("山口県", "Yamaguchi", "YGC", (3, 6)), ("徳島県", "Tokushima", "TKS", (5, 9)),
    ("香川県", "Kagawa", "KGW", (5, 8)), ("愛媛県", "Ehime", "EHM", (4, 8)),
    ("高知県", "Kochi", "KOC", (4, 9)), ("福岡県", "Fukuoka", "FKO", (1, 7)),
    ("佐賀県", "Saga", "SAG", (0, 7)), ("長崎県", "Nagasaki", "NGS", (0, 8)),
    ("熊本県", "Kumamoto", "KMM", (1, 8)), ("大分県", "Oita", "OIT", (2, 7)),
    ("宮崎県", "Miyazaki", "MYZ", (2, 8)), ("鹿児島県", "Kagoshima", "KGS", (1, 9)),
    ("沖縄県", "Okinawa", "OKN", (0, 10)),
  ]
}
