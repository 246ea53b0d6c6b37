import Testing
import YuiWeb

@Suite struct URLEncodedFormTests {
  typealias Field = FormData.Field

  @Test(
    "Fields are read in order",
    arguments: [
      ("a=1&b=2", [Field("a", "1"), Field("b", "2")]),
      ("a=1&a=2", [Field("a", "1"), Field("a", "2")]),
      ("a", [Field("a", "")]),
      ("a=", [Field("a", "")]),
      ("=x", [Field("", "x")]),
      ("a=b=c", [Field("a", "b=c")]),
      ("&&a=1&", [Field("a", "1")]),
      ("", []),
      ("comment=%E7%B5%90+%26+%3D", [Field("comment", "結 & =")]),
      ("a=1%0D%0A2%0A3%0D4", [Field("a", "1\n2\n3\n4")]),
      ("a=%0D%0D%0A%0A", [Field("a", "\n\n\n")]),
    ])
  func parse(body: String, fields: [Field]) throws {
    #expect(try URLEncodedForm.parse(body.utf8).fields == fields)
  }

  @Test("Fields are found by name")
  func find() throws {
    let form = try URLEncodedForm.parse("r=a&score=5&r=b".utf8)
    #expect(form.first("score") == "5")
    #expect(form.values(named: "r") == ["a", "b"])
    #expect(form.first("x") == nil)
    #expect(form.values(named: "x").isEmpty)
  }

  @Test(
    "A form that is not percent-encoded UTF-8 is refused",
    arguments: ["a=%", "a=%zz", "%00=1", "a=%00", "a=%FF", "a=%ED%A0%80", "a=1&b=%E7%B5"])
  func refuse(body: String) {
    #expect(throws: FormError.self) { try URLEncodedForm.parse(body.utf8) }
  }

  @Test("An error tells the field and how to mend it")
  func message() throws {
    let error = try #require(throws: FormError.self) {
      try URLEncodedForm.parse("a=1&comment=%FF".utf8)
    }
    #expect(error.code == .invalidText)
    #expect(
      error.description
        == "field 2 (comment): the text is not percent-encoded UTF-8, or holds NUL."
        + " Encode the form as UTF-8, with two hexadecimal digits after each %.")
  }

  @Test("Bounds hold: 200 fields pass, 201 do not; likewise bytes")
  func bounds() throws {
    let body = Array(repeating: "a=1", count: 200).joined(separator: "&")
    #expect(try URLEncodedForm.parse(body.utf8).fields.count == 200)
    #expect(try code { try URLEncodedForm.parse((body + "&a=1").utf8) } == .tooMany)

    let limits = FormLimits(fieldBytes: 3, totalBytes: 14)
    #expect(try URLEncodedForm.parse("a=%E7%B5%90".utf8, limits: limits).first("a") == "結")
    #expect(try code { try URLEncodedForm.parse("a=1234".utf8, limits: limits) } == .tooLarge)
    #expect(
      try code { try URLEncodedForm.parse("a=1&b=2&c=3&d=4".utf8, limits: limits) } == .tooLarge)
  }

  @Test("Fields are written as they are read")
  func encode() throws {
    let fields = [Field("q", "保育 園&=+%"), Field("", ""), Field("a", "1\n2")]
    let body = URLEncodedForm.encode(fields)
    #expect(
      body == "q=%E4%BF%9D%E8%82%B2%20%E5%9C%92%26%3D%2B%25&=&a=1%0A2")
    #expect(try URLEncodedForm.parse(body.utf8).fields == fields)
  }

  private func code(_ body: () throws -> FormData) throws -> FormError.Code {
    try #require(throws: FormError.self) { _ = try body() }.code
  }
}
