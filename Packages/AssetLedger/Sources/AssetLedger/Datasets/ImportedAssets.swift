import Synchronization
import YuiOpenData
import YuiStorage
import YuiText

/// The rows of one import so far, and what there is to tell of them.
final class ImportedAssets: Sendable {
  /// The most rows that are told one by one.
  private static let mostNotes = 40

  private struct State {
    /// The assets that no row was about yet.
    var missing: Set<AssetID>
    var lines: [AssetID: Int] = [:]
    var doubts: [PositionDoubt: Int] = [:]
    var newWithoutPublish = 0
    var newWithoutAvailability = 0
  }

  private let state: Mutex<State>

  /// Begins an import into what is stored.
  init(in source: some Queryable) throws {
    state = Mutex(State(missing: Set(try AssetStore.ids(in: source))))
  }

  /// Takes in what there is to say of a row; returns what is said of it by itself.
  ///
  /// - Throws: a `RowProblem` where an earlier row is about the same asset.
  func note(
    _ record: AssetRecord, from row: DatasetRow, in source: some Queryable
  ) throws -> LocalizedText? {
    let id = record.asset.id
    let isKnown = try state.withLock { state in
      if let earlier = state.lines[id] { throw Self.doubled(row, earlier) }
      state.lines[id] = row.line
      return state.missing.remove(id) != nil
    }
    let asset = record.merged(into: nil)
    // Only what may be wrong is looked up: files are long.
    let known = isKnown && asset.doubt != nil ? try AssetStore.asset(id, in: source) : nil
    return state.withLock { state in
      if !isKnown {
        if !record.says("publish") { state.newWithoutPublish += 1 }
        if !record.says("availability") { state.newWithoutAvailability += 1 }
      }
      guard let doubt = asset.doubt, known?.place != asset.place else { return nil }
      state.doubts[doubt, default: 0] += 1
      guard state.doubts.values.reduce(0, +) <= Self.mostNotes else { return nil }
      return LocalizedText(
        ja: "\(row.line)行目：「\(asset.name)」の位置（\(asset.place)）は、\(doubt.name[.ja])。"
          + "そのまま登録し、要確認の印を付けます。",
        en: "Line \(row.line): the position of “\(asset.name)” (\(asset.place)) may be wrong. "
          + "\(doubt.name[.en]). It is kept and marked for checking.")
    }
  }

  /// What is told of all rows, in a line each.
  var summaries: [LocalizedText] {
    state.withLock { state in
      var told: [LocalizedText] = []
      func tell(_ count: Int, ja: (String) -> String, en: (String) -> String) {
        guard count > 0 else { return }
        let number = NumberText.grouped(count)
        told.append(LocalizedText(ja: ja(number), en: en(number)))
      }
      tell(state.newWithoutPublish) {
        "公開範囲（publish）の記載がない新しい資産：\($0)件。「庁内のみ」とし、公開しません。"
      } en: {
        "New assets without publish: \($0). They are kept internal and not published."
      }
      tell(state.newWithoutAvailability) {
        "利用の状況（availability）の記載がない新しい資産：\($0)件。「申請できます」、適さない理由があれば「対象外」とします。"
      } en: {
        "New assets without availability: \($0). They are open, or closed where a reason why they are "
          + "unsuitable is given."
      }
      let (sea, other) = (state.doubts[.atSea] ?? 0, state.doubts[.otherPrefecture] ?? 0)
      tell(sea + other) { _ in
        "位置の確認が必要な資産：海上か国外 \(NumberText.grouped(sea))件、別の都道府県 \(NumberText.grouped(other))件。"
      } en: { _ in
        "Positions to check: at sea or abroad \(NumberText.grouped(sea)), in another prefecture "
          + "\(NumberText.grouped(other))."
      }
      tell(state.missing.count) {
        "登録済みでこのファイルにない資産：\($0)件。そのまま残します。"
      } en: {
        "Registered assets that this file does not have: \($0). They stay as they are."
      }
      return told
    }
  }

  private static func doubled(_ row: DatasetRow, _ earlier: Int) -> RowProblem {
    row.problem(
      in: "id",
      LocalizedText(
        ja: "\(earlier)行目と同じ資産です。1行にまとめるか、番号を直してください。",
        en: "Line \(earlier) is about the same asset. Keep one of them, or mend the id."))
  }
}
