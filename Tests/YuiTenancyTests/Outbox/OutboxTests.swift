import Synchronization
import Testing
import YuiStorage
import YuiStorageTesting
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

@Suite struct Outboxes {
  static let now = TestTenant.now
  static let address = EmailAddress("sato@city.example.jp")

  /// Another program on this machine, which takes what it is told or not.
  final class Listener: Sendable {
    let harness: SiteHarness
    let heard = Collected<String>()
    let status = Mutex(204)
    private let tenant: TestTenant

    init() throws {
      tenant = try TestTenant(.sqlite)
      let holder = Mutex<Listener?>(nil)
      let heard = heard
      let statusOf: @Sendable () -> Int = { holder.withLock { $0?.status.withLock { $0 } ?? 204 } }
      harness = try SiteHarness(
        .socket, store: tenant.store,
        routes: [
          .post("/hook", access: .anyone) { context in
            heard.append(String(decoding: context.request.body, as: UTF8.self))
            return Response(status: statusOf())
          }
        ])
      holder.withLock { $0 = self }
    }

    var url: String { "http://\(SiteHarness.host):\(harness.port)/hook" }
  }

  static func hook(
    _ url: String, _ store: Store, events: Set<String> = ["notices.put"]
  ) throws
    -> Webhook
  {
    let hook = Webhook(
      id: UUIDv7(at: now), url: url, events: events, secret: Webhook.newSecret())
    try store.write { try WebhookStore.add(hook, in: $0) }
    return hook
  }

  static func waiting(_ store: Store) throws -> [OutboxMessage] {
    try store.read { try OutboxStore.messages(.waiting, limit: 100, in: $0) }
  }

  static func failed(_ store: Store) throws -> [OutboxMessage] {
    try store.read { try OutboxStore.messages(.failed, limit: 100, in: $0) }
  }

  @Test(
    "A message is there when its transaction is, and wakes the task", arguments: Engine.allCases)
  func transactional(engine: Engine) throws {
    struct Refusal: Error {}
    let tenant = try TestTenant(engine)
    let address = try #require(Self.address)
    #expect(throws: Refusal.self) {
      try tenant.store.write { transaction in
        try Outbox.mail(to: address, subject: "a", text: "b", at: Self.now, in: transaction)
        throw Refusal()
      }
    }
    #expect(try Self.waiting(tenant.store) == [])
    try tenant.store.write { transaction in
      try Outbox.mail(to: address, subject: "a", text: "b", at: Self.now, in: transaction)
    }
    #expect(try Self.waiting(tenant.store).map(\.target) == ["sato@city.example.jp"])
    #expect(eventually { tenant.wakes.all == ["yui.outbox"] })
  }

  @Test(
    "An event goes to the webhooks that listen to it, and then it is gone",
    arguments: Engine.allCases)
  func delivery(engine: Engine) throws {
    let (tenant, listener) = (try TestTenant(engine), try Listener())
    _ = try Self.hook(listener.url, tenant.store)
    _ = try Self.hook(listener.url, tenant.store, events: ["notices.gone"])
    try tenant.store.write { transaction in
      try Outbox.event("notices.put", data: ["slug": "夏"], at: Self.now, in: transaction)
      try Outbox.event("nobody.listens", data: .null, at: Self.now, in: transaction)
    }
    let delivery = OutboxDelivery(Courier(reachesPrivateAddresses: true))
    #expect(try delivery.run(in: tenant.store, clock: .fixed(Self.now)) == false)
    #expect(
      listener.heard.all == [
        #"{"type":"notices.put","timestamp":"2026-04-01T00:00:00Z","data":{"slug":"夏"}}"#
      ])
    #expect(try Self.waiting(tenant.store) == [])
  }

  @Test(
    "What fails is tried again later and later, and given up after about three days",
    arguments: Engine.allCases)
  func retries(engine: Engine) throws {
    let (tenant, listener) = (try TestTenant(engine), try Listener())
    listener.status.withLock { $0 = 500 }
    _ = try Self.hook(listener.url, tenant.store)
    try tenant.store.write { transaction in
      try Outbox.event("notices.put", data: .null, at: Self.now, in: transaction)
    }
    let delivery = OutboxDelivery(Courier(reachesPrivateAddresses: true))
    var time = Self.now
    var waits: [Int64] = []
    while let message = try Self.waiting(tenant.store).first {
      waits.append((message.dueAt.milliseconds - time.milliseconds) / 1000)
      time = message.dueAt
      // A moment too early, nothing is tried.
      let early = Clock.fixed(Timestamp(milliseconds: time.milliseconds - 1))
      _ = try delivery.run(in: tenant.store, clock: early)
      _ = try delivery.run(in: tenant.store, clock: .fixed(time))
    }
    #expect(waits == [0, 5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400])
    #expect(listener.heard.all.count == 10)
    let message = try #require(try Self.failed(tenant.store).first)
    #expect(message.error == "HTTP 500" && message.attempts == 10)
    // It is shown for a month.
    _ = try delivery.run(in: tenant.store, clock: .fixed(time.adding(seconds: 29 * 86_400)))
    #expect(try Self.failed(tenant.store).count == 1)
    _ = try delivery.run(in: tenant.store, clock: .fixed(time.adding(seconds: 31 * 86_400)))
    #expect(try Self.failed(tenant.store) == [])
  }

  @Test(
    "Who does not answer is asked once in a round, however much waits for them",
    arguments: Engine.allCases)
  func silence(engine: Engine) throws {
    let (tenant, listener) = (try TestTenant(engine), try Listener())
    listener.status.withLock { $0 = 503 }
    _ = try Self.hook(listener.url, tenant.store)
    try tenant.store.write { transaction in
      for _ in 0..<30 {
        try Outbox.event("notices.put", data: .null, at: Self.now, in: transaction)
      }
    }
    let delivery = OutboxDelivery(Courier(reachesPrivateAddresses: true))
    _ = try delivery.run(in: tenant.store, clock: .fixed(Self.now))
    #expect(listener.heard.all.count == 1)
    listener.status.withLock { $0 = 200 }
    let later = Clock.fixed(Self.now.adding(seconds: 5))
    while try delivery.run(in: tenant.store, clock: later) {}
    #expect(listener.heard.all.count == 31)
    #expect(try Self.waiting(tenant.store) == [])
  }

  @Test("An address of a private network is refused, unless it is allowed")
  func privateAddress() throws {
    let (tenant, listener) = (try TestTenant(.sqlite), try Listener())
    _ = try Self.hook(listener.url, tenant.store)
    try tenant.store.write { transaction in
      try Outbox.event("notices.put", data: .null, at: Self.now, in: transaction)
    }
    _ = try OutboxDelivery(Courier()).run(in: tenant.store, clock: .fixed(Self.now))
    #expect(listener.heard.all == [])
    #expect(
      try Self.failed(tenant.store).map(\.error) == ["addresses of private networks are refused"])
  }

  @Test("Mail waits, and is told to wait, while no mail server is set")
  func noMailServer() throws {
    let tenant = try TestTenant(.sqlite)
    let address = try #require(Self.address)
    try tenant.store.write { transaction in
      try Outbox.mail(to: address, subject: "a", text: "b", at: Self.now, in: transaction)
    }
    _ = try OutboxDelivery(Courier()).run(in: tenant.store, clock: .fixed(Self.now))
    let message = try #require(try Self.waiting(tenant.store).first)
    #expect(message.error == "no mail server is set" && message.attempts == 0)
    #expect(message.dueAt == Self.now.adding(seconds: 900))
  }

  @Test("A signature is the one that the library of Standard Webhooks makes")
  func signature() throws {
    // standardwebhooks 1.1.0 for Python signed this id, time and content.
    let id = try #require(UUIDv7("01a0c450-6c00-74eb-a807-0da3d9e6afdc"))
    let hook = Webhook(
      id: id, url: "", events: [], secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    let tenant = try TestTenant(.sqlite)
    try tenant.tamper(
      """
      INSERT INTO yui_outbox (id, kind, target, title, body, state, due_at, attempts, error)
      VALUES (\(id), 'webhook', '', '', \(#"{"type":"notices.put","data":"お知らせ"}"#), 'waiting',
        0, 0, '')
      """)
    let message = try #require(try Self.waiting(tenant.store).first)
    let headers = Dictionary(
      uniqueKeysWithValues: hook.headers(
        for: message, at: Timestamp(milliseconds: 1_790_000_000_000)))
    #expect(headers["webhook-id"] == "msg_01a0c450-6c00-74eb-a807-0da3d9e6afdc")
    #expect(headers["webhook-timestamp"] == "1790000000")
    #expect(
      headers["webhook-signature"] == "v1,gEX6C/VWsAW9fSq328B1ZQ6wTmmCQp8yM8jt3mL2QSk=")
  }
}
