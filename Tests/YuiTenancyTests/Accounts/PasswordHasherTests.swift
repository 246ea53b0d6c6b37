import Dispatch
import Testing
import YuiTenancy

@Suite struct PasswordHasherTests {
  /// From the tests of the reference implementation (P-H-C/phc-winner-argon2, src/test.c).
  private static let reference =
    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"

  private let hasher = PasswordHasher()

  @Test("A hash says how it was made, and no two are the same")
  func hash() throws {
    let password = try Password("correct horse battery staple")
    let hashes = [try hasher.hash(password), try hasher.hash(password)]
    #expect(hashes.allSatisfy { $0.hasPrefix("$argon2id$v=19$m=65536,t=2,p=1$") })
    #expect(hashes[0] != hashes[1])
    #expect(hasher.verify("correct horse battery staple", against: hashes[0]))
    #expect(!hasher.verify("correct horse battery stapl", against: hashes[0]))
  }

  @Test(
    "Only the right password is taken",
    arguments: [
      ("password", true), ("Password", false), ("password ", false), ("passwor", false),
      ("password\u{0}", false), ("", false),
    ])
  func verify(attempt: String, isRight: Bool) {
    #expect(hasher.verify(attempt, against: Self.reference) == isRight)
  }

  @Test("No password is right for an account that is unknown, or whose hash is none")
  func unknown() {
    #expect(!hasher.verify("password", against: nil))
    #expect(!hasher.verify("", against: nil))
    #expect(!hasher.verify("password", against: ""))
    #expect(!hasher.verify("password", against: "password"))
    #expect(!hasher.verify("password", against: String(Self.reference.dropLast())))
  }

  @Test("A longest password is not taken with more behind it")
  func overlong() throws {
    let longest = String(repeating: "ab3-", count: 128)
    let hash = try hasher.hash(try Password(longest))
    #expect(hasher.verify(longest, against: hash))
    #expect(!hasher.verify(longest + "x", against: hash))
  }

  @Test("Many may ask at once and each gets the right answer")
  func parallel() {
    let answers = Collected<(Int, Bool)>()
    DispatchQueue.concurrentPerform(iterations: 6) { index in
      let attempt = index.isMultiple(of: 2) ? "password" : "wrong"
      answers.append((index, hasher.verify(attempt, against: Self.reference)))
    }
    #expect(answers.count == 6)
    #expect(answers.all.allSatisfy { $0.1 == $0.0.isMultiple(of: 2) })
  }
}
