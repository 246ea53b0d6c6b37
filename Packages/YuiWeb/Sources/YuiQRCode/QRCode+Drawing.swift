extension QRCode {
  /// The modules on a side of the drawing, with the quiet zone.
  public var side: Int { size + 2 * Self.quietZone }

  /// The dark modules as the commands of an SVG path, in units of a module.
  ///
  /// The path stands in a square of ``side`` units, which has to be light: the quiet zone is part
  /// of the symbol. Neighbours in a row are one shape, so that no hairline shows between them.
  public var path: String {
    var path = ""
    for row in 0..<size {
      var column = 0
      while column < size {
        let start = column
        while column < size, self[row: row, column: column] { column += 1 }
        if column > start {
          let length = column - start
          path += "M\(start + Self.quietZone) \(row + Self.quietZone)h\(length)v1h-\(length)z"
        } else {
          column += 1
        }
      }
    }
    return path
  }
}
