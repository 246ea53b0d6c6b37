public import YuiText

/// A letter of plain text to one person.
public struct MailMessage: Sendable, Hashable {
  /// The address it goes to.
  public var to: String
  /// The address it comes from.
  public var from: String
  /// What it is about, in one line.
  public var subject: String
  /// What it says; lines end with `\n`.
  public var text: String
  /// Names the message for good: what stands before the @ of its Message-ID.
  public var id: String
  /// When it was written.
  public var writtenAt: Timestamp

  /// Writes a letter.
  public init(
    to: String, from: String, subject: String, text: String, id: String, writtenAt: Timestamp
  ) {
    self.to = to
    self.from = from
    self.subject = subject
    self.text = text
    self.id = id
    self.writtenAt = writtenAt
  }

  /// The message as it travels (RFC 5322, MIME): 7-bit lines, everything else encoded.
  public var bytes: [UInt8] {
    let domain = from.split(separator: "@").last.map(String.init) ?? "localhost"
    let lines = [
      "From: <\(from)>", "To: <\(to)>", EncodedWords.header("Subject", subject),
      "Date: \(MailDate.text(writtenAt))", "Message-ID: <\(id)@\(domain)>",
      "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64", "Auto-Submitted: auto-generated", "",
    ]
    let body = EncodedWords.base64(Array(text.replacing("\n", with: "\r\n").utf8))
    return Array(lines.joined(separator: "\r\n").utf8) + Array("\r\n".utf8)
      + EncodedWords.folded(body)
  }
}
