public import YuiText

/// A reason that a form offers.
public struct ReasonOption: Sendable, Hashable, Codable {
  /// What drives trust, by the US form A-11, section 280.
  public enum Driver: String, Sendable, CaseIterable, Codable {
    case effectiveness, ease, efficiency, transparency, humanity, employee, other
  }

  /// What is stored: `time`.
  public let code: String
  /// The words beside the box.
  public var label: LocalizedText
  /// Offered as something that went well, or that did not; nil for both.
  public var polarity: Polarity?
  /// The driver that it is reported under; nil for none.
  public var driver: Driver?

  /// Makes an option.
  public init(
    _ code: String, _ label: LocalizedText, polarity: Polarity? = nil, driver: Driver? = nil
  ) {
    self.code = code
    self.label = label
    self.polarity = polarity
    self.driver = driver
  }
}
