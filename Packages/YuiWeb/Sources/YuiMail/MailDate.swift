import YuiText

/// Times as mail writes them (RFC 5322, 3.3), as clocks in Japan show them.
enum MailDate {
  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Writes a time: `Wed, 1 Apr 2026 09:00:00 +0900`.
  static func text(_ time: Timestamp) -> String {
    let date = time.date
    let seconds = (time.milliseconds - date.start.milliseconds) / 1000
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return "\(days[date.weekday - 1]), \(date.day) \(months[date.month - 1]) \(date.year) "
      + clock + " +0900"
  }
}
