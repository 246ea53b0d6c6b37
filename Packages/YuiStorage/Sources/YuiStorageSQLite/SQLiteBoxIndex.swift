import YuiStorage

// A box index in SQLite is a table of boxes in double precision, and an R*Tree, whose numbers have
// 32 bits and are rounded outwards.

extension SQLiteConnection {
  func createBoxIndex(_ index: StaticString) throws {
    let table = SQL(stringLiteral: index)
    try execute(
      """
      CREATE TABLE \(table) (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        west REAL NOT NULL, south REAL NOT NULL, east REAL NOT NULL, north REAL NOT NULL)
      """)
    try execute(
      "CREATE VIRTUAL TABLE \(table)_tree USING rtree(number, west, east, south, north)")
  }

  func setBox(_ box: BoundingBox?, of id: String, in index: SQLName) throws {
    let (table, tree) = (SQL.name(index), SQL.name(index.appending("_tree")))
    try execute(
      "DELETE FROM \(tree) WHERE number = (SELECT number FROM \(table) WHERE id = \(id))")
    try execute("DELETE FROM \(table) WHERE id = \(id)")
    if let box { try addBoxes([(id, box)], in: index) }
  }

  func addBoxes(_ boxes: ArraySlice<(id: String, box: BoundingBox)>, in index: SQLName) throws {
    let (table, tree) = (SQL.name(index), SQL.name(index.appending("_tree")))
    for (id, box) in boxes {
      try run(
        """
        INSERT INTO \(table) (id, west, south, east, north)
        VALUES (\(id), \(box.west), \(box.south), \(box.east), \(box.north)) RETURNING number
        """
      ) { row in
        try execute(
          """
          INSERT INTO \(tree) (number, west, east, south, north)
          VALUES (\(try row.int64(0)), \(box.west), \(box.east), \(box.south), \(box.north))
          """)
        return false
      }
    }
  }
}

extension BoxMatch {
  var condition: SQL {
    let table = SQL(stringLiteral: index)
    func overlaps(_ place: SQL) -> SQL {
      """
      \(place).west <= \(box.east) AND \(place).east >= \(box.west)
      AND \(place).south <= \(box.north) AND \(place).north >= \(box.south)
      """
    }
    return """
      \(id) IN (
        SELECT places.id FROM \(table)_tree AS tree
        JOIN \(table) AS places ON places.number = tree.number
        WHERE \(overlaps("tree")) AND \(overlaps("places"))
      )
      """
  }
}
