/// A button that acts; what navigates is a `LinkButton`.
public struct Button: Component {
  /// How much a button stands out; a page has one solid button.
  public enum Style: String, Sendable {
    /// The one that leads.
    case solid
    /// The others.
    case outline
    /// The least of them.
    case text
  }

  /// How large a button is; each can be hit within 44 pixels.
  public enum Size: String, Sendable {
    /// 56 pixels high.
    case large
    /// 48 pixels high.
    case medium
    /// 36 pixels high.
    case small
  }

  private let label: String
  private let style: Style
  private let size: Size
  private let isDestructive: Bool
  private let name: String?
  private let value: String?
  private let question: String?
  private let address: String?

  /// Creates a button that sends its form.
  ///
  /// - Parameters:
  ///   - isDestructive: Shows the button in red: it takes something away.
  ///   - name: The name under which `value` is sent when this button is used.
  ///   - value: What is sent under `name`.
  ///   - question: What the script asks before it lets the form go.
  ///   - address: Where the form goes when this button is used, if not to its own address.
  public init(
    _ label: String, style: Style = .outline, size: Size = .large, isDestructive: Bool = false,
    name: String? = nil, value: String? = nil, question: String? = nil, address: String? = nil
  ) {
    self.label = label
    self.style = style
    self.size = size
    self.isDestructive = isDestructive
    self.name = name
    self.value = value
    self.question = question
    self.address = address
  }

  /// The button.
  public var markup: HTML {
    button(
      .class(buttonClass(style, size, isDestructive: isDestructive)), .type("submit"),
      .name(name), .value(value), .data("confirm", question), .formaction(address)
    ) { label }
  }
}

/// A link that looks like a button: the next step of a journey.
public struct LinkButton: Component {
  private let label: String
  private let address: String
  private let style: Button.Style
  private let size: Button.Size
  private let icon: Icon?

  /// Creates a link.
  public init(
    _ label: String, _ address: String, style: Button.Style = .outline,
    size: Button.Size = .large, icon: Icon? = nil
  ) {
    self.label = label
    self.address = address
    self.style = style
    self.size = size
    self.icon = icon
  }

  /// The link.
  public var markup: HTML {
    a(.class(buttonClass(style, size, isDestructive: false)), .href(address)) {
      icon?.markup
      label
    }
  }
}

/// Buttons side by side, one above the other in a narrow window.
public struct ButtonRow: Component {
  private let content: HTML

  /// Creates a row.
  public init(@HTMLBuilder content: () -> HTML) {
    self.content = content()
  }

  /// The row.
  public var markup: HTML { div(.class("button-row")) { content } }
}

private func buttonClass(
  _ style: Button.Style, _ size: Button.Size, isDestructive: Bool
) -> String {
  "button button--\(style.rawValue) button--\(size.rawValue)"
    + (isDestructive ? " button--destructive" : "")
}
