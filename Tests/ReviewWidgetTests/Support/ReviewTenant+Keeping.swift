import ReviewWidget
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb
import YuiWebTesting

extension ReviewTenant {
  /// So many days after the tenant's clock stood still.
  static func later(_ days: Int) -> Timestamp { now.adding(seconds: Int64(days) * 86_400) }

  /// Sets for how many days texts and ratings are kept.
  func keep(texts: Int, ratings: Int) throws {
    try store.write { transaction in
      _ = try ReviewWidget().saveSettings(
        ["textDays": "\(texts)", "ratingDays": "\(ratings)"], in: transaction)
    }
  }

  /// Runs the task that ends the keeping of responses until there is no more to do; how many slices
  /// that took.
  @discardableResult
  func endKeeping(after days: Int) throws -> Int {
    var slices = 1
    for task in ReviewWidget().tasks where task.name == "keep" {
      while try task.run(store, .fixed(Self.later(days))) { slices += 1 }
    }
    return slices
  }

  /// All statistics as the public and as staff read them.
  func statistics() throws -> [String] {
    let harness = try serve()
    let token = try token(["reviews:read"])
    return try ["a", "b"].flatMap { slug in
      let path = "/api/reviews/services/\(slug)/statistics"
      return [
        try harness.client().get(path).text, try harness.client(token: token).get(path).text,
        try harness.client().get("/reviews/\(slug)").text,
      ]
    }
  }

  /// The counts that figures are made of, live and published, row by row.
  func counts() throws -> [String] {
    try store.read { snapshot in
      try snapshot.all(
        """
        SELECT 'month ' || service || ' ' || month || ' ' || score, responses, published
        FROM reviews_rollups WHERE responses <> 0 OR published <> 0
        UNION ALL SELECT 'day ' || service || ' ' || day || ' ' || score, responses, 0
        FROM reviews_days WHERE responses <> 0
        UNION ALL SELECT 'measure ' || service || ' ' || measure || ' ' || value, responses, 0
        FROM reviews_measures WHERE responses <> 0
        ORDER BY 1
        """
      ) { row in "\(try row.text(0)): \(try row.int(1)) \(try row.int(2))" }
        + snapshot.all(
          "SELECT service || ' ' || figure || ' ' || state FROM reviews_published ORDER BY 1"
        ) { row in try row.text(0) }
    }
  }
}
