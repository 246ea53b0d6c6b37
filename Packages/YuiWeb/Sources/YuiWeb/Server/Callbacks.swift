import CMicroHTTPD
import Glibc

// What libmicrohttpd calls, from its own threads. These are plain functions of nobody's actor: a
// closure written where an actor is inferred would stop the process when it is called (SE-0423).

func peerAsks(
  context: UnsafeMutableRawPointer?, address: UnsafePointer<sockaddr>?, length: socklen_t
) -> MHD_Result {
  guard let listener = listener(context) else { return .NO }
  return listener.mayConnect(address) ? .YES : .NO
}

func connectionChanged(
  context: UnsafeMutableRawPointer?, handle: OpaquePointer?,
  slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, change: MHD_ConnectionNotificationCode
) {
  guard let listener = listener(context), let handle, let slot else { return }
  switch change {
  case .CONNECTION_NOTIFY_STARTED:
    let connection = listener.connected(
      descriptor: yui_mhd_socket(handle), address: yui_mhd_peer(handle))
    slot.pointee = Unmanaged.passRetained(connection).toOpaque()
  case .CONNECTION_NOTIFY_CLOSED:
    guard let pointer = slot.pointee else { return }
    slot.pointee = nil
    listener.disconnected(Unmanaged<Connection>.fromOpaque(pointer).takeRetainedValue())
  @unknown default: break
  }
}

/// Notes that a request line is there; what is returned is handed to the calls below as `slot`.
func requestBegan(
  context: UnsafeMutableRawPointer?, target: UnsafePointer<CChar>, handle: OpaquePointer
) -> UnsafeMutableRawPointer? {
  guard let pointer = yui_mhd_connection_context(handle) else { return nil }
  let connection = Unmanaged<Connection>.fromOpaque(pointer).takeUnretainedValue()
  connection.keepTarget(target)
  // libmicrohttpd 0.9.75 would read the parameters into the connection's memory, where nobody looks
  // for them; of five hundred it runs out and closes without an answer. It is shown none: the text is
  // its own, writable, and it reads what is behind the question mark after this call.
  strchr(target, CInt(UInt8(ascii: "?")))?[1] = 0
  connection.stage = .head
  connection.enter(.header(since: SteadyClock.coarse()))
  return pointer
}

func requestProceeds(
  context: UnsafeMutableRawPointer?, handle: OpaquePointer?, url: UnsafePointer<CChar>?,
  method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, content: UnsafePointer<CChar>?,
  contentSize: UnsafeMutablePointer<Int>?, slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard
    let listener = listener(context), let handle, let method, let version, let contentSize,
    let pointer = slot?.pointee
  else { return .NO }
  let connection = Unmanaged<Connection>.fromOpaque(pointer).takeUnretainedValue()
  switch connection.stage {
  case .none, .answering:
    return .NO
  case .head:
    return listener.begin(connection, handle, method: method, version: version)
  case .whole(let findings):
    return listener.answer(findings, connection, handle)
  case .body(let request) where contentSize.pointee > 0:
    let piece = UnsafeRawBufferPointer(start: content, count: contentSize.pointee)
    contentSize.pointee = 0
    return listener.take(piece, request, connection)
  case .body(let request):
    return listener.respond(request, connection, handle)
  case .suspended(let suspension):
    return listener.resume(suspension, connection, handle)
  }
}

func requestCompleted(
  context: UnsafeMutableRawPointer?, handle: OpaquePointer?,
  slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, reason: MHD_RequestTerminationCode
) {
  guard let listener = listener(context), let pointer = slot?.pointee else { return }
  listener.complete(Unmanaged<Connection>.fromOpaque(pointer).takeUnretainedValue())
}

private func listener(_ context: UnsafeMutableRawPointer?) -> Listener? {
  context.map { Unmanaged<Listener>.fromOpaque($0).takeUnretainedValue() }
}
