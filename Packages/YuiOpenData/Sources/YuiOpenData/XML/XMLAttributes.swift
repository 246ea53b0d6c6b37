import Glibc

/// The attributes of an element, as long as its beginning is told of.
struct XMLAttributes {
  /// Names and values in turn, ended by `nil`.
  let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute of a name, without prefix and namespace.
  subscript(_ name: String) -> String? {
    guard var next = list else { return nil }
    while let found = next[0], let value = next[1] {
      if strcmp(XMLParser.localName(found), name) == 0 { return String(cString: value) }
      next += 2
    }
    return nil
  }

  /// Whether an attribute is true, as XML Schema writes it.
  func isTrue(_ name: String) -> Bool {
    ["1", "true"].contains(self[name])
  }
}
