/// Markup that is safe to send: made only of elements and escaped text.
///
/// There is no way to paste markup in. A value is built by the element functions (`div`, `p`, …)
/// and by text, which is escaped where it enters:
///
/// ```swift
/// p(.class("note")) { "1 < 2" }        // <p class="note">1 &lt; 2</p>
/// ```
public struct HTML: Sendable, Hashable {
  /// The UTF-8 bytes of the markup.
  public internal(set) var bytes: [UInt8]

  /// Creates empty markup.
  public init() {
    bytes = []
  }

  /// Creates markup that shows a text as it is, with every special character escaped.
  public init(_ text: String) {
    bytes = []
    bytes.append(escaping: text)
  }

  /// Joins pieces of markup in order.
  public init(_ pieces: some Sequence<HTML>) {
    bytes = []
    for piece in pieces { bytes += piece.bytes }
  }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { bytes.isEmpty }

  /// Appends markup to markup.
  public static func += (left: inout HTML, right: HTML) {
    left.bytes += right.bytes
  }
}

extension HTML: CustomStringConvertible {
  /// The markup as text.
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}
