import FoundationEssentials
import TenantService
import YuiText

/// The settings of what goes out: mail, and webhooks to machines of one's own.
struct MailSettings {
  static let names = ["mail", "mail-from", "mail-user", "mail-password-file", "private-webhooks"]

  private var values: [String: String] = [:]

  /// Takes a setting; false where it is none of these.
  mutating func read(_ name: String, _ value: String) -> Bool {
    guard Self.names.contains(name) else { return false }
    values[name] = value
    return true
  }

  /// What the server needs; the password comes from its file or from `YUI_MAIL_PASSWORD`.
  func outgoing() throws -> OutgoingSettings {
    var settings = OutgoingSettings()
    switch values["private-webhooks"] ?? "no" {
    case "yes": settings.reachesPrivateAddresses = true
    case "no": break
    case let other: throw UsageError("private-webhooks: '\(other)' is neither yes nor no")
    }
    guard let server = values["mail"] else { return settings }
    guard server.hasPrefix("smtp://") || server.hasPrefix("smtps://") else {
      throw UsageError("mail: '\(server)' is no mail server: give smtp://HOST:PORT")
    }
    guard let from = values["mail-from"], from.contains("@"), !from.contains(" ") else {
      throw UsageError("mail-from: name the address that mail comes from")
    }
    settings.mailServer = server
    settings.mailFrom = from
    settings.mailUser = values["mail-user"]
    if let path = values["mail-password-file"] {
      settings.mailPassword =
        String(
          decoding: try InputFile.read(path, limit: 4096), as: UTF8.self
        ).trimmingWhitespace
    } else {
      settings.mailPassword = ProcessInfo.processInfo.environment["YUI_MAIL_PASSWORD"]
    }
    return settings
  }
}

extension ServeConfiguration {
  /// How mail and webhooks leave the house.
  func outgoing() throws -> OutgoingSettings { try mail.outgoing() }
}
