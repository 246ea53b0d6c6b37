import YuiHTML
import YuiOpenData
import YuiText
import YuiWeb

/// An application as it was entered.
struct ApplicationDraft: Sendable {
  let purpose: String
  let partners: String
  let wishedFrom: CalendarDate
  let wishedUntil: CalendarDate
  let equipment: [Equipment]
  let assets: [AssetID]

  /// Reads a form.
  ///
  /// - Throws: a problem that names each field that is wrong.
  init(_ form: FormData) throws {
    var reader = FormReader(form)
    let assets = Self.assets(&reader)
    let purpose = reader.read("purpose", AssetReaders.text(2_000))
    let partners = reader.read("partners", AssetReaders.text(500), isRequired: false) ?? ""
    let from = reader.day("from")
    let until = reader.day("until")
    if let from, let until, until <= from {
      reader.refuse(
        "until",
        LocalizedText(ja: "開始日より後の日を入力してください。", en: "Enter a day after the first one."))
    }
    let equipment = Self.equipment(&reader)
    guard let purpose, let from, let until else {
      self = try reader.checked(nil)
      return
    }
    _ = try reader.checked(true)
    (self.purpose, self.partners, self.assets) = (purpose, partners, assets)
    (wishedFrom, wishedUntil, self.equipment) = (from, until, equipment)
  }

  private static func assets(_ reader: inout FormReader) -> [AssetID] {
    let lines = (reader.form.first("assets") ?? "").split { "\n\r,、".contains($0) }
    let texts = lines.map { String($0).trimmingWhitespace }.filter { !$0.isEmpty }
    var found: [AssetID] = []
    for text in texts {
      guard let id = AssetID(text) else {
        reader.refuse("assets", AssetID.expectation)
        return []
      }
      if !found.contains(id) { found.append(id) }
    }
    if !(1...Application.mostAssets).contains(found.count) {
      reader.refuse(
        "assets",
        LocalizedText(
          ja: "資産の番号を1行に1つ、1件から\(Application.mostAssets)件まで入力してください。",
          en: "Enter from one to \(Application.mostAssets) ids of assets, one on each line."))
    }
    return found
  }

  private static func equipment(_ reader: inout FormReader) -> [Equipment] {
    var found: [Equipment] = []
    for row in 1...Equipment.most {
      guard let kind = reader.form.first("kind-\(row)"), !kind.isEmpty else { continue }
      let read = reader.read("kind-\(row)", .choice(labels: \Equipment.Kind.name))
      let sides = ["width", "height", "depth"].map { reader.read("\($0)-\(row)", side) }
      let weight = reader.read("weight-\(row)", mass)
      let bands = reader.read("bands-\(row)", AssetReaders.line(100), isRequired: false) ?? ""
      let power = reader.read("power-\(row)", watts, isRequired: false)
      guard let read, let weight, let width = sides[0], let height = sides[1], let depth = sides[2]
      else { continue }
      found.append(
        Equipment(
          kind: read, width: width, height: height, depth: depth, weight: weight, bands: bands,
          power: power))
    }
    if found.isEmpty, reader.problems.isEmpty {
      reader.refuse(
        "kind-1", LocalizedText(ja: "設備を1つ以上入力してください。", en: "Enter one piece of equipment."))
    }
    return found
  }

  private static let side = AssetReaders.measure(in: 0.1...5_000, units: ["cm", "センチ"])
  private static let mass = AssetReaders.measure(in: 0...100_000, units: ["kg", "キログラム"])
  private static let watts = AssetReaders.measure(in: 0...100_000, units: ["w", "ワット"])
}
