import YuiText

/// A name reduced to what tells places apart, to be compared with others.
struct SiteNameKey: Sendable, Hashable {
  /// The letters without case, width, kana and everything that is no letter or digit.
  let letters: [Unicode.Scalar]
  /// Those of the beginning, which are held against others letter by letter.
  private let beginning: [Unicode.Scalar]
  /// Those of them that name one of several, in order.
  private let ordinals: [Unicode.Scalar]
  /// A bit for each of them, by which most names are told apart at once.
  private let mask: UInt64

  /// Longer names than any place has would take long to compare.
  private static let mostCompared = 40

  init(_ name: String) {
    letters = TextFolding.fold(name).unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    beginning = Array(letters.prefix(Self.mostCompared))
    ordinals = beginning.filter {
      $0.properties.numericType != nil || Self.sides.contains($0)
    }
    mask = beginning.reduce(0) { $0 | 1 << UInt64($1.value % 64) }
  }

  static func == (left: SiteNameKey, right: SiteNameKey) -> Bool { left.letters == right.letters }
  func hash(into hasher: inout Hasher) { hasher.combine(letters) }

  /// Whether somebody may have meant the same: a letter in a few is different, and none that names
  /// one of several, such as 第一 and 第二 or 東口 and 西口.
  func isSimilar(to other: SiteNameKey) -> Bool {
    let most = max(1, min(beginning.count, other.beginning.count) / 6)
    guard min(beginning.count, other.beginning.count) >= 4,
      abs(letters.count - other.letters.count) <= most,
      (mask ^ other.mask).nonzeroBitCount <= 2 * most
    else { return false }
    return ordinals == other.ordinals && distance(to: other, atMost: most) <= most
  }

  private static let sides = Set("東西南北上下左右前後内外新旧abcdefgh".unicodeScalars)

  /// How many letters have to be changed, added or left out; more than `most` where it is more.
  private func distance(to other: SiteNameKey, atMost most: Int) -> Int {
    var row = Array(0...other.beginning.count)
    for (index, letter) in beginning.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (place, theirs) in other.beginning.enumerated() {
        let changed = diagonal + (letter == theirs ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(changed, row[place] + 1, row[place + 1] + 1)
      }
      if row.min() ?? 0 > most { return most + 1 }
    }
    return row[other.beginning.count]
  }
}
