import YuiStorage

extension ReviewMigrations {
  static let places = Migration(
    4, "places with their short addresses, paper cards of today",
    [
      """
      CREATE TABLE reviews_places (
        service TEXT NOT NULL REFERENCES reviews_services (slug),
        code TEXT NOT NULL,
        name_ja TEXT NOT NULL,
        name_en TEXT NOT NULL,
        channel TEXT NOT NULL,
        short TEXT NOT NULL UNIQUE,
        PRIMARY KEY (service, code)
      )
      """,
      """
      CREATE TABLE reviews_cards (
        response TEXT PRIMARY KEY,
        service TEXT NOT NULL REFERENCES reviews_services (slug),
        entered_on TEXT NOT NULL
      )
      """,
      "CREATE INDEX reviews_cards_entered ON reviews_cards (entered_on, service)",
    ])
}
