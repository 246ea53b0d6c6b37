/// A request that was let in, while its content arrives.
///
/// Touched by its connection's thread alone.
final class IncomingRequest {
  private let call: Call
  private var body: BodyCollector
  private let startedAt = SteadyClock.now()

  init(_ call: Call, limit: Int, folder: String) {
    self.call = call
    body = BodyCollector(for: call.request, limit: limit, folder: folder)
  }

  var isTooLarge: Bool { body.isTooLarge }

  /// Where the connection stands: its time began when the request was let in.
  var phase: ConnectionPhase { .body(since: startedAt, received: body.received) }

  /// Takes a piece; false where reading on is pointless.
  func take(_ piece: UnsafeRawBufferPointer) -> Bool { body.take(piece) }

  /// The call with its content.
  var completeCall: Call {
    var call = call
    call.request.content = body.finish()
    return call
  }
}
