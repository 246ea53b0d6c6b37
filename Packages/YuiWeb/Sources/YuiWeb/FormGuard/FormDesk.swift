import Synchronization
import YuiText

/// What the guarded forms of a server share, all of it in memory.
final class FormDesk: Sendable {
  /// Why something wasn't taken, for the metrics.
  enum Refusal: String {
    case limit, origin, robot, hasty, repeated, closed, malformed, invalid
    case tooLarge = "too-large"

    /// The reason behind the status of a problem, where it is one of a form.
    init?(status: Int) {
      switch status {
      case 400, 415: self = .malformed
      case 403: self = .origin
      case 409: self = .closed
      case 413: self = .tooLarge
      case 422: self = .invalid
      case 429: self = .limit
      default: return nil
      }
    }
  }

  private struct Key: Hashable {
    let route: String
    let refusal: Refusal
  }

  let texts = RepeatedTexts()
  private let limiter: FormLimiter?
  private let counts = Mutex<[Key: Int]>([:])

  init(formsPerMinute: Int?) {
    limiter = formsPerMinute.map(FormLimiter.init(perMinute:))
  }

  /// Lets an anonymous caller pass; throws a 429 for one who has sent too much to this form.
  func admit(_ call: Call) throws {
    guard let limiter else { return }
    let purpose = "\(call.siteKey) \(call.routeName)"
    if let seconds = limiter.take(from: call.request.peer, for: purpose, at: call.now) {
      throw HTTPProblem.tooMany(retryAfter: seconds)
    }
  }

  func count(_ refusal: Refusal, at route: String) {
    counts.withLock { $0[Key(route: route, refusal: refusal), default: 0] += 1 }
  }

  func write(to text: inout PrometheusText) {
    text.start("yui_form_refusals_total", "counter", "What public forms did not take")
    let counts = counts.withLock { $0 }
    for (key, count) in counts.sorted(by: {
      ($0.key.route, $0.key.refusal.rawValue) < ($1.key.route, $1.key.refusal.rawValue)
    }) {
      text.sample(
        "yui_form_refusals_total", [("form", key.route), ("reason", key.refusal.rawValue)],
        Double(count))
    }
  }
}
