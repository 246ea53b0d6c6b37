import YuiOpenData
import YuiTenancy

/// Finds out whether a position can be right for where a site says it is.
enum PositionCheck {
  /// What speaks against a position.
  ///
  /// - Parameter prefecture: the number of the prefecture in which it should lie (JIS X 0401), where
  ///   that is known.
  static func doubt(of place: Coordinate, prefecture: Int?) -> PositionDoubt? {
    let possible = JapanLand.prefectures(near: place)
    guard !possible.isEmpty else { return .atSea }
    guard let prefecture, !possible.contains(prefecture) else { return nil }
    return .otherPrefecture
  }
}

extension WiFiSite {
  /// The number of the prefecture in which it says it lies: by its address, its prefecture's name, or
  /// its publisher's code.
  var prefectureNumber: Int? {
    Self.prefecture(beginning: address) ?? Self.prefecture(beginning: prefecture)
      ?? Int(code.prefix(2))
  }

  /// Moves it, and looks whether it can be there.
  ///
  /// Where it does not move, what was found out stays: staff may know better.
  mutating func move(to place: Coordinate?) {
    guard place != self.place else { return }
    self.place = place
    doubt = place.flatMap { PositionCheck.doubt(of: $0, prefecture: prefectureNumber) }
  }

  /// Whether a text is the name of a prefecture, such as 東京都.
  static func isPrefecture(_ text: String) -> Bool { numbers[text] != nil }

  private static func prefecture(beginning text: String) -> Int? {
    // Prefectures have names of three characters or four.
    numbers[String(text.prefix(3))] ?? numbers[String(text.prefix(4))]
  }

  private static let numbers = Dictionary(
    LocalGovernment.all.filter { $0.kind == .prefecture }
      .compactMap { prefecture in Int(prefecture.code.prefix(2)).map { (prefecture.name, $0) } }
  ) { first, _ in first }
}
