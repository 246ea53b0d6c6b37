/// What tells tenants apart: a local government code, or a code and a label (`131041-training`).
public struct TenantKey: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The municipality or prefecture.
  public let code: LocalGovernmentCode
  /// What tells several tenants of one municipality apart; empty for its main one.
  public let label: String

  /// Reads a key.
  ///
  /// - Throws: ``TenantKeyError`` in words for the person who typed it.
  public init(_ text: String) throws(TenantKeyError) {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    code = try LocalGovernmentCode(String(parts.first ?? ""))
    label = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count == 1 || Self.isLabel(label) else { throw .badLabel(label) }
  }

  /// The key as it is written: in commands, folder names and host names.
  public var description: String { label.isEmpty ? "\(code)" : "\(code)-\(label)" }

  /// The shipped name of the municipality, followed by the label where there is one.
  public var defaultName: String? {
    guard let name = LocalGovernment.named("\(code)")?.name else { return nil }
    return label.isEmpty ? name : "\(name) (\(label))"
  }

  /// Orders keys by code, then label.
  public static func < (left: Self, right: Self) -> Bool { left.description < right.description }

  private static func isLabel(_ text: String) -> Bool {
    (1...20).contains(text.utf8.count) && text.first != "-" && text.last != "-"
      && text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      }
  }
}
