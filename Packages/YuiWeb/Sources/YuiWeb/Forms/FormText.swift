/// The rule that every text of a form follows, however it was sent.
enum FormText {
  static func read(_ bytes: some Collection<UInt8>, of place: String) throws(FormError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw FormError(
        .invalidText, "the text is not valid UTF-8, or holds NUL", at: place,
        remedy: "Send the form as UTF-8")
    }
    return normalized(text)
  }

  /// Browsers send CR LF for each line break; we count and keep line feeds.
  static func normalized(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\r") {
        bytes.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") || previous != UInt8(ascii: "\r") {
        bytes.append(byte)
      }
      previous = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
