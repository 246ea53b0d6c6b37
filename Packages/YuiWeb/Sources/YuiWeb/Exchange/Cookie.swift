/// A cookie to set (RFC 6265).
public struct Cookie: Sendable, Hashable {
  /// The name, a token.
  public let name: String
  /// The value; nothing that needs quoting.
  public let value: String
  /// Seconds to keep it; `nil` until the browser closes, 0 removes it.
  public let maxAge: Int64?
  /// Whether it is sent over https only.
  public let isSecure: Bool
  /// Whether scripts can't read it.
  public let isHTTPOnly: Bool

  /// Describes a cookie for the whole host, `SameSite=Lax`.
  public init(
    name: String, value: String, maxAge: Int64?, isSecure: Bool, isHTTPOnly: Bool = true
  ) {
    self.name = name
    self.value = value
    self.maxAge = maxAge
    self.isSecure = isSecure
    self.isHTTPOnly = isHTTPOnly
  }

  var field: String {
    var text = "\(name)=\(value); Path=/; SameSite=Lax"
    if let maxAge { text += "; Max-Age=\(maxAge)" }
    if isHTTPOnly { text += "; HttpOnly" }
    if isSecure { text += "; Secure" }
    return text
  }
}

/// Finds cookies in `Cookie` header values without building any that nobody asks for.
enum CookieHeader {
  static func value(
    _ name: StaticString, in header: UnsafeRawBufferPointer
  )
    -> UnsafeRawBufferPointer?
  {
    var start = 0
    while start < header.count {
      while start < header.count, header[start] == 0x20 || header[start] == 0x3B { start += 1 }
      var end = start
      while end < header.count, header[end] != 0x3B { end += 1 }
      let nameEnd = start + name.utf8CodeUnitCount
      if nameEnd < end, header[nameEnd] == 0x3D,
        UnsafeRawBufferPointer(rebasing: header[start..<nameEnd])
          .elementsEqual(UnsafeRawBufferPointer(start: name.utf8Start, count: nameEnd - start))
      {
        return UnsafeRawBufferPointer(rebasing: header[(nameEnd + 1)..<end])
      }
      start = end
    }
    return nil
  }

  static func value(_ name: StaticString, in header: String?) -> String? {
    guard var header else { return nil }
    return header.withUTF8 { bytes in
      value(name, in: UnsafeRawBufferPointer(bytes)).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
