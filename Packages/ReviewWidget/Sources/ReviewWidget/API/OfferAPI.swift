import YuiStorage
import YuiText
import YuiWeb

/// `POST /api/reviews/services/{slug}/offers`: a form was shown, whether or not somebody answers.
///
/// Who then answers says so (`"offered": true`); a response that does not, for want of a script,
/// counts as offered itself.
enum OfferAPI {
  static let route = Route.post(
    "/api/reviews/services/{slug}/offers", access: .anyone
  ) { context in
    { transaction in
      let service = try context.service(in: transaction)
      try context.formGuard.requireOrigin(among: service.allowedOrigins)
      guard service.status == .open else { throw ReviewSubmission.closed(service) }
      var changes = CountChanges()
      changes.countOffer(of: service.slug)
      try changes.apply(in: transaction)
      return .noContent
    }
  }.guarded().openToOtherOrigins().documented(ReviewOperations.addOffer)
}
