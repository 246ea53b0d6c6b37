import CZlib

/// The gzip format (RFC 1952).
public enum Gzip {
  /// Compresses bytes; `level` goes from 1 (fastest) to 9 (smallest).
  ///
  /// The same bytes give the same result: no time and no name is written. Returns `nil` when
  /// memory runs out and for inputs of 4 GiB and more.
  public static func compress(_ bytes: [UInt8], level: Int = 6) -> [UInt8]? {
    // zlib keeps the address of its stream, so the stream must not move.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    // 16 more than the window's bits ask for the gzip wrapper.
    guard
      deflateInit2_(
        stream, Int32(min(max(level, 1), 9)), Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY,
        ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(stream) }
    // zlib counts a call's bytes in 32 bits; nothing near that is compressed here.
    guard let count = UInt32(exactly: bytes.count),
      let bound = UInt32(exactly: deflateBound(stream, UInt(count)))
    else { return nil }
    var isDone = false
    // zlib does not write to its input, although its type says that it might.
    let compressed = bytes.withUnsafeBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: Int(bound)) { output, done in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = count
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = bound
        isDone = deflate(stream, Z_FINISH) == Z_STREAM_END
        done = Int(bound - stream.pointee.avail_out)
      }
    }
    return isDone ? compressed : nil
  }
}
