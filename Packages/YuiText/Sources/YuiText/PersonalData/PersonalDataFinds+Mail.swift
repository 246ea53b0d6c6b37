extension PersonalDataFinds {
  /// Finds `name@host.domain`, also with `(at)` or `[at]` for the sign.
  mutating func findMail() {
    var index = 0
    while index < folded.count {
      defer { index += 1 }
      guard let sign = sign(at: index) else { continue }
      var start = index
      while isInName(self[start - 1]) { start -= 1 }
      guard start < index, let end = endOfHost(from: sign.upperBound) else { continue }
      add(.mail, start..<end)
      index = end
    }
  }

  private func sign(at index: Int) -> Range<Int>? {
    switch self[index] {
    case 0x40: return index..<(index + 1)
    case 0x28, 0x5B:
      let isWritten =
        self[index + 1] | 0x20 == 0x61 && self[index + 2] | 0x20 == 0x74
        && (self[index + 3] == 0x29 || self[index + 3] == 0x5D)
      return isWritten ? index..<(index + 4) : nil
    default: return nil
    }
  }

  /// Labels joined by dots, at least two, the last of letters.
  private func endOfHost(from start: Int) -> Int? {
    var (index, end): (Int, Int?) = (start, nil)
    while true {
      let label = index
      while isInLabel(self[index]) { index += 1 }
      guard index > label else { return end }
      if label > start, index - label >= 2, (label..<index).allSatisfy({ isLetter(self[$0]) }) {
        end = index
      }
      guard self[index] == 0x2E else { return end }
      index += 1
    }
  }

  private func isLetter(_ value: UInt32) -> Bool { 0x61...0x7A ~= value | 0x20 }

  private func isInLabel(_ value: UInt32) -> Bool {
    isLetter(value) || 0x30...0x39 ~= value || value == 0x2D
  }

  /// The characters of a name without quotes (RFC 5322, 3.2.3), and dots anywhere: telephone
  /// companies gave out such.
  private func isInName(_ value: UInt32) -> Bool {
    if isLetter(value) || 0x30...0x39 ~= value { return true }
    switch value {
    case 0x2D, 0x2E, 0x5F, 0x2B, 0x25, 0x26, 0x27, 0x21, 0x23, 0x24, 0x2A, 0x2F, 0x3D, 0x3F,
      0x5E, 0x60, 0x7B...0x7E:
      return true
    default: return false
    }
  }
}
