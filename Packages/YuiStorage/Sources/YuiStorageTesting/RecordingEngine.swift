import YuiStorage

/// An engine that tells a recorder what its connections are asked.
struct RecordingEngine: ForwardingEngine {
  let base: any StorageEngine
  let recorder: StatementRecorder

  func connect(
    to location: StoreLocation, as role: ConnectionRole
  ) throws -> any EngineConnection {
    RecordingConnection(try base.connect(to: location, as: role), recorder)
  }
}

/// Tells what it is asked, and passes it on.
private final class RecordingConnection: ForwardingConnection {
  let base: any EngineConnection
  private let recorder: StatementRecorder

  init(_ base: any EngineConnection, _ recorder: StatementRecorder) {
    (self.base, self.recorder) = (base, recorder)
  }

  func run(_ sql: SQL, _ body: (Row) throws -> Bool) throws -> Int {
    recorder.record(sql)
    return try base.run(sql, body)
  }
}
