import YuiMaps
public import YuiTenancy
public import YuiText

/// What a tenant may set of its Wi-Fi registry.
public struct WiFiSettings: ModuleSettings {
  /// The address of a map's tiles, with `{z}`, `{x}` and `{y}`; empty to draw land alone.
  public var tilesAddress = ""
  /// Whom those tiles are by.
  public var tilesCredit = ""
  /// How many days the text of a report is kept after its case was closed.
  public var reportDays = 365

  /// The usual settings.
  public init() {}

  /// The form.
  public static let fields: [SettingsField<WiFiSettings>] = [
    .text(
      "tilesAddress", \.tilesAddress, limit: 300,
      label: LocalizedText(ja: "背景地図のアドレス", en: "Address of map tiles"),
      help: LocalizedText(
        ja:
          "例）https://tiles.example.jp/{z}/{x}/{y}.png 住民のブラウザがこのサーバーから地図を読み込みます。空欄の場合は、外部に接続せず陸地の形だけを描きます。",
        en:
          "Such as https://tiles.example.jp/{z}/{x}/{y}.png. Residents' browsers ask this server for "
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
    .integer(
      "reportDays", \.reportDays, in: 30...3_650,
      label: LocalizedText(
        ja: "障害の報告の文章を残す日数", en: "Days for which the text of a report is kept"),
      help: LocalizedText(
        ja: "対応が終わってからこの日数がたつと、寄せられた文章と職員のメモを消します。件数は残ります。",
        en: "So many days after a report was closed, its text and the notes of staff are erased. "
          + "That there was one stays known.")),
  ]

  /// Whose map it is has to be said wherever it is shown.
  public var problems: [String: LocalizedText] {
    guard !tilesAddress.isEmpty, tilesCredit.trimmingWhitespace.isEmpty else { return [:] }
    return [
      "tilesCredit": LocalizedText(
        ja: "背景地図を使う場合は、出典を入力してください。例）地理院タイル",
        en: "Enter whom the map is by: its terms of use ask for it.")
    ]
  }

  /// The tiles that are set.
  var tiles: MapTiles? {
    problems.isEmpty ? MapTiles(address: tilesAddress, credit: tilesCredit) : nil
  }
}
