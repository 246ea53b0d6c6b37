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
