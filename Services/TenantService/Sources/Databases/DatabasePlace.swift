import YuiStorage
import YuiText

/// A place for a tenant's database as a whole: its name, the name it is made under, and what
/// becomes of it.
protocol DatabasePlace: Sendable {
  var engine: any StorageEngine { get }
  var location: StoreLocation { get }
  /// Where a copy is made, so that nothing lies at the location before it is complete.
  var draft: StoreLocation { get }
  /// The server's address; nil for the data folder.
  var address: String? { get }
  /// The folder or the schema.
  var name: String { get }

  func exists() throws -> Bool
  /// Readies what a database that is about to be made needs around it.
  func makeRoom() throws
  /// Whether a database that is there can be nobody else's, though no list names it: somebody put
  /// it back there.
  func isUnclaimed() throws -> Bool
  /// Lets a database that is there already be opened at the location.
  func adopt() throws

  func removeDraft() throws
  /// Gives the complete draft, which nobody has open, the name of the location, durably.
  ///
  /// - Parameter mark: what tells it from a database that somebody else puts there.
  func publishDraft(as mark: String) throws
  /// Whether what lies at the location was published with this mark, or can be nobody else's.
  func isMarked(_ mark: String) throws -> Bool

  /// What a database is called that is put aside.
  func nameAside(_ reason: AsideReason, at time: Timestamp) -> String
  /// Takes the database away from its location, under another name: who has it open cannot write
  /// to it any more.
  func putAside(as name: String) throws
  func holdsAside(_ name: String) throws -> Bool
  /// When a database of this place was last put aside, of those that are still there.
  func lastAside(_ reason: AsideReason) throws -> Timestamp?
  /// Where that is, in words.
  func whereAside(_ name: String) -> String
  /// Deletes what was put aside.
  func removeAside(_ name: String) throws
  /// Deletes the database itself.
  func remove() throws
}

/// Why a database was put aside.
enum AsideReason: String {
  /// The tenant is served from another place.
  case kept
  /// The tenant was taken out of service.
  case removed
}
