/// A short label: a state or a kind, always in words.
public struct ChipLabel: Component {
  /// The colour, which supports the word and never replaces it.
  public enum Color: String, Sendable, CaseIterable {
    /// Without weight.
    case gray
    /// In progress, or chosen.
    case blue
    /// Done, or good.
    case green
    /// To be watched.
    case yellow
    /// To be dealt with.
    case orange
    /// Wrong, or urgent.
    case red
  }

  private let text: String
  private let color: Color
  private let isFilled: Bool

  /// Creates a label; filled ones stand out, outlined ones stay back.
  public init(_ text: String, color: Color = .gray, isFilled: Bool = false) {
    self.text = text
    self.color = color
    self.isFilled = isFilled
  }

  /// The label.
  public var markup: HTML {
    span(.class("chip chip--\(color.rawValue)" + (isFilled ? " chip--filled" : ""))) { text }
  }
}
