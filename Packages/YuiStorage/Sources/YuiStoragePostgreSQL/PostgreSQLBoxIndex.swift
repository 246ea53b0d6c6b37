import YuiStorage

// A box index in PostgreSQL is a table of boxes in double precision, and a GiST index over them.
// Its comparisons allow for a millionth of a degree, so the numbers themselves decide.

extension PostgreSQLConnection {
  func createBoxIndex(_ index: StaticString) throws {
    let table = SQL(stringLiteral: index)
    try execute(
      """
      CREATE TABLE \(table) (
        id TEXT PRIMARY KEY,
        west DOUBLE PRECISION NOT NULL, south DOUBLE PRECISION NOT NULL,
        east DOUBLE PRECISION NOT NULL, north DOUBLE PRECISION NOT NULL)
      """)
    try execute(
      "CREATE INDEX \(table)_tree ON \(table) USING gist (box(point(west, south), point(east, north)))"
    )
  }

  func setBox(_ box: BoundingBox?, of id: String, in index: SQLName) throws {
    let table = SQL.name(index)
    guard let box else { return try execute("DELETE FROM \(table) WHERE id = \(id)") }
    try execute(
      """
      INSERT INTO \(table) (id, west, south, east, north)
      VALUES (\(id), \(box.west), \(box.south), \(box.east), \(box.north))
      ON CONFLICT (id) DO UPDATE SET west = excluded.west, south = excluded.south,
        east = excluded.east, north = excluded.north
      """)
  }

  func addBoxes(_ boxes: ArraySlice<(id: String, box: BoundingBox)>, in index: SQLName) throws {
    let rows: [SQL] = boxes.map { id, box in
      "(\(id), \(box.west), \(box.south), \(box.east), \(box.north))"
    }
    try execute(
      """
      INSERT INTO \(SQL.name(index)) (id, west, south, east, north)
      VALUES \(SQL.joined(rows, separator: ", "))
      """)
  }
}

extension BoxMatch {
  var condition: SQL {
    """
    \(id) IN (
      SELECT places.id FROM \(SQL(stringLiteral: index)) AS places
      WHERE box(point(places.west, places.south), point(places.east, places.north))
        && box(point(\(box.west), \(box.south)), point(\(box.east), \(box.north)))
      AND places.west <= \(box.east) AND places.east >= \(box.west)
      AND places.south <= \(box.north) AND places.north >= \(box.south)
    )
    """
  }
}
