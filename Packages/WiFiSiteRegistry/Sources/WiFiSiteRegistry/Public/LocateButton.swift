import YuiHTML

/// A button that asks the browser where it is, and then for the same page near there.
///
/// It needs the script of the site, which shows it.
struct LocateButton: Component {
  /// What a page that has it says in `Permissions-Policy`, which else refuses the position.
  static let policy =
    "camera=(), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()"

  private let label: String
  private let privacy: String
  private let failure: String

  /// Creates a button; `failure` is said where the browser does not tell.
  init(_ label: String, privacy: String, failure: String) {
    (self.label, self.privacy, self.failure) = (label, privacy, failure)
  }

  var markup: HTML {
    div(.class("locate"), .hidden(true), .data("locate", failure)) {
      button(.class("button button--outline button--medium"), .type("button")) { label }
      p(.class("note")) { privacy }
      p(.role("status")) {}
    }
  }
}
