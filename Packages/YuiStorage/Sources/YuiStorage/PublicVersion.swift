/// Which public state a store is in: part of the key under which pages are cached.
///
/// The number rises with each commit that changed something public; the epoch is random and new
/// when a database is created, restored or moved, so that a number never means two things.
public struct PublicVersion: Sendable, Hashable, CustomStringConvertible {
  /// A random number, new with each life of the database.
  public let epoch: Int64
  /// How many public changes there were in this epoch.
  public let number: Int64

  package init(epoch: Int64, number: Int64) {
    (self.epoch, self.number) = (epoch, number)
  }

  /// Both numbers in a form that fits an ETag.
  public var description: String {
    "\(String(UInt64(bitPattern: epoch), radix: 36)).\(number)"
  }
}
