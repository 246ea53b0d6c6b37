extension PersonalDataFinds {
  /// Finds postal codes, and places that are named down to the house.
  ///
  /// A house is `2丁目8番1号`, `15番地3`, or `2-8-1` right behind the name of a place. The name of the
  /// place goes with it, and a building with its room. A quarter alone (`2丁目の公園`) tells of
  /// nobody and stays.
  mutating func findAddresses() {
    findMarkedPostalCodes()
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
    findBarePostalCodes()
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

  /// `2-8-1`, and `2-8` where the place is named down from its municipality; both behind a name.
  private func hyphenated(from start: Int) -> Int? {
    let name = endOfName(before: start)
    guard isNamed(at: name) || name == start && startOfHiragana(before: name) != nil else {
      return nil
    }
    var (index, sizes): (Int, [Int]) = (start, [])
    while true {
      let begin = index
      while isNumeral(self[index]) { index += 1 }
      guard index > begin else { return nil }
      sizes.append(index - begin)
      guard self[index] == 0x2D, isNumeral(self[index + 1]) else { break }
      index += 1
    }
    guard sizes.dropLast().allSatisfy({ $0 <= 3 }), sizes[sizes.count - 1] <= 4 else { return nil }
    switch sizes.count {
    case 3...5: return name == start || isInMunicipality(name) ? index : nil
    case 2: return name == start && isInMunicipality(name) && !isCounter(index) ? index : nil
    default: return nil
    }
  }

  // MARK: - The name before it

  /// Where the name ends that stands before a house, with spaces between or none.
  private func endOfName(before house: Int) -> Int {
    var end = house
    while self[end - 1] == 0x20 { end -= 1 }
    return isPlace(self[end - 1]) ? end : house
  }

  /// Whether a word ends here that may be the name of a place: not a year, not a word for what is
  /// numbered, and no katakana alone.
  private func isNamed(at end: Int) -> Bool {
    guard isPlace(self[end - 1]), !Self.numbered.contains(self[end - 1]),
      !endsWord(at: end, of: Self.numberedWords)
    else { return false }
    return !isKatakana(self[end - 1]) || isInMunicipality(end)
  }

  private func isInMunicipality(_ end: Int) -> Bool {
    (startOfPlace(before: end)..<end).contains { Self.municipalities.contains(self[$0]) }
  }

  /// Where hiragana begins that is the name of a quarter (やまだ町さくら), and not a particle (町から).
  private func startOfHiragana(before house: Int) -> Int? {
    var start = house
    while 0x3041...0x309F ~= self[start - 1], house - start < Self.longestPlace { start -= 1 }
    guard house - start >= 2, Self.municipalities.contains(self[start - 1]),
      !Self.openings.contains(self[start]), !Self.closings.contains(self[house - 1]),
      !Self.particles.contains(Array(folded[start..<house]))
    else { return nil }
    return start
  }

  // MARK: - What stands around it

  /// The longest name of a place that is looked at: longer than any there is.
  private static let longestPlace = 40

  private func startOfPlace(before house: Int) -> Int {
    var start = startOfHiragana(before: house) ?? endOfName(before: house)
    let name = start
    while name - start < Self.longestPlace {
      let value = self[start - 1]
      let joins = Self.joints.contains(value) && isPlace(self[start - 2]) && start < name
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
  /// What ends a word before a date or a count: 令和6-4-1, 2月, 第3-1-2号.
  private static let numbered = Set("和成正治年月日第約回番号頁階項章節版票券棟例順案課係庁局署".unicodeScalars.map(\.value))
  private static let numberedWords = PersonalDataCharacter.words(
    "手順", "会議室", "相談室", "研修室", "集会室", "教室", "和室", "国道", "県道", "府道", "都道", "市道", "町道",
    "窓口", "書類", "様式", "資料", "別紙", "別表", "設問", "質問", "ページ", "役所", "役場", "駐車場", "図書館",
    "体育館", "公民館", "会館")
  /// What words behind a municipality begin and end with that are none of its quarters.
  private static let openings = Set("のがをでにへとも".unicodeScalars.map(\.value))
  private static let closings = Set("のがをでにへともは".unicodeScalars.map(\.value))
  private static let particles = Set(
    PersonalDataCharacter.words("から", "より", "など", "なら", "だけ", "しか", "ほど"))

  private func isInBuilding(_ value: UInt32) -> Bool {
    isPlace(value) || isDigit(value) || value == 0x20 || value == 0x2D
      || 0x61...0x7A ~= value | 0x20
  }

  /// Kanji and katakana, of which most names of places are.
  private func isPlace(_ value: UInt32) -> Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF, 0x3005: true
    default: isKatakana(value)
    }
  }

  private func isKatakana(_ value: UInt32) -> Bool { 0x30A1...0x30FA ~= value }

  func isNumeral(_ value: UInt32) -> Bool {
    isDigit(value) || Self.kanjiNumerals.contains(value)
  }

  private static let kanjiNumerals = Set("〇一二三四五六七八九十百".unicodeScalars.map(\.value))

  private func isDigit(_ value: UInt32) -> Bool { 0x30...0x39 ~= value }
}
