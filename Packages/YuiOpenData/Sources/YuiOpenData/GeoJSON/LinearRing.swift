/// The outline of an area or of a hole (RFC 7946, 3.1.6): closed, of four places or more, and with
/// the area on its left hand.
enum LinearRing {
  /// Whether it ends where it begins and holds enough places.
  static func isValid(_ ring: [Coordinate]) -> Bool {
    ring.count >= 4 && ring.first == ring.last
  }

  /// The ring, closed, counterclockwise or clockwise.
  static func oriented(_ ring: [Coordinate], isHole: Bool) -> [Coordinate] {
    var closed = ring
    if let first = ring.first, first != ring.last { closed.append(first) }
    return isCounterclockwise(closed) == isHole ? closed.reversed() : closed
  }

  /// By the sign of its area (the shoelace formula), counted from its first place to lose no digits.
  static func isCounterclockwise(_ ring: [Coordinate]) -> Bool {
    guard let origin = ring.first else { return true }
    var area = 0.0
    for (one, next) in zip(ring, ring.dropFirst()) {
      area +=
        (one.longitude - origin.longitude) * (next.latitude - origin.latitude)
        - (next.longitude - origin.longitude) * (one.latitude - origin.latitude)
    }
    return area >= 0
  }
}
