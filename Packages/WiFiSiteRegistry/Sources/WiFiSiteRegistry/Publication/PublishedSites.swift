import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText

/// `wifi-sites`: the sites in the older layout of the standard dataset, as files and on the map.
struct PublishedSites: PublishedFeatures {
  let name = "wifi-sites"
  let title = LocalizedText(
    ja: "公衆無線LANアクセスポイント一覧", en: "Public Wi-Fi access points", easy: "Wi-Fiが つかえる 場所",
    zhHans: "公共Wi-Fi接入点一览", ko: "공공 와이파이 액세스 포인트 목록", vi: "Danh sách điểm Wi-Fi công cộng")
  let summary = LocalizedText(
    ja: "名称、住所、位置、SSID、OpenRoamingへの対応、利用状況、最終確認日（推奨データセットの項目順）。",
    en:
      "Names, addresses, positions, SSIDs, OpenRoaming, status and day of the last check, in the older "
      + "layout of the standard dataset.",
    zhHans: "名称、地址、位置、SSID、是否支持OpenRoaming、使用状态、最后确认日期。",
    ko: "명칭, 주소, 위치, SSID, OpenRoaming 지원, 이용 상태, 최종 확인일.",
    vi: "Tên, địa chỉ, vị trí, SSID, hỗ trợ OpenRoaming, tình trạng và ngày kiểm tra gần nhất.")

  var columns: [DatasetColumn] { PublishedSite.columns }

  var filters: [DatasetColumn] {
    columns.filter { ["class", "openroaming", "status"].contains($0.name) }
  }

  private static let pageSize = 1_000

  func rows(
    after cursor: String, in source: some Queryable
  ) throws -> (rows: [[TableValue]], next: String?) {
    let sites = try SiteStore.page(
      .shown, after: UUIDv7(cursor), limit: Self.pageSize, in: source)
    let consortia = try ProfileStore.consortia(in: source)
    return (
      sites.map { PublishedSite.values(of: consortia.announced(at: $0)) },
      sites.count == Self.pageSize ? sites.last?.id.description : nil
    )
  }

  func features(
    _ query: FeatureQuery, after id: String, limit: Int, in source: some Queryable
  ) throws -> [Feature] {
    let ids = try PublishedSiteStore.ids(query, after: id, limit: limit, in: source)
    let sites = try SiteStore.sites(ids, in: source)
    let consortia = try ProfileStore.consortia(in: source)
    return ids.compactMap { id in
      sites[id].map { PublishedSite.feature(of: consortia.announced(at: $0)) }
    }
  }

  func page(
    _ query: FeatureQuery, after id: String, limit: Int, in source: some Queryable
  ) throws -> FeaturePage {
    try PublishedSiteStore.page(query, after: id, limit: limit, in: source)
  }

  func count(of query: FeatureQuery, in source: some Queryable) throws -> Int {
    try PublishedSiteStore.count(of: query, in: source)
  }

  func feature(_ id: String, in source: some Queryable) throws -> Feature? {
    try Self.site(id, in: source).map(PublishedSite.feature)
  }

  /// The site of a feature with what it announces, if people may see it.
  static func site(_ id: String, in source: some Queryable) throws -> WiFiSite? {
    guard let id = UUIDv7(id), let site = try SiteStore.site(id, in: source),
      site.status.isPublic
    else { return nil }
    return try ProfileStore.consortia(in: source).announced(at: site)
  }

  func extent(in source: some Queryable) throws -> FeatureExtent? {
    try PublishedSiteStore.extent(in: source)
  }
}
