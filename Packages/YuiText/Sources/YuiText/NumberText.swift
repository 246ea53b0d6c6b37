/// Numbers as people read them, the same in every language of the interface.
public enum NumberText {
  /// Writes a whole number with commas between groups of three: `20,096`.
  public static func grouped(_ number: Int) -> String {
    (number < 0 ? "-" : "") + grouped(Array(String(number.magnitude)))
  }

  /// Writes a number with a fixed number of decimals: `2.40`.
  ///
  /// What is rounded is the number's shortest decimal form, halves away from zero, as a person
  /// would round what is printed: 1.005 becomes `1.01`. Not a number and infinities are `–`.
  public static func fixed(_ number: Double, decimals: Int) -> String {
    decimal(number, shiftedBy: 0, decimals: decimals)
  }

  /// Writes a share between 0 and 1 in per cent: `18%`; rounded like `fixed`.
  public static func percent(_ share: Double, decimals: Int = 0) -> String {
    guard share.isFinite else { return "–" }
    return decimal(share, shiftedBy: 2, decimals: decimals) + "%"
  }

  private static func grouped(_ digits: [Character]) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// Writes `number` times ten to the power of `shift`, moving the point instead of multiplying, so
  /// that no binary error enters.
  private static func decimal(_ number: Double, shiftedBy shift: Int, decimals: Int) -> String {
    guard number.isFinite else { return "–" }
    var (digits, point) = shortestDigits(of: number.magnitude)
    point += shift
    let kept = point + decimals
    // Pad, so that there is a digit before the point, one at each kept place, and one after.
    if kept < 1 { digits.insert(contentsOf: Array(repeating: 0, count: 1 - kept), at: 0) }
    let wanted = max(kept, 1)
    while digits.count <= wanted { digits.append(0) }
    let roundsUp = digits[wanted] >= 5
    digits.removeLast(digits.count - wanted)
    if roundsUp { increment(&digits) }
    // `digits` is now the rounded number times ten to the power of `decimals`.
    let missing = decimals + 1 - digits.count
    if missing > 0 { digits.insert(contentsOf: Array(repeating: 0, count: missing), at: 0) }
    let leadingZeros = digits.dropLast(decimals + 1).prefix { $0 == 0 }.count
    digits.removeFirst(leadingZeros)
    let characters = digits.map { Character(String($0)) }
    let sign = number < 0 && digits.contains { $0 != 0 } ? "-" : ""
    let fraction = decimals == 0 ? "" : "." + String(characters.suffix(decimals))
    return sign + grouped(characters.dropLast(decimals)) + fraction
  }

  /// The shortest digits that name `number`, and how many of them stand before the point.
  private static func shortestDigits(of number: Double) -> (digits: [Int], point: Int) {
    // Swift prints the shortest form that reads back as the same number: 0.1, 1e-05, 1.5e+20.
    let parts = number.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return (mantissa.joined().compactMap(\.wholeNumberValue), mantissa[0].count + exponent)
  }

  private static func increment(_ digits: inout [Int]) {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
  }
}
