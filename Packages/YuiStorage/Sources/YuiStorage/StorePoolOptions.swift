public import YuiText

/// Limits of a ``StorePool``, and whom it tells what.
public struct StorePoolOptions: Sendable {
  /// How many stores are kept open when they are idle; others are opened when they are asked.
  public var maximumOpenStores = 100
  /// How many threads write, for all stores together.
  public var writerThreads = 2
  /// How many writes of one store may wait.
  public var queueLimit = 1_024
  /// How many writes are made durable together.
  public var batchLimit = 64
  /// How long a write waits, in seconds, for another process that is writing.
  public var busyLimit = 15
  /// How often writes that stood in each other's way are run again before they are refused.
  public var conflictLimit = 5
  /// How many connections may be open at once, of all stores together; no limit unless given.
  public var maximumConnections: Int?
  /// How many connections for reading an idle store keeps.
  public var idleReaders = 2
  /// Tells the time for states and migrations.
  public var clock = Clock.system
  /// Takes what operators should know, on any thread.
  public var log: @Sendable (StoreEvent) -> Void = { _ in }
  /// Takes the names given to ``Transaction/wake(_:)``, each once a batch, after its commit and
  /// on the writer's thread: it only passes them on.
  public var onWake: @Sendable (_ store: Store, _ task: String) -> Void = { _, _ in }

  /// Creates the options with their default values.
  public init() {}
}
