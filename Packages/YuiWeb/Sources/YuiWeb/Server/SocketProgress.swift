import Glibc

/// How far a peer has read what was sent to it.
struct SocketProgress {
  /// Bytes that the peer acknowledged since the connection began.
  let acknowledged: UInt64
  /// Bytes that wait in the socket.
  let waiting: Int

  /// Where `tcpi_bytes_acked` stands in the `struct tcp_info` of Linux 4.1 and later.
  ///
  /// The structure only grows at its end. Glibc's own copy of the structure is shorter.
  private static let acknowledgedOffset = 120

  static func of(_ descriptor: Int32) -> SocketProgress {
    withUnsafeTemporaryAllocation(byteCount: 256, alignment: 8) { info in
      var length = socklen_t(info.count)
      let hasInfo =
        getsockopt(descriptor, Int32(IPPROTO_TCP), TCP_INFO, info.baseAddress, &length) == 0
        && Int(length) >= acknowledgedOffset + 8
      var queued: Int32 = 0
      _ = ioctl(descriptor, UInt(TIOCOUTQ), &queued)
      return SocketProgress(
        acknowledged: hasInfo
          ? info.load(fromByteOffset: acknowledgedOffset, as: UInt64.self) : 0,
        waiting: Int(queued))
    }
  }
}
