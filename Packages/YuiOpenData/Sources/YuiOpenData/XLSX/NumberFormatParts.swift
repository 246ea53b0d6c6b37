/// The parts of dates that a format code shows.
struct NumberFormatParts {
  private(set) var hasYear = false
  private(set) var hasMonth = false
  private(set) var hasDay = false
  private(set) var hasTime = false
  private(set) var isElapsed = false

  /// The letter of the part before, and whether months wait for it to become clear that they are
  /// no minutes.
  private var last: Character?
  private var monthsWait = false

  init(_ code: String) {
    var rest = Substring(code.lowercased())
    // Words for the format of numbers as such.
    if rest.hasPrefix("general") || rest.hasPrefix("g/標準") { return }
    while let character = rest.popFirst(), character != ";" {
      switch character {
      case "\"": skip(through: "\"", in: &rest)
      case "\\", "_", "*": _ = rest.popFirst()
      case "[": bracket(in: &rest)
      case "a" where rest.hasPrefix("m/pm"): take("h", in: &rest, skipping: 4)
      case "a" where rest.hasPrefix("/p"): take("h", in: &rest, skipping: 2)
      // In numbers, `E+` is the exponent.
      case "e" where rest.hasPrefix("+") || rest.hasPrefix("-"): _ = rest.popFirst()
      case "y", "e", "g", "b", "m", "d", "a", "h", "s": take(character, in: &rest)
      default: break
      }
    }
    if monthsWait { hasMonth = true }
  }

  private mutating func take(_ letter: Character, in rest: inout Substring, skipping: Int = 0) {
    rest = rest.dropFirst(skipping)
    while rest.first == letter { rest.removeFirst() }
    if monthsWait {
      // Months before seconds are minutes.
      if letter == "s" { hasTime = true } else { hasMonth = true }
      monthsWait = false
    }
    switch letter {
    case "y", "e", "g", "b": hasYear = true
    case "d", "a": hasDay = true
    case "h", "s": hasTime = true
    default: if last == "h" { hasTime = true } else { monthsWait = true }
    }
    last = letter
  }

  /// `[h]` is time that has passed; `[Red]`, `[$-411]` and `[>5]` are not shown.
  private mutating func bracket(in rest: inout Substring) {
    let text = rest.prefix { $0 != "]" }
    if let first = text.first, "hms".contains(first), text.allSatisfy({ $0 == first }) {
      isElapsed = true
      last = first
    }
    skip(through: "]", in: &rest)
  }

  private func skip(through end: Character, in rest: inout Substring) {
    rest = rest.drop { $0 != end }.dropFirst()
  }
}
