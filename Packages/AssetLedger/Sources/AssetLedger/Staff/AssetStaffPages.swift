import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/assets`: the assets for staff.
enum AssetStaffPages {
  private static let path = "\(AssetStaffPath.assets)/items/{id}"

  static let routes: [Route] = [
    .get(AssetStaffPath.assets, access: .permission(AssetPermission.read)) { context, snapshot in
      try AssetStaffListPage(context, in: snapshot).response
    },
    .get("\(AssetStaffPath.assets)/new", access: .permission(AssetPermission.manage)) {
      context, _ in
      AssetFormPage(draft: AssetDraft(), asset: nil, context: context).response
    },
    .post("\(AssetStaffPath.assets)/new", access: .permission(AssetPermission.manage)) { context in
      let draft = AssetDraft(form: try context.request.form())
      return { try add(draft, context, in: $0) }
    },
    .get(path, access: .permission(AssetPermission.read)) { context, snapshot in
      try AssetStaffPage(context, in: snapshot).response
    },
    .get("\(path)/edit", access: .permission(AssetPermission.manage)) { context, snapshot in
      let asset = try context.staffAsset(in: snapshot)
      return AssetFormPage(draft: AssetDraft(asset), asset: asset, context: context).response
    },
    .post("\(path)/edit", access: .permission(AssetPermission.manage)) { context in
      let form = try context.request.form()
      return { try change(by: form, context, in: $0) }
    },
    .post("\(path)/position", access: .permission(AssetPermission.manage)) { context in
      { try believePosition(context, in: $0) }
    },
    .get("\(path)/remove", access: .permission(AssetPermission.manage)) { context, snapshot in
      AssetRemovalPage(asset: try context.staffAsset(in: snapshot), context: context).response
    },
    .post("\(path)/remove", access: .permission(AssetPermission.manage)) { context in
      { try remove(context, in: $0) }
    },
  ]

  private static func add(
    _ draft: AssetDraft, _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    var result = draft.checked(replacing: nil, today: context.now.date)
    if case .success(let asset, _) = result, try AssetStore.asset(asset.id, in: transaction) != nil
    {
      result = .failure([
        "id": LocalizedText(
          ja: "番号\(asset.id)の資産はすでにあります。別の番号を入力してください。",
          en: "There is an asset \(asset.id) already. Enter another id.")
      ])
    }
    switch result {
    case .failure(let problems):
      return AssetFormPage(draft: draft, asset: nil, problems: problems, context: context).response
    case .success(let asset, let wasSwapped):
      try AssetStore.save(asset, on: context.occasion, in: transaction)
      try context.record(
        AuditEvent(
          "assets.asset.added", subject: asset.id.description, details: ["name": asset.name]),
        in: transaction)
      return .redirect(to: AssetStaffPath.asset(asset.id, done: wasSwapped ? .swapped : .added))
    }
  }

  private static func change(
    by form: FormData, _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    let old = try context.staffAsset(in: transaction)
    var mine = AssetDraft(form: form)
    let (base, stored) = (AssetDraft(base: form), AssetDraft(old))
    let merge = ThreeWayMerge(
      AssetField.all, base: base.compared, stored: stored.compared, mine: mine.compared)
    let conflicts = merge.conflicts.map {
      AssetFormPage.Conflict(field: $0, stored: stored[$0.name], mine: mine[$0.name])
    }
    for field in merge.taken { mine[field.name] = stored[field.name] }
    func page(_ problems: [String: LocalizedText] = [:]) -> Response {
      AssetFormPage(
        draft: mine, asset: old, problems: problems, conflicts: conflicts, context: context
      ).response
    }
    switch mine.checked(replacing: old, today: context.now.date) {
    case .failure(let problems): return page(problems)
    case .success(let new, let wasSwapped):
      guard conflicts.isEmpty else { return page() }
      guard new != old else { return .redirect(to: AssetStaffPath.asset(old.id, done: .unchanged)) }
      try context.save(new, in: transaction)
      return .redirect(
        to: AssetStaffPath.asset(
          old.id, done: wasSwapped ? .swapped : merge.taken.isEmpty ? .saved : .combined))
    }
  }

  private static func believePosition(
    _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    var asset = try context.staffAsset(in: transaction)
    asset.doubt = nil
    try context.save(asset, in: transaction)
    return .redirect(to: AssetStaffPath.asset(asset.id, done: .believed))
  }

  private static func remove(
    _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    let asset = try context.staffAsset(in: transaction)
    try AssetStore.remove([asset.id], on: context.occasion, in: transaction)
    try context.record(
      AuditEvent(
        "assets.asset.removed", subject: asset.id.description, details: ["name": asset.name]),
      in: transaction)
    return .redirect(to: "/staff/assets?done=\(AssetNotice.Deed.removed.rawValue)")
  }
}

extension RequestContext {
  /// Who changes assets by this request, and when.
  fileprivate var occasion: AssetStore.Occasion {
    AssetStore.Occasion(who: principal?.name ?? "", source: .staff, at: now)
  }

  /// Stores an asset, and records what is different.
  fileprivate func save(_ asset: Asset, in transaction: Transaction) throws {
    guard let change = try AssetStore.save(asset, on: occasion, in: transaction) else { return }
    let details = change.fields.map { ($0.name, $0.after) }
    try record(
      AuditEvent(
        "assets.asset.changed", subject: asset.id.description,
        details: Dictionary(details) { first, _ in first }), in: transaction)
  }
}
