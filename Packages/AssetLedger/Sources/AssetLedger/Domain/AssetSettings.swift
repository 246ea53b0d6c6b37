import YuiMaps
public import YuiTenancy
import YuiText

/// What a tenant may set of its asset ledger.
public struct AssetSettings: ModuleSettings {
  /// The address of a map's tiles, with `{z}`, `{x}` and `{y}`; empty to draw land alone.
  public var tilesAddress = ""
  /// Whom those tiles are by.
  public var tilesCredit = ""
  /// Whom carriers ask about an asset that names nobody.
  public var desk = ""

  /// The usual settings.
  public init() {}

  /// The form.
  public static let fields: [SettingsField<AssetSettings>] = [
    .text(
      "desk", \.desk, limit: 200,
      label: LocalizedText(ja: "通信事業者の問い合わせ先", en: "Whom carriers ask"),
      help: LocalizedText(
        ja: "担当課、電話番号、メールアドレスなど。問い合わせ先のない資産のページに表示します。",
        en: "Section, telephone, mail address. Shown with assets that name no contact.")),
    .text(
      "tilesAddress", \.tilesAddress, limit: 300,
      label: LocalizedText(ja: "背景地図のアドレス", en: "Address of map tiles"),
      help: LocalizedText(
        ja:
          "例）https://tiles.example.jp/{z}/{x}/{y}.png 見る人のブラウザがこのサーバーから地図を読み込みます。空欄の場合は、外部に接続せず陸地の形だけを描きます。",
        en:
          "Such as https://tiles.example.jp/{z}/{x}/{y}.png. Readers' browsers ask this server for "
          + "the map. Left empty, land alone is drawn and no other server is asked."),
      check: { text in
        text.isEmpty || MapTiles(address: text, credit: "") != nil
          ? nil
          : LocalizedText(
            ja: "https:// で始まり、{z}、{x}、{y}を含むアドレスを入力してください。",
            en: "Enter an address that begins with https:// and holds {z}, {x} and {y}.")
      }),
    .text(
      "tilesCredit", \.tilesCredit, limit: 100,
      label: LocalizedText(ja: "背景地図の出典", en: "Credit of the map tiles"),
      help: LocalizedText(
        ja: "地図の下に表示します。例）地理院タイル", en: "Shown below the map, as its terms of use ask.")),
  ]

  /// The tiles that are set.
  var tiles: MapTiles? { MapTiles(address: tilesAddress, credit: tilesCredit) }
}
