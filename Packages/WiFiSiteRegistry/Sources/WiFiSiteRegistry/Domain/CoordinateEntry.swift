import YuiOpenData
import YuiText

/// A position as somebody typed or pasted it: two numbers in two boxes, or both in the first.
struct CoordinateEntry: Sendable, Hashable {
  var latitude = ""
  var longitude = ""

  init(latitude: String = "", longitude: String = "") {
    (self.latitude, self.longitude) = (latitude, longitude)
  }

  init(_ place: Coordinate?) {
    guard let place else { return }
    latitude = TableValue(place.latitude).text
    longitude = TableValue(place.longitude).text
  }

  /// What was read.
  enum Reading: Sendable, Hashable {
    case nothing
    /// A place, and whether latitude and longitude were in each other's box.
    case place(Coordinate, wasSwapped: Bool)
    /// No place, in words that say how to mend it.
    case problem(LocalizedText)
  }

  var reading: Reading {
    var texts = [latitude, longitude].map(TextFolding.fold)
    guard texts != ["", ""] else { return .nothing }
    if texts[1].isEmpty {
      // Copied from a map: `35.689634, 139.692101`.
      let parts = texts[0].split { ",、 ".contains($0) }
      if parts.count == 2 { texts = parts.map(String.init) }
    }
    if texts.contains("") { return .problem(Self.half) }
    let degrees = texts.compactMap(Self.degrees)
    guard degrees.count == 2,
      let read = Coordinate.reading(latitude: degrees[0], longitude: degrees[1])
    else { return .problem(Self.noPlace) }
    return .place(read.coordinate, wasSwapped: read.wasSwapped)
  }

  /// Digits with a point, no exponent.
  private static func degrees(_ text: String) -> Double? {
    text.utf8.allSatisfy { "0123456789.-+".utf8.contains($0) } ? Double(text) : nil
  }

  private static let half = LocalizedText(
    ja: "緯度と経度は両方を入力するか、両方を空欄にしてください。",
    en: "Enter both latitude and longitude, or neither.")
  private static let noPlace = LocalizedText(
    ja: "緯度と経度を、度を単位とする小数で入力してください。例）35.689634 と 139.692101",
    en: "Enter latitude and longitude as degrees with decimals, such as 35.689634 and 139.692101.")
}
