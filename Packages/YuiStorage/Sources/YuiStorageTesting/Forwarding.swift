package import YuiStorage

/// An engine that passes on to another one whatever it does not do itself.
package protocol ForwardingEngine: StorageEngine {
  var base: any StorageEngine { get }
}

extension ForwardingEngine {
  package var isRemote: Bool { base.isRemote }
  package var batchLimit: Int { base.batchLimit }

  package func create(
    at location: StoreLocation, prepare: (any EngineConnection) throws -> Void
  ) throws {
    try base.create(at: location, prepare: prepare)
  }
}

/// A connection that passes on to another one whatever it does not do itself.
package protocol ForwardingConnection: EngineConnection {
  var base: any EngineConnection { get }
}

extension ForwardingConnection {
  @discardableResult
  package func run(_ sql: SQL, _ body: (Row) throws -> Bool) throws -> Int {
    try base.run(sql, body)
  }

  package func begin() throws { try base.begin() }
  package func commit() throws { try base.commit() }
  package func rollback() { base.rollback() }
  package var isInTransaction: Bool { base.isInTransaction }
  package func setSavepoint() throws { try base.setSavepoint() }
  package func releaseSavepoint() throws { try base.releaseSavepoint() }
  package func rollbackToSavepoint() throws { try base.rollbackToSavepoint() }

  package func tidy() throws { try base.tidy() }
  package func checkIntegrity() throws { try base.checkIntegrity() }
  package func refreshStatistics() throws { try base.refreshStatistics() }

  package func backup(to path: String, progress: (BackupProgress) -> Void) throws {
    try base.backup(to: path, progress: progress)
  }

  package func tables() throws -> [StoredTable] { try base.tables() }

  package func createTextIndex(_ index: StaticString) throws { try base.createTextIndex(index) }

  package func setText(_ text: IndexedText?, of id: String, in index: SQLName) throws {
    try base.setText(text, of: id, in: index)
  }

  package func createBoxIndex(_ index: StaticString) throws { try base.createBoxIndex(index) }

  package func setBox(_ box: BoundingBox?, of id: String, in index: SQLName) throws {
    try base.setBox(box, of: id, in: index)
  }

  package func addBoxes(
    _ boxes: ArraySlice<(id: String, box: BoundingBox)>, in index: SQLName
  ) throws {
    try base.addBoxes(boxes, in: index)
  }
}
