extension PersonalDataFinds {
  /// Digits without a break.
  struct Group {
    let range: Range<Int>
    var count: Int { range.count }
  }

  /// Finds card numbers, individual numbers and telephone numbers.
  ///
  /// A number is one group of digits or several with a separator between neighbours. From each
  /// group on the longest run that is such a number is taken.
  mutating func findNumbers() {
    var index = 0
    while index < folded.count {
      guard isDigit(self[index]) else {
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

  /// The most groups of one number: sixteen digits may stand in pairs.
  private static let mostGroups = 12

  private func number(
    startingAt first: Int, in groups: [Group]
  ) -> (kind: PersonalData.Kind, groups: Int)? {
    for count in (1...min(Self.mostGroups, groups.count - first)).reversed() {
      let run = groups[first..<(first + count)]
      let length = run.reduce(0) { $0 + $1.count }
      guard 6...19 ~= length else { continue }
      let digits = run.flatMap { $0.range.map { Int(folded[$0]) - 0x30 } }
      if let kind = kind(of: digits, in: Array(run)) { return (kind, count) }
    }
    return nil
  }

  private func kind(of digits: [Int], in groups: [Group]) -> PersonalData.Kind? {
    let sizes = groups.map(\.count)
    if CheckDigit.isCardNumber(digits), Self.isCardShape(sizes) { return .cardNumber }
    if CheckDigit.isIndividualNumber(digits), Self.isEven(sizes) { return .individualNumber }
    let isAbroad = self[groups[0].range.lowerBound - 1] == 0x2B
    if TelephoneNumber.isOne(
      digits, sizes: sizes, isInternational: isAbroad, isAnnounced: isAnnounced(groups[0]))
    {
      return .phone
    }
    return nil
  }

  private static func isEven(_ sizes: [Int]) -> Bool { Set(sizes).count == 1 }

  /// One group, equal ones, fours with a rest, or the 4-6-5 and 4-6-4 of two card companies.
  private static func isCardShape(_ sizes: [Int]) -> Bool {
    isEven(sizes) || sizes == [4, 6, 5] || sizes == [4, 6, 4]
      || sizes.dropLast().allSatisfy { $0 == 4 } && sizes[sizes.count - 1] < 4
  }

  /// The groups that follow one another from a digit on.
  private func groups(from start: Int) -> [Group] {
    var groups: [Group] = []
    var index = start
    while true {
      let begin = index
      while isDigit(self[index]) { index += 1 }
      groups.append(Group(range: begin..<index))
      var next = index
      while next - index < 3, isSeparator(self[next]) { next += 1 }
      guard next > index, isDigit(self[next]) else { return groups }
      index = next
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

  /// Whether the words before a number say that it is one to call.
  private func isAnnounced(_ group: Group) -> Bool {
    var end = group.range.lowerBound
    let between: Set<UInt32> = [0x20, 0x3A, 0x2E, 0x306F, 0x28, 0xFE0F]  // : . は (
    while between.contains(self[end - 1]) { end -= 1 }
    return Self.announcements.contains { word in
      word.count <= end
        && zip(word, folded[(end - word.count)..<end]).allSatisfy { $0 == Self.lowercased($1) }
    }
  }

  private static let announcements: [[UInt32]] =
    ["電話番号", "電話", "携帯", "連絡先", "tel", "phone", "℡", "☎"].map {
      $0.unicodeScalars.map(\.value)
    }

  private static func lowercased(_ value: UInt32) -> UInt32 {
    0x41...0x5A ~= value ? value | 0x20 : value
  }

  private func isDigit(_ value: UInt32) -> Bool { 0x30...0x39 ~= value }

  private func isSeparator(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x28, 0x29, 0x2D, 0x2E: true
    default: false
    }
  }
}
