import YuiStorage
import YuiText

/// Two people changed a site at the same time: what differs between what is stored by now and what
/// the later one sent.
struct SiteConflict: Sendable {
  let stored: WiFiSite
  let sent: WiFiSite
  /// The last change that was made meanwhile.
  let change: SiteChange?

  init(of stored: WiFiSite, with sent: WiFiSite, in source: some Queryable) throws {
    (self.stored, self.sent) = (stored, sent)
    change = try SiteHistory.of(stored.id, limit: 1, in: source).first
  }

  var fields: [SiteChange.Field] { SiteChange.fields(from: stored, to: sent) }
}
