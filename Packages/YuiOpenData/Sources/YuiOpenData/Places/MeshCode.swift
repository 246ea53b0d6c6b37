public import YuiStorage

/// A cell of Japan's standard grid (JIS X 0410), and its halves, quarters and eighths.
///
/// Every cell is made of eighths of a third-order mesh, 3.75 seconds of latitude by 5.625 of
/// longitude; a code names the lower left one of its cell.
///
/// ```swift
/// MeshCode(containing: tokyoTower, level: .third)?.code  // "53393599"
/// ```
public struct MeshCode: Sendable, Hashable {
  /// How large a cell is, and how long its code.
  public enum Level: Int, Sendable, CaseIterable {
    /// About 80 km (第1次地域区画), 4 digits.
    case first
    /// About 10 km (第2次地域区画), 6 digits.
    case second
    /// About 1 km (基準地域メッシュ), 8 digits.
    case third
    /// About 500 m (2分の1), 9 digits.
    case half
    /// About 250 m (4分の1), 10 digits.
    case quarter
    /// About 125 m (8分の1), 11 digits.
    case eighth

    /// How many eighths a cell has on each side.
    var span: Int { [640, 80, 8, 4, 2, 1][rawValue] }
    var digits: Int { [4, 6, 8, 9, 10, 11][rawValue] }
  }

  static let rowsOfDegree = 960.0
  static let columnsOfDegree = 640.0
  static let columnsFrom = 100.0

  /// How large the cell is.
  public let level: Level
  /// Eighths north of the equator, and east of 100° E, of its lower left corner.
  let row: Int
  let column: Int

  /// Finds the cell of a place; `nil` outside of the grid, which has codes from 0° to 66°40′ N and
  /// from 100° E on.
  public init?(containing place: Coordinate, level: Level) {
    let row = Int((place.latitude * Self.rowsOfDegree).rounded(.down))
    let column = Int(((place.longitude - Self.columnsFrom) * Self.columnsOfDegree).rounded(.down))
    guard 0..<64_000 ~= row, 0..<64_000 ~= column else { return nil }
    self.level = level
    self.row = row - row % level.span
    self.column = column - column % level.span
  }

  /// Reads a code; its length tells the level.
  public init?(_ code: String) {
    let digits = code.utf8.map { Int($0) - 48 }
    guard digits.allSatisfy({ 0...9 ~= $0 }),
      let level = Level.allCases.first(where: { $0.digits == digits.count })
    else { return nil }
    var row = (digits[0] * 10 + digits[1]) * Level.first.span
    var column = (digits[2] * 10 + digits[3]) * Level.first.span
    if digits.count >= Level.second.digits {
      guard digits[4] < 8, digits[5] < 8 else { return nil }
      row += digits[4] * Level.second.span
      column += digits[5] * Level.second.span
    }
    if digits.count >= Level.third.digits {
      row += digits[6] * Level.third.span
      column += digits[7] * Level.third.span
    }
    for (digit, level) in zip(digits.dropFirst(8), [Level.half, .quarter, .eighth]) {
      guard 1...4 ~= digit else { return nil }
      row += (digit - 1) / 2 * level.span
      column += (digit - 1) % 2 * level.span
    }
    (self.level, self.row, self.column) = (level, row, column)
  }

  /// The code.
  public var code: String {
    var parts = [
      row / 640 / 10, row / 640 % 10, column / 640 / 10, column / 640 % 10,
      row % 640 / 80, column % 640 / 80, row % 80 / 8, column % 80 / 8,
    ]
    for span in [4, 2, 1] {
      // South-west is 1, south-east 2, north-west 3, north-east 4.
      parts.append(row % (span * 2) / span * 2 + column % (span * 2) / span + 1)
    }
    return parts.prefix(level.digits).map(String.init).joined()
  }

  /// The cell, its edges included.
  public var box: BoundingBox? {
    BoundingBox(
      west: longitude(column), south: latitude(row), east: longitude(column + level.span),
      north: latitude(row + level.span))
  }

  /// The middle of the cell.
  public var center: Coordinate? {
    Coordinate(
      latitude: (latitude(row) + latitude(row + level.span)) / 2,
      longitude: (longitude(column) + longitude(column + level.span)) / 2)
  }

  /// The cell of a lower level that holds this one; the same where the level is not lower.
  public func within(_ level: Level) -> MeshCode {
    guard level.rawValue < self.level.rawValue else { return self }
    return MeshCode(level: level, row: row - row % level.span, column: column - column % level.span)
  }

  init(level: Level, row: Int, column: Int) {
    (self.level, self.row, self.column) = (level, row, column)
  }

  private func latitude(_ row: Int) -> Double { Double(row) / Self.rowsOfDegree }

  private func longitude(_ column: Int) -> Double {
    Self.columnsFrom + Double(column) / Self.columnsOfDegree
  }
}

extension MeshCode.Level {
  /// The lines between cells that cross a box: their longitudes, and their latitudes.
  public func lines(in box: BoundingBox) -> (longitudes: [Double], latitudes: [Double]) {
    func lines(_ low: Double, _ high: Double, of degree: Double) -> [Double] {
      let cells = degree / Double(span)
      let first = Int((max(low, -180) * cells).rounded(.up))
      let last = Int((min(high, 180) * cells).rounded(.down))
      return first <= last ? (first...last).map { Double($0) / cells } : []
    }
    return (
      lines(box.west, box.east, of: MeshCode.columnsOfDegree),
      lines(box.south, box.north, of: MeshCode.rowsOfDegree)
    )
  }
}

extension MeshCode: LosslessStringConvertible {
  /// The code.
  public var description: String { code }
}
