import YuiHTML
import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/api/assets/assets`: the assets that everybody may know, as JSON.
enum AssetAPI {
  static let routes: [Route] = [
    Route.get(
      "/api/assets/assets", access: .anyone,
      cache: .publicData(query: AssetQuery.filters + ["after", "limit"])
    ) { context, snapshot in
      let query = try AssetQuery(context.request)
      let limit = min(try context.request.query("limit", as: Int.self) ?? 100, 1000)
      guard limit > 0 else {
        throw HTTPProblem.badRequest(
          ja: "limitは1以上で指定してください。", en: "Give a limit of 1 or more.")
      }
      let found = try AssetStore.page(
        query.filter, after: query.after, limit: limit + 1, in: snapshot)
      let assets = found.prefix(limit)
      return try .json(
        ListDocument(
          items: assets.map(AssetDocument.init),
          next: found.count > limit ? assets.last?.id.description : nil))
    }.openToOtherOrigins().documented(list),

    Route.get(
      "/api/assets/assets/{id}", access: .anyone, cache: .publicData(query: [])
    ) { context, snapshot in
      try .json(AssetDocument(asset: try context.publicAsset(in: snapshot)))
    }.openToOtherOrigins().documented(get),
  ]

  private static let list = Operation(
    "Lists the public assets",
    description: "In the order of their ids. Where a value is not known, a condition on it fails.",
    tag: "assets",
    parameters: [
      .init("q", .string(), "Words of the id, the name, the address, the owner or the bureau"),
      .init("class", .string(oneOf: AssetClass.allCases.map(\.rawValue)), "The class"),
      .init(
        "availability", .string(oneOf: Availability.allCases.map(\.rawValue)), "Whether it is open"),
      .init(
        "municipality", .string(),
        "Where it lies: the six digits of a local government code; a prefecture's stands for all in it"
      ),
      .init("sharing", .string(oneOf: ["yes"]), "Only those that may be shared"),
      .init("power", .string(oneOf: ["yes"]), "Only those with power there or nearby"),
      .init("height", .number(minimum: 0), "At least so high, in metres"),
      .init("street", .number(minimum: 0), "At most so far from the street, in metres"),
      .init("area", .number(minimum: 0), "At least so large, in square metres"),
      .init("mesh", .string(), "Only those in a mesh (JIS X 0410), such as 53394525"),
      .init(
        "limit", .integer(minimum: 1, maximum: 1000), "The most assets of one page; 100 unless said"
      ),
      .init("after", .string(), "The `next` of the page before"),
    ], response: .json(.page(of: AssetDocument.schema)), problems: [400])

  private static let get = Operation(
    "Describes a public asset", tag: "assets",
    parameters: [
      .init("id", .string(), "The asset's id, as its owner numbers it", isRequired: true)
    ],
    response: .json(AssetDocument.schema), problems: [404])
}

extension RequestContext {
  /// The asset that the address names, if everybody may see it.
  func publicAsset(in source: some Queryable) throws -> Asset {
    let id = try request.parameter("id", as: AssetID.self)
    guard let asset = try AssetStore.asset(id, in: source), asset.publish == .public else {
      throw HTTPProblem.notFound
    }
    return asset
  }
}
