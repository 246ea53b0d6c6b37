import Testing

@testable import YuiTransparencyLog

/// The example of the documentation of Go's `golang.org/x/mod/sumdb/note`, whose format this is.
private enum Example {
  static let text = """
    If you think cryptography is the answer to your problem,
    then you don't know what your problem is.

    """
  static let key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
  /// The private key, of which the first byte is the type.
  static let secret = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
  static let note =
    text + """

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

      """
}

@Suite("A signed note")
struct SignedNoteTests {
  @Test("A note that Go signed is signed by its key")
  func verifies() throws {
    let key = try #require(NoteKey(Example.key))
    let note = try #require(SignedNote(Example.note))
    #expect(note.isSigned(by: key))
    #expect(note.text == Example.text)
    #expect(note.description == Example.note)
    #expect(key.description == Example.key)
  }

  @Test("We sign as Go does")
  func signs() throws {
    let seed = try #require(Base64.decode(Example.secret)).dropFirst()
    let secret = try #require(SigningKey(seed: Array(seed)))
    let key = try #require(NoteKey(name: "PeterNeumann", publicKey: secret.publicKey))
    #expect(key.description == Example.key)
    #expect(SignedNote(Example.text, signedBy: secret, as: key).description == Example.note)
  }

  @Test("Any changed byte of a note is noticed")
  func tampering() throws {
    let key = try #require(NoteKey(Example.key))
    let bytes = Array(Example.note.utf8)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x01
      let note = String(validating: changed, as: UTF8.self).flatMap { SignedNote($0) }
      #expect(note?.isSigned(by: key) != true, "byte \(index)")
    }
  }

  @Test(
    "What is no note is refused",
    arguments: [
      "", "\n", "text\n", "text\n\n", "text\n\n— name", "text\n\n— name AAAA\n",
      "text\n\n- name x08go/ZJkuBS9UG/\n", "text\n\n—  name x08go/ZJkuBS9UG/\n",
      "text\n\n— na+me x08go/ZJkuBS9UG/\n", "te\u{0}xt\n\n— name x08go/ZJkuBS9UG/\n",
      "text\r\n\n— name x08go/ZJkuBS9UG/\n", "text\n\n— name x08go/ZJkuBS9UG\n",
      String(repeating: "a", count: SignedNote.longest) + "\n\n— name x08go/ZJkuBS9UG/\n",
      "text\n\n" + String(repeating: "— name x08go/ZJkuBS9UG/\n", count: 101),
    ])
  func refusals(_ text: String) {
    #expect(SignedNote(text) == nil)
  }

  @Test("A false signature in the name of a key spoils a note; those of others do not matter")
  func manySignatures() throws {
    let key = try #require(NoteKey(Example.key))
    let stranger = "— stranger x08go/ZJkuBS9UG/SffcvIAQ\n"
    let false_ = "— PeterNeumann x08gowAAAAAAAAAA\n"
    #expect(try #require(SignedNote(Example.note + stranger)).isSigned(by: key))
    #expect(try !#require(SignedNote(Example.note + false_)).isSigned(by: key))
    #expect(try !#require(SignedNote(Example.text + "\n" + stranger)).isSigned(by: key))
  }

  @Test(
    "What is no key is refused",
    arguments: [
      "", "PeterNeumann", "PeterNeumann+c74f20a3", "PeterNeumann+c74f20a3+AAAA",
      "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
      "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
      "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T",
      "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ])
  func badKeys(_ text: String) {
    #expect(NoteKey(text) == nil)
  }
}

@Suite("A checkpoint")
struct CheckpointTests {
  /// Of the example of C2SP tlog-checkpoint.
  private let text = """
    example.com/behind-the-sofa
    20852163
    CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

    """

  @Test("The example of its definition is read and written alike")
  func example() throws {
    let checkpoint = try #require(Checkpoint(text))
    #expect(checkpoint.origin == "example.com/behind-the-sofa")
    #expect(checkpoint.size == 20_852_163)
    #expect(checkpoint.text == text)
    #expect(Checkpoint(text + "an extension\n")?.size == 20_852_163)
  }

  @Test(
    "What is no checkpoint is refused",
    arguments: [
      "", "a\n", "a\n1\n", "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
      "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
      "a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
      "a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
      "a\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
      "a\n99999999999999999999\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
      "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2\n",
    ])
  func refusals(_ text: String) {
    #expect(Checkpoint(text) == nil)
  }
}
