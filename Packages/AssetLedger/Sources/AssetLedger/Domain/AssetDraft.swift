import YuiOpenData
import YuiText

/// An asset as somebody entered it: a text for each field, by its name.
struct AssetDraft: Sendable {
  private var texts: [String: String]

  /// What stands in an empty form, or in one for an asset.
  init(_ asset: Asset? = nil) {
    guard let asset else {
      texts = [
        "availability": Availability.open.rawValue, "publish": PublishLevel.internal.rawValue,
        "legal_basis": LegalBasis.undecided.rawValue,
      ]
      return
    }
    texts = Dictionary(
      uniqueKeysWithValues: AssetField.all.map { ($0.name, $0.text(of: asset)) })
  }

  subscript(_ field: String) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue.trimmingWhitespace }
  }

  enum CheckResult: Sendable, Hashable {
    /// The asset, and whether its latitude and longitude had to be put in their places.
    case success(Asset, wasSwapped: Bool)
    /// What is wrong, by the name of the field.
    case failure([String: LocalizedText])
  }

  /// The asset in place of what it was, or what is wrong with the draft.
  ///
  /// - Parameter old: the asset that is changed, whose id stays; `nil` for a new one.
  func checked(replacing old: Asset?, today: CalendarDate) -> CheckResult {
    var problems: [String: LocalizedText] = [:]
    let id = old?.id ?? AssetID(self["id"])
    if id == nil { problems["id"] = AssetID.expectation }
    let place = place(&problems)
    guard let placed = place?.coordinate ?? Self.anywhere else { return .failure(problems) }
    var asset = Asset(id ?? AssetID(stored: ""), .other, name: "", at: placed)
    for field in AssetField.all {
      if let problem = field.take(self[field.name], &asset) { problems[field.name] = problem }
    }
    if let day = asset.verifiedOn, day > today {
      problems["verified_on"] = LocalizedText(
        ja: "今日までの日付を入力してください。", en: "Enter a day up to today.")
    }
    guard problems.isEmpty else { return .failure(problems) }
    asset.dropForeignDetails()
    asset.doubt = old?.doubt
    asset.complete(replacing: old)
    return .success(asset, wasSwapped: place?.wasSwapped ?? false)
  }

  private func place(
    _ problems: inout [String: LocalizedText]
  ) -> (coordinate: Coordinate, wasSwapped: Bool)? {
    var degrees: [Double] = []
    // Copied from a map, both may stand in the first field: `35.689634, 139.692101`.
    var entered = [self["latitude"], self["longitude"]].map(TextFolding.fold)
    if entered[1].isEmpty {
      let parts = entered[0].split { ",、 ".contains($0) }.map(String.init)
      if parts.count == 2 { entered = parts }
    }
    for (name, text) in zip(["latitude", "longitude"], entered) {
      if let number = Self.degrees.reading(of: text)?.value {
        degrees.append(number)
      } else {
        problems[name] = LocalizedText(
          ja: "度を単位とする小数で入力してください。例）\(name == "latitude" ? "35.689634" : "139.692101")",
          en: "Enter degrees with decimals, such as "
            + "\(name == "latitude" ? "35.689634" : "139.692101").")
      }
    }
    guard degrees.count == 2 else { return nil }
    let place = Coordinate.reading(latitude: degrees[0], longitude: degrees[1])
    if place == nil {
      problems["latitude"] = LocalizedText(
        ja: "緯度は-90から90までの数を入力してください。", en: "Enter a latitude from -90 to 90.")
    }
    return place
  }

  private static let degrees = CellReader<Double>.number(in: -180...180)
  /// Stands in while problems are looked for.
  private static let anywhere = Coordinate(latitude: 0, longitude: 0)
}
