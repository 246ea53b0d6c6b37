func element(_ name: StaticString, _ attributes: [Attribute], _ content: HTML) -> HTML {
  var made = HTML()
  made.bytes.reserveCapacity(content.bytes.count + 64)
  made.startTag(name, attributes)
  made.bytes += content.bytes
  made.bytes.append(literal: "</")
  made.bytes.append(literal: name)
  made.bytes.append(UInt8(ascii: ">"))
  return made
}

/// An element that has neither content nor an end tag.
func voidElement(_ name: StaticString, _ attributes: [Attribute]) -> HTML {
  var made = HTML()
  made.startTag(name, attributes)
  return made
}

extension HTML {
  fileprivate mutating func startTag(_ name: StaticString, _ attributes: [Attribute]) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(literal: name)
    for attribute in attributes { attribute.write(to: &bytes) }
    bytes.append(UInt8(ascii: ">"))
  }
}
