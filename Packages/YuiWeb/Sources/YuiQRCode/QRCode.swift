/// A text as a QR code (ISO/IEC 18004): a square of dark and light modules.
///
/// ```swift
/// let code = try QRCode("https://example.lg.jp/r/7k3m9q")
/// code.size              // 25 modules on a side
/// code[row: 0, column: 0]  // true: the corner of a finder pattern is dark
/// ```
public struct QRCode: Sendable, Hashable {
  /// How much of a symbol may be lost to dirt, folds and glare before it can't be read.
  public enum Correction: Sendable, Hashable, CaseIterable {
    /// Level M: some 15 per cent; for what is printed large.
    case medium
    /// Level Q: some 25 per cent; for what is printed small or hangs outdoors.
    case quartile
  }

  /// The light modules that must stay around a symbol, on each side.
  public static let quietZone = 4

  /// The most bytes of UTF-8 a symbol is made of; denser ones are not read from a wall.
  public static let longestText = 500

  /// The modules on a side, without the quiet zone: 21, 25, 29 and so on to 177.
  public let size: Int
  private let modules: [Bool]

  /// Encodes a text in the smallest symbol that holds it.
  ///
  /// - Throws: ``QRCodeError`` for a text that is empty or too long.
  public init(_ text: String, correction: Correction = .medium) throws(QRCodeError) {
    guard !text.isEmpty else { throw QRCodeError(.empty) }
    guard text.utf8.count <= Self.longestText else { throw QRCodeError(.tooLong) }
    let symbol = try Symbol(text, correction: correction)
    size = symbol.size
    modules = symbol.modules
  }

  /// Whether a module is dark, counted from the upper left corner.
  public subscript(row row: Int, column column: Int) -> Bool {
    modules[row * size + column]
  }
}
