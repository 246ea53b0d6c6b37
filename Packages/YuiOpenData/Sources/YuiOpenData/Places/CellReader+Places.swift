import YuiText

extension CellReader where Value == Double {
  /// Accepts a number within `range`, with a point as its decimal sign; full-width digits and signs
  /// are repaired.
  public static func number(in range: ClosedRange<Double>) -> CellReader {
    let (least, most) = (DecimalText.write(range.lowerBound), DecimalText.write(range.upperBound))
    return CellReader(
      expectation: LocalizedText(
        ja: "\(least)から\(most)までの数を入力してください。",
        en: "Enter a number from \(least) to \(most).")
    ) { text in
      let folded = TextFolding.fold(text)
      let isPlain = folded.utf8.allSatisfy { "0123456789.-+".utf8.contains($0) }
      guard isPlain, let number = Double(folded), range.contains(number) else { return nil }
      return Reading(number, text: folded)
    }
  }
}

// Made once, since files are long. The wider range leaves room for numbers in each other's column.
private let degrees = CellReader<Double>.number(in: -180...180).orDash

extension DatasetRow {
  /// Reads a place from two columns, in degrees; `nil` where both are empty or hold a dash.
  ///
  /// Latitude and longitude in each other's column are told apart, put right and reported.
  ///
  /// - Throws: a `RowProblem` where one is missing or there is no such place.
  public mutating func optionalPlace(
    latitude: String, longitude: String
  ) throws(RowProblem) -> Coordinate? {
    let first = try optional(latitude, degrees) ?? nil
    let second = try optional(longitude, degrees) ?? nil
    if first == nil, second == nil { return nil }
    guard let first, let second else {
      throw problem(
        in: first == nil ? latitude : longitude,
        LocalizedText(
          ja: "緯度と経度は両方を入力するか、両方を空欄にしてください。",
          en: "Enter both latitude and longitude, or neither."))
    }
    guard let read = Coordinate.reading(latitude: first, longitude: second) else {
      throw problem(
        in: latitude,
        LocalizedText(ja: "緯度は-90から90までの数を入力してください。", en: "Enter a latitude from -90 to 90."))
    }
    if read.wasSwapped {
      noteRepair(latitude, to: DecimalText.write(second))
      noteRepair(longitude, to: DecimalText.write(first))
    }
    return read.coordinate
  }
}
