import Testing
import YuiTransparencyLog

@Suite("Leaves, commitments and digests")
struct LeafTests {
  // Computed with Python's hashlib; the example of docs/formats/transparency-log.md.
  @Test("The example of the format's description holds")
  func documented() throws {
    let salt = try #require(Salt([UInt8](repeating: 0, count: 32)))
    let leaf = LogLeaf(
      milliseconds: 0, commitment: SaltedCommitment.make(Array("hello".utf8), salt: salt))
    #expect(
      leaf.commitment.hex == "a41de667c15557cbd8acdd71ef0fef5dc73561374baed8330f8adb0e1424cd62")
    #expect(leaf.bytes == [1] + [UInt8](repeating: 0, count: 8) + leaf.commitment.bytes)
    #expect(
      MerkleTree.leafHash(leaf.bytes).hex
        == "9f981cb33d9198cbf0871a372f352846b3f950e1332a3d9d57cb00c897a7738c")
  }

  @Test("The time is big-endian", arguments: [0, 1, 1_790_000_000_123, -1, .max, .min] as [Int64])
  func time(milliseconds: Int64) throws {
    let leaf = LogLeaf(milliseconds: milliseconds, commitment: SHA256.hash([]))
    #expect(leaf.bytes.count == LogLeaf.byteCount)
    #expect(LogLeaf(leaf.bytes) == leaf)
    if milliseconds == 1 { #expect(leaf.bytes[1...8].elementsEqual([0, 0, 0, 0, 0, 0, 0, 1])) }
  }

  @Test("Another version or length is no leaf")
  func notLeaves() {
    let bytes = LogLeaf(milliseconds: 1, commitment: SHA256.hash([])).bytes
    #expect(LogLeaf([2] + bytes.dropFirst()) == nil)
    #expect(LogLeaf(bytes + [0]) == nil)
    #expect(LogLeaf(bytes.dropLast()) == nil)
    #expect(LogLeaf([]) == nil)
  }

  @Test("Salts are random and 32 bytes")
  func salts() {
    #expect(Set(Salt.draw(100)).count == 100)
    #expect(Salt.draw(2).allSatisfy { $0.bytes.count == 32 })
    #expect(Salt.draw(0).isEmpty)
    #expect(Salt([1, 2, 3]) == nil)
  }

  // FIPS 180-4 examples (NIST, "abc" and the 448-bit message).
  @Test(
    "SHA-256 follows its standard",
    arguments: [
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func sha256(text: String, hex: String) {
    #expect(SHA256.hash(Array(text.utf8)).hex == hex)
    var stream = SHA256.Stream()
    for byte in text.utf8 { stream.update([byte]) }
    #expect(stream.finish().hex == hex)
  }

  @Test("Digests read and write hexadecimal and base64")
  func digestText() throws {
    let digest = SHA256.hash([])
    #expect(digest.base64 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    #expect(Digest(base64: digest.base64) == digest)
    #expect(Digest(hex: digest.hex) == digest)
    #expect(Digest(hex: digest.hex.uppercased()) == digest)
    #expect(Digest(digest.bytes) == digest)
  }

  @Test(
    "What is no digest is refused",
    arguments: [
      "", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
      "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
      "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=",
      "!7DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
      String(repeating: "A", count: 44), String(repeating: "g", count: 64),
      String(repeating: "a", count: 63), String(repeating: "a", count: 66),
    ])
  func notDigests(text: String) {
    #expect(Digest(base64: text) == nil)
    #expect(Digest(hex: text) == nil)
    #expect(Digest(Array(text.utf8)) == nil)
  }
}
