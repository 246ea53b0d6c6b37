import CZlib
import Testing
import YuiWeb

@Suite struct GzipTests {
  @Test(
    "What is compressed comes back",
    arguments: [
      [], Array("結".utf8), Array(String(repeating: "住民票の写しの交付。", count: 5000).utf8),
      (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 2_654_435_761 >> 13) },
    ], [1, 6, 9])
  func roundTrip(bytes: [UInt8], level: Int) throws {
    let compressed = try #require(Gzip.compress(bytes, level: level))
    // RFC 1952, section 2.3.1: the magic number, deflate, no flags, no time.
    #expect(Array(compressed.prefix(8)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
    #expect(inflated(compressed, count: bytes.count) == bytes)
  }

  @Test("The same bytes give the same result, and text gets small")
  func stable() throws {
    let bytes = Array(String(repeating: "<li>住民票</li>", count: 1000).utf8)
    let compressed = try #require(Gzip.compress(bytes))
    #expect(Gzip.compress(bytes) == compressed)
    #expect(compressed.count < bytes.count / 20)
  }

  private func inflated(_ bytes: [UInt8], count: Int) -> [UInt8] {
    var input = bytes
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    inflateInit2_(stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { inflateEnd(stream) }
    return input.withUnsafeMutableBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: count + 1) { output, done in
        stream.pointee.next_in = input.baseAddress
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(count + 1)
        inflate(stream, Z_FINISH)
        done = count + 1 - Int(stream.pointee.avail_out)
      }
    }
  }
}
