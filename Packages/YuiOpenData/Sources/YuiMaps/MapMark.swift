public import YuiOpenData
public import YuiStorage

/// A thing on a map: a dot that keeps its size however large the map is drawn.
public struct MapPoint: Sendable, Hashable {
  /// How a dot looks.
  public enum Look: String, Sendable, CaseIterable {
    /// What the map is about.
    case main
    /// The rest of it.
    case second
    /// What is not there yet.
    case weak
    /// What does not work.
    case against
    /// Where the reader is.
    case here
  }

  /// Where it is.
  public let place: Coordinate
  /// How it looks.
  public let look: Look
  /// What it is, for who points at it.
  public let label: String
  /// Where it leads.
  public let address: String?

  /// Describes a dot.
  public init(_ place: Coordinate, _ look: Look, label: String, address: String? = nil) {
    (self.place, self.look, self.label, self.address) = (place, look, label, address)
  }
}

/// A square of a map, darker the more there is in it.
public struct MapSquare: Sendable, Hashable {
  /// What it covers.
  public let box: BoundingBox
  /// From 1, the palest, to 5.
  public let level: Int
  /// What there is, for who points at it.
  public let label: String
  /// Where it leads.
  public let address: String?

  /// Describes a square.
  public init(_ box: BoundingBox, level: Int, label: String, address: String? = nil) {
    (self.box, self.level, self.label, self.address) = (box, level, label, address)
  }

  /// The level of a count: each five times as many as the one before.
  public static func level(of count: Int) -> Int {
    switch count {
    case ..<2: 1
    case ..<5: 2
    case ..<25: 3
    case ..<125: 4
    default: 5
    }
  }
}
