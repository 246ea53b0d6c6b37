import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText

/// `public-wireless-lan`: the sites in the newer layout of the standard dataset, as files and on the
/// map.
struct OfficialSites: PublishedFeatures {
  let name = "public-wireless-lan"
  let title = LocalizedText(
    ja: "公衆無線LANアクセスポイント一覧（自治体標準オープンデータセット）",
    en: "Public Wi-Fi access points (municipal standard open dataset)",
    easy: "Wi-Fiが つかえる 場所（国の 新しい 形）", zhHans: "公共Wi-Fi接入点一览（自治体标准开放数据集）",
    ko: "공공 와이파이 액세스 포인트 목록(지자체 표준 오픈데이터셋)",
    vi: "Danh sách điểm Wi-Fi công cộng (bộ dữ liệu mở chuẩn của chính quyền địa phương)")
  let summary = LocalizedText(
    ja: "同じ内容を、自治体標準オープンデータセットの項目で提供します。",
    en: "The same in the columns of the municipal standard open dataset.",
    zhHans: "以自治体标准开放数据集的项目提供相同内容。", ko: "같은 내용을 지자체 표준 오픈데이터셋 항목으로 제공합니다.",
    vi: "Cùng nội dung theo các mục của bộ dữ liệu mở chuẩn.")

  private static let layout =
    SiteLayout.newer + SiteLayout.added.filter { ![.profile, .id].contains($0.cell) }
  private static let pageSize = 1_000

  let columns = layout.map { column in
    column.cell.map { SiteLayout.definition(of: column.name, $0) }
      ?? DatasetColumn(column.name, label: LocalizedText(everywhere: column.name))
  }

  func rows(
    after cursor: String, in source: some Queryable
  ) throws -> (rows: [[TableValue]], next: String?) {
    let sites = try SiteStore.page(
      .shown, after: UUIDv7(cursor), limit: Self.pageSize, in: source)
    let consortia = try ProfileStore.consortia(in: source)
    return (
      sites.map { Self.values(of: consortia.announced(at: $0)) },
      sites.count == Self.pageSize ? sites.last?.id.description : nil
    )
  }

  var filters: [DatasetColumn] { PublishedSites().filters }

  func features(
    _ query: FeatureQuery, after id: String, limit: Int, in source: some Queryable
  ) throws -> [Feature] {
    let ids = try PublishedSiteStore.ids(query, after: id, limit: limit, in: source)
    let sites = try SiteStore.sites(ids, in: source)
    let consortia = try ProfileStore.consortia(in: source)
    return ids.compactMap { sites[$0].map(consortia.announced).map(feature) }
  }

  func count(of query: FeatureQuery, in source: some Queryable) throws -> Int {
    try PublishedSiteStore.count(of: query, in: source)
  }

  func feature(_ id: String, in source: some Queryable) throws -> Feature? {
    try PublishedSites.site(id, in: source).map(feature)
  }

  func extent(in source: some Queryable) throws -> FeatureExtent? {
    try PublishedSiteStore.extent(in: source)
  }

  private func feature(of site: WiFiSite) -> Feature {
    PublishedSite.feature(of: site, zip(Self.layout, Self.values(of: site)))
  }

  /// What the registry does not know for itself is what a file said under the same name.
  private static func values(of site: WiFiSite) -> [TableValue] {
    let extras = Dictionary(
      site.extras.map { (TextFolding.fold($0.name), $0.value) }, uniquingKeysWith: { $1 })
    return layout.map { column in
      column.cell?.value(of: site) ?? TableValue(extras[TextFolding.fold(column.name)])
    }
  }
}
