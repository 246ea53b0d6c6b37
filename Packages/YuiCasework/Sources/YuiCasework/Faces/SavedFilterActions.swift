import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// Keeping a filter under a name, for whoever does it.
enum SavedFilterActions {
  /// The name by which errors lead to the box of the name.
  static let field = "filter-name"

  static func routes(_ desk: any CaseDesk) -> [Route] {
    let (store, path) = (desk.store, desk.definition.path)
    let access = Access.permission(desk.definition.permissions.read)
    return [
      .post("\(path)/filters", access: access) { context in
        let account = try account(of: context)
        return try desk.taking(context, from: path) { form in
          let filter = try filter(from: form, context)
          let target = try CaseAddress.back(
            filter.query.isEmpty ? path : "\(path)?\(filter.query)", within: path)
          return { transaction in
            let others = try store.savedFilters(of: account, in: transaction)
              .filter { $0.name != filter.name }
            guard others.count < SavedFilter.most else {
              throw HTTPProblem.conflict(
                ja: "保存できる絞り込みは\(SavedFilter.most)個までです。",
                en: "At most \(SavedFilter.most) filters can be saved.")
            }
            try store.save(filter, of: account, in: transaction)
            return .redirect(to: target)
          }
        }
      },
      .post("\(path)/filters/{id}/delete", access: access) { context in
        let account = try account(of: context)
        let id = try context.request.parameter("id", as: UUIDv7.self)
        let target = try CaseAddress.back(path, within: path)
        return { transaction in
          guard try store.deleteFilter(id, of: account, in: transaction) else {
            throw HTTPProblem.notFound
          }
          return .redirect(to: target)
        }
      },
    ]
  }

  private static func account(of context: RequestContext) throws -> UUIDv7 {
    guard let principal = context.principal else { throw HTTPProblem.notFound }
    return principal.id
  }

  private static func filter(
    from form: FormData, _ context: RequestContext
  ) throws -> SavedFilter {
    let name = (form.first("name") ?? "").trimmingWhitespace
    guard (1...SavedFilter.longestName).contains(name.count), name.utf8.count <= 400,
      name.isLine(of: 400)
    else {
      throw HTTPProblem.invalid([
        HTTPProblem.InvalidField(
          field,
          LocalizedText(
            ja: "名前を\(SavedFilter.longestName)文字以内で入力してください。",
            en: "Enter a name of at most \(SavedFilter.longestName) characters."))
      ])
    }
    // What is kept is what was understood, not what was sent.
    let sent = try URLEncodedForm.parse(Array((form.first("query") ?? "").utf8))
    let query = FilterQuery(value: { sent.first($0) }, me: context.principal?.id)
    let text = URLEncodedForm.encode(query.filter.parameters(me: context.principal?.id))
    return SavedFilter(id: UUIDv7(at: context.now), name: name, query: text)
  }
}
