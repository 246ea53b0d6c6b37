internal import Synchronization
public import YuiHTML
public import YuiStorage
import YuiText

/// What stands between a public form and its store, for one request.
///
/// A route says ``Route/guarded()``: then callers without an account or token have a limit, and
/// refusals are counted in the metrics by reason. The handler asks for the rest:
///
/// ```swift
/// .post("/notices/ideas", access: .anyone) { context in
///   let form = try context.request.form()
///   try context.formGuard.requireOrigin(among: allowed)
///   if context.formGuard.isFilledByRobot(form) { return { _ in thanks } }
///   let isRepeated = context.formGuard.isRepeated(form.first("idea") ?? "", about: "ideas")
///   return { transaction in
///     if try context.formGuard.isHasty(form, in: transaction) { return page(again: form) }
///     if !isRepeated { try Idea(form).add(in: transaction) }
///     return thanks
///   }
/// }.guarded()
/// ```
///
/// Nothing here stores anything about a sender: addresses are hashed under a key that lives in
/// memory for a day.
public final class FormGuard: Sendable {
  static let robotField = "homepage"
  static let stampField = "_stamp"
  static let keyField = "_key"
  /// Shorter texts are often the same without being repeated: 「ありがとうございました」.
  private static let shortestText = 20

  private let desk: FormDesk
  private let call: Call
  private let isKnown: Bool
  private let claim = Mutex<UInt64?>(nil)

  init(_ desk: FormDesk, _ call: Call, principal: Principal?) {
    self.desk = desk
    self.call = call
    isKnown = principal != nil
  }

  /// Whether a field is filled in that people don't see.
  ///
  /// Answer as if all went well, and store nothing: who wrote the program learns nothing.
  public func isFilledByRobot(_ form: FormData) -> Bool {
    guard form.values(named: Self.robotField).contains(where: { !$0.isEmpty }) else {
      return false
    }
    desk.count(.robot, at: call.routeName)
    return true
  }

  /// Whether a form was sent within a second of being shown, or carries a stamp that isn't ours.
  ///
  /// Show it again with what was entered: people send it once more. A form without a stamp is
  /// taken, as the API takes what programs send.
  public func isHasty(_ form: FormData, in source: some Queryable) throws -> Bool {
    guard let stamp = form.first(Self.stampField), !stamp.isEmpty else { return false }
    let verdict = FormStamp.verdict(
      stamp, of: call.routeName, at: call.now, key: try FormKeyStore.key(in: source))
    guard verdict == .hasty || verdict == .broken else { return false }
    desk.count(.hasty, at: call.routeName)
    return true
  }

  /// Whether the same subscriber has sent the same text about the same thing within five minutes.
  ///
  /// Answer as if it was stored, which it was the first time. A text whose request fails in the end
  /// doesn't count. Ask before the change.
  ///
  /// - Parameter evenIfShort: whether texts of fewer than 20 characters count, as where one says the
  ///   same with every other; otherwise many people at one kiosk are taken for one who repeats.
  public func isRepeated(
    _ text: String, about subject: String, evenIfShort: Bool = false
  ) -> Bool {
    guard !isKnown, evenIfShort || text.count >= Self.shortestText else { return false }
    let key = desk.texts.claim(
      text, about: "\(call.siteKey) \(subject)", from: call.request.peer, at: call.now)
    guard let key else {
      desk.count(.repeated, at: call.routeName)
      return true
    }
    claim.withLock { $0 = key }
    return false
  }

  /// Refuses with a 403 what a page of an origin sends that isn't listed.
  ///
  /// An empty list lets everybody; this site's own origin is always let; a request that names no
  /// origin comes from a program, or from a browser that was told to hide it.
  public func requireOrigin(among origins: [String]) throws {
    guard !origins.isEmpty, let origin = call.request.headers["origin"]?.lowercased() else {
      return
    }
    let scheme = call.request.isSecure ? "https://" : "http://"
    let own = [scheme + (call.request.headers["host"] ?? ""), call.site?.publicURL ?? ""]
    guard (own + origins).contains(where: { $0.lowercased() == origin }) else {
      throw HTTPProblem.forbidden(
        ja: "このサイトからの送信は受け付けていません。", en: "What this site sends is not accepted.")
    }
  }

  /// Ends the request: what was claimed for something that wasn't stored may be sent again.
  func settle(isStored: Bool) {
    let claimed = claim.withLock { claim in
      defer { claim = nil }
      return claim
    }
    if let claimed, !isStored { desk.texts.release(claimed) }
  }

  /// The fields that a guarded form carries; `path` is the route's that it is sent to.
  public static func fields(
    for path: String, _ context: RequestContext, in source: some Queryable
  ) throws -> HTML {
    let stamp = FormStamp.text(for: path, at: context.now, key: try FormKeyStore.key(in: source))
    return HTML([
      input(.type("hidden"), .name(stampField), .value(stamp)),
      // The script names each sending, so that a double click is one.
      input(.type("hidden"), .name(keyField), .value(""), .data("fresh-key", "")),
      div(.class("visually-hidden"), .aria("hidden", "true")) {
        label {
          robotLabel[context.language]
          input(
            .type("text"), .name(robotField), .value(""), .tabindex(-1), .autocomplete("off"))
        }
      },
    ])
  }

  private static let robotLabel = LocalizedText(
    ja: "この欄は空のままにしてください", en: "Leave this field empty",
    easy: "ここには何も書かないでください", zhHans: "请将此栏留空", ko: "이 칸은 비워 두세요",
    vi: "Hãy để trống ô này")
}
