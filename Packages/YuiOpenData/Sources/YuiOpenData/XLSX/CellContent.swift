import YuiText

/// A cell as a sheet writes it (ECMA-376-1, 18.3.1.4), and the text that it stands for.
struct CellContent {
  /// The type `t`: `n`, `s`, `str`, `inlineStr`, `b`, `e`, `d`.
  var type = "n"
  /// The format `s`.
  var format = 0
  /// Whether it holds a formula.
  var isFormula = false
  /// The bytes of `v`.
  var value: [UInt8] = []
  var isTooLong = false
  /// The text of `is`.
  var inline: RichText

  /// The text; empty for a cell without a value.
  func text(in workbook: Workbook, mostBytes: Int) throws(CellProblem) -> [UInt8] {
    guard !isTooLong, !inline.isTooLong else { throw .tooLong(bytes: mostBytes) }
    if type == "inlineStr" { return try checked(EscapedText.decode(inline.bytes)) }
    guard !value.isEmpty else {
      if isFormula, type != "str" { throw .noResult }
      return []
    }
    let text = String(decoding: value, as: UTF8.self)
    switch type {
    case "s":
      guard let number = Int(text) else { throw .noText }
      return try checked(try workbook.texts.text(number))
    case "str": return try checked(EscapedText.decode(value))
    case "b": return Array((text == "0" || text == "false" ? "false" : "true").utf8)
    case "e": throw .error(text)
    case "d": return Array(date(text).utf8)
    default: return Array(try number(text, in: workbook).utf8)
    }
  }

  private func number(_ text: String, in workbook: Workbook) throws(CellProblem) -> String {
    let format = workbook.formats[self.format]
    if format != .number, let serial = Double(text) {
      guard let date = workbook.dates.text(serial, as: format) else { throw .noDate(text) }
      return date
    }
    guard let number = DecimalText.read(text) else { throw .noNumber(text) }
    return number
  }

  /// ISO 8601; midnight is a date alone.
  private func date(_ text: String) -> String {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard parts.count == 2, CalendarDate(iso: String(parts[0])) != nil else { return text }
    let time = parts[1].prefix { $0 != "Z" && $0 != "." }
    return time == "00:00:00" ? String(parts[0]) : "\(parts[0])T\(time)+09:00"
  }

  /// Refuses control characters as in CSV; a line break within a cell may be CR LF.
  private func checked(_ text: [UInt8]) throws(CellProblem) -> [UInt8] {
    for (index, byte) in text.enumerated() {
      let isControl =
        byte < 0x20
        ? byte != 0x09 && byte != 0x0A && byte != 0x0D
        : byte == 0x7F || byte == 0xC2 && index + 1 < text.count && text[index + 1] < 0xA0
      if isControl { throw .control }
    }
    return text
  }
}
