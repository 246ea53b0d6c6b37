/// A thing on the map: what it is, and where (RFC 7946, 3.2).
public struct Feature: Sendable, Hashable {
  /// A property and its value.
  public struct Property: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The value.
    public let value: TableValue

    /// Joins a name and a value.
    public init(_ name: String, _ value: TableValue) {
      (self.name, self.value) = (name, value)
    }
  }

  /// What tells it from the others of its collection.
  public let id: String?
  /// Where it is; `nil` where nobody knows.
  public let geometry: Geometry?
  /// What it is, in order.
  public let properties: [Property]

  /// Creates a feature.
  public init(id: String?, geometry: Geometry?, properties: [Property]) {
    (self.id, self.geometry, self.properties) = (id, geometry, properties)
  }
}
