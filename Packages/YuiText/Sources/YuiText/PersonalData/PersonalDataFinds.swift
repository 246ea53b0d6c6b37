/// A text on its way through the search: each character beside the one it stands for.
struct PersonalDataFinds {
  /// The text as it came.
  private let original: [Unicode.Scalar]
  /// The same positions in half-width forms, every kind of hyphen as `-`.
  let folded: [UInt32]
  /// What was found, in no order and without overlap.
  private var finds: [(range: Range<Int>, kind: PersonalData.Kind)] = []
  private var isTaken: [Bool]

  init(_ text: String) {
    original = Array(text.unicodeScalars)
    folded = original.map(Self.fold)
    isTaken = Array(repeating: false, count: original.count)
  }

  mutating func add(_ kind: PersonalData.Kind, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    finds.append((range, kind))
    for index in range { isTaken[index] = true }
  }

  func isFree(_ index: Int) -> Bool { !isTaken[index] }

  /// The character at a position; nothing matches the one beyond the ends or inside a find.
  subscript(_ index: Int) -> UInt32 {
    folded.indices.contains(index) && !isTaken[index] ? folded[index] : 0
  }

  var masked: (text: String, found: Set<PersonalData.Kind>) {
    guard !finds.isEmpty else {
      return (String(String.UnicodeScalarView(original)), [])
    }
    var text = String.UnicodeScalarView()
    var position = 0
    for find in finds.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      text.append(contentsOf: original[position..<find.range.lowerBound])
      text.append(contentsOf: find.kind.mark.unicodeScalars)
      position = find.range.upperBound
    }
    text.append(contentsOf: original[position...])
    return (String(text), Set(finds.map(\.kind)))
  }

  private static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0xFF0D, 0xFF5E, 0x2010...0x2015, 0x2212, 0x30FC, 0xFF70, 0x301C, 0x2043, 0x00AD: 0x2D
    case 0xFF01...0xFF5E: scalar.value - 0xFEE0
    case 0x3000, 0x00A0, 0x2000...0x200A, 0x202F: 0x20
    default: scalar.value
    }
  }
}
