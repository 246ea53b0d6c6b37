import Synchronization
import YuiStorage
import YuiText

extension Dispatcher {
  /// Answers from what is kept, or reads and keeps the answer.
  ///
  /// The version is taken before the snapshot: content may be newer than its label, which is
  /// outdated at once then, but never older.
  func cachedRead(_ handler: Route.Read, _ shared: SharedCall, site: Site) throws -> Outcome {
    let version = site.store.publicVersion
    if let kept = keptAnswer(to: shared, version) { return .cached(kept) }
    metrics.cacheMisses.wrappingAdd(1, ordering: .relaxed)
    let (call, route) = (shared.call, shared.route)
    let validity = validity(version, at: call.now)
    let context = try context(call, Identity())
    let response = try site.store.read { try handler(context, $0) }
    guard response.status == 200, response.headers["Set-Cookie"] == nil else {
      return .now(finish(response, call))
    }
    let answer = CachedAnswer(
      key: shared.key, validity: validity, site: site, route: route,
      counters: metrics.counters(call.request.method.rawValue, route.path),
      response: AnswerFinish(call: call).finishShared(response))
    guard let answer else { return .now(finish(response, call)) }
    cache.insert(answer)
    return .cached(shared.response(answer))
  }

  /// What is kept for a call, unless it is outdated.
  func keptAnswer(to shared: SharedCall, _ version: PublicVersion) -> CachedResponse? {
    guard let kept = shared.key.withUnsafeBytes(cache.answer(for:)),
      kept.validity == validity(version, at: shared.call.now)
    else { return nil }
    metrics.cacheHits.wrappingAdd(1, ordering: .relaxed)
    return shared.response(kept)
  }

  /// Whether a kept answer may still be sent, as far as that is known without waiting.
  func isCurrent(_ validity: CachedAnswer.Validity, of site: Site) -> Bool {
    validity.version == site.store.publicVersionWithoutWaiting
      && validity.generation == sites.generation
      && validity.day == CachedAnswer.Validity.day(clock.now())
  }

  private func validity(_ version: PublicVersion, at now: Timestamp) -> CachedAnswer.Validity {
    CachedAnswer.Validity(
      version: version, generation: sites.generation, day: CachedAnswer.Validity.day(now))
  }
}
