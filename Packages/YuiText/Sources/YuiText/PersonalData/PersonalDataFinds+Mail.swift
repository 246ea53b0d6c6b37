extension PersonalDataFinds {
  /// Finds `name@host.domain`, also with `(at)` for the sign, and with spaces around it.
  mutating func findMail() {
    var index = 0
    while index < folded.count {
      defer { index += 1 }
      guard let sign = sign(at: index) else { continue }
      let start = startOfName(before: index)
      var host = sign.upperBound
      while isSpace(self[host]) { host += 1 }
      guard start < index, let end = endOfHost(from: host) else { continue }
      add(.mail, start..<end)
      index = end - 1
    }
  }

  private func isSpace(_ value: UInt32) -> Bool { value == 0x20 || 0x09...0x0D ~= value }

  // MARK: - The sign

  private func sign(at index: Int) -> Range<Int>? {
    switch self[index] {
    case 0x40: return index..<(index + 1)
    case 0x28, 0x5B:
      var end = index + 1
      while self[end] == 0x20 { end += 1 }
      guard let word = Self.signs.first(where: { endsWord(at: end + $0.count, of: [$0]) }) else {
        return nil
      }
      end += word.count
      while self[end] == 0x20 { end += 1 }
      return [0x29, 0x5D].contains(self[end]) ? index..<(end + 1) : nil
    default: return nil
    }
  }

  private static let signs = PersonalDataCharacter.words("アットマーク", "アット", "at")

  // MARK: - The name

  /// Where the name before a sign begins; the sign's own place where there is none.
  ///
  /// In a script without spaces a name is not to be told from the sentence before it: there the last
  /// run of one script goes, and the rest, without its host, leads to nobody.
  private func startOfName(before sign: Int) -> Int {
    var start = sign
    while isSpace(self[start - 1]) { start -= 1 }
    let isApart = start < sign
    if self[start - 1] == 0x22 { start -= 1 }  // "a b"@
    let end = start
    while isInName(start - 1) { start -= 1 }
    if start == end, !isApart, let script = script(at: start - 1) {
      while self.script(at: start - 1) == script { start -= 1 }
    }
    return start == end ? sign : start
  }

  private enum Script {
    case kanji, hiragana, katakana
  }

  private func script(at index: Int) -> Script? {
    switch self[index] {
    case 0x3041...0x309F: .hiragana
    case 0x30A1...0x30FF, 0xFF66...0xFF9F: .katakana
    case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x3FFFF: .kanji
    default: nil
    }
  }

  /// The characters of a name without quotes (RFC 5322, 3.2.3; RFC 6531, 3.3), and dots anywhere:
  /// telephone companies gave out such.
  private func isInName(_ index: Int) -> Bool {
    if isInLabel(self[index]) { return true }
    switch self[index] {
    case 0x2E, 0x5F, 0x2B, 0x25, 0x26, 0x27, 0x21, 0x23, 0x24, 0x2A, 0x2F, 0x3D, 0x3F, 0x5E, 0x60,
      0x7B...0x7E, 0x300...0x36F:
      return true
    case 0...0x7F: return false
    default: return script(at: index) == nil && isForeignLetter(index)
    }
  }

  // MARK: - The host

  /// Labels joined by dots, at least two, the last of letters or in Punycode.
  private func endOfHost(from start: Int) -> Int? {
    var (index, end, dot): (Int, Int?, UInt32?) = (start, nil, nil)
    while true {
      let label = index
      while isInLabel(self[index]) { index += 1 }
      if label > start, isTopLevel(label..<index) { end = index }
      if let foreign = endOfForeignLabel(from: index) { index = foreign }
      guard index > label else { return end }
      // The first dot tells the form of the others: `a@b.jp。` ends a sentence.
      guard isDot(self[index]), dot == nil || dot == self[index] else { return end }
      dot = self[index]
      index += 1
    }
  }

  /// The rest of a label with letters beyond ASCII; the words after an address are none.
  private func endOfForeignLabel(from start: Int) -> Int? {
    guard isForeignLetter(start) else { return nil }
    var index = start
    while isInLabel(self[index]) || isForeignLetter(index) { index += 1 }
    return isDot(self[index]) && isInLabel(self[index + 1]) ? index : nil
  }

  private func isTopLevel(_ label: Range<Int>) -> Bool {
    label.count >= 2
      && (label.allSatisfy(isLatin)
        || endsWord(at: label.lowerBound + 4, of: Self.punycode)
          && label.allSatisfy { isInLabel(self[$0]) })
  }

  private static let punycode = PersonalDataCharacter.words("xn--")

  /// `.`, and the full stop that an input method puts in its place.
  private func isDot(_ value: UInt32) -> Bool { [0x2E, 0x3002, 0xFF61].contains(value) }

  private func isForeignLetter(_ index: Int) -> Bool {
    self[index] > 0x7F && hasOriginal(index) { $0.properties.isAlphabetic }
  }

  private func isInLabel(_ value: UInt32) -> Bool {
    0x61...0x7A ~= value | 0x20 || 0x30...0x39 ~= value || value == 0x2D
  }
}
