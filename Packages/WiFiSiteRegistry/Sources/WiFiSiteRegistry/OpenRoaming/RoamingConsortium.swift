/// A roaming consortium organization identifier (RCOI): what an access point announces, and by which
/// a phone knows that it may join (IEEE 802.11-2020, 9.4.2.95; 3 to 15 octets).
struct RoamingConsortium: LosslessStringConvertible, Sendable, Hashable {
  /// The octets.
  let octets: [UInt8]

  /// Reads hexadecimal digits, with or without `-`, `:` or spaces between octets; `nil` for a number
  /// of digits that is odd, fewer than 3 octets or more than 15.
  init?(_ description: String) {
    let digits = description.utf8.filter { !"-: ".utf8.contains($0) }
    guard digits.count.isMultiple(of: 2), 3...15 ~= digits.count / 2 else { return nil }
    var octets: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard
        let octet = UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16),
        digits[index] != UInt8(ascii: "+")
      else { return nil }
      octets.append(octet)
    }
    self.octets = octets
  }

  /// Upper-case hexadecimal digits, such as `5A03BA0000`.
  var description: String {
    octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }
}
