import Glibc
import YuiStorage

/// What a connection is opened with, by libpq's keywords.
struct ConnectionParameters: Sendable {
  /// Where it leads, without a login.
  let context: String
  private(set) var values: [String: String]

  init(_ values: [String: String], context: String) {
    (self.values, self.context) = (values, context)
  }

  /// Adds what every connection of ours has.
  ///
  /// - Parameter settings: The server's settings for the session, by name.
  func with(login: String?, password: String?, settings: [(String, String)]) -> Self {
    var copy = self
    if let login { copy.values["user"] = login }
    if let password { copy.values["password"] = password }
    let ours = settings.map { "-c \($0)=\($1)" }.joined(separator: " ")
    copy.values["options"] = [copy.values["options"], ours].compactMap(\.self).joined(
      separator: " ")
    copy.values["client_encoding"] = "UTF8"
    copy.values["application_name"] = "yui"
    // A server that is gone is noticed within seconds, not with the next quarter of an hour.
    let defaults = [
      "connect_timeout": "5", "keepalives_idle": "10", "keepalives_interval": "5",
      "keepalives_count": "3", "tcp_user_timeout": "15000",
    ]
    copy.values.merge(defaults) { given, _ in given }
    return copy
  }

  /// Lends keywords and values as libpq takes them: two lists that end with no pointer.
  func withCStrings<Result>(
    _ body: (UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    let keywords = values.keys.map { strdup($0) }
    let texts = values.values.map { strdup($0) }
    defer { for copy in keywords + texts { free(copy) } }
    return body(keywords.map { UnsafePointer($0) } + [nil], texts.map { UnsafePointer($0) } + [nil])
  }
}
