/// The format `application/x-www-form-urlencoded`: bodies of simple forms, and queries.
public enum URLEncodedForm {
  /// Reads a body or a query.
  public static func parse(
    _ body: some Collection<UInt8>, limits: FormLimits = FormLimits()
  ) throws(FormError) -> FormData {
    guard body.count <= limits.totalBytes else {
      throw FormError(
        .tooLarge, "the form is larger than \(limits.totalBytes) bytes", at: "the form",
        remedy: "Send less")
    }
    var form = FormData()
    for (index, pair) in body.split(separator: UInt8(ascii: "&")).enumerated() {
      let place = "field \(index + 1)"
      guard index < limits.fields else {
        throw FormError(
          .tooMany, "there are more than \(limits.fields) fields", at: place,
          remedy: "Send fewer fields")
      }
      let equals = pair.firstIndex(of: UInt8(ascii: "="))
      let name = try text(pair[..<(equals ?? pair.endIndex)], limits, place)
      let value = try equals.map { (index) throws(FormError) in
        try text(pair[pair.index(after: index)...], limits, "\(place) (\(name))")
      }
      form.fields.append(FormData.Field(name, FormText.normalized(value ?? "")))
    }
    return form
  }

  /// Writes fields as a body or a query.
  public static func encode(_ fields: [FormData.Field]) -> String {
    fields
      .map { "\(PercentCoding.encode($0.name))=\(PercentCoding.encode($0.value))" }
      .joined(separator: "&")
  }

  private static func text(
    _ encoded: some Collection<UInt8>, _ limits: FormLimits, _ place: String
  ) throws(FormError) -> String {
    guard let text = PercentCoding.decode(encoded, plusIsSpace: true) else {
      throw FormError(
        .invalidText, "the text is not percent-encoded UTF-8, or holds NUL", at: place,
        remedy: "Encode the form as UTF-8, with two hexadecimal digits after each %")
    }
    guard text.utf8.count <= limits.fieldBytes else {
      throw FormError(
        .tooLarge, "the text is larger than \(limits.fieldBytes) bytes", at: place,
        remedy: "Shorten it")
    }
    return text
  }
}
