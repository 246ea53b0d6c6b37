import YuiText

/// Chooses the language of an answer.
enum LanguagePreference {
  static let cookieName: StaticString = "yui-lang"

  /// The best language for an `Accept-Language` value (RFC 9110, 12.5.4): the supported one with
  /// the greatest weight, the earlier of equals; `nil` where none is named.
  static func best(_ header: UnsafeRawBufferPointer) -> Language? {
    var best: (language: Language, weight: Int)?
    var start = 0
    // A browser sends a handful; the bound keeps a hostile header cheap.
    for _ in 0..<16 where start < header.count {
      var end = start
      while end < header.count, header[end] != 0x2C { end += 1 }
      let item = UnsafeRawBufferPointer(rebasing: header[start..<end])
      start = end + 1
      if let (language, weight) = range(item), weight > best?.weight ?? 0 {
        best = (language, weight)
      }
    }
    return best?.language
  }

  private static func range(_ item: UnsafeRawBufferPointer) -> (Language, weight: Int)? {
    var bytes = item[...]
    while bytes.first == 0x20 || bytes.first == 0x09 { bytes.removeFirst() }
    let tagEnd = bytes.firstIndex { $0 == 0x3B || $0 == 0x20 } ?? bytes.endIndex
    guard
      let language = Language(tag: UnsafeRawBufferPointer(rebasing: bytes[..<tagEnd]))
    else { return nil }
    guard let equals = bytes[tagEnd...].firstIndex(of: 0x3D) else { return (language, 1000) }
    return (language, weight(bytes[(equals + 1)...]))
  }

  /// A quality value in thousandths.
  private static func weight(_ text: Slice<UnsafeRawBufferPointer>) -> Int {
    guard let first = text.first, ASCII.isDigit(first) else { return 0 }
    if first != 0x30 { return 1000 }
    var value = 0
    var unit = 100
    for digit in text.dropFirst(2).prefix(3) where ASCII.isDigit(digit) {
      value += Int(digit - 0x30) * unit
      unit /= 10
    }
    return value
  }

  /// The language that a cookie chose, else the browser's, else Japanese.
  static func chosen(
    cookies: UnsafeRawBufferPointer?, acceptLanguage: UnsafeRawBufferPointer?
  ) -> Language {
    cookies.flatMap { CookieHeader.value(cookieName, in: $0) }.flatMap(Language.init(tag:))
      ?? acceptLanguage.flatMap(best) ?? .ja
  }

  /// The language to answer in: the one asked for by `?lang=`, else the chosen one; on staff pages
  /// one that they speak.
  static func chosen(_ request: Request) -> Language {
    let language = asked(request) ?? preferred(request)
    let isStaffPage = request.path == "/staff" || request.path.hasPrefix("/staff/")
    return isStaffPage ? language.working : language
  }

  /// The language that the address names.
  static func asked(_ request: Request) -> Language? {
    request.query["lang"].flatMap { Language(tag: $0) }
  }

  private static func preferred(_ request: Request) -> Language {
    withBytes(request.headers["cookie"]) { cookies in
      withBytes(request.headers["accept-language"]) { accepted in
        chosen(cookies: cookies, acceptLanguage: accepted)
      }
    }
  }

  private static func withBytes<Result>(
    _ text: String?, _ body: (UnsafeRawBufferPointer?) -> Result
  ) -> Result {
    guard var text else { return body(nil) }
    return text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }
}
