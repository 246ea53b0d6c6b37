import YuiCasework
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

extension ApplicationStore {
  /// Sends a draft to the desk: its case begins.
  static func submit(
    _ draft: Application, of carrier: Carrier, by hand: CaseHand, in transaction: Transaction
  ) throws -> Case {
    var application = draft
    let ids = application.assets.map(\.asset)
    // Since it was written assets may have gone, or are no longer for this carrier to know.
    let unknown = try unknown(ids, to: carrier, in: transaction)
    guard unknown.isEmpty else {
      let list = unknown.map(\.description).joined(separator: ", ")
      throw HTTPProblem.conflict(
        ja: "次の資産は見つかりません。申請書から外してください：\(list)",
        en: "There are no such assets any more, leave them out: \(list)")
    }
    try requireFree(ids, for: application.id, in: transaction)
    application.submittedAt = hand.now
    try write(application, in: transaction)
    try ApplicationCases.store.open(
      [
        CaseDraft(
          subject: application.id.description, topic: application.carrier.description,
          receivedAt: hand.now)
      ], at: hand.now, in: transaction)
    let subject = application.id.description
    guard let item = try ApplicationCases.store.case(about: subject, in: transaction) else {
      throw HTTPProblem.internalError
    }
    try record(
      .submitted, item.number,
      [
        .init(name: "state", before: "", after: item.state),
        .init(
          name: "assets", before: "",
          after: application.assets.map(\.asset.description).joined(separator: ";")),
      ], at: hand.now, in: transaction)
    return item
  }

  /// Gives a permit for some of the assets; the others are refused with a reason.
  ///
  /// The first application that is granted an asset has it: another is refused here.
  static func grant(
    _ permit: Permit, _ item: Case, _ application: Application, outcomes: [Application.Item],
    by hand: CaseHand, in transaction: Transaction
  ) throws {
    let granted = outcomes.filter { $0.outcome == .granted }.map(\.asset)
    let own = application.assets.filter { $0.outcome == .granted }.map(\.asset)
    try requireFree(
      granted.filter { !own.contains($0) }, for: application.id, in: transaction)
    var application = application
    application.assets = outcomes
    let before = try self.permit(of: application.id, in: transaction)
    try write(application, in: transaction)
    try write(permit, of: application.id, in: transaction)
    try ApplicationCases.store.move(item.number, to: "permitted", by: hand, in: transaction)
    try set(.reserved, assets: granted, by: hand, in: transaction)
    try set(
      .open, assets: own.filter { !granted.contains($0) }, by: hand, in: transaction)
    try record(
      .permitted, item.number,
      [
        .init(name: "permit", before: before?.number ?? "", after: permit.number),
        .init(name: "from", before: before?.from.iso ?? "", after: permit.from.iso),
        .init(name: "until", before: before?.until.iso ?? "", after: permit.until.iso),
        .init(name: "fee_yen", before: before.map { "\($0.fee)" } ?? "", after: "\(permit.fee)"),
        .init(
          name: "assets", before: own.map(\.description).joined(separator: ";"),
          after: granted.map(\.description).joined(separator: ";")),
      ], at: hand.now, in: transaction)
  }

  /// What follows from a change of a case, in its transaction.
  @Sendable static func follow(_ change: CaseChange, in transaction: Transaction) throws {
    guard change.kind == .moved else { return }
    try record(
      .moved, change.new.number,
      [.init(name: "state", before: change.old.state, after: change.new.state)],
      at: change.hand.now, in: transaction)
    let state: Availability? =
      switch change.new.state {
      case "operation": .occupied
      case "removed": .open
      default: nil
      }
    guard let state, let id = UUIDv7(change.new.subject),
      let application = try application(id, in: transaction)
    else { return }
    try set(
      state, assets: application.assets.filter { $0.outcome == .granted }.map(\.asset),
      by: change.hand, in: transaction)
  }

  private static func set(
    _ availability: Availability, assets: [AssetID], by hand: CaseHand,
    in transaction: Transaction
  ) throws {
    let known = try AssetStore.assets(assets, in: transaction)
    let changed = known.values.sorted { $0.id < $1.id }.map { asset in
      var asset = asset
      asset.availability = availability
      return asset
    }
    try AssetStore.save(
      changed, replacing: known,
      on: AssetStore.Occasion(who: hand.actor.name, source: .application, at: hand.now),
      in: transaction)
  }

  /// Writes a change of an application into the ledger: every one comes by here.
  ///
  /// No person is named, and nothing of it is shown: carriers' plans are their own.
  private static func record(
    _ kind: LedgerEntry.Kind, _ number: Int, _ fields: [AssetChange.Field], at now: Timestamp,
    in transaction: Transaction
  ) throws {
    try AssetLog.append(
      [
        LedgerEntry.Draft(
          entry: LedgerEntry(kind, application: number, fields: fields), isOpen: false)
      ], at: now, in: transaction)
  }
}
