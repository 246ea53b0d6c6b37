/// A text on its way through the search: each character beside the one it stands for.
struct PersonalDataFinds {
  private let text: String
  /// The text as it came.
  private let original: [Unicode.Scalar]
  /// Where each visible character stands in the original.
  private let positions: [Int]
  /// The visible characters as what they stand for.
  let folded: [UInt32]
  /// What was found, in no order and without overlap.
  private var finds: [(range: Range<Int>, kind: PersonalData.Kind)] = []
  private var isTaken: [Bool]

  init(_ text: String) {
    self.text = text
    original = Array(text.unicodeScalars)
    positions = original.indices.filter { [original] in
      !PersonalDataCharacter.isInvisible(original[$0])
    }
    folded = positions.map { [original] in PersonalDataCharacter.fold(original[$0]) }
    isTaken = Array(repeating: false, count: folded.count)
  }

  mutating func add(_ kind: PersonalData.Kind, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    finds.append((range, kind))
    for index in range { isTaken[index] = true }
  }

  /// The character at a position; nothing matches the one beyond the ends or inside a find.
  subscript(_ index: Int) -> UInt32 {
    folded.indices.contains(index) && !isTaken[index] ? folded[index] : 0
  }

  /// Whether the character at a position, which is not beyond the ends, fulfils a condition.
  func hasOriginal(
    _ index: Int, where condition: (Unicode.Scalar) -> Bool
  ) -> Bool {
    self[index] != 0 && condition(original[positions[index]])
  }

  /// Whether one of these words, in folded lower case, ends at a position.
  func endsWord(at end: Int, of words: [[UInt32]]) -> Bool {
    words.contains { word in
      word.count <= end
        && zip(word, (end - word.count)..<end).allSatisfy {
          $0 == PersonalDataCharacter.lowercased(self[$1])
        }
    }
  }

  var masked: (text: String, found: Set<PersonalData.Kind>) {
    guard !finds.isEmpty else { return (text, []) }
    var text: [Unicode.Scalar] = []
    var position = 0
    for find in finds.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      text += original[position..<positions[find.range.lowerBound]]
      text += find.kind.mark.unicodeScalars
      // What nobody sees behind its last character goes with it.
      let end = find.range.upperBound
      position = end < positions.count ? positions[end] : original.count
    }
    text += original[position...]
    return (String(String.UnicodeScalarView(text)), Set(finds.map(\.kind)))
  }
}
