import YuiOpenData
import YuiText

/// The columns in which files say what a site is, in order: the one place to change where an official
/// layout changes.
///
/// Sources: 推奨データセット「公衆無線LANアクセスポイント一覧」 (the older), 自治体標準オープンデータセット No. 7
/// (the newer, edition of 1 May 2025). Files may have their columns in any order.
enum SiteLayout {
  /// A column and the cell it holds; nil for one that is kept as it comes.
  typealias Column = (name: String, cell: SiteCell?)

  /// The eighteen columns of the older layout.
  static let older: [Column] = [
    ("都道府県コード又は市区町村コード", .code), ("NO", .number), ("都道府県名", .prefecture),
    ("市区町村名", .municipality), ("名称", .name), ("名称_カナ", .kana), ("名称_英語", .nameEn),
    ("住所", .address), ("方書", .building), ("緯度", .latitude), ("経度", .longitude),
    ("設置者", .installer), ("電話番号", .phone), ("内線番号", .phoneExtension), ("SSID", .ssids),
    ("提供エリア", .coverage), ("URL", .url), ("備考", .note),
  ]

  /// The newer layout: the block that all its tables share, then what is told of Wi-Fi.
  static let newer: [Column] = [
    ("全国地方公共団体コード", .code), ("ID", .id), ("地方公共団体名", .government), ("名称", .name),
    ("名称_カナ", .kana), ("名称_英字", .nameEn), ("所在地_全国地方公共団体コード", nil), ("町字ID", nil),
    ("所在地_連結表記", .address), ("所在地_都道府県", nil), ("所在地_市区町村", nil),
    ("所在地_町字", nil), ("所在地_番地以下", nil), ("建物名等(方書)", .building), ("緯度", .latitude),
    ("経度", .longitude), ("高度の種別", nil), ("高度の値", nil), ("電話番号", .phone),
    ("内線番号", .phoneExtension), ("連絡先メールアドレス", nil), ("連絡先FormURL", nil),
    ("連絡先備考（その他、SNSなど）", nil), ("郵便番号", nil), ("設置者", .installer), ("SSID", .ssids),
    ("提供エリア", .coverage), ("URL", .url), ("備考", .note),
  ]

  /// What the official layouts have no column for and everybody may know: behind theirs.
  static let added: [Column] = [
    ("openroaming", .openRoaming), ("rcois", .rcois), ("profile", .profile), ("status", .status),
    ("class", .facilityClass), ("verified_on", .verifiedOn), ("id", .id),
  ]

  /// What only the registry's own files have.
  static let own: [Column] = [
    ("openroaming_since", .openRoamingSince), ("hours", .hours), ("provider", .provider),
    ("backhaul", .backhaul), ("battery_hours", .batteryHours), ("installed_on", .installedOn),
  ]

  /// Other names that files in the wild have for a column.
  static let spellings: [Column] = [
    ("所在地_連結標記", .address), ("最終確認日", .verifiedOn),
  ]

  /// The columns of a dataset, and of what is published; other layouts' names of them are read too.
  static func definitions(of columns: [Column]) -> [DatasetColumn] {
    columns.compactMap { column in column.cell.map { definition(of: column.name, $0) } }
  }

  /// A column that holds a cell.
  static func definition(of name: String, _ cell: SiteCell) -> DatasetColumn {
    var aliases: [String] = []
    for other in older + newer + spellings where other.cell == cell && other.name != name {
      if !aliases.contains(other.name) { aliases.append(other.name) }
    }
    return DatasetColumn(
      name, label: cell.label ?? LocalizedText(ja: name, en: cell.english), aliases: aliases,
      isRequired: cell == .name, kind: cell.kind, help: cell.help)
  }

  /// The cells by the columns of the dataset.
  static let cells = Dictionary(
    (older + added + own).compactMap { column in column.cell.map { (column.name, $0) } }
  ) { first, _ in first }
}
