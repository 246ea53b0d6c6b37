import YuiOpenData
import YuiText

/// What a row of a file says of an asset: only what its file has a column for, so that what else is
/// known of the asset stays.
struct AssetRecord: Sendable {
  let asset: Asset
  /// What the row says, by places in ``AssetField/all``.
  private let given: [Int]

  /// Reads a row.
  init(from row: inout DatasetRow) throws {
    let id = try row.required("id", AssetReaders.id)
    let place = try row.optionalPlace(latitude: "latitude", longitude: "longitude")
    guard let place else {
      throw row.problem(
        in: "latitude",
        LocalizedText(
          ja: "緯度と経度を入力してください。例）35.689634 と 139.692101",
          en: "Enter latitude and longitude, such as 35.689634 and 139.692101."))
    }
    var asset = Asset(id, .other, name: "", at: place)
    var given: [Int] = []
    for column in row.columns {
      guard let index = Self.places[column] else { continue }
      if try AssetField.all[index].read(&row, &asset) { given.append(index) }
    }
    try Self.refuseForeignDetails(asset, row)
    (self.asset, self.given) = (asset, given)
  }

  /// The asset as it is by what was known of it and what the row says.
  func merged(into known: Asset?) -> Asset {
    var new = known ?? Asset(asset.id, asset.assetClass, name: asset.name, at: asset.place)
    for index in given { AssetField.all[index].copy(asset, &new) }
    // What nothing can stand on is not open, unless the file says so.
    if known == nil, asset.unsuitableReason != nil, !says("availability") {
      new.availability = .closed
    }
    new.dropForeignDetails()
    new.complete(replacing: known)
    return new
  }

  func says(_ column: String) -> Bool {
    Self.places[column].map(given.contains) ?? false
  }

  // MARK: Keeping

  /// The columns in which records of one file are kept.
  static func columns(of records: [AssetRecord]) -> [String] {
    var given = Set(records.first?.given ?? [])
    for record in records.dropFirst()
    where record.given.count != given.count
      || !given.isSuperset(of: record.given)
    {
      given.formUnion(record.given)
    }
    return AssetField.all.indices.filter { given.contains($0) || AssetField.all[$0].isRequired }
      .map { AssetField.all[$0].name }
  }

  /// What it says in columns, from which ``init(from:)`` reads the same again.
  func cells(in columns: [String]) -> [String] {
    columns.map { column in
      guard let index = Self.places[column], given.contains(index) else { return "" }
      return AssetField.all[index].text(of: asset)
    }
  }

  private static func refuseForeignDetails(_ asset: Asset, _ row: DatasetRow) throws {
    guard !asset.details.isEmpty else { return }
    for field in AssetField.details
    where asset.details[field.name] != nil && !field.belongs(to: asset.assetClass) {
      let classes = AssetClass.allCases.filter(field.belongs)
      throw row.problem(
        in: field.name,
        LocalizedText(
          ja: "「\(asset.assetClass.name[.ja])」にはない項目です（"
            + classes.map(\.name[.ja]).joined(separator: "、") + "だけ）。空欄にするか、classを直してください。",
          en: "A \(asset.assetClass.rawValue) does not have this (only "
            + classes.map(\.rawValue).joined(separator: ", ")
            + "). Leave it empty, or mend the class."))
    }
  }

  private static let places = Dictionary(
    uniqueKeysWithValues: AssetField.all.enumerated().map { ($0.element.name, $0.offset) })
}
