import YuiText

extension FieldControl {
  /// Takes a file of one of some kinds (`.csv`, `.xlsx`) and of at most `limit` bytes.
  public static func file(accept: [String], limit: Int) -> FieldControl {
    FieldControl(hint: { fileLimit(accept, limit)[$0] }) { context in
      voidElement(
        "input",
        [.class("file-box"), .type("file"), .accept(accept.joined(separator: ","))]
          + context.attributes)
    }
  }

  private static func fileLimit(_ accept: [String], _ limit: Int) -> LocalizedText {
    let kinds = accept.map { $0.drop { $0 == "." }.uppercased() }
    let size = NumberText.fixed(Double(limit) / 1_048_576, decimals: limit % 1_048_576 == 0 ? 0 : 1)
    let bytes = NumberText.grouped(limit)
    return LocalizedText(
      ja: "\(kinds.joined(separator: "、"))形式。1ファイルあたり\(size)MB（\(bytes)バイト）まで。",
      en: "\(kinds.joined(separator: ", ")). Up to \(size) MB (\(bytes) bytes) for each file.")
  }
}
