internal import CJapanLand

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
      let square = squares[mesh.within(.second)], square.hasLand(mesh)
    else { return [] }
    return square.prefectures
  }

  /// A second-order mesh with land.
  private struct Square {
    let prefectures: [Int]
    /// A bit for each third-order mesh, the highest of 100 for the one in the south-west.
    let land: UInt128

    func hasLand(_ mesh: MeshCode) -> Bool {
      guard let number = Int(mesh.code.suffix(2)) else { return false }
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
