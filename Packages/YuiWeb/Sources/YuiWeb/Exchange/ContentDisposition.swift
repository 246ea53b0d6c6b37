/// Names for files to save.
enum ContentDisposition {
  static func attachment(_ filename: String) -> String {
    let plain = String(
      decoding: filename.utf8.map { byte -> UInt8 in
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "%"),
          0..<0x20, 0x7F...:
          UInt8(ascii: "_")
        default: byte
        }
      }, as: UTF8.self)
    if plain == filename { return "attachment; filename=\"\(plain)\"" }
    let full = PercentCoding.encode(filename.replacing("/", with: "_"))
    return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(full)"
  }
}
