import CZlib

/// One run of zlib's raw deflate (RFC 1951); the same bytes give the same result.
struct Deflation: ~Copyable {
  private static let room = 1 << 16

  // zlib keeps the address of its stream, so the stream must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Returns `nil` where memory runs out.
  init?() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Negative: no header around the data.
    let result = deflateInit2_(
      stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard result == Z_OK else { return nil }
  }

  deinit {
    // Does nothing to a stream that was never begun.
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Deflates `input`; what zlib holds back comes with a later call, the last of which says so.
  mutating func deflate(_ input: [UInt8], isLast: Bool, to output: inout [UInt8]) {
    input.withUnsafeBufferPointer { input in
      // zlib does not write to its input, although its type says that it might.
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.pointee.avail_in = UInt32(input.count)
      var isFull = true
      while isFull {
        output += [UInt8](unsafeUninitializedCapacity: Self.room) { buffer, count in
          stream.pointee.next_out = buffer.baseAddress
          stream.pointee.avail_out = UInt32(Self.room)
          _ = CZlib.deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
          count = Self.room - Int(stream.pointee.avail_out)
          isFull = stream.pointee.avail_out == 0
        }
      }
    }
  }
}
