public import YuiText

/// What is wrong with a GeoJSON file, where, and how to mend it.
public struct GeoJSONProblem: Error, Sendable, Hashable {
  /// The feature that is at fault, counted from 1.
  public let feature: Int?
  /// What is wrong and how to mend it.
  public let message: LocalizedText

  private init(_ feature: Int? = nil, ja: String, en: String) {
    self.feature = feature
    let place = feature.map { (ja: "\($0)番目の地物：", en: "feature \($0): ") } ?? (ja: "", en: "")
    message = LocalizedText(ja: place.ja + ja, en: place.en + en)
  }

  static func tooLarge(_ limit: Int) -> GeoJSONProblem {
    GeoJSONProblem(
      ja: "ファイルが\(limit >> 20) MiBを超えています。ファイルを分けてください。",
      en: "The file is larger than \(limit >> 20) MiB. Split it.")
  }

  static let notJSON = GeoJSONProblem(
    ja: "GeoJSONとして読めません。UTF-8のGeoJSON（RFC 7946）として書き出し直してください。",
    en: "The file cannot be read as GeoJSON. Export it again as GeoJSON (RFC 7946) in UTF-8.")

  static let noFeatures = GeoJSONProblem(
    ja: "FeatureCollectionでもFeatureでもありません。地物をFeatureCollectionにまとめてください。",
    en: "This is neither a FeatureCollection nor a Feature. Put the features into a "
      + "FeatureCollection.")

  static func otherCRS(_ name: String) -> GeoJSONProblem {
    GeoJSONProblem(
      ja: "座標参照系「\(excerpt(name))」は読めません。世界測地系の経緯度（WGS84）に変換し、crsを取り除いてください。",
      en:
        "The coordinate reference system “\(excerpt(name))” is not read. Convert the coordinates to "
        + "longitude and latitude in WGS 84 and remove the member crs.")
  }

  static let uselessCRS = LocalizedText(
    ja: "crsはWGS84と読みました。GeoJSON（RFC 7946）では不要です。",
    en: "The member crs was read as WGS 84; GeoJSON (RFC 7946) has none.")

  static func swapped(_ feature: Int) -> LocalizedText {
    LocalizedText(
      ja: "緯度と経度が逆のようです（\(feature)番目の地物など）。GeoJSONは経度、緯度の順です。",
      en:
        "Latitude and longitude seem to be swapped (feature \(feature), for one). GeoJSON has the "
        + "longitude first.")
  }

  static func broken(_ feature: Int, what: String) -> GeoJSONProblem {
    GeoJSONProblem(
      feature, ja: "「\(what)」がないか、形が違います。GeoJSONを書き出し直してください。",
      en: "“\(what)” is missing or of another form. Export the GeoJSON again.")
  }

  static func unknownShape(_ feature: Int, _ type: String) -> GeoJSONProblem {
    GeoJSONProblem(
      feature, ja: "図形の種類「\(excerpt(type))」は読めません。点、線、面（それぞれMultiを含む）にしてください。",
      en: "The geometry “\(excerpt(type))” is not read. Use points, lines and polygons, single or "
        + "multi.")
  }

  static func noPlace(_ feature: Int, longitude: Double, latitude: Double) -> GeoJSONProblem {
    let place = "\(DecimalText.write(longitude)), \(DecimalText.write(latitude))"
    return GeoJSONProblem(
      feature, ja: "座標（\(place)）は経度-180〜180、緯度-90〜90の外です。度単位の経度、緯度の順に直してください。",
      en:
        "The position (\(place)) is outside of longitude -180 to 180 and latitude -90 to 90. Give "
        + "degrees, the longitude first.")
  }

  static func noPoint(_ feature: Int) -> GeoJSONProblem {
    GeoJSONProblem(
      feature, ja: "図形が点ではありません。位置を1つの点（Point）にしてください。",
      en: "The geometry is not a point. Give the position as one point (Point).")
  }

  static let noPlaces = GeoJSONProblem(
    ja: "このデータには位置の列がないため、GeoJSONは読めません。CSVかExcelのファイルにしてください。",
    en: "These data have no columns for a position, so that GeoJSON is not read. Use CSV or Excel.")

  static func openRing(_ feature: Int) -> GeoJSONProblem {
    GeoJSONProblem(
      feature, ja: "面の輪郭が閉じていないか、頂点が4つ未満です。最初と最後を同じ点にしてください。",
      en: "The outline of an area is not closed or has fewer than four positions. Make the last "
        + "position the same as the first.")
  }

  static func antimeridian(_ feature: Int) -> GeoJSONProblem {
    GeoJSONProblem(
      feature, ja: "図形が経度180度をまたいでいます。180度の線で二つに分けてください。",
      en: "The shape crosses the 180th meridian. Cut it in two there.")
  }
}
