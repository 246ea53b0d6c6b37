/// How much of a whole is done, as a bar with its words.
public struct ProgressMeter: Component {
  private let label: String
  private let done: Int
  private let total: Int
  private let text: String

  /// Creates a meter; `text` says the same as the bar: "12 of 40".
  public init(_ label: String, done: Int, of total: Int, text: String) {
    self.label = label
    self.done = done
    self.total = total
    self.text = text
  }

  /// The meter.
  public var markup: HTML {
    div(.class("meter")) {
      p(.class("meter__words")) {
        span(.class("meter__label")) { label }
        span { text }
      }
      progress(
        .class("meter__bar"), .max(String(total)), .value(String(done)), .aria("label", label)
      ) { text }
    }
  }
}
