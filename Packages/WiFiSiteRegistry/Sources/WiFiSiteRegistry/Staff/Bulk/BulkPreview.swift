import YuiText
import YuiWeb

/// What a change would do to sites, before it is done.
struct BulkPreview: Sendable {
  /// Sites of which a field would go from one text to another.
  struct Line: Sendable, Hashable {
    let field: SiteField
    let before: String
    let after: String
    var count: Int
  }

  /// What was entered.
  let draft: BulkDraft
  /// The sites that would change, as they would be.
  let changed: [WiFiSite]
  /// All that were chosen, as they are.
  let sites: [WiFiSite]
  /// What would change, field by field, the most frequent first.
  let lines: [Line]

  init(
    _ change: BulkChange, _ draft: BulkDraft, of sites: [WiFiSite], today: CalendarDate
  ) {
    (self.draft, self.sites) = (draft, sites)
    var counts: [SiteChange.Field: Int] = [:]
    changed = sites.compactMap { site in
      let new = change.applied(to: site, today: today)
      guard new != site else { return nil }
      for field in SiteChange.fields(from: site, to: new) { counts[field, default: 0] += 1 }
      return new
    }
    let order = SiteField.allCases
    lines = counts.map { field, count in
      Line(field: field.field, before: field.before, after: field.after, count: count)
    }.sorted { left, right in
      let places = [left, right].map { order.firstIndex(of: $0.field) ?? 0 }
      return places[0] != places[1]
        ? places[0] < places[1] : (right.count, left.before) < (left.count, right.before)
    }
  }

  /// Changes with what was shown, the sites and what becomes of them, so that nobody confirms what
  /// they did not see.
  var stamp: String {
    Stamp(draft.fields.map(\.value) + (sites + changed).map(\.stamp)).description
  }
}
