import YuiText

/// A name reduced to what tells places apart, to be compared with others.
struct SiteNameKey: Sendable, Hashable {
  /// The letters without case, width, kana and everything that is no letter or digit.
  let letters: [Unicode.Scalar]
  /// A bit for each letter, by which most names are told apart at once.
  private let mask: UInt64

  init(_ name: String) {
    letters = TextFolding.fold(name).unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    mask = letters.reduce(0) { $0 | 1 << UInt64($1.value % 64) }
  }

  static func == (left: SiteNameKey, right: SiteNameKey) -> Bool { left.letters == right.letters }
  func hash(into hasher: inout Hasher) { hasher.combine(letters) }

  /// Whether somebody may have meant the same: a letter in a few is different, and none that names
  /// one of several, such as 第一 and 第二 or 東口 and 西口.
  func isSimilar(to other: SiteNameKey) -> Bool {
    let most = max(1, min(letters.count, other.letters.count) / 6)
    guard min(letters.count, other.letters.count) >= 4,
      abs(letters.count - other.letters.count) <= most,
      (mask ^ other.mask).nonzeroBitCount <= 2 * most
    else { return false }
    return ordinals == other.ordinals && distance(to: other, atMost: most) <= most
  }

  /// The letters that name one of several, in order.
  private var ordinals: [Unicode.Scalar] {
    letters.filter { $0.properties.numericType != nil || Self.sides.contains($0) }
  }

  private static let sides = Set("東西南北上下左右前後内外新旧abcdefgh".unicodeScalars)

  /// How many letters have to be changed, added or left out; more than `most` where it is more.
  private func distance(to other: SiteNameKey, atMost most: Int) -> Int {
    var row = Array(0...other.letters.count)
    for (index, letter) in letters.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (place, theirs) in other.letters.enumerated() {
        let changed = diagonal + (letter == theirs ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(changed, row[place] + 1, row[place + 1] + 1)
      }
      if row.min() ?? 0 > most { return most + 1 }
    }
    return row[other.letters.count]
  }
}
