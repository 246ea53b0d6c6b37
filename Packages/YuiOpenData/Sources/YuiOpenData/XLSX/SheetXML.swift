import YuiText

/// The XML of a sheet that is written (ECMA-376-1, 18.3.1.99).
struct SheetXML {
  /// How many units of UTF-16 a cell takes.
  static let mostUnits = 32_767

  /// The formats of cells, in the order of ``WorkbookXML/styles``.
  enum Format: Int { case general, text, date, header }

  private var bytes: [UInt8] = []

  static func fits(_ value: TableValue) -> Bool {
    if case .text(let text) = value { text.utf16.count <= mostUnits } else { true }
  }

  /// Begins the sheet with its header; columns are as wide as the header and a sample of rows.
  mutating func begin(_ columns: [DatasetColumn], sample: [[TableValue]]) {
    bytes += WorkbookXML.declaration.utf8
    bytes += #"<worksheet xmlns="\#(WorkbookXML.namespace)"><sheetViews>"#.utf8
    bytes += #"<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2""#.utf8
    bytes += #" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"#.utf8
    if !columns.isEmpty { self.columns(columns, sample: sample) }
    bytes += "<sheetData>".utf8
    row(columns.map { .text($0.name) }, number: 1, isHeader: true)
  }

  mutating func row(_ cells: [TableValue], number: Int, isHeader: Bool = false) {
    bytes += #"<row r="\#(number)">"#.utf8
    for (index, value) in cells.enumerated() where value != .empty {
      cell(value, name: CellReference.letters(index + 1) + String(number), isHeader: isHeader)
    }
    bytes += "</row>".utf8
  }

  mutating func end() {
    bytes += "</sheetData></worksheet>".utf8
  }

  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  private mutating func cell(_ value: TableValue, name: String, isHeader: Bool) {
    switch value {
    case .empty: break
    case .text(let text): self.text(text, name: name, isHeader ? .header : .text)
    case .integer(let number) where String(number.magnitude).count > 15:
      // A spreadsheet would round it to fifteen digits.
      self.text(String(number), name: name, .text)
    case .integer(let number): plain(String(number), name: name)
    case .number(let number) where number.isFinite: plain(number.description, name: name)
    case .number: break
    case .bool(let value): plain(value ? "1" : "0", name: name, type: "b")
    case .date(let date):
      if let serial = ExcelDates.serial(of: date) {
        plain(String(serial), name: name, format: .date)
      } else {
        self.text(date.iso, name: name, .text)
      }
    }
  }

  private mutating func plain(
    _ value: String, name: String, type: String = "n", format: Format = .general
  ) {
    bytes += #"<c r="\#(name)" s="\#(format.rawValue)" t="\#(type)"><v>\#(value)</v></c>"#.utf8
  }

  private mutating func text(_ text: String, name: String, _ format: Format) {
    bytes += #"<c r="\#(name)" s="\#(format.rawValue)" t="inlineStr">"#.utf8
    bytes += #"<is><t xml:space="preserve">"#.utf8
    EscapedText.encode(text, to: &bytes)
    bytes += "</t></is></c>".utf8
  }

  private mutating func columns(_ columns: [DatasetColumn], sample: [[TableValue]]) {
    bytes += "<cols>".utf8
    for (index, column) in columns.enumerated() {
      let texts = sample.compactMap { $0.indices.contains(index) ? $0[index].text : nil }
      let width = ([column.name] + texts).map(Self.width).max() ?? 0
      let format: Format =
        switch column.kind {
        case .text: .text
        case .number: .general
        case .date: .date
        }
      let place = #"min="\#(index + 1)" max="\#(index + 1)""#
      let shape = #"width="\#(min(max(width, 6), 50) + 2)" style="\#(format.rawValue)""#
      bytes += #"<col \#(place) \#(shape) customWidth="1"/>"#.utf8
    }
    bytes += "</cols>".utf8
  }

  /// How many digits wide a text is; kana and kanji are as wide as two.
  private static func width(_ text: String) -> Int {
    text.prefix(60).prefix { $0 != "\n" }.unicodeScalars.reduce(0) {
      $0 + ($1.value < 0x1100 ? 1 : 2)
    }
  }
}
