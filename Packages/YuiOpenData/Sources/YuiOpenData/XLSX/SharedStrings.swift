import YuiText

/// The texts of a workbook, which its cells name by number (ECMA-376-1, 18.4).
final class SharedStrings: XMLHandler {
  private static let mostBytes = 128 << 20
  private static let mostTexts = 8_000_000

  private let mostBytesOfText: Int
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var tooLong: Set<Int> = []
  private var open: RichText?

  init(mostBytesOfText: Int) { self.mostBytesOfText = mostBytesOfText }

  /// Returns a text.
  func text(_ number: Int) throws(CellProblem) -> [UInt8] {
    guard ends.indices.contains(number) else { throw .noText }
    guard !tooLong.contains(number) else { throw .tooLong(bytes: mostBytesOfText) }
    return Array(bytes[Int(number == 0 ? 0 : ends[number - 1])..<Int(ends[number])])
  }

  func start(_ element: String, _ attributes: XMLAttributes) throws {
    if element == "si" { open = RichText(mostBytes: mostBytesOfText) }
    open?.start(element)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { open?.text(bytes) }

  func end(_ element: String) throws {
    open?.end(element)
    guard element == "si", let text = open else { return }
    if text.isTooLong {
      tooLong.insert(ends.count)
    } else {
      bytes += EscapedText.decode(text.bytes)
    }
    ends.append(UInt32(bytes.count))
    open = nil
    guard bytes.count <= Self.mostBytes, ends.count <= Self.mostTexts else {
      throw XLSXProblem.tooLarge(LocalizedText(ja: "文字列", en: "texts"))
    }
  }
}
