import FoundationEssentials
import Glibc
import YuiStorage
import YuiStorageSQLite
import YuiTenancy
import YuiText

/// The folder of a tenant in the data folder, with its database in a file.
struct FilePlace: DatabasePlace {
  let folder: DataFolder
  let key: TenantKey

  let engine: any StorageEngine = SQLiteEngine()
  var location: StoreLocation { .file(path) }
  var draft: StoreLocation { .file(draftPath) }
  let address: String? = nil
  var name: String { "tenants/\(key)" }

  private var path: String { folder.database(of: key) }
  private var draftPath: String { path + ".new" }

  func exists() throws -> Bool { DataFolder.exists(path) }

  func makeRoom() throws { try DataFolder.make(folder.tenantFolder(key)) }

  func isUnclaimed() throws -> Bool { true }

  func adopt() throws {}

  func removeDraft() throws {
    SQLiteFile.remove(draftPath)
    // What the engine itself calls a database that it is creating.
    SQLiteFile.remove(draftPath + ".new")
  }

  func publishDraft(as mark: String) throws { try SQLiteFile.publish(draftPath, as: path) }

  /// Nobody else works in the data folder.
  func isMarked(_ mark: String) throws -> Bool { true }

  func nameAside(_ reason: AsideReason, at time: Timestamp) -> String {
    "\(reason)/\(key)-\(time.milliseconds)"
  }

  func putAside(as name: String) throws {
    try DataFolder.make("\(folder.path)/\(name.prefix { $0 != "/" })")
    try FileMove.rename(folder.tenantFolder(key), to: whereAside(name))
  }

  func holdsAside(_ name: String) throws -> Bool { DataFolder.exists(whereAside(name)) }

  func lastAside(_ reason: AsideReason) throws -> Timestamp? {
    let folder = "\(folder.path)/\(reason)"
    guard DataFolder.exists(folder) else { return nil }
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix("\(key)-") }
      .compactMap { Int64($0.dropFirst("\(key)-".count)) }.max()
      .map { Timestamp(milliseconds: $0) }
  }

  func whereAside(_ name: String) -> String { "\(folder.path)/\(name)" }

  func removeAside(_ name: String) throws {
    try FileManager.default.removeItem(atPath: whereAside(name))
  }

  func remove() throws { SQLiteFile.remove(path) }
}
