import Testing

@testable import YuiTransparencyLog

@Suite("A public key as a text")
struct MultikeyTests {
  // The test vectors of the did:key method (W3C CCG), by the first byte of a seed of 31 zeros more.
  @Test(
    "The vectors of did:key are written and read alike",
    arguments: [(UInt8(0), "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp")])
  func vectors(last: UInt8, text: String) throws {
    let seed = [UInt8](repeating: 0, count: 31) + [last]
    let key = try #require(SigningKey(seed: seed)).publicKey
    #expect(key.multikey == text)
    #expect(PublicKey(multikey: text) == key)
  }

  // The vectors of Bitcoin's base58_encode_decode.json.
  @Test(
    "Bytes are written in base58 as Bitcoin does",
    arguments: [
      ([UInt8](), ""), ([0x61], "2g"), ([0x62, 0x62, 0x62], "a3gV"),
      ([0x51, 0x6B, 0x6F, 0xCD, 0x0F], "ABnLTmg"),
      ([0x10, 0xC8, 0x51, 0x1E], "Rt5zm"), ([UInt8](repeating: 0, count: 10), "1111111111"),
    ])
  func base58(bytes: [UInt8], text: String) {
    #expect(Base58.encode(bytes) == text)
    #expect(Base58.decode(text) == bytes)
  }

  @Test(
    "What is no Ed25519 key is refused",
    arguments: [
      "", "z", "6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp", "z0", "z6Mk",
      "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooW",
      // An X25519 key, whose prefix is another.
      "z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc",
      "z" + String(repeating: "1", count: 10_000),
    ])
  func refusals(text: String) {
    #expect(PublicKey(multikey: text) == nil)
  }
}
