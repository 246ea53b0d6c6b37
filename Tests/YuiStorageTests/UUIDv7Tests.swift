import Testing
import YuiStorage
import YuiText

@Suite struct UUIDs {
  /// The example of RFC 9562, A.6.
  static let example = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"

  @Test("The example of RFC 9562 is read")
  func example() throws {
    let id = try #require(UUIDv7(Self.example))
    #expect(id.time == Timestamp(milliseconds: 1_645_557_742_000))
    #expect(id.description == Self.example)
    #expect(UUIDv7(Self.example.uppercased()) == id)
  }

  @Test(
    "What is not a version 7 UUID is refused",
    arguments: [
      "", "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0",
      "017f22e2-79b0-4cc3-98c4-dc0c0c07398f", "017f22e2-79b0-7cc3-18c4-dc0c0c07398f",
      "017f22e279b0-7cc3-98c4-dc0c0c07398f-", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
      "０17f22e2-79b0-7cc3-98c4-dc0c0c0739",
    ])
  func refused(text: String) {
    #expect(UUIDv7(text) == nil)
  }

  @Test("New ids hold their time, differ, and sort by it")
  func new() throws {
    let ids = (0..<1_000).map { UUIDv7(at: Timestamp(milliseconds: Int64($0 / 2))) }
    #expect(Set(ids).count == ids.count)
    #expect(ids.map(\.time.milliseconds) == (0..<1_000).map { Int64($0 / 2) })
    for (earlier, later) in zip(ids, ids.dropFirst(2)) {
      #expect(earlier < later)
      #expect(earlier.description < later.description)
    }
    for id in ids { #expect(UUIDv7(id.description) == id) }
  }

  @Test("Ids of many things of one moment sort by their numbers")
  func numbered() throws {
    let time = Timestamp(milliseconds: 1_645_557_742_000)
    let numbers = [0, 1, 2, 4_095, 4_096, 1_048_575, 1_048_576, 1_048_577, 4_294_967_295]
    let ids = numbers.map { UUIDv7(at: time, number: $0) }
    for (earlier, later) in zip(ids, ids.dropFirst()) {
      #expect(earlier < later)
      #expect(earlier.description < later.description)
    }
    for id in ids {
      #expect(id.time == time)
      #expect(UUIDv7(id.description) == id)
    }
    #expect(UUIDv7(at: time, number: 7) != UUIDv7(at: time, number: 7))
  }
}
