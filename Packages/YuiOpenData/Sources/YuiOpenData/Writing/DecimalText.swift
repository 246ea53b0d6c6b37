/// Numbers as people type them: no exponent, and no digit that only the binary form has.
enum DecimalText {
  private static let mostDigits = 40

  /// Reads a number of a workbook; `nil` where it is none.
  ///
  /// Whole numbers are kept digit by digit, however long. Others are written as the shortest decimal
  /// that is the same number: a spreadsheet stores 1.1 as `1.1000000000000001`.
  static func read(_ text: String) -> String? {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    let isWhole =
      !digits.isEmpty && text.utf8.count - digits.count <= 1
      && digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    if isWhole { return digits.count <= 400 ? text : nil }
    guard let number = Double(text), number.isFinite else { return nil }
    return write(number)
  }

  /// The shortest decimal that is the same number; very great and small ones keep an exponent.
  static func write(_ number: Double) -> String {
    let parts = number.magnitude.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    var fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
    var whole = String(mantissa[0])
    guard abs(exponent) < mostDigits else { return number.description }
    if exponent > 0 {
      let moved = fraction.prefix(exponent)
      whole += moved + String(repeating: "0", count: exponent - moved.count)
      fraction = String(fraction.dropFirst(exponent))
    } else if exponent < 0 {
      fraction = String(repeating: "0", count: -exponent - 1) + whole + fraction
      whole = "0"
    }
    return (number < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : ".\(fraction)")
  }
}
