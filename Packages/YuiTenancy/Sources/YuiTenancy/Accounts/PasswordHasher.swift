internal import CSodium
internal import Dispatch
internal import Synchronization
internal import YuiStorage

/// Hashes and checks passwords with argon2id (libsodium's interactive limits: 64 MiB, 2 passes).
///
/// One hash takes about a tenth of a second and 64 MiB, so at most two run at once in a process, on
/// threads that stand back for every other. Callers wait, so they come from the slow pool, never from
/// a server thread.
public struct PasswordHasher: Sendable {
  private let threads = WorkerPool(name: "passwords", threads: 2, capacity: .max, niceness: 19)

  private static let isReady = sodium_init() >= 0

  /// Makes the one hasher that a process shares.
  public init() {
    precondition(Self.isReady, "libsodium can't start")
  }

  /// The hash to store: algorithm, limits and salt are part of its text.
  ///
  /// - Throws: ``PasswordError/outOfMemory`` where 64 MiB are not to be had.
  public func hash(_ password: Password) throws(PasswordError) -> String {
    guard let hash = waiting({ Self.hash(password) }) else { throw .outOfMemory }
    return hash
  }

  private static func hash(_ password: Password) -> String? {
    var output = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let bytes = password.text.utf8.map { CChar(bitPattern: $0) }
    let failed = crypto_pwhash_str_alg(
      &output, bytes, UInt64(bytes.count),
      UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE), Int(crypto_pwhash_MEMLIMIT_INTERACTIVE),
      crypto_pwhash_ALG_ARGON2ID13)
    guard failed == 0 else { return nil }
    return String(decoding: output.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether a password is the one that was hashed.
  ///
  /// With no hash (an unknown account) the same work is done against a hash of nothing anybody
  /// knows, so that the time of the answer does not tell who exists.
  public func verify(_ attempt: String, against hash: String?) -> Bool {
    waiting { Self.verify(attempt, against: hash) }
  }

  private static func verify(_ attempt: String, against hash: String?) -> Bool {
    // What is longer than any password is none, also where its beginning is one.
    let hash = attempt.utf8.count <= Password.longest ? hash : nil
    let bytes = attempt.utf8.prefix(Password.longest).map { CChar(bitPattern: $0) }
    let known = hash ?? hashOfNothing
    return crypto_pwhash_str_verify(known, bytes, UInt64(bytes.count)) == 0 && hash != nil
  }

  /// Does work on one of the threads and waits for what it makes.
  private func waiting<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Value {
    let (result, done) = (Result<Value>(), DispatchSemaphore(value: 0))
    let isAccepted = threads.submit {
      result.value.withLock { $0 = work() }
      done.signal()
    }
    if isAccepted { done.wait() }
    return result.value.withLock { $0 } ?? work()
  }

  private final class Result<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }

  /// Made with the limits above from 32 random bytes that were thrown away.
  private static let hashOfNothing =
    "$argon2id$v=19$m=65536,t=2,p=1$pDVwWLV/gedZ7zLeRpCkcA$"
    + "FKLWcRj4rJfrkPabAxe7cl2k3wKlKIbAAeov3IR2cGw"
}
