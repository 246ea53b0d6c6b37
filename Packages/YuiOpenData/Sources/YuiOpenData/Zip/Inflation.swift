import CZlib

/// One run of zlib's raw inflate (RFC 1951).
struct Inflation: ~Copyable {
  /// What a step gave.
  struct Step {
    let output: [UInt8]
    let consumed: Int
    let isAtEnd: Bool
  }

  // zlib keeps the address of its stream, so the stream must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Returns `nil` where memory runs out.
  init?() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Negative: no header around the data.
    let result = inflateInit2_(
      stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard result == Z_OK else { return nil }
  }

  deinit {
    // Does nothing to a stream that was never begun.
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Inflates some of `input` into at most `room` bytes; returns `nil` for data that are broken.
  mutating func step(_ input: ArraySlice<UInt8>, room: Int) -> Step? {
    var result = Z_OK
    var consumed = 0
    let output = input.withUnsafeBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: room) { output, count in
        // zlib does not write to its input, although its type says that it might.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(room)
        result = inflate(stream, Z_NO_FLUSH)
        consumed = input.count - Int(stream.pointee.avail_in)
        count = room - Int(stream.pointee.avail_out)
      }
    }
    // A step that could not go on for want of input is none that failed.
    guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else { return nil }
    return Step(output: output, consumed: consumed, isAtEnd: result == Z_STREAM_END)
  }
}
