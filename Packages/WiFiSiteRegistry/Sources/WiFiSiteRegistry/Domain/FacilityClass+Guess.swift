extension FacilityClass {
  /// What kind of place a name speaks of; what is in brackets tells where it is, and counts only
  /// where the rest says nothing.
  init?(guessedFrom name: String) {
    let (rest, bracketed) = Self.parts(of: name)
    for text in [rest, bracketed] {
      let found = Self.words.first { _, words in words.contains { text.contains($0) } }
      guard let found else { continue }
      self = found.0
      return
    }
    return nil
  }

  /// The words of each kind.
  ///
  /// A kind that comes first wins: a park beside a town hall is a park.
  private static let words: [(FacilityClass, [String])] = [
    (.phoneBox, ["公衆電話", "電話ボックス"]),
    (.library, ["図書館", "図書室"]),
    (
      .tourism,
      [
        "観光", "ビジターセンター", "インフォメーションセンター", "道の駅", "キャンプ場", "ふるさと村", "都民の森",
        "動物園", "動物公園", "水族", "文化園", "温泉",
      ]
    ),
    (.street, ["デジタルサイネージ", "街路灯", "スマートポール", "商店街"]),
    (
      .school,
      ["小学校", "中学校", "高校", "高等学校", "大学", "学園", "支援学校", "幼稚園", "保育園", "こども園"]
    ),
    (.health, ["病院", "医療", "診療所", "保健", "福祉", "高齢者", "健康センター"]),
    (
      .sports,
      [
        "体育館", "スポーツ", "競技場", "水泳場", "プール", "球場", "アリーナ", "武道館", "テニス", "アーチェリー",
        "アクアティクス", "カヌー", "ホッケー",
      ]
    ),
    (
      .culture,
      [
        "美術館", "博物館", "文学館", "記念館", "資料館", "資料センター", "公文書館", "ホール", "劇場", "文化会館",
        "文化センター", "ギャラリー", "アーツ", "たてもの園", "洋館",
      ]
    ),
    (
      .transport,
      ["駅", "空港", "飛行場", "船客待合所", "客船", "フェリー", "クルーズ", "ターミナル", "バス停", "漁港"]
    ),
    (.park, ["公園", "庭園", "緑地", "広場", "園"]),
    (
      .government,
      ["庁舎", "区役所", "市役所", "町役場", "村役場", "都庁", "県庁", "府庁", "道庁", "支所", "出張所", "消防署", "警察署"]
    ),
    (
      .community,
      [
        "公民館", "区民", "市民", "町民", "村民", "住民", "地域センター", "コミュニティ", "集会所", "児童館", "会館",
        "交流館", "生涯学習", "防災館",
      ]
    ),
  ]

  /// A name without what stands in brackets, and that.
  private static func parts(of name: String) -> (rest: String, bracketed: String) {
    var (rest, bracketed, depth) = ("", "", 0)
    for character in name {
      switch character {
      case "（", "(": depth += 1
      case "）", ")": depth = max(0, depth - 1)
      default:
        if depth > 0 { bracketed.append(character) } else { rest.append(character) }
      }
    }
    return (rest, bracketed)
  }
}
