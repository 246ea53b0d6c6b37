internal import CLocalGovernments

/// One of Japan's 47 prefectures or 1,741 municipalities, from the list Yui ships.
///
/// Source: Japan Post's public postal data and the codes of JIS X 0402.
public struct LocalGovernment: Sendable, Hashable {
  /// What kind of local government it is.
  public enum Kind: String, Sendable { case prefecture, city, town, village, ward }

  /// The six-digit code.
  public let code: String
  /// The prefecture's name, 東京都.
  public let prefecture: String
  /// The county (郡) a town or village belongs to; empty for others.
  public let county: String
  /// The name without prefecture and county, 新宿区.
  public let name: String
  /// The name's reading in full-width katakana.
  public let kana: String
  /// What it is.
  public let kind: Kind

  /// Prefecture, county and name as one text, 東京都新宿区.
  public var fullName: String { kind == .prefecture ? name : prefecture + county + name }

  /// All 1,788, in the order of their codes.
  public static let all: [LocalGovernment] = load()

  /// The one with this six-digit code.
  public static func named(_ code: String) -> LocalGovernment? { byCode[code] }

  private static let byCode = Dictionary(
    all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  private static func load() -> [LocalGovernment] {
    let bytes = UnsafeBufferPointer(
      start: yui_local_governments(), count: yui_local_governments_count())
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
      .compactMap { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 6, let kind = Kind(rawValue: cells[5]) else { return nil }
        return LocalGovernment(
          code: cells[0], prefecture: cells[1], county: cells[2], name: cells[3], kana: cells[4],
          kind: kind)
      }
  }
}
