import YuiText

/// What people should know of a sheet before they confirm its import.
enum SheetNotes {
  /// - Parameter count: how many sheets there are.
  static func notes(
    _ sheet: String, isChosen: Bool, of count: Int, hiddenRows: Int
  ) -> [LocalizedText] {
    var notes: [LocalizedText] = []
    if count > 1, !isChosen {
      notes.append(
        LocalizedText(
          ja: "\(count)枚のシートのうち「\(excerpt(sheet))」を読みました。",
          en: "Of \(count) sheets, “\(excerpt(sheet))” was read."))
    }
    if hiddenRows > 0 {
      notes.append(
        LocalizedText(
          ja: "非表示の行（\(NumberText.grouped(hiddenRows))行）も読みました。",
          en: "Hidden rows (\(NumberText.grouped(hiddenRows))) were read as well."))
    }
    return notes
  }

  static func merged(_ areas: BoundedList<String>) -> [LocalizedText] {
    guard !areas.isEmpty else { return [] }
    let names = areas.first.prefix(5)
    return [
      LocalizedText(
        ja: "結合されたセル（\(names.joined(separator: "、"))\(areas.count > 5 ? "など" : "")）は、"
          + "どのセルも同じ値として読みました。",
        en:
          "Of merged cells (\(names.joined(separator: ", "))\(areas.count > 5 ? ", …" : "")), each "
          + "was read with the same value.")
    ]
  }
}
