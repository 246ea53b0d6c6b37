extension PersonalDataFinds {
  /// Finds postal codes, and places that are named down to the house.
  ///
  /// A house is `2丁目8番1号`, `15番地3`, or `2-8-1` right behind the name of a place. The name of the
  /// place goes with it, and a building with its room. A quarter alone (`2丁目の公園`) tells of
  /// nobody and stays.
  mutating func findAddresses() {
    findPostalCodes()
    var index = 0
    while index < folded.count {
      guard isNumeral(self[index]), !isNumeral(self[index - 1]), let end = endOfHouse(from: index)
      else {
        index += 1
        continue
      }
      let start = startOfPlace(before: index)
      add(.address, start..<endOfRoom(from: end))
      index = end
    }
  }

  /// `〒100-0001`, also without the mark where an address follows.
  private mutating func findPostalCodes() {
    for index in folded.indices where self[index] == 0x3012 {
      var position = index + 1
      while self[position] == 0x20 { position += 1 }
      guard let end = postalCodeEnd(from: position) else { continue }
      add(.address, index..<end)
    }
  }

  private func postalCodeEnd(from start: Int) -> Int? {
    guard areDigits(from: start, count: 3) else { return nil }
    let rest = self[start + 3] == 0x2D ? start + 4 : start + 3
    return areDigits(from: rest, count: 4) && !isDigit(self[rest + 4]) ? rest + 4 : nil
  }

  private func areDigits(from start: Int, count: Int) -> Bool {
    (start..<(start + count)).allSatisfy { isDigit(self[$0]) }
  }

  // MARK: - The house

  private func endOfHouse(from start: Int) -> Int? {
    var reader = HouseReader(finds: self, index: start)
    guard reader.number() else { return nil }
    if reader.take("丁目") {
      // From here a number alone is a house: 2丁目8, 二丁目8-1, 2丁目8番1号.
      _ = reader.take("の")
      guard reader.number() else { return nil }
      reader.rest()
      return reader.index
    }
    if reader.take("番地") {
      reader.rest()
      return reader.index
    }
    if reader.take("番") {
      guard reader.number(), reader.take("号"), !reader.isAt("窓"), !reader.isAt("線") else {
        return nil
      }
      return reader.index
    }
    return hyphenated(from: start)
  }

  /// `2-8-1`, and `2-8` where the place is named down from its municipality; both right behind a
  /// name, which a year is not.
  private func hyphenated(from start: Int) -> Int? {
    guard isPlace(self[start - 1]), !Self.eras.contains(self[start - 1]) else { return nil }
    var (index, sizes): (Int, [Int]) = (start, [])
    while true {
      let begin = index
      while isDigit(self[index]) { index += 1 }
      guard index > begin else { return nil }
      sizes.append(index - begin)
      guard self[index] == 0x2D, isDigit(self[index + 1]) else { break }
      index += 1
    }
    guard sizes.dropLast().allSatisfy({ $0 <= 3 }), sizes[sizes.count - 1] <= 4 else { return nil }
    switch sizes.count {
    case 3...5: return index
    case 2:
      let place = startOfPlace(before: start)..<start
      return place.contains { Self.municipalities.contains(folded[$0]) } ? index : nil
    default: return nil
    }
  }

  // MARK: - What stands around it

  /// The longest name of a place that is looked at: longer than any there is.
  private static let longestPlace = 40

  private func startOfPlace(before house: Int) -> Int {
    var start = house
    while house - start < Self.longestPlace {
      let value = self[start - 1]
      let joins = Self.joints.contains(value) && isPlace(self[start - 2]) && start < house
      let isSpace = value == 0x20 && isPlace(self[start - 2])
      guard isPlace(value) || joins || isSpace else { break }
      start -= 1
    }
    // A postal code before it belongs to it.
    var code = start
    while self[code - 1] == 0x20 { code -= 1 }
    for length in [8, 7] where code >= length && !isDigit(self[code - length - 1]) {
      if postalCodeEnd(from: code - length) == code { return code - length }
    }
    return start
  }

  /// A building's name and room: ` 結マンション201号室`.
  private func endOfRoom(from house: Int) -> Int {
    var index = house
    while index - house < Self.longestPlace, isInBuilding(self[index]) {
      index += 1
      guard isDigit(self[index - 1]), self[index] == 0x53F7 else { continue }  // 号
      return self[index + 1] == 0x5BA4 ? index + 2 : index + 1  // 室
    }
    return house
  }

  private static let municipalities = Set("都道府県市区町村郡".unicodeScalars.map(\.value))
  /// Hiragana and the like within names: 霞が関, 丸の内, 溝の口.
  private static let joints = Set("がのつけ".unicodeScalars.map(\.value))
  /// What stands before a date: 令和6-4-1, 2月, 第3-1-2号.
  private static let eras = Set("和成正治年月日第約回".unicodeScalars.map(\.value))

  private func isInBuilding(_ value: UInt32) -> Bool {
    isPlace(value) || isDigit(value) || value == 0x20 || value == 0x2D
      || 0x61...0x7A ~= value | 0x20
  }

  /// Kanji and katakana, of which most names of places are.
  private func isPlace(_ value: UInt32) -> Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF, 0x30A1...0x30FA, 0x3005: true
    default: false
    }
  }

  func isNumeral(_ value: UInt32) -> Bool {
    isDigit(value) || Self.kanjiNumerals.contains(value)
  }

  private static let kanjiNumerals = Set("〇一二三四五六七八九十百".unicodeScalars.map(\.value))

  private func isDigit(_ value: UInt32) -> Bool { 0x30...0x39 ~= value }
}

/// Reads the parts of a house number one after another.
private struct HouseReader {
  let finds: PersonalDataFinds
  var index: Int

  mutating func number() -> Bool {
    let start = index
    while finds.isNumeral(finds[index]), index - start < 5 { index += 1 }
    return index > start
  }

  mutating func take(_ word: String) -> Bool {
    guard isAt(word) else { return false }
    index += word.unicodeScalars.count
    return true
  }

  func isAt(_ word: String) -> Bool {
    word.unicodeScalars.enumerated().allSatisfy { finds[index + $0.offset] == $0.element.value }
  }

  /// What may follow the first number of a house: 番1号, 番地3, -1, の2.
  mutating func rest() {
    for _ in 0..<4 {
      let before = index
      _ = take("番地") || take("番") || take("号")
      let joint = index
      _ = take("-") || take("の")
      if !number() { index = joint }
      if index == before { return }
    }
  }
}
