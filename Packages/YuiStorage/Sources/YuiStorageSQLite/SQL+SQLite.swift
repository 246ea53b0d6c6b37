import YuiStorage

extension SQL {
  /// The statement with the conditions on indexes spelled out for SQLite.
  var inSQLite: SQL {
    let isPlain = segments.allSatisfy { segment in
      switch segment {
      case .literal, .value: true
      case .textMatch, .boxMatch: false
      }
    }
    if isPlain { return self }
    return SQL(
      segments.flatMap { segment in
        switch segment {
        case .literal, .value: [segment]
        case .textMatch(let match): match.condition.inSQLite.segments
        case .boxMatch(let match): match.condition.inSQLite.segments
        }
      })
  }
}
