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

  /// The features that a query asks for as GeoJSON, and how many it asks for in all.
  ///
  /// Made of ``features(_:after:limit:in:)`` and ``count(of:in:)``; a collection of many features
  /// may keep them as text instead, and find and count them at once.
  func page(
    _ query: FeatureQuery, after id: String, limit: Int, in source: some Queryable
  ) throws -> FeaturePage

  /// One feature.
  func feature(_ id: String, in source: some Queryable) throws -> Feature?

  /// What holds every feature; `nil` where none has a place.
  func extent(in source: some Queryable) throws -> FeatureExtent?
}

extension PublishedFeatures {
  /// Features are not asked for by properties.
  public var filters: [DatasetColumn] { [] }

  /// Writes what is found and counts the rest.
  public func page(
    _ query: FeatureQuery, after id: String, limit: Int, in source: some Queryable
  ) throws -> FeaturePage {
    let found = try features(query, after: id, limit: limit + 1, in: source)
    var page = FeaturePage()
    for feature in found.prefix(limit) { page.append(GeoJSONWriter.bytes(of: feature)) }
    page.lastID = found.prefix(limit).last?.id
    page.hasMore = found.count > limit
    page.matched = try count(of: query, in: source)
    return page
  }
}

extension PublishedFeatures {
  /// Writes every feature as GeoJSON, a page at a time, so that no snapshot is held between them.
  ///
  /// - Parameter write: takes the next bytes of the file.
  /// - Returns: the number of features.
  @discardableResult
  func writeGeoJSON(from store: Store, to write: ([UInt8]) throws -> Void) throws -> Int {
    let pageSize = 1_000
    var writer = GeoJSONWriter()
    var (after, count): (String?, Int) = ("", 0)
    while let id = after {
      let page = try store.read {
        try features(FeatureQuery(), after: id, limit: pageSize, in: $0)
      }
      for feature in page { writer.write(feature) }
      try write(writer.take())
      count += page.count
      after = page.count == pageSize ? page.last?.id : nil
    }
    writer.finish(box: try store.read { try extent(in: $0) }?.box)
    try write(writer.take())
    return count
  }
}

/// Some of the features that a query asks for, as GeoJSON.
public struct FeaturePage: Sendable {
  /// The features one behind the other, with a comma between each two.
  public private(set) var json: [UInt8] = []
  /// How many they are.
  public private(set) var count = 0
  /// The id of the last one.
  public var lastID: String?
  /// Whether there are more behind it.
  public var hasMore = false
  /// How many the query asks for in all.
  public var matched = 0

  /// Begins without a feature.
  ///
  /// - Parameter bytes: how much will be added, where that is known.
  public init(reserving bytes: Int = 0) {
    json.reserveCapacity(bytes)
  }

  /// Adds a feature as GeoJSON.
  public mutating func append(_ feature: [UInt8]) {
    if count > 0 { json.append(UInt8(ascii: ",")) }
    json += feature
    count += 1
  }
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
