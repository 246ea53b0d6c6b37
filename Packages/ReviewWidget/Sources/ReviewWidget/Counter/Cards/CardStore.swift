import YuiCasework
import YuiStorage
import YuiText

/// The paper cards that were entered today: counted for who enters them, and still to be undone.
enum CardStore {
  /// Remembers an entered card; those of other days are forgotten, as nobody undoes them.
  static func add(
    _ response: ReviewResponse, on today: CalendarDate, in transaction: Transaction
  )
    throws
  {
    try transaction.execute("DELETE FROM reviews_cards WHERE entered_on < \(today)")
    try transaction.execute(
      """
      INSERT INTO reviews_cards (response, service, entered_on)
      VALUES (\(response.id), \(response.service.description), \(today))
      """)
  }

  /// How many cards of a service were entered on a day.
  static func count(
    of service: Slug, on day: CalendarDate, in source: some Queryable
  ) throws -> Int {
    try source.first(
      """
      SELECT COUNT(*) FROM reviews_cards
      WHERE service = \(service.description) AND entered_on = \(day)
      """
    ) { row in try row.int(0) } ?? 0
  }

  /// The response of a card that was entered today.
  static func response(
    _ id: UUIDv7, of service: Slug, on today: CalendarDate, in source: some Queryable
  ) throws -> ReviewResponse? {
    let isEntered = try source.first(
      """
      SELECT 1 FROM reviews_cards
      WHERE response = \(id) AND service = \(service.description) AND entered_on = \(today)
      """
    ) { row in try row.int(0) }
    return isEntered == nil ? nil : try ResponseStore.response(id, in: source)
  }

  /// Takes a card back that was entered by mistake: the response is gone, and from the counts too.
  ///
  /// - Returns: false where somebody has worked on its comment; then all stays.
  static func undo(_ response: ReviewResponse, in transaction: Transaction) throws -> Bool {
    guard
      try ReviewCases.store.withdraw(subject: response.id.description, in: transaction)
    else { return false }
    try transaction.execute("DELETE FROM reviews_cards WHERE response = \(response.id)")
    var changes = CountChanges()
    try ResponseStore.setCounted(false, response.id, counting: &changes, in: transaction)
    try transaction.execute("DELETE FROM reviews_responses WHERE id = \(response.id)")
    try ResponseStore.comments.remove(response.id.description, in: transaction)
    try changes.apply(in: transaction)
    return true
  }
}
