import CMicroHTTPD
import Glibc
import Synchronization
import YuiText

extension Listener {
  /// The first call for a request: its head is there, its content isn't.
  ///
  /// What is answered in this call ends the connection, and nothing more is read from it: right for
  /// a refusal before content, wrong for everything else, which waits for the next call.
  func begin(
    _ connection: Connection, _ handle: OpaquePointer, method: UnsafePointer<CChar>,
    version: UnsafePointer<CChar>
  ) -> MHD_Result {
    underWay.wrappingAdd(1, ordering: .relaxed)
    connection.record = ExchangeRecord()
    connection.record.startedAt = SteadyClock.now()
    return withFields(of: handle) { fields in
      do throws(RequestViolation) {
        let findings = try RequestGuard.check(
          method: UnsafeRawBufferPointer(start: method, count: strlen(method)),
          target: connection.target,
          version: UnsafeRawBufferPointer(start: version, count: strlen(version)),
          fields: fields)
        connection.record.method = findings.method.rawValue
        connection.stage = .whole(findings)
        return findings.hasContent
          ? try admit(findings, fields, connection, handle) : MHD_Result.YES
      } catch {
        return turnAway(error, connection, handle)
      }
    }
  }

  /// A request without content is there as a whole.
  func answer(
    _ findings: RequestGuard.Findings, _ connection: Connection, _ handle: OpaquePointer
  ) -> MHD_Result {
    if let kept = keptAnswer(findings, connection) { return queue(kept, connection, handle) }
    return withFields(of: handle) { fields in
      do throws(RequestViolation) {
        return try admit(findings, fields, connection, handle)
      } catch {
        return turnAway(error, connection, handle)
      }
    }
  }

  /// Content arrived.
  func take(
    _ piece: UnsafeRawBufferPointer, _ request: IncomingRequest, _ connection: Connection
  )
    -> MHD_Result
  {
    guard request.take(piece) else { return .NO }
    connection.enter(request.phase)
    return .YES
  }

  /// The request is there as a whole.
  func respond(
    _ request: IncomingRequest, _ connection: Connection, _ handle: OpaquePointer
  )
    -> MHD_Result
  {
    let call = request.completeCall
    if request.isTooLarge {
      let response = dispatcher.answer(HTTPProblem.contentTooLarge, for: call)
      return queue(response, connection, handle)
    }
    connection.enter(.answering)
    switch outcome(call, connection) {
    case .now(let response):
      return queue(response, connection, handle)
    case .cached(let cached):
      if isDraining.load(ordering: .relaxed) {
        return queue(cached.response, connection, handle)
      }
      return queue(cached, connection, handle)
    case .later(let start):
      let suspension = suspend(connection, handle, for: call)
      start { suspension.wake(with: $0) }
      return .YES
    }
  }

  /// The connection was woken: the request has its answer, or is let in.
  func resume(
    _ suspension: Suspension, _ connection: Connection, _ handle: OpaquePointer
  )
    -> MHD_Result
  {
    guard let admission = suspension.admission else { return .YES }
    awoke(suspension)
    return proceed(admission, connection, handle)
  }

  /// The request is over, in one way or another.
  func complete(_ connection: Connection) {
    let stage = connection.stage
    connection.stage = .none
    if case .none = stage { return }
    if case .head = stage { return }
    if case .suspended(let suspension) = stage { awoke(suspension) }
    bodyMemory.release(connection.record.reservedMemory)
    underWay.wrappingSubtract(1, ordering: .relaxed)
    connection.enter(.idle(since: SteadyClock.coarse(), isFirst: false))
    // The peer left before it could be answered.
    if connection.record.status == 0 { connection.record.status = 499 }
    let record = connection.record
    let seconds = SteadyClock.now() - record.startedAt
    let counters = record.counters ?? dispatcher.metrics.counters(record.method, record.route)
    counters.record(status: record.status, seconds: seconds)
    dispatcher.log.write(record, seconds: seconds)
  }

  // MARK: Steps

  private func turnAway(
    _ violation: RequestViolation, _ connection: Connection, _ handle: OpaquePointer
  ) -> MHD_Result {
    connection.record.number = dispatcher.nextRequestNumber()
    return queue(DoorAnswer.response(violation), connection, handle)
  }

  private func admit(
    _ findings: RequestGuard.Findings, _ fields: UnsafeBufferPointer<HeaderField>,
    _ connection: Connection, _ handle: OpaquePointer
  ) throws(RequestViolation) -> MHD_Result {
    let request = try RequestReader.request(
      findings, target: connection.target, fields: fields,
      from: .init(
        address: connection.peer, isTrustedProxy: connection.isTrustedProxy, isTrusted: isTrusted))
    let admission =
      switch role {
      case .sites:
        dispatcher.admit(
          request, contentLength: findings.contentLength, hasContent: findings.hasContent)
      case .management:
        dispatcher.admitToManagement(
          request, contentLength: findings.contentLength, hasContent: findings.hasContent)
      }
    return proceed(admission, connection, handle)
  }

  /// Goes on as a request was admitted.
  private func proceed(
    _ admission: Admission, _ connection: Connection, _ handle: OpaquePointer
  ) -> MHD_Result {
    switch admission {
    case .answered(let call, let response):
      note(call, connection)
      return queue(response, connection, handle)
    case .later(let call, let start):
      note(call, connection)
      // Woken from its sleep in the first call for a request, libmicrohttpd makes that call again,
      // and takes no content before.
      let suspension = suspend(connection, handle, for: call)
      start { suspension.wake(with: $0) }
      return .YES
    case .admitted(let call, let content):
      note(call, connection)
      let request = IncomingRequest(call, limit: content?.limit ?? 0, folder: temporaryFolder)
      guard let content else { return respond(request, connection, handle) }
      guard bodyMemory.reserve(content.room) else {
        let refusal = HTTPProblem.unavailable(retryAfter: 5)
        return queue(dispatcher.answer(refusal, for: call), connection, handle)
      }
      connection.record.reservedMemory = content.room
      connection.stage = .body(request)
      connection.enter(request.phase)
      return .YES
    }
  }

  private func suspend(
    _ connection: Connection, _ handle: OpaquePointer, for call: Call
  ) -> Suspension {
    let suspension = Suspension(of: handle, for: call)
    connection.stage = .suspended(suspension)
    connection.enter(.answering)
    suspend(suspension)
    return suspension
  }

  private func outcome(_ call: Call, _ connection: Connection) -> Outcome {
    switch role {
    case .sites: dispatcher.respond(call)
    case .management(let desk):
      desk.respond(call, isLocalSocket: connection.peer == nil, dispatcher: dispatcher)
    }
  }

  private func note(_ call: Call, _ connection: Connection) {
    connection.record.number = call.number
    connection.record.site = call.siteKey
    connection.record.route = call.routeName
  }

  // MARK: Answers

  private func queue(
    _ response: Response, _ connection: Connection, _ handle: OpaquePointer
  )
    -> MHD_Result
  {
    var response = response
    if isDraining.load(ordering: .relaxed) { response.headers["Connection"] = "close" }
    guard let prepared = PreparedResponse(response) else { return .NO }
    connection.record.bytes = response.contentLength
    return queue(prepared, status: response.status, connection, handle)
  }

  private func queue(
    _ cached: CachedResponse, _ connection: Connection, _ handle: OpaquePointer
  )
    -> MHD_Result
  {
    let answer = cached.answer
    connection.record.site = answer.site.key
    connection.record.route = answer.route
    connection.record.counters = answer.counters
    connection.record.bytes = cached.isNotModified ? 0 : answer.contentLength
    return queue(
      cached.prepared, status: cached.isNotModified ? 304 : 200, connection, handle)
  }

  private func queue(
    _ prepared: PreparedResponse, status: Int, _ connection: Connection, _ handle: OpaquePointer
  ) -> MHD_Result {
    connection.record.status = status
    connection.stage = .answering
    connection.beginSending()
    return MHD_queue_response(handle, UInt32(status), prepared.handle)
  }

  /// The fast path: an answer kept for exactly this host and target, found without making any text.
  private func keptAnswer(
    _ findings: RequestGuard.Findings, _ connection: Connection
  )
    -> CachedResponse?
  {
    guard
      case .sites = role, findings.method == .get || findings.method == .head,
      findings.authorization == nil,
      !isDraining.load(ordering: .relaxed)
    else { return nil }
    let isSecure =
      connection.isTrustedProxy && findings.forwardedProto?.elementsEqual("https".utf8) == true
    let variant = CacheKey.Variant(
      language: LanguagePreference.chosen(
        cookies: findings.cookie, acceptLanguage: findings.acceptLanguage),
      isCompressed: AcceptedEncoding.takesGzip(findings.acceptEncoding), isSecure: isSecure)
    let kept = CacheKey.withKey(variant, host: findings.host, target: connection.target) {
      dispatcher.cache.answer(for: $0)
    }
    guard let kept, dispatcher.isCurrent(kept.validity, of: kept.site) else { return nil }
    if kept.readsCredentials, let cookies = findings.cookie, SessionCookie.isNamed(in: cookies) {
      return nil
    }
    dispatcher.metrics.cacheHits.wrappingAdd(1, ordering: .relaxed)
    connection.record.number = dispatcher.nextRequestNumber()
    return CachedResponse(
      answer: kept,
      isNotModified: findings.ifNoneMatch.map(kept.matches(ifNoneMatch:)) ?? false)
  }

  /// Gathers the header fields as they lie in the connection's memory; one more than is allowed.
  private func withFields<Result>(
    of handle: OpaquePointer, _ body: (UnsafeBufferPointer<HeaderField>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(
      of: HeaderField.self, capacity: RequestGuard.maximumFields + 1
    ) { buffer in
      var list = FieldList(buffer: buffer)
      MHD_get_connection_values_n(handle, .HEADER_KIND, gatherField, &list)
      return body(UnsafeBufferPointer(rebasing: buffer[..<list.count]))
    }
  }
}

private struct FieldList {
  let buffer: UnsafeMutableBufferPointer<HeaderField>
  var count = 0
}

private func gatherField(
  context: UnsafeMutableRawPointer?, kind: MHD_ValueKind, name: UnsafePointer<CChar>?,
  nameSize: Int, value: UnsafePointer<CChar>?, valueSize: Int
) -> MHD_Result {
  guard let list = context?.assumingMemoryBound(to: FieldList.self) else { return .NO }
  guard list.pointee.count < list.pointee.buffer.count else { return .NO }
  list.pointee.buffer.initializeElement(
    at: list.pointee.count,
    to: HeaderField(
      name: UnsafeRawBufferPointer(start: name, count: name == nil ? 0 : nameSize),
      value: UnsafeRawBufferPointer(start: value, count: value == nil ? 0 : valueSize)))
  list.pointee.count += 1
  return .YES
}
