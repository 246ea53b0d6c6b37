import YuiHTML
import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/api/wifi/sites`: the sites that people are shown, as JSON.
enum SiteAPI {
  static let routes: [Route] = [
    Route.get(
      "/api/wifi/sites", access: .anyone,
      cache: .publicData(query: SiteQuery.parameters + ["limit"])
    ) { context, snapshot in
      let query = try SiteQuery(context.request)
      let limit = min(try context.request.query("limit", as: Int.self) ?? 100, 1000)
      guard limit > 0 else {
        throw HTTPProblem.badRequest(
          ja: "limitは1以上で指定してください。", en: "Give a limit of 1 or more.")
      }
      if let near = query.near {
        let found = try SiteStore.nearest(to: near, query.filter, limit: limit, in: snapshot)
        let items = found.map { SiteDocument($0.site, distance: $0.distance) }
        return try .json(ListDocument(items: items, next: nil))
      }
      let found = try SiteStore.page(
        query.filter, after: query.after, limit: limit + 1, in: snapshot)
      let sites = found.prefix(limit)
      return try .json(
        ListDocument(
          items: sites.map { SiteDocument($0) },
          next: found.count > limit ? sites.last?.id.description : nil))
    }.openToOtherOrigins().documented(SiteOperations.list),

    Route.get(
      "/api/wifi/sites/{id}", access: .anyone, cache: .publicData(query: [])
    ) { context, snapshot in
      try .json(SiteDocument(try context.publicSite(in: snapshot)))
    }.openToOtherOrigins().documented(SiteOperations.get),
  ]
}

/// A site as the API tells it.
struct SiteDocument: Encodable {
  let id: String
  let name: String
  let nameKana: String
  let nameEn: String
  let `class`: String
  let address: String
  let latitude: Double?
  let longitude: Double?
  let ssids: [String]
  let openRoaming: Bool
  let status: String
  let hours: String
  let url: String
  let verifiedOn: String?
  /// In metres from where was asked for.
  let distance: Double?

  init(_ site: WiFiSite, distance: Double? = nil) {
    id = site.id.description
    name = site.name
    nameKana = site.kana
    nameEn = site.nameEn
    `class` = site.facilityClass.rawValue
    address = site.fullAddress
    latitude = site.place?.latitude
    longitude = site.place?.longitude
    ssids = site.ssids
    openRoaming = site.openRoaming == .yes
    status = site.status.rawValue
    hours = site.hours
    url = site.url
    verifiedOn = site.verifiedOn?.iso
    self.distance = distance?.rounded()
  }
}

/// What the OpenAPI document says of the API of sites.
enum SiteOperations {
  static let list = Operation(
    "Lists the places with public Wi-Fi",
    description:
      "With `near` the nearest come first, each with its distance in metres, on one page.",
    tag: "wifi",
    parameters: [
      .init("q", .string(), "Words of the name, the address or an SSID"),
      .init("class", .string(oneOf: FacilityClass.allCases.map(\.rawValue)), "The kind of place"),
      .init("openroaming", .string(oneOf: ["yes"]), "Only those that speak OpenRoaming"),
      .init("mesh", .string(), "Only those in a mesh (JIS X 0410), such as 53394525"),
      .init("near", .string(), "Latitude and longitude: 35.69,139.69"),
      .init(
        "limit", .integer(minimum: 1, maximum: 1000), "The most sites of one page; 100 unless said"),
      .init("after", .string(), "The `next` of the page before"),
    ], response: .json(.page(of: site)), problems: [400])

  static let get = Operation(
    "Describes a place", tag: "wifi",
    parameters: [.init("id", .string(format: "uuid"), "The site's id", isRequired: true)],
    response: .json(site), problems: [404])

  private static let site = JSONSchema.object(
    [
      "id": .string(format: "uuid"), "name": .string(), "nameKana": .string(),
      "nameEn": .string(), "class": .string(oneOf: FacilityClass.allCases.map(\.rawValue)),
      "address": .string(), "latitude": .number(), "longitude": .number(),
      "ssids": .array(.string()), "openRoaming": .boolean(),
      "status": .string(oneOf: SiteStatus.allCases.filter(\.isPublic).map(\.rawValue)),
      "hours": .string(), "url": .string(), "verifiedOn": .string(format: "date"),
      "distance": .number(),
    ],
    required: [
      "id", "name", "nameKana", "nameEn", "class", "address", "ssids", "openRoaming", "status",
      "hours", "url",
    ])
}
