import YuiHTML
import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/assets/carriers`: the organisations that the desk invites.
enum CarrierPages {
  static let path = "/staff/assets/carriers"
  private static let access = Access.permission(AssetPermission.carriers)

  static let routes: [Route] = [
    .get(path, access: access) { context, snapshot in
      try CarrierListPage(context, in: snapshot).response
    },
    .post(path, access: access) { context in
      let form = try context.request.form()
      let id = UUIDv7(at: context.now)
      return { transaction in
        do {
          let carrier = try carrier(id, from: form, in: transaction)
          try save(carrier, "assets.carrier.added", context, in: transaction)
          return .redirect(to: "/staff/assets/carriers/\(id)")
        } catch let problem as HTTPProblem where !problem.fieldErrors.isEmpty {
          return try CarrierListPage(
            context, Entered(form, problem, context.language), in: transaction
          ).response
        }
      }
    },
    .get("\(path)/{id}", access: access) { context, snapshot in
      try CarrierPage(context, in: snapshot).response
    },
    .post("\(path)/{id}", access: access) { context in
      let form = try context.request.form()
      return { transaction in
        let id = try context.asked(in: transaction).id
        do {
          let carrier = try carrier(id, from: form, in: transaction)
          try save(carrier, "assets.carrier.changed", context, in: transaction)
          return .redirect(to: "/staff/assets/carriers/\(id)?done=saved")
        } catch let problem as HTTPProblem where !problem.fieldErrors.isEmpty {
          return try CarrierPage(
            context, Entered(form, problem, context.language), in: transaction
          ).response
        }
      }
    },
  ]

  /// What a form says of a carrier.
  private static func carrier(
    _ id: UUIDv7, from form: FormData, in source: some Queryable
  ) throws -> Carrier {
    var reader = FormReader(form)
    let name = reader.read("name", AssetReaders.line(100))
    let number = reader.read("corporate_number", CorporateNumber.reader, isRequired: false)
    let level = reader.read("level", .choice(labels: \Carrier.Level.name))
    let status = reader.read("status", .choice(labels: \Carrier.Status.name))
    if let number, let other = try CarrierStore.carrier(numbered: number, in: source),
      other.id != id
    {
      reader.refuse(
        "corporate_number",
        LocalizedText(
          ja: "この法人番号は「\(other.name)」に登録されています。",
          en: "“\(other.name)” has this corporate number."))
    }
    guard let name, let level, let status else { return try reader.checked(nil) }
    return try reader.checked(
      Carrier(id: id, name: name, corporateNumber: number, level: level, status: status))
  }

  private static func save(
    _ carrier: Carrier, _ event: String, _ context: RequestContext, in transaction: Transaction
  ) throws {
    try CarrierStore.save(carrier, in: transaction)
    try context.record(
      AuditEvent(
        event, subject: carrier.id.description,
        details: [
          "name": carrier.name, "level": carrier.level.rawValue, "status": carrier.status.rawValue,
        ]), in: transaction)
  }
}

extension RequestContext {
  /// The carrier that the address names.
  func asked(in source: some Queryable) throws -> Carrier {
    let id = try request.parameter("id", as: UUIDv7.self)
    guard let carrier = try CarrierStore.carrier(id, in: source) else { throw HTTPProblem.notFound }
    return carrier
  }
}
