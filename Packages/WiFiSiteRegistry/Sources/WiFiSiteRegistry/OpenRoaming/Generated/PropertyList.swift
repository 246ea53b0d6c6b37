/// A value of a property list, written as XML.
indirect enum PropertyList {
  case text(String)
  case integer(Int)
  case bool(Bool)
  case list([PropertyList])
  /// Keys in the order in which they are written.
  case dictionary([(key: String, value: PropertyList)])

  static func texts(_ texts: [String]) -> PropertyList { .list(texts.map(PropertyList.text)) }

  /// The whole document.
  ///
  /// - Parameter notes: what whoever opens it reads first, a line each.
  func document(notes: [String]) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" \
    "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
    \(XMLText.comments(notes))<plist version="1.0">
    \(lines(indented: "").joined(separator: "\n"))
    </plist>

    """
  }

  private func lines(indented indent: String) -> [String] {
    switch self {
    case .text(let text): return ["\(indent)<string>\(XMLText.escaped(text))</string>"]
    case .integer(let number): return ["\(indent)<integer>\(number)</integer>"]
    case .bool(let bool): return ["\(indent)<\(bool)/>"]
    case .list(let values):
      return ["\(indent)<array>"] + values.flatMap { $0.lines(indented: indent + "  ") }
        + ["\(indent)</array>"]
    case .dictionary(let items):
      let inner = indent + "  "
      return ["\(indent)<dict>"]
        + items.flatMap { item in
          ["\(inner)<key>\(XMLText.escaped(item.key))</key>"] + item.value.lines(indented: inner)
        } + ["\(indent)</dict>"]
    }
  }
}
