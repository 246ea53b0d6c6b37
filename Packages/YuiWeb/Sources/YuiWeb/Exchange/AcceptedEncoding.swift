/// Reads `Accept-Encoding`.
enum AcceptedEncoding {
  static func takesGzip(_ field: String?) -> Bool {
    guard var field else { return false }
    return field.withUTF8 { takesGzip(UnsafeRawBufferPointer($0)) }
  }

  /// Whether gzip is named without a weight of zero.
  static func takesGzip(_ field: UnsafeRawBufferPointer?) -> Bool {
    guard let field else { return false }
    return field.split(separator: 0x2C).contains { item in
      let text = item.drop { $0 == 0x20 }
      guard zip(text, "gzip".utf8).allSatisfy({ ASCII.lowercased($0) == $1 }), text.count >= 4
      else { return false }
      let rest = text.dropFirst(4).filter { $0 != 0x20 }
      return rest.isEmpty
        || rest.starts(with: ";q=".utf8) && rest.contains { (0x31...0x39).contains($0) }
    }
  }
}
