/// The path of a route: literal segments, and segments with one parameter such as `{slug}` or
/// `{dataset}.csv`.
struct RoutePattern: Sendable, Hashable {
  enum Segment: Sendable, Hashable {
    case literal(String)
    case parameter(name: String, prefix: String, suffix: String)
  }

  let text: String
  let segments: [Segment]

  /// Reads a pattern; `nil` where it doesn't start with `/`, has a broken or a double parameter.
  init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "/") else { return nil }
    var segments: [Segment] = []
    for piece in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let segment = Self.segment(piece) else { return nil }
      segments.append(segment)
    }
    let names = segments.compactMap { segment in
      if case .parameter(let name, _, _) = segment { name } else { nil }
    }
    guard Set(names).count == names.count else { return nil }
    self.text = text
    self.segments = segments
  }

  var parameterNames: [String] {
    segments.compactMap { segment in
      if case .parameter(let name, _, _) = segment { name } else { nil }
    }
  }

  private static func segment(_ piece: Substring) -> Segment? {
    guard let open = piece.firstIndex(of: "{") else {
      return piece.contains("}") ? nil : .literal(String(piece))
    }
    guard let close = piece.firstIndex(of: "}"), open < close else { return nil }
    let name = piece[piece.index(after: open)..<close]
    let suffix = piece[piece.index(after: close)...]
    guard !name.isEmpty, !name.contains("{"), !suffix.contains("{"), !suffix.contains("}") else {
      return nil
    }
    return .parameter(
      name: String(name), prefix: String(piece[..<open]), suffix: String(suffix))
  }
}
