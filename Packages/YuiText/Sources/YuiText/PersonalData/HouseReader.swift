/// Reads the parts of a house number one after another.
struct HouseReader {
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
