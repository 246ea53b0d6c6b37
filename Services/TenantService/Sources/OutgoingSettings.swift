import YuiMail
import YuiTenancy

/// How mail and webhooks leave the house.
public struct OutgoingSettings: Sendable {
  /// The server that takes mail: `smtp://host:port` or `smtps://host:port`; nil for no mail.
  public var mailServer: String?
  /// The address that mail comes from.
  public var mailFrom = ""
  /// The name under which one signs in at the mail server; nil where one need not.
  public var mailUser: String?
  /// The password of ``mailUser``.
  public var mailPassword: String?
  /// Whether webhooks may lead into private networks, and to this machine.
  public var reachesPrivateAddresses = false

  /// Sends no mail, and webhooks to public addresses alone.
  public init() {}

  var courier: Courier {
    let mail = mailServer.map { url in
      Courier.Mail(
        MailServer(url, user: mailUser, password: mailPassword), from: mailFrom)
    }
    return Courier(mail: mail, reachesPrivateAddresses: reachesPrivateAddresses)
  }
}
