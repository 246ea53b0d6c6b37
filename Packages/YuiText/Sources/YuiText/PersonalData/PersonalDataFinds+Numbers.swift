extension PersonalDataFinds {
  /// Digits of one style without a break, and what stands between them and the group before.
  struct Group {
    let range: Range<Int>
    let joint: Joint
    var count: Int { range.count }
  }

  /// What stands between two groups: nothing but spaces, hyphens, dots and brackets, or another mark.
  enum Joint: Hashable {
    case usual
    case mark(UInt32)
    case mixed
  }

  /// Finds card numbers, individual numbers and telephone numbers.
  ///
  /// A number is one group of digits or several with separators between neighbours. From each
  /// group on the longest run that is such a number is taken.
  mutating func findNumbers() {
    var index = 0
    while index < folded.count {
      guard style(at: index) != nil else {
        index += 1
        continue
      }
      let groups = groups(from: index)
      var first = 0
      while first < groups.count {
        if let (kind, count) = number(startingAt: first, in: groups) {
          add(kind, span(of: groups[first..<(first + count)], kind))
          first += count
        } else {
          first += 1
        }
      }
      index = groups.last?.range.upperBound ?? index + 1
    }
  }

  /// The most digits of one number.
  private static let mostDigits = 19

  private func number(
    startingAt first: Int, in groups: [Group]
  ) -> (kind: PersonalData.Kind, groups: Int)? {
    var best: (PersonalData.Kind, Int)?
    var digits: [Int] = []
    let calls = self.calls(before: groups[first].range.lowerBound)
    for (index, group) in groups[first...].prefix(Self.mostDigits).enumerated() {
      guard digits.count + group.count <= Self.mostDigits else { break }
      digits += group.range.map { digit(at: $0) ?? 0 }
      let run = groups[first...(first + index)]
      guard digits.count >= PersonalData.leastDigits else { continue }
      if let kind = kind(of: digits, in: run, calls) { best = (kind, index + 1) }
    }
    return best
  }

  private func kind(
    of digits: [Int], in groups: ArraySlice<Group>, _ calls: TelephoneNumber.Context
  ) -> PersonalData.Kind? {
    let next = self[groups[groups.endIndex - 1].range.upperBound]
    guard digits.contains(where: { $0 != digits[0] }), next != 0x5186 else { return nil }  // 円
    let sizes = groups.map(\.count)
    let joints = Set(groups.dropFirst().map(\.joint))
    guard !isAmount(digits, sizes, joints) else { return nil }
    let isUniform = joints.count <= 1 && !joints.contains(.mixed)
    if isUniform, CheckDigit.isCardNumber(digits), Self.isCardShape(sizes) { return .cardNumber }
    if isUniform, CheckDigit.isIndividualNumber(digits), Self.isIndividualShape(sizes),
      next != 0x5E74, !isSeries(groups)  // 年
    {
      return .individualNumber
    }
    return TelephoneNumber.isOne(digits, sizes: sizes, isUniform: isUniform, calls) ? .phone : nil
  }

  // MARK: - Shapes

  private static func isEven(_ sizes: [Int]) -> Bool { Set(sizes).count == 1 }

  private static func isIndividualShape(_ sizes: [Int]) -> Bool {
    isEven(sizes) || sizes.count == 3 && sizes.allSatisfy { 3...5 ~= $0 }
  }

  /// One group, equal ones, fours with a rest, or the 4-6-5 and 4-6-4 of two card companies.
  private static func isCardShape(_ sizes: [Int]) -> Bool {
    isEven(sizes) || sizes == [4, 6, 5] || sizes == [4, 6, 4]
      || sizes.dropLast().allSatisfy { $0 == 4 } && sizes[sizes.count - 1] < 4
  }

  /// `1,234,567`.
  private func isAmount(_ digits: [Int], _ sizes: [Int], _ joints: Set<Joint>) -> Bool {
    joints == [.mark(0x2C)] && digits[0] != 0 && sizes[0] <= 3
      && sizes.dropFirst().allSatisfy { $0 == 3 }
  }

  /// Years (2018・2020・2023), or numbers in equal steps (1000-2000-3000, 101、102、103、104).
  private func isSeries(_ groups: ArraySlice<Group>) -> Bool {
    guard groups.count >= 3 else { return false }
    let values = groups.map { $0.range.reduce(0) { $0 * 10 + (digit(at: $1) ?? 0) } }
    let steps = Set(zip(values, values.dropFirst()).map { $1 - $0 })
    return steps.count == 1 || values.allSatisfy { 1900..<2100 ~= $0 }
  }

  // MARK: - Groups

  /// How a digit is written; a number in one style may stand right behind one in another (①090…).
  private enum Style {
    case plain, enclosed, kanji
  }

  private func style(at index: Int) -> Style? {
    let value = self[index]
    guard 0x30...0x39 ~= value else {
      return PersonalDataCharacter.kanjiDigit(value) == nil ? nil : .kanji
    }
    return hasOriginal(index, where: PersonalDataCharacter.isEnclosed) ? .enclosed : .plain
  }

  /// The groups that follow one another from a digit on.
  private func groups(from start: Int) -> [Group] {
    var groups: [Group] = []
    var (index, joint) = (start, Joint.usual)
    while let style = style(at: index) {
      let begin = index
      while self.style(at: index) == style { index += 1 }
      groups.append(Group(range: begin..<index, joint: joint))
      // 一 between digits that are none of kanji is a hyphen that went wrong.
      if style == .plain, self[index] == 0x4E00, self.style(at: index + 1) == .plain {
        (index, joint) = (index + 1, .usual)
      } else {
        (index, joint) = skipSeparators(from: index)
      }
    }
    return groups
  }

  private func skipSeparators(from start: Int) -> (end: Int, joint: Joint) {
    var (index, joint) = (start, Joint.usual)
    while true {
      let value = self[index]
      if Self.isMark(value) {
        joint = joint == .usual || joint == .mark(value) ? .mark(value) : .mixed
      } else if !Self.isUsualSeparator(value) {
        return (index, joint)
      }
      index += 1
    }
  }

  private static func isUsualSeparator(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x28, 0x29, 0x2D, 0x2E, 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// `/ _ , : * ~ | ・ 、` and the の of a number that is read out.
  private static func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x2F, 0x5F, 0x2C, 0x3A, 0x2A, 0x7E, 0x7C, 0xB7, 0x2022, 0x30FB, 0xFF65, 0x3001, 0xFF64,
      0x306E:
      true
    default: false
    }
  }

  /// A number with the plus sign or bracket that belongs to it.
  private func span(of groups: ArraySlice<Group>, _ kind: PersonalData.Kind) -> Range<Int> {
    guard let first = groups.first?.range, let last = groups.last?.range else { return 0..<0 }
    var start = first.lowerBound
    if kind == .phone, [0x2B, 0x28].contains(self[start - 1]) { start -= 1 }
    let isBracketed = self[start] == 0x28 && groups.count == 1 && self[last.upperBound] == 0x29
    return start..<(isBracketed ? last.upperBound + 1 : last.upperBound)
  }

  // MARK: - Words

  private func calls(before start: Int) -> TelephoneNumber.Context {
    if self[start - 1] == 0x2B { return .abroad }
    var end = start
    // : . は (
    while [0x20, 0x3A, 0x2E, 0x306F, 0x28].contains(self[end - 1]) { end -= 1 }
    if endsWord(at: end, of: Self.announcements) { return .announced }
    return isLabelled(start) ? .labelled : .plain
  }

  private static let announcements = PersonalDataCharacter.words(
    "電話番号", "電話", "携帯", "携帯番号", "連絡先", "連絡先番号", "ファックス", "fax", "tel", "phone", "℡", "☎")

  /// Whether a word such as 整理番号 before a number says that it counts something else.
  func isLabelled(_ start: Int) -> Bool {
    var end = start
    while [0x20, 0x3A, 0x2E, 0x23].contains(self[end - 1]) { end -= 1 }  // : . #
    guard !endsWord(at: end, of: Self.postalLabels) else { return false }
    return endsWord(at: end, of: Self.labels)
      || endsWord(at: end, of: Self.latinLabels) && !isLatin(end - 3)
  }

  private static let postalLabels = PersonalDataCharacter.words("郵便番号")
  private static let labels = PersonalDataCharacter.words("番号", "番", "号", "第", "コード", "№")
  private static let latinLabels = PersonalDataCharacter.words("no", "id")

  func isLatin(_ index: Int) -> Bool { 0x61...0x7A ~= self[index] | 0x20 }

  func digit(at index: Int) -> Int? {
    let value = self[index]
    return 0x30...0x39 ~= value ? Int(value) - 0x30 : PersonalDataCharacter.kanjiDigit(value)
  }
}
