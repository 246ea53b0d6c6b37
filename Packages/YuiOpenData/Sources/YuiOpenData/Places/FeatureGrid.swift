import Synchronization
public import YuiStorage

/// The features of a published table, kept in memory by squares of about a kilometre.
///
/// To find a hundred features in a box, and to fetch the text of each, costs the database ten times
/// what it costs to send them. What was read of a square holds until something public changes: then
/// the table has another version, a random number. Tables of all tenants share the bound, and a
/// version belongs to one alone.
///
/// ```swift
/// static let grid = FeatureGrid<String>(mostBytes: 96 << 20)
/// let found = try grid.points(in: query.boxes, version: version) { box in try points(in: box) }
/// ```
public final class FeatureGrid<ID: Sendable>: Sendable {
  /// A feature as it is handed out.
  public struct Point: Sendable {
    /// Its id.
    public let id: ID
    /// Where it lies, if anywhere.
    public let place: Coordinate?
    /// Its GeoJSON.
    public let feature: [UInt8]

    /// Describes a feature.
    public init(id: ID, place: Coordinate?, feature: [UInt8]) {
      (self.id, self.place, self.feature) = (id, place, feature)
    }

    /// What it takes, roughly.
    fileprivate var bytes: Int { feature.count + 128 }
  }

  /// More than what is lost where degrees are made into squares and back.
  private static var rounding: Double { 1e-9 }
  /// The most squares of a request: about 35 km on each side.
  private static var mostSquares: Int { 1_024 }

  private struct Square: Hashable {
    let row: Int
    let column: Int

    /// Where features are that lie nowhere.
    static var nowhere: Square { Square(row: .max, column: .max) }

    init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

    init(latitude: Double, longitude: Double) {
      row = Int((latitude * 100).rounded(.down))
      column = Int((longitude * 80).rounded(.down))
    }

    init(of place: Coordinate?) {
      self =
        place.map { Square(latitude: $0.latitude, longitude: $0.longitude) } ?? .nowhere
    }
  }

  private struct Version {
    var squares: [Square: [Point]] = [:]
    var bytes = 0
    var lastUse = 0
  }

  private struct State {
    var versions: [Int64: Version] = [:]
    var uses = 0
  }

  private let state = Mutex(State())
  private let mostBytes: Int

  /// Creates an empty one that holds about so many bytes.
  public init(mostBytes: Int) { self.mostBytes = mostBytes }

  /// The features in one of the boxes, and those that lie nowhere; `nil` where the boxes are too large.
  ///
  /// - Parameter read: reads all features of a box, or those that lie nowhere, in the state of `version`.
  public func points(
    in boxes: [BoundingBox], version: Int64, read: (BoundingBox?) throws -> [Point]
  ) throws -> [Point]? {
    guard let squares = Self.squares(of: boxes) else { return nil }
    var (found, missing) = kept(squares, version)
    if !missing.isEmpty {
      let new = try Self.read(missing, read)
      keep(new, version)
      found += new.values
    }
    var matching: [Point] = []
    for points in found {
      for point in points where Self.isIn(boxes, point.place) { matching.append(point) }
    }
    return matching
  }

  private static func isIn(_ boxes: [BoundingBox], _ place: Coordinate?) -> Bool {
    guard let place else { return true }
    for box in boxes
    where box.west <= place.longitude && place.longitude <= box.east
      && box.south <= place.latitude && place.latitude <= box.north
    {
      return true
    }
    return false
  }

  private static func squares(of boxes: [BoundingBox]) -> Set<Square>? {
    var squares: Set<Square> = [.nowhere]
    for box in boxes {
      let low = Square(latitude: box.south, longitude: box.west)
      let high = Square(latitude: box.north, longitude: box.east)
      guard (high.row - low.row + 1) * (high.column - low.column + 1) <= mostSquares else {
        return nil
      }
      for row in low.row...high.row {
        for column in low.column...high.column {
          squares.insert(Square(row: row, column: column))
        }
      }
    }
    return squares
  }

  private func kept(
    _ squares: Set<Square>, _ version: Int64
  ) -> (found: [[Point]], missing: [Square]) {
    state.withLock { state in
      state.uses += 1
      var (found, missing): ([[Point]], [Square]) = ([], [])
      guard let kept = state.versions[version]?.squares else { return ([], Array(squares)) }
      state.versions[version]?.lastUse = state.uses
      for square in squares {
        if let points = kept[square] { found.append(points) } else { missing.append(square) }
      }
      return (found, missing)
    }
  }

  /// Reads squares by the box that holds them, in one go.
  private static func read(
    _ squares: [Square], _ read: (BoundingBox?) throws -> [Point]
  ) throws -> [Square: [Point]] {
    var new = Dictionary(uniqueKeysWithValues: squares.map { ($0, [Point]()) })
    if new[.nowhere] != nil { new[.nowhere] = try read(nil) }
    let placed = squares.filter { $0 != .nowhere }
    guard let south = placed.map(\.row).min(), let north = placed.map(\.row).max(),
      let west = placed.map(\.column).min(), let east = placed.map(\.column).max(),
      let box = BoundingBox(
        west: Double(west) / 80 - rounding, south: Double(south) / 100 - rounding,
        east: Double(east + 1) / 80 + rounding, north: Double(north + 1) / 100 + rounding)
    else { return new }
    // What lies on an edge or beyond it belongs to another square.
    for point in try read(box) { new[Square(of: point.place)]?.append(point) }
    return new
  }

  private func keep(_ new: [Square: [Point]], _ version: Int64) {
    state.withLock { state in
      // Changed where it stands: it is too large to be copied.
      state.versions[version, default: Version()].lastUse = state.uses
      for (square, points) in new where state.versions[version]?.squares[square] == nil {
        state.versions[version]?.squares[square] = points
        state.versions[version]?.bytes += points.reduce(64) { $0 + $1.bytes }
      }
      var bytes = state.versions.values.reduce(0) { $0 + $1.bytes }
      while bytes > mostBytes,
        let oldest = state.versions.min(by: { $0.value.lastUse < $1.value.lastUse })
      {
        bytes -= oldest.value.bytes
        state.versions[oldest.key] = nil
      }
    }
  }
}
