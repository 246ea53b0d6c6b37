import Synchronization
import YuiStorage
import YuiStorageTesting

/// An engine whose writers fail when they are told to, as a disk does.
struct FaultyEngine: ForwardingEngine {
  let base: any StorageEngine
  /// Where the store lies that fails.
  let location: StoreLocation
  let faults: Faults

  func connect(
    to location: StoreLocation, as role: ConnectionRole
  ) throws -> any EngineConnection {
    let connection = try base.connect(to: location, as: role)
    guard role == .writer, location == self.location else { return connection }
    try faults.strike(at: .connect)
    return FaultyConnection(base: connection, faults: faults)
  }
}

/// What is to fail, and what was done since.
final class Faults: Sendable {
  enum Point: Sendable { case connect, begin, statement, commit, integrity, tidy }

  private struct Plan {
    var failing: [Point: (code: StoreError.Code, times: Int)] = [:]
    var integrityChecks = 0
  }

  private let plan = Mutex(Plan())

  /// Lets the next `times` passages of a point fail.
  func fail(at point: Point, _ code: StoreError.Code, times: Int = .max) {
    plan.withLock { $0.failing[point] = (code, times) }
  }

  func mend() {
    plan.withLock { $0.failing = [:] }
  }

  var integrityChecks: Int { plan.withLock { $0.integrityChecks } }

  func strike(at point: Point) throws {
    let code = plan.withLock { plan -> StoreError.Code? in
      if point == .integrity { plan.integrityChecks += 1 }
      guard let (code, times) = plan.failing[point], times > 0 else { return nil }
      plan.failing[point] = (code, times - 1)
      return code
    }
    if let code { throw StoreError(code, "a fault at \(point)") }
  }
}

final class FaultyConnection: ForwardingConnection {
  let base: any EngineConnection
  private let faults: Faults

  init(base: any EngineConnection, faults: Faults) {
    (self.base, self.faults) = (base, faults)
  }

  /// Rolls everything back before it fails, as SQLite does when the disk is full.
  private func strike(at point: Faults.Point) throws {
    do {
      try faults.strike(at: point)
    } catch {
      base.rollback()
      throw error
    }
  }

  func run(_ sql: SQL, _ body: (Row) throws -> Bool) throws -> Int {
    if sql.shape.contains("FAULT") {
      try strike(at: .statement)
    }
    return try base.run(sql, body)
  }

  func begin() throws {
    try strike(at: .begin)
    try base.begin()
  }

  func commit() throws {
    try strike(at: .commit)
    try base.commit()
  }

  func tidy() throws {
    try strike(at: .tidy)
    try base.tidy()
  }

  func checkIntegrity() throws {
    try strike(at: .integrity)
    try base.checkIntegrity()
  }
}
