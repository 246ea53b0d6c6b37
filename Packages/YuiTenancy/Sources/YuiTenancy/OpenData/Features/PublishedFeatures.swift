public import YuiOpenData
public import YuiStorage
public import YuiText

/// A published table whose rows lie on the map: it comes as GeoJSON too, and through the OGC API.
///
/// ```swift
/// func features(
///   _ query: FeatureQuery, after id: String, limit: Int, in source: some Queryable
/// ) throws -> [Feature] {
///   try source.all(
///     """
///     SELECT id, name, longitude, latitude FROM wifi_sites
///     WHERE id > \(id) AND \(query.lies(in: places, id: "id", unlessMissing: "latitude"))
///     ORDER BY id LIMIT \(limit)
///     """, feature(from:))
/// }
/// ```
public protocol PublishedFeatures: PublishedTable {
  /// The properties by which features can be asked for; of those that ``FeatureQuery/filters`` name,
  /// every one has to be the same.
  var filters: [DatasetColumn] { get }

  /// Up to `limit` features that a query asks for, in the order of their ids, behind an id.
  func features(
    _ query: FeatureQuery, after id: String, limit: Int, in source: some Queryable
  ) throws -> [Feature]

  /// How many features a query asks for.
  func count(of query: FeatureQuery, in source: some Queryable) throws -> Int

  /// One feature.
  func feature(_ id: String, in source: some Queryable) throws -> Feature?

  /// What holds every feature; `nil` where none has a place.
  func extent(in source: some Queryable) throws -> FeatureExtent?
}

extension PublishedFeatures {
  /// Features are not asked for by properties.
  public var filters: [DatasetColumn] { [] }
}

/// Where features lie, and when.
public struct FeatureExtent: Sendable, Hashable {
  /// The box that holds them all.
  public let box: BoundingBox
  /// The first and the last day that they tell of, where they do.
  public let days: ClosedRange<CalendarDate>?

  /// Describes an extent.
  public init(box: BoundingBox, days: ClosedRange<CalendarDate>? = nil) {
    (self.box, self.days) = (box, days)
  }
}
