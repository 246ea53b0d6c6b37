/// How a database would run a statement, in its own words.
struct QueryPlan: CustomStringConvertible {
  /// The tables that it would go through from end to end.
  let scannedTables: [String]
  let description: String

  /// Reads the rows of SQLite's `EXPLAIN QUERY PLAN`.
  ///
  /// - Parameter isLimited: whether the statement takes no more rows than it says.
  init(sqlite steps: [String], isLimited: Bool) {
    description = steps.joined(separator: "\n")
    let isSorted = steps.contains { $0.hasPrefix("USE TEMP B-TREE FOR ORDER BY") }
    scannedTables = steps.compactMap { step in
      let words = step.split(separator: " ")
      guard words.first == "SCAN", words.count > 1, !step.contains("VIRTUAL TABLE INDEX"),
        words[1] != "CONSTANT", !step.hasSuffix(" CONSTANT ROWS"), !words[1].hasSuffix("-ROW")
      else { return nil }
      let isInOrder = step.contains(" USING ")
      return isInOrder && isLimited && !isSorted ? nil : String(words[1])
    }
  }

  /// Reads the lines of PostgreSQL's `EXPLAIN`, each node indented below the one that uses it.
  init(postgreSQL lines: [String]) {
    description = lines.joined(separator: "\n")
    var scanned: [String] = []
    var ancestors: [(indent: Int, name: String)] = []
    for (index, line) in lines.enumerated() where line.contains("(cost=") {
      let indent = line.prefix { $0 == " " || $0 == "-" || $0 == ">" }.count
      let name = line.dropFirst(indent).prefix { $0 != "(" }
      ancestors.removeAll { $0.indent >= indent }
      defer { ancestors.append((indent, String(name))) }
      guard let table = Self.table(of: name) else { continue }
      let details = lines[(index + 1)...].prefix { !$0.contains("(cost=") }
      let isNarrowed = details.contains { $0.contains("Index Cond:") || $0.contains("TID Cond:") }
      let isWhole = name.hasPrefix("Seq Scan") || name.contains("Index") && !isNarrowed
      // Sorting takes all rows before it gives the first.
      let uses = ancestors.reversed().prefix {
        !$0.name.contains("Sort") && !$0.name.contains("Agg")
      }
      let isLimited = uses.contains { $0.name.hasPrefix("Limit") } && !name.hasPrefix("Seq")
      if isWhole && !isLimited { scanned.append(table) }
    }
    scannedTables = scanned
  }

  private static func table(of node: Substring) -> String? {
    guard node.contains("Scan"), let on = node.firstRange(of: " on ")?.upperBound,
      !node.hasPrefix("Bitmap Index Scan")
    else { return nil }
    return node[on...].split(separator: " ").first.map(String.init)
  }
}
