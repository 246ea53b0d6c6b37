/// What the headers of a part say: the field it belongs to, and whether it is a file.
struct PartHeader: Equatable {
  let name: String
  /// The name of the file as it was sent; `nil` when the part is a text.
  let fileName: String?
  let contentType: String?

  init(_ bytes: [UInt8], at place: String) throws(FormError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FormError(
        .invalidText, "the headers are not valid UTF-8", at: place,
        remedy: "Send the names of fields and files as UTF-8")
    }
    var fields: [String: HeaderValue] = [:]
    var contentType: String?
    // "\r\n" is a single Character; a line break of another kind is refused by the value's rule.
    for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
      guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else {
        throw Self.malformed("a header line has no name", place)
      }
      let name = line[..<colon].lowercased()
      guard let value = HeaderValue(line[line.index(after: colon)...]), fields[name] == nil else {
        throw Self.malformed("the header \(name) is not well formed or is given twice", place)
      }
      fields[name] = value
      if name == "content-type" { contentType = value.first }
    }
    guard let disposition = fields["content-disposition"], disposition.first == "form-data",
      let name = disposition.parameters["name"], disposition.parameters["filename*"] == nil
    else {
      throw Self.malformed("there is no Content-Disposition: form-data with a name", place)
    }
    if let coding = fields["content-transfer-encoding"]?.first,
      !["7bit", "8bit", "binary"].contains(coding)
    {
      throw Self.malformed("the part has a transfer encoding", place)
    }
    self.name = Self.decoded(name)
    fileName = disposition.parameters["filename"].map(Self.decoded)
    self.contentType = contentType
  }

  /// Browsers write these three, and only these, as per cents inside of names.
  private static func decoded(_ name: String) -> String {
    FormText.normalized(
      name.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n"))
  }

  private static func malformed(_ message: String, _ place: String) -> FormError {
    FormError(.malformed, message, at: place, remedy: "Send multipart/form-data as in RFC 7578")
  }
}
