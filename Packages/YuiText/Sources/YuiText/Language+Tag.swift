extension Language {
  /// Chooses the language for a BCP 47 tag as pages and browsers name one: `en-US`, `zh-CN`,
  /// `ja-simple`; `nil` for a language that isn't spoken here.
  ///
  /// Chinese of every region and script is answered in simplified characters, which those who read
  /// traditional ones take rather than English.
  public init?(tag: String) {
    var tag = tag
    guard let language = tag.withUTF8({ Language(tag: UnsafeRawBufferPointer($0)) }) else {
      return nil
    }
    self = language
  }

  /// Chooses the language for a tag as it lies in memory.
  public init?(tag: UnsafeRawBufferPointer) {
    guard tag.count == 2 || tag.count > 2 && tag[2] == UInt8(ascii: "-") else { return nil }
    switch (tag[0] | 0x20, tag[1] | 0x20) {
    case (UInt8(ascii: "j"), UInt8(ascii: "a")): self = Self.isPlain(tag) ? .easy : .ja
    case (UInt8(ascii: "e"), UInt8(ascii: "n")): self = .en
    case (UInt8(ascii: "z"), UInt8(ascii: "h")): self = .zhHans
    case (UInt8(ascii: "k"), UInt8(ascii: "o")): self = .ko
    case (UInt8(ascii: "v"), UInt8(ascii: "i")): self = .vi
    default: return nil
    }
  }

  /// Whether a tag ends in the registered variant `simple`.
  private static func isPlain(_ tag: UnsafeRawBufferPointer) -> Bool {
    let variant: StaticString = "-simple"
    return tag.count >= variant.utf8CodeUnitCount
      && tag.suffix(variant.utf8CodeUnitCount).elementsEqual(
        UnsafeBufferPointer(start: variant.utf8Start, count: variant.utf8CodeUnitCount)
      ) { $0 | 0x20 == $1 | 0x20 }
  }
}
