/// Where a tenant's database lies.
public enum TenantPlacement: Sendable, Hashable {
  /// In a file of the data folder.
  case file
  /// In a schema of a PostgreSQL database, whose address holds no login; the password is that of
  /// the role which owns the schema.
  case server(address: String, password: RolePassword)

  /// The server's address; nil for the data folder.
  public var address: String? {
    switch self {
    case .file: nil
    case .server(let address, _): address
    }
  }
}

/// The password of a tenant's role at a database server, which is not printed with what holds it.
public struct RolePassword: Sendable, Hashable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// A password that nobody guesses: 256 bits in hexadecimal.
  package static func random() -> RolePassword {
    var generator = SystemRandomNumberGenerator()
    let words = (0..<4).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return RolePassword(words.joined())
  }
}

extension RolePassword: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Nothing of the password.
  public var description: String { "(hidden)" }
  /// Nothing of the password.
  public var debugDescription: String { description }
  /// Nothing of the password.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
