extension PersonalDataFinds {
  /// Finds `〒100-0001`, with any spaces and with or without the hyphen.
  mutating func findMarkedPostalCodes() {
    for index in folded.indices where self[index] == 0x3012 {
      var position = index + 1
      while self[position] == 0x20 { position += 1 }
      guard let end = postalCodeEnd(from: position) else { continue }
      add(.address, index..<end)
    }
  }

  /// Finds `100-0001` where nothing tells that it is a part of something else, a range or an amount.
  mutating func findBarePostalCodes() {
    for index in folded.indices {
      guard self[index + 3] == 0x2D, let end = postalCodeEnd(from: index),
        !isJoined(index - 1), !isJoined(end), !isLabelled(index)
      else { continue }
      let next = self[end] == 0x20 ? end + 1 : end
      if !isCounter(next), !isLatin(next) { add(.address, index..<end) }
    }
  }

  func postalCodeEnd(from start: Int) -> Int? {
    guard areDigits(from: start, count: 3) else { return nil }
    let rest = [0x2D, 0x20].contains(self[start + 3]) ? start + 4 : start + 3
    return areDigits(from: rest, count: 4) && digit(at: rest + 4) == nil ? rest + 4 : nil
  }

  private func areDigits(from start: Int, count: Int) -> Bool {
    (start..<(start + count)).allSatisfy { digit(at: $0) != nil }
  }

  private func isJoined(_ index: Int) -> Bool {
    digit(at: index) != nil || isLatin(index)
      || [0x2D, 0x2E, 0x2F, 0x2C, 0x5F, 0x23, 0x2B].contains(self[index])  // - . / , _ # +
  }

  /// Whether what follows digits tells that they count: 円, 人, 階.
  func isCounter(_ index: Int) -> Bool { Self.counters.contains(self[index]) }

  private static let counters = Set(
    "円年月日時分秒人件名通回歳枚台点度週階万億千百倍割％%ヶヵかペメグキ".unicodeScalars
      .map(PersonalDataCharacter.fold))
}
