import YuiStorage
import YuiText
import YuiWeb

extension RequestContext {
  /// The service that the path's `{slug}` names.
  ///
  /// - Throws: a 404 where there is none.
  func service(in source: some Queryable) throws -> ReviewedService {
    let slug = try request.parameter("slug", as: Slug.self)
    guard let service = try ServiceStore.service(slug, in: source) else {
      throw HTTPProblem.notFound
    }
    return service
  }
}
