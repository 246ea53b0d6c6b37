internal import CJapanLand
public import YuiStorage

/// Which of Japan's prefectures a place may lie in, to tell a position that was mistyped.
///
/// Coasts are drawn by squares of 1 km, with one square more all around; borders of prefectures are
/// known to about 10 km. So a place in a harbour or near a border is believed, and one in the middle
/// of a bay or two cities away is not. Land that was made from the sea lately may be missing.
///
/// Sources: GSHHG 2.3.7 (Wessel and Smith, 1996) for the coasts, the outlines of the package japanmap
/// 0.6.0 for the prefectures; `Tools/JapanLand` makes the table.
public enum JapanLand {
  /// The prefectures that a place may lie in, by the first two digits of their codes (JIS X 0401,
  /// 13 for Tokyo); none at sea and abroad.
  public static func prefectures(near place: Coordinate) -> [Int] {
    guard let mesh = MeshCode(containing: place, level: .third),
      let square = square(mesh.row, mesh.column), square.hasLand(mesh.row, mesh.column)
    else { return [] }
    return square.prefectures
  }

  /// The land that a map of `box` shows, as strips from west to east: of third-order meshes, and of
  /// second-order ones where the map reaches over more than three degrees.
  public static func strips(in box: BoundingBox) -> [BoundingBox] {
    let isWide = max(box.north - box.south, box.east - box.west) > 3
    let span = isWide ? MeshCode.Level.second.span : MeshCode.Level.third.span
    let rows = steps(from: box.south, through: box.north, of: MeshCode.rowsOfDegree, span)
    let columns = steps(
      from: box.west - MeshCode.columnsFrom, through: box.east - MeshCode.columnsFrom,
      of: MeshCode.columnsOfDegree, span)
    return rows.flatMap { row in
      let land = columns.filter { column in
        guard let square = square(row, column) else { return false }
        return isWide || square.hasLand(row, column)
      }
      return runs(of: land, step: span).compactMap { strip(row, $0, isWide ? .second : .third) }
    }
  }

  private static func strip(
    _ row: Int, _ columns: ClosedRange<Int>, _ level: MeshCode.Level
  ) -> BoundingBox? {
    guard let first = MeshCode(level: level, row: row, column: columns.lowerBound).box,
      let last = MeshCode(level: level, row: row, column: columns.upperBound).box
    else { return nil }
    return BoundingBox(west: first.west, south: first.south, east: last.east, north: first.north)
  }

  /// The lower edges of the meshes between two degrees, in eighths of a third-order mesh.
  private static func steps(
    from low: Double, through high: Double, of degree: Double, _ span: Int
  ) -> StrideThrough<Int> {
    func clamped(_ degrees: Double) -> Int { Int(min(max(degrees * degree, 0), 63_999)) }
    let first = clamped(low)
    return stride(from: first - first % span, through: clamped(high), by: span)
  }

  private static func runs(of columns: [Int], step: Int) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for column in columns {
      if let last = runs.last, last.upperBound + step == column {
        runs[runs.count - 1] = last.lowerBound...column
      } else {
        runs.append(column...column)
      }
    }
    return runs
  }

  private static func square(_ row: Int, _ column: Int) -> Square? {
    let span = MeshCode.Level.second.span
    return squares[
      MeshCode(level: .second, row: row - row % span, column: column - column % span)]
  }

  /// A second-order mesh with land.
  private struct Square {
    let prefectures: [Int]
    /// A bit for each third-order mesh, the highest of 100 for the one in the south-west.
    let land: UInt128

    func hasLand(_ row: Int, _ column: Int) -> Bool {
      let number = row % 80 / 8 * 10 + column % 80 / 8
      return land >> UInt128(99 - number) & 1 == 1
    }
  }

  private static let squares: [MeshCode: Square] = {
    let bytes = UnsafeBufferPointer(start: yui_japan_land(), count: yui_japan_land_count())
    var squares: [MeshCode: Square] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count == 3, let mesh = MeshCode(String(parts[0])),
        let land = parts[2] == "*" ? (1 << 100) - 1 : UInt128(parts[2], radix: 16)
      else { continue }
      squares[mesh] = Square(
        prefectures: parts[1].split(separator: ",").compactMap { Int($0) }, land: land)
    }
    return squares
  }()
}
