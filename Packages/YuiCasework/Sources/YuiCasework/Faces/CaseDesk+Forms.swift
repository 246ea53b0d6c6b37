import YuiStorage
import YuiText
import YuiWeb

extension CaseDesk {
  /// Takes a form, or shows the page on which it stood again, with what was typed and what is wrong.
  ///
  /// - Parameter home: where it stood, if it does not say.
  func taking(
    _ context: RequestContext, from home: String,
    _ take: (FormData) throws -> Route.Change
  ) throws -> Route.Change {
    let form = try context.request.form()
    do {
      return try take(form)
    } catch let problem as HTTPProblem where !problem.fieldErrors.isEmpty {
      let path = definition.path
      let stood = form.first("back").flatMap { $0.isEmpty ? nil : $0 } ?? home
      let context = context.asking(for: try CaseAddress.back(stood, within: path))
      let entry = CaseEntry(form, problem, context.language)
      if context.request.path == path {
        return { try InboxPage(self, context, entry, in: $0).response }
      }
      let start = "\(path)/cases/"
      guard context.request.path.hasPrefix(start),
        let number = Int(context.request.path.dropFirst(start.count))
      else { throw problem }
      return { try CasePage(self, number, context, entry, in: $0).response }
    }
  }
}
