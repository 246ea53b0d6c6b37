import Synchronization
import YuiStorage

extension Dispatcher {
  func read(_ handler: Route.Read, _ call: Call, site: Site) throws -> Response {
    var call = call
    let response = try site.store.read { snapshot in
      let identity = try call.identity ?? authorized(call, in: snapshot)
      call.identity = identity
      return try handler(try context(call, identity), snapshot)
    }
    return finish(response, call)
  }

  /// Answers from what is kept, or reads and keeps the answer.
  ///
  /// The version is taken before the snapshot: content may be newer than its label, which is
  /// outdated at once then, but never older.
  func cachedRead(_ handler: Route.Read, _ call: Call, route: Route, site: Site) throws -> Outcome {
    guard case .publicData(let names) = route.cache else {
      return .now(try read(handler, call, site: site))
    }
    var call = call
    call.identity = Identity()
    call.request.query = call.request.query.keeping(names + ["lang"])
    let variant = CacheKey.Variant(
      language: call.language, isCompressed: call.acceptsGzip, isSecure: call.request.isSecure)
    let key = CacheKey.key(variant, host: call.request.host, target: call.request.target)
    let validity = CachedAnswer.Validity(
      version: site.store.publicVersion, generation: sites.generation,
      day: CachedAnswer.Validity.day(call.now))
    if let kept = key.withUnsafeBytes(cache.answer(for:)), kept.validity == validity {
      metrics.cacheHits.wrappingAdd(1, ordering: .relaxed)
      return .cached(CachedResponse(answer: kept, isNotModified: Self.has(kept, call)))
    }
    metrics.cacheMisses.wrappingAdd(1, ordering: .relaxed)
    let context = try context(call, Identity())
    let response = try site.store.read { try handler(context, $0) }
    guard response.status == 200, response.headers["Set-Cookie"] == nil else {
      return .now(finish(response, call))
    }
    let answer = CachedAnswer(
      key: key, validity: validity, site: site, route: route,
      counters: metrics.counters(call.request.method.rawValue, route.path),
      response: AnswerFinish(call: call).finishShared(response))
    guard let answer else { return .now(finish(response, call)) }
    cache.insert(answer)
    return .cached(CachedResponse(answer: answer, isNotModified: Self.has(answer, call)))
  }

  private static func has(_ answer: CachedAnswer, _ call: Call) -> Bool {
    guard var field = call.request.headers["if-none-match"] else { return false }
    return field.withUTF8 { answer.matches(ifNoneMatch: UnsafeRawBufferPointer($0)) }
  }

  func auditedRead(_ handler: Route.AuditedRead, _ call: Call, site: Site) throws -> Outcome {
    var call = call
    let audited = try site.store.read { snapshot in
      let identity = try call.identity ?? authorized(call, in: snapshot)
      call.identity = identity
      return try handler(try context(call, identity), snapshot)
    }
    let answered = call
    return .later { finish in
      site.store.submit(audited.record) { result in
        switch result {
        case .success: finish(self.finish(audited.response, answered))
        case .failure(let error): finish(self.answer(error, for: answered))
        }
      }
    }
  }

  func write(_ handler: Route.Write, _ call: Call, site: Site) throws -> Outcome {
    let context = try context(call, call.identity ?? Identity())
    // Kept answers lie in the database as they are, and staff pages may show a secret once.
    let isKept = call.route?.isForPrograms == true
    let key = isKept ? try IdempotencyKey(context.request, principal: context.principal) : nil
    let change = try handler(context)
    return .later { finish in
      site.store.submit(
        { transaction in
          guard let key else { return try change(transaction) }
          return try IdempotencyStore.once(
            key, now: call.now, in: transaction, run: change)
        },
        then: { result in
          switch result {
          case .success(let response): finish(self.finish(response, call))
          case .failure(let error): finish(self.answer(error, for: call))
          }
        })
    }
  }

  func slow(_ handler: @escaping Route.Slow, _ call: Call, site: Site) throws -> Outcome {
    let context = try context(call, call.identity ?? Identity())
    return aside(call) { try handler(context) }
  }
}
