import CSodium

/// A key with which a log signs: Ed25519 (RFC 8032), by libsodium.
public struct SigningKey: Sendable {
  /// The number of bytes of a seed.
  public static let seedByteCount = 32

  /// The secret from which the key follows: 32 bytes, to be stored where nobody else reads.
  public let seed: [UInt8]
  /// What others check signatures with.
  public let publicKey: PublicKey
  private let secret: [UInt8]

  /// Draws a new key from the system's random source.
  public init() {
    var seed = [UInt8](repeating: 0, count: Self.seedByteCount)
    randombytes_buf(&seed, seed.count)
    self.init(thirtyTwo: seed)
  }

  /// The key of a stored seed of exactly 32 bytes; returns `nil` for any other number.
  public init?(seed: [UInt8]) {
    guard seed.count == Self.seedByteCount else { return nil }
    self.init(thirtyTwo: seed)
  }

  private init(thirtyTwo seed: [UInt8]) {
    var open = [UInt8](repeating: 0, count: PublicKey.byteCount)
    var secret = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
    crypto_sign_seed_keypair(&open, &secret, seed)
    self.seed = seed
    self.secret = secret
    publicKey = PublicKey(thirtyTwo: open)
  }

  /// Signs bytes: 64 bytes.
  public func sign(_ message: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: PublicKey.signatureByteCount)
    crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
    return signature
  }
}

/// The public half of a ``SigningKey``: 32 bytes.
public struct PublicKey: Sendable, Hashable {
  /// The number of bytes.
  public static let byteCount = 32
  /// The number of bytes of a signature.
  public static let signatureByteCount = 64

  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Takes exactly 32 bytes; returns `nil` for any other number.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  init(thirtyTwo bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Tells whether the owner of this key signed `message`.
  ///
  /// Any input is safe.
  public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    signature.count == Self.signatureByteCount
      && crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
  }
}
