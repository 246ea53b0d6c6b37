public import YuiStorage
public import YuiText

/// What staff do on pages, for a program that does it in their place.
extension WiFiSiteRegistry {
  /// Adds a profile of OpenRoaming, as its form takes it.
  ///
  /// - Parameter fields: what is entered, by the names of the form's fields, with `name_ja`; the
  ///   others are as in an empty form.
  /// - Throws: `StoreError` where a field cannot be right.
  public func addProfile(_ fields: [String: String], in transaction: Transaction) throws {
    var draft = ProfileDraft()
    for (name, value) in fields {
      guard let field = ProfileDraft.Field(rawValue: name) else {
        throw StoreError(.misuse, "a profile has no field \(name)")
      }
      draft[field] = value
    }
    let slug = try ProfileStore.freeSlug(for: draft[.nameEn], in: transaction)
    switch draft.checked(as: slug) {
    case .success(let profile): try ProfileStore.put(profile, in: transaction)
    case .failure(let problems):
      let words = problems.map { "\($0.key.rawValue): \($0.value[.en])" }.sorted()
      throw StoreError(.misuse, words.joined(separator: " "))
    }
  }

  /// Sets how many sites shall speak OpenRoaming at the end of a fiscal year.
  public func aim(
    for sites: Int, by year: FiscalYear, note: String, in transaction: Transaction
  ) throws {
    try PlanningStore.put(RolloutTarget(year: year, sites: sites, note: note), in: transaction)
  }

  /// Notes how many sites spoke OpenRoaming on a day, as it was measured elsewhere.
  public func note(
    _ sites: Int, on day: CalendarDate, note: String, in transaction: Transaction
  ) throws {
    try PlanningStore.put(RolloutMilestone(day: day, sites: sites, note: note), in: transaction)
  }
}
