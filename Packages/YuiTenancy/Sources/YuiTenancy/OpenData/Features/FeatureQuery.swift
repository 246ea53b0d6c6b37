public import YuiStorage
public import YuiText

/// Which features are asked for.
public struct FeatureQuery: Sendable, Hashable {
  /// The boxes of which a feature has to lie in one; empty for anywhere.
  public var boxes: [BoundingBox]
  /// The days of which a feature has to tell; `nil` for any, and for features that tell of none.
  public var days: FeatureDays?
  /// The values that properties have to have, by the names of columns.
  public var filters: [String: String]

  /// Asks for every feature, unless told otherwise.
  public init(
    boxes: [BoundingBox] = [], days: FeatureDays? = nil, filters: [String: String] = [:]
  ) {
    (self.boxes, self.days, self.filters) = (boxes, days, filters)
  }

  /// Returns a condition that holds for rows in one of the boxes, and for rows without a place, which
  /// OGC API Features has match every box.
  ///
  /// - Parameters:
  ///   - index: holds the places.
  ///   - id: the column of ids in the index.
  ///   - column: the column that is null where a row has no place.
  public func lies(in index: BoxIndex, id: SQL, unlessMissing column: SQL) -> SQL {
    guard !boxes.isEmpty else { return "1 = 1" }
    let conditions = boxes.map { index.intersects($0, id: id) }
    return "(\(column) IS NULL OR \(SQL.joined(conditions, separator: " OR ")))"
  }

  /// Returns a condition that holds for rows whose `column` has the value asked for; without one, for
  /// all.
  public func matches(_ filter: String, _ column: SQL) -> SQL {
    filters[filter].map { "\(column) = \($0)" } ?? "1 = 1"
  }
}

/// Days that features are asked by; open at an end that is `nil`.
public struct FeatureDays: Sendable, Hashable {
  /// The first day.
  public let first: CalendarDate?
  /// The last day.
  public let last: CalendarDate?

  /// Creates a span; `nil` where it ends before it begins.
  public init?(from first: CalendarDate?, through last: CalendarDate?) {
    if let first, let last, first > last { return nil }
    (self.first, self.last) = (first, last)
  }
}
