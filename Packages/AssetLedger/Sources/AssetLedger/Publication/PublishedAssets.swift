import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText

/// `assets`: the assets that everybody may know, as files and on the map.
struct PublishedAssets: PublishedFeatures {
  let name = "assets"
  let title = LocalizedText(
    ja: "5G基地局に使える公有資産一覧", en: "Public assets open for 5G base stations",
    easy: "5Gの ための たてものや 土地の リスト", zhHans: "可用于5G基站的公共资产一览",
    ko: "5G 기지국에 쓸 수 있는 공유 자산 목록", vi: "Danh sách tài sản công dùng cho trạm 5G")
  let summary = LocalizedText(
    ja: "種類、名称、位置、面積、高さ、道路までの距離、電源、耐荷重、共用の可否、法的根拠、利用の状況。掲載は許可を約束するものではありません。",
    en:
      "Class, name, position, area, height, distance to the street, power, load, sharing, legal basis "
      + "and availability. That an asset is listed promises no permit.",
    zhHans: "种类、名称、位置、面积、高度、距道路距离、电源、承重、可否共享、法律依据、使用状况。",
    ko: "종류, 명칭, 위치, 면적, 높이, 도로까지의 거리, 전원, 하중, 공용 여부, 법적 근거, 이용 상황.",
    vi:
      "Loại, tên, vị trí, diện tích, chiều cao, khoảng cách tới đường, điện, tải trọng, dùng chung."
  )

  var columns: [DatasetColumn] { AssetColumns.all }

  var filters: [DatasetColumn] {
    columns.filter { ["class", "availability", "municipality_code"].contains($0.name) }
  }

  private static let pageSize = 1_000

  func rows(
    after cursor: String, in source: some Queryable
  ) throws -> (rows: [[TableValue]], next: String?) {
    let assets = try AssetStore.page(
      .public, after: AssetID(stored: cursor), limit: Self.pageSize, in: source)
    return (
      assets.map { asset in AssetField.all.map { $0.value(asset) } },
      assets.count == Self.pageSize ? assets.last?.id.description : nil
    )
  }

  func features(
    _ query: FeatureQuery, after id: String, limit: Int, in source: some Queryable
  ) throws -> [Feature] {
    let ids = try PublishedAssetStore.ids(query, after: id, limit: limit, in: source)
    let assets = try AssetStore.assets(ids, in: source)
    return ids.compactMap { assets[$0].map(PublishedAsset.feature) }
  }

  func page(
    _ query: FeatureQuery, after id: String, limit: Int, in source: some Queryable
  ) throws -> FeaturePage {
    try PublishedAssetStore.page(query, after: id, limit: limit, in: source)
  }

  func count(of query: FeatureQuery, in source: some Queryable) throws -> Int {
    try PublishedAssetStore.count(of: query, in: source)
  }

  func feature(_ id: String, in source: some Queryable) throws -> Feature? {
    guard let id = AssetID(id), let asset = try AssetStore.asset(id, in: source),
      asset.publish == .public
    else { return nil }
    return PublishedAsset.feature(of: asset)
  }

  func extent(in source: some Queryable) throws -> FeatureExtent? {
    try PublishedAssetStore.extent(in: source)
  }
}
