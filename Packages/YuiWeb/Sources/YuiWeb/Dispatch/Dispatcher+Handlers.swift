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
    let key = try idempotencyKey(context, call.route)
    let change: Route.Change
    do {
      change = try handler(context)
    } catch {
      context.formGuard.settle(isStored: false)
      throw error
    }
    return .later { finish in
      site.store.submit(
        { transaction in
          guard let key else { return try change(transaction) }
          return try IdempotencyStore.once(
            key, now: call.now, in: transaction, run: change)
        },
        then: { result in
          switch result {
          case .success(let response):
            context.formGuard.settle(isStored: response.status < 400)
            finish(self.finish(response, call))
          case .failure(let error):
            context.formGuard.settle(isStored: false)
            finish(self.answer(error, for: call))
          }
        })
    }
  }

  /// Kept answers lie in the database as they are, and staff pages may show a secret once: only
  /// programs and public forms name what they send.
  private func idempotencyKey(_ context: RequestContext, _ route: Route?) throws -> IdempotencyKey?
  {
    guard let route else { return nil }
    if route.isForPrograms {
      return try IdempotencyKey(context.request, principal: context.principal)
    }
    return route.isGuarded ? IdempotencyKey(formOf: context.request) : nil
  }

  func slow(_ handler: @escaping Route.Slow, _ call: Call, site: Site) throws -> Outcome {
    let context = try context(call, call.identity ?? Identity())
    return aside(call) { try handler(context) }
  }
}
