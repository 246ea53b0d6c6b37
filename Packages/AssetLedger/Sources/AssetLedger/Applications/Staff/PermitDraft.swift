import YuiHTML
import YuiOpenData
import YuiText
import YuiWeb

/// A permit as an officer entered it, with what becomes of each asset.
struct PermitDraft: Sendable {
  let number: String
  let from: CalendarDate
  let until: CalendarDate
  let conditions: String
  let fee: Int
  let outcomes: [Application.Item]

  /// Reads the form for an application.
  init(_ form: FormData, for application: Application) throws {
    var reader = FormReader(form)
    let number = reader.read("number", AssetReaders.line(60))
    let from = reader.day("from")
    let until = reader.day("until")
    if let from, let until, until <= from {
      reader.refuse(
        "until",
        LocalizedText(
          ja: "期間の終わりには、始まりより後の日を入力してください。",
          en: "A permit ends after it begins: enter a later day."))
    }
    let fee = reader.read("fee", AssetReaders.whole(in: 0...1_000_000_000, units: ["円", "yen"]))
    let conditions = reader.read("conditions", AssetReaders.text(4_000), isRequired: false) ?? ""
    let granted = Set(form.values(named: "granted"))
    var outcomes: [Application.Item] = []
    for (index, item) in application.assets.enumerated() {
      if granted.contains(item.asset.description) {
        outcomes.append(.init(asset: item.asset, outcome: .granted, reason: ""))
        continue
      }
      let reason = reader.read("reason-\(index + 1)", AssetReaders.text(500), isRequired: false)
      if reason == nil {
        reader.refuse(
          "reason-\(index + 1)",
          LocalizedText(
            ja: "許可しない資産「\(item.asset)」の理由を500文字以内で入力してください。",
            en: "Say in at most 500 characters why asset “\(item.asset)” is not granted."))
      }
      outcomes.append(.init(asset: item.asset, outcome: .refused, reason: reason ?? ""))
    }
    if !outcomes.contains(where: { $0.outcome == .granted }) {
      reader.refuse(
        "granted",
        LocalizedText(
          ja: "許可する資産を1件以上選択してください。すべて許可しない場合は「不許可にする」を使ってください。",
          en: "Choose at least one asset. To grant none, refuse the application."))
    }
    guard let number, let from, let until, let fee else {
      self = try reader.checked(nil)
      return
    }
    _ = try reader.checked(true)
    (self.number, self.from, self.until) = (number, from, until)
    (self.conditions, self.fee, self.outcomes) = (conditions, fee, outcomes)
  }
}
