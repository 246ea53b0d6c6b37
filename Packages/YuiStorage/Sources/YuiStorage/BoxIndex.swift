/// Finds the rows of a table by where they lie on the map.
///
/// The index narrows, the stored doubles decide, so that a point exactly on the edge of a box is
/// in it on every engine. It is kept in the write's own transaction:
///
/// ```swift
/// let places = BoxIndex("wifi_places")
/// Migration(2, "places") { try places.create(in: $0) }
/// try places.set(BoundingBox(longitude: 139.7, latitude: 35.69), of: id, in: transaction)
/// "SELECT id, name FROM wifi_sites WHERE \(places.intersects(box, id: "id")) ORDER BY id"
/// ```
public struct BoxIndex: Sendable {
  private let name: StaticString

  /// Names an index; its tables begin with this name.
  public init(_ name: StaticString) {
    self.name = name
  }

  /// Creates its tables, in a migration.
  public func create(in transaction: Transaction) throws {
    try transaction.guarded("\(SQL(stringLiteral: name))") {
      try transaction.connection.createBoxIndex(name)
    }
  }

  /// Stores the box of a row in place of an earlier one; `nil` removes it.
  public func set(_ box: BoundingBox?, of id: String, in transaction: Transaction) throws {
    try transaction.guarded("\(SQL(stringLiteral: name))") {
      try transaction.connection.setBox(box, of: id, in: SQLName(name))
    }
  }

  /// Stores the boxes of rows that have none yet, which takes less than one by one.
  public func add(
    _ boxes: [(id: String, box: BoundingBox)], in transaction: Transaction
  ) throws {
    try Transaction.inBatches(boxes) { some in
      try transaction.guarded("\(SQL(stringLiteral: name))") {
        try transaction.connection.addBoxes(some, in: SQLName(name))
      }
    }
  }

  /// Returns a condition that holds for the rows whose box and `box` have a point in common.
  public func intersects(_ box: BoundingBox, id: SQL) -> SQL {
    SQL([.boxMatch(BoxMatch(index: name, id: id, box: box))])
  }
}

/// A condition on a box index, rendered by each engine.
package struct BoxMatch: Sendable {
  package let index: StaticString
  package let id: SQL
  package let box: BoundingBox
}
