import YuiOpenData
import YuiStorage
import YuiText

extension AssetField {
  /// Every field in the order of the columns: those of the contract, further ones, those of classes.
  static let all = agreed + further + details

  /// The fields that have a column of their own in the table.
  static let stored = agreed + further

  static func named(_ name: String) -> AssetField? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The columns that other programs rely on, in their order.
  static let agreed: [AssetField] = [
    id,
    .kept(
      "class", .identity, .assetClass, \.assetClass, .choice(\.name),
      isRequired: true),
    .kept(
      "name", .identity, Words(ja: "名称", en: "Name"), \.name, .line(200), isRequired: true),
    .optional(
      "name_en", .identity, Words(ja: "名称（英語）", en: "Name in English"), \.nameEn, .line(200)),
    .optional("owner", .identity, .owner, \.owner, .line(200)),
    .optional("bureau", .identity, .bureau, \.bureau, .line(200)),
    .optional("address", .identity, .address, \.address, .line(300)),
    degrees("latitude", Words(ja: "緯度", en: "Latitude"), \.latitude),
    degrees("longitude", Words(ja: "経度", en: "Longitude"), \.longitude),
    .optional(
      "area_m2", .size, .area,
      \.area, .measure(0...100_000_000, units: ["m2", "㎡", "平方メートル", "平米"])),
    .optional(
      "height_m", .size, .height, \.height,
      .measure(0...1_000, units: metreUnits)),
    .optional(
      "street_distance_m", .size,
      .streetDistance, \.streetDistance,
      .measure(0...100_000, units: metreUnits)),
    .optional(
      "power", .supply,
      .power,
      \.power, .coded(200)),
    .optional(
      "load", .size,
      .load,
      \.load, .line(100)),
    .optional(
      "sharing_allowed", .terms, .sharing,
      \.sharingAllowed, .yesNo),
    .optional(
      "sharing_terms", .terms, Words(ja: "共用の条件", en: "Terms of sharing"), \.sharingTerms,
      .text(2_000)),
    .kept(
      "legal_basis", .terms, .legalBasis, \.legalBasis,
      .choice(\.name)),
    .kept(
      "availability", .terms, .availability, \.availability,
      .choice(\.name)),
    .optional(
      "unsuitable_reason", .terms, Words(ja: "適さない理由", en: "Why unsuitable"),
      \.unsuitableReason, .coded(200)),
    .kept("publish", .record, Words(ja: "公開範囲", en: "Published to"), \.publish, .choice(\.name)),
    .optional(
      "verified_on", .record, .verifiedOn, \.verifiedOn, .day),
  ]

  /// What operators and owners need besides.
  static let further: [AssetField] = [
    .optional(
      "municipality_code", .identity,
      .municipality,
      \.municipality, .municipality),
    .optional(
      "owner_code", .identity, Words(ja: "所有者の団体コード", en: "Code of the owner"),
      \.ownerCode, .municipality),
    .optional(
      "accuracy_m", .identity, Words(ja: "位置の誤差", en: "Accuracy", unit: metres),
      \.accuracy, .measure(0...10_000, units: metreUnits)),
    .optional(
      "storeys", .size, Words(ja: "階数", en: "Storeys"), \.storeys,
      .whole(0...200, units: ["階建て", "階建", "階", "f"])),
    .optional(
      "structure", .size,
      Words(
        ja: "構造", en: "Structure",
        help: LocalizedText(ja: "例）鉄筋コンクリート造", en: "Such as reinforced concrete")),
      \.structure, .line(100)),
    .optional(
      "built_year", .size, Words(ja: "建築年", en: "Built in"), \.builtYear, .year(1_500...2_200)),
    .optional(
      "roof_use", .size, Words(ja: "屋上の利用", en: "Use of the roof"), \.roofUse, .line(300)),
    .optional(
      "power_voltage", .supply,
      Words(
        ja: "電圧", en: "Voltage",
        help: LocalizedText(ja: "例）単相100V、三相200V", en: "Such as single-phase 100 V")),
      \.voltage, .line(100)),
    .optional(
      "power_metering", .supply,
      Words(
        ja: "電気の計量", en: "Metering",
        help: LocalizedText(ja: "例）子メーターを設置", en: "Such as a sub-meter")),
      \.metering, .line(200)),
    .optional("fibre", .supply, Words(ja: "光回線・管路", en: "Fibre or ducts"), \.fibre, .coded(200)),
    .optional(
      "access_hours", .supply, Words(ja: "立ち入れる時間", en: "Access hours"), \.accessHours,
      .line(200)),
    .optional(
      "escort_required", .supply, Words(ja: "職員の立ち会い", en: "Escort needed"), \.needsEscort,
      .yesNo),
    constraints,
    .optional(
      "constraint_notes", .constraints, Words(ja: "制約の説明", en: "About the constraints"),
      \.constraintNote, .text(2_000)),
    .optional(
      "current_use", .constraints, .currentUse, \.currentUse,
      .line(300)),
    .optional(
      "unsuitable_notes", .terms, Words(ja: "適さない理由の説明", en: "About why it is unsuitable"),
      \.unsuitableNote, .text(1_000)),
    .optional(
      "fee_basis", .terms, Words(ja: "使用料の根拠", en: "Basis of the fee"), \.feeBasis,
      .text(1_000)),
    .optional("contact", .terms, .contact, \.contact, .line(200)),
    .optional("note", .terms, .note, \.note, .text(2_000)),
    .optional("source", .record, Words(ja: "情報の出典", en: "Source"), \.source, .line(300)),
  ]

  static let metres = LocalizedText(everywhere: "m")
  static let metreUnits = ["m", "メートル"]

  // MARK: Those of another shape

  private static let id = AssetField(
    name: "id", group: .identity,
    words: Words(
      ja: "資産番号", en: "Id",
      help: LocalizedText(
        ja: "所有者が付けた番号。ほかの資産と重ならないもの",
        en: "As its owner numbers it; no other asset's")),
    isRequired: true, isKept: true, input: .line(AssetID.longest),
    value: { .text($0.id.description) },
    copy: { _, _ in }, read: { _, _ in true }, take: { _, _ in nil },
    bind: { .text($0.id.description) }, load: { _, _, _ in })

  /// Half a position, which is read as a whole elsewhere.
  private static func degrees(
    _ name: String, _ words: Words, _ path: any KeyPath<Coordinate, Double> & Sendable
  ) -> AssetField {
    AssetField(
      name: name, group: .identity, words: words, isRequired: true, isKept: true, input: .place,
      column: .number,
      value: { .number($0.place[keyPath: path]) }, copy: { $1.place = $0.place },
      read: { _, _ in true }, take: { _, _ in nil },
      bind: { .real($0.place[keyPath: path]) }, load: { _, _, _ in })
  }

  private static let constraints: AssetField = {
    let type = FieldType<AssetConstraint>.choices(\.name)
    return AssetField(
      name: "constraints", group: .constraints, words: Words(ja: "制約", en: "Constraints"),
      input: type.input, value: { type.table($0.constraints) },
      copy: { $1.constraints = $0.constraints },
      read: { row, asset in
        asset.constraints = (try row.optional("constraints", type.reader.orDash) ?? nil) ?? []
        return true
      },
      take: { text, asset in
        guard let reading = type.reader.reading(of: text) else { return type.reader.expectation }
        asset.constraints = reading.value
        return nil
      },
      bind: { type.bind($0.constraints) },
      load: { row, column, asset in asset.constraints = try type.load(row, column) ?? [] })
  }()
}
