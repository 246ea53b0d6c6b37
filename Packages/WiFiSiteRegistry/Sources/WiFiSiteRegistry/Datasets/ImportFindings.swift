import YuiOpenData
import YuiStorage
import YuiText

/// What an import of sites has to tell besides problems and repairs: of single rows, as long as they
/// are few, and of all in a line each.
struct ImportFindings: Sendable {
  /// The most rows that are told one by one, of each kind.
  private static let mostNotes = 40

  private var rowsWithoutKana = 0
  private var newWithoutPlace = 0
  private var rowsWithoutStatus = 0
  private var guessed: [FacilityClass: Int] = [:]
  private var doubts: [PositionDoubt: Int] = [:]
  private var longSSIDs = 0
  private var same = 0
  private var elsewhere = 0
  private var alike = 0
  private var missing: (sites: Int, such: [String]) = (0, [])

  /// Counts what a row leaves out.
  mutating func count(_ site: WiFiSite, given: SiteCells, isNew: Bool) {
    if site.kana.isEmpty { rowsWithoutKana += 1 }
    if isNew, site.place == nil { newWithoutPlace += 1 }
    guard isNew else { return }
    if !given.contains(.status) { rowsWithoutStatus += 1 }
    if !given.contains(.facilityClass) { guessed[site.facilityClass, default: 0] += 1 }
  }

  // MARK: Single rows

  /// A position that may be wrong.
  mutating func doubt(_ site: WiFiSite, line: Int) -> LocalizedText? {
    guard let doubt = site.doubt, let place = site.place else { return nil }
    doubts[doubt, default: 0] += 1
    guard doubts.values.reduce(0, +) <= Self.mostNotes else { return nil }
    return switch doubt {
    case .atSea:
      LocalizedText(
        ja: "\(line)行目：「\(site.name)」の位置（\(place.text)）は海上か国外です。そのまま登録し、要確認の印を付けます。",
        en:
          "Line \(line): the position of “\(site.name)” (\(place.text)) is at sea or abroad. It is "
          + "kept and marked for checking.")
    case .otherPrefecture:
      LocalizedText(
        ja: "\(line)行目：「\(site.name)」の位置（\(place.text)）は住所と別の都道府県です。そのまま登録し、要確認の印を付けます。",
        en: "Line \(line): the position of “\(site.name)” (\(place.text)) is in another prefecture "
          + "than its address. It is kept and marked for checking.")
    case .seenElsewhere:
      LocalizedText(
        ja: "\(line)行目：「\(site.name)」の位置（\(place.text)）は、現地の確認で違うとされたままです。",
        en:
          "Line \(line): somebody who was at “\(site.name)” found its position (\(place.text)) to be "
          + "wrong, and it is the same still.")
    }
  }

  /// A name that no network can have (IEEE 802.11: 32 octets).
  mutating func longSSID(_ site: WiFiSite, line: Int) -> LocalizedText? {
    guard let ssid = site.ssids.first(where: { $0.utf8.count > 32 }) else { return nil }
    longSSIDs += 1
    guard longSSIDs <= Self.mostNotes else { return nil }
    return LocalizedText(
      ja: "\(line)行目：SSID「\(ssid)」は32バイトを超えています。実際のネットワーク名か確かめてください。",
      en: "Line \(line): the SSID “\(ssid)” is longer than 32 octets. See whether the network is "
        + "really called that.")
  }

  /// A row that says the same as an earlier one.
  mutating func same(_ site: WiFiSite, line: Int, as earlier: Int) -> LocalizedText? {
    same += 1
    guard same <= Self.mostNotes else { return nil }
    return LocalizedText(
      ja: "\(line)行目：「\(site.name)」は\(earlier)行目と名称・住所・位置が同じです。それぞれ別の場所として登録します。"
        + "重複であれば、取込後に一方を廃止にしてください。",
      en:
        "Line \(line): “\(site.name)” has the same name, address and position as line \(earlier). "
        + "Both are kept as sites; if they are one, retire the other after the import.")
  }

  /// A row that says the same as an earlier one, but for the position.
  mutating func elsewhere(
    _ site: WiFiSite, line: Int, than earlier: (line: Int, place: Coordinate?)
  ) -> LocalizedText? {
    elsewhere += 1
    guard elsewhere <= Self.mostNotes else { return nil }
    let distance = site.place.flatMap { place in earlier.place.map { place.distance(to: $0) } }
    let (ja, en) =
      distance.map { metres in
        metres < 1_000
          ? ("（約\(Int(metres.rounded()))m離れています）", ", about \(Int(metres.rounded())) m away")
          : (
            "（約\(TableValue((metres / 100).rounded() / 10).text)km離れています）",
            ", about \(TableValue((metres / 100).rounded() / 10).text) km away"
          )
      } ?? ("", "")
    return LocalizedText(
      ja: "\(line)行目：「\(site.name)」は\(earlier.line)行目と名称・住所が同じで、位置が違います\(ja)。"
        + "どちらの位置も正しいか確かめてください。",
      en: "Line \(line): “\(site.name)” has the same name and address as line \(earlier.line), at "
        + "another position\(en). See whether both are right.")
  }

  /// A new site that may be one that is stored.
  mutating func alike(_ new: NewSite, _ likeness: LikenessIndex.Likeness) -> LocalizedText? {
    alike += 1
    guard alike <= Self.mostNotes else { return nil }
    let (name, id) = (likeness.site.name, likeness.site.id)
    let away = likeness.finding.distance.map(WiFiWording.distance)
    return LocalizedText(
      ja: "\(new.line)行目：新しい「\(new.name)」は、登録済みの「\(name)」（id \(id)"
        + (away.map { "、距離 \($0[.ja])" } ?? "") + "）に似ています。同じ場所であれば、この行のid列にこのidを入れてください。",
      en: "Line \(new.line): the new “\(new.name)” looks like “\(name)” (id \(id))"
        + (away.map { ", which is \($0[.en]) away" } ?? "")
        + ". If it is the same, put that id into the row.")
  }

  /// A row that names a site which was merged into another.
  static func merged(_ id: UUIDv7, into survivor: UUIDv7, line: Int) -> LocalizedText {
    LocalizedText(
      ja: "\(line)行目：id \(id) の場所は、統合先の場所（id \(survivor)）として読みました。",
      en: "Line \(line): the site with id \(id) was merged into another; read as that one "
        + "(id \(survivor)).")
  }

  /// The stored sites that no row is about.
  mutating func count(missing sites: Int, such names: [String]) { missing = (sites, names) }

  // MARK: All rows

  /// What is told of all rows.
  ///
  /// - Parameter ownColumns: the columns that the file alone has.
  func summaries(ownColumns: Set<String>) -> [LocalizedText] {
    [
      Self.columnsSummary(ownColumns), kanaSummary, placeSummary, statusSummary, classSummary,
      sameSummary, elsewhereSummary, doubtSummary, alikeSummary, missingSummary,
    ].compactMap(\.self)
  }

  private static func columnsSummary(_ names: Set<String>) -> LocalizedText? {
    guard !names.isEmpty else { return nil }
    let list = names.sorted()
    return LocalizedText(
      ja: "この台帳にない列：\(list.joined(separator: "、"))。内容はそのまま保存し、書出しで戻します。"
        + "意味のある列であれば、列名をひな形に合わせてください。",
      en:
        "Columns that the register does not know: \(list.joined(separator: ", ")). They are kept and "
        + "come out again. Where they mean something here, name them as the template does.")
  }

  private var placeSummary: LocalizedText? {
    guard newWithoutPlace > 0 else { return nil }
    let sites = NumberText.grouped(newWithoutPlace)
    return LocalizedText(
      ja: "緯度・経度のない新しい場所：\(sites)件。地図には出ません。",
      en: "New sites without a position: \(sites). Maps will not show them.")
  }

  private var kanaSummary: LocalizedText? {
    guard rowsWithoutKana > 0 else { return nil }
    let rows = NumberText.grouped(rowsWithoutKana)
    return LocalizedText(
      ja: "名称_カナが空欄の行：\(rows)行。このまま取り込めますが、標準データセットでは必須です。",
      en:
        "Rows without 名称_カナ: \(rows). They are imported as they are; the standard dataset asks for it."
    )
  }

  private var statusSummary: LocalizedText? {
    guard rowsWithoutStatus > 0 else { return nil }
    let rows = NumberText.grouped(rowsWithoutStatus)
    return LocalizedText(
      ja: "利用状況（status）の記載がない新しい場所：\(rows)件。「利用できます」とします。",
      en: "New sites without status: \(rows). They are taken to be working.")
  }

  private var classSummary: LocalizedText? {
    guard !guessed.isEmpty else { return nil }
    let kinds = guessed.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    let rows = NumberText.grouped(guessed.values.reduce(0, +))
    func list(_ language: Language) -> String {
      kinds.map { "\($0.key.name[language]) \(NumberText.grouped($0.value))" }
        .joined(separator: language.isJapanese ? "、" : ", ")
    }
    return LocalizedText(
      ja: "施設の種類（class）の記載がない新しい場所：\(rows)件。名称から判断しました：\(list(.ja))。",
      en: "New sites without class: \(rows). Guessed from their names: \(list(.en)).")
  }

  private var sameSummary: LocalizedText? {
    guard same > 0 else { return nil }
    return LocalizedText(
      ja: "前の行と名称・住所・位置が同じ行：\(NumberText.grouped(same))行。",
      en: "Rows with name, address and position of an earlier one: \(NumberText.grouped(same)).")
  }

  private var elsewhereSummary: LocalizedText? {
    guard elsewhere > 0 else { return nil }
    return LocalizedText(
      ja: "前の行と名称・住所が同じで位置が違う行：\(NumberText.grouped(elsewhere))行。",
      en: "Rows with name and address of an earlier one at another position: "
        + "\(NumberText.grouped(elsewhere)).")
  }

  private var alikeSummary: LocalizedText? {
    guard alike > 0 else { return nil }
    let sites = NumberText.grouped(alike)
    return LocalizedText(
      ja: "登録済みの場所に似ている新しい場所：\(sites)件。同じ場所であれば、取り込む前に行のidを入れてください。"
        + "取込後は「重複しているかもしれない施設」で統合できます。",
      en:
        "New sites that look like stored ones: \(sites). Where they are the same, put the ids into "
        + "the rows before importing; afterwards, merge them under “Sites that may be the same”.")
  }

  private var missingSummary: LocalizedText? {
    guard missing.sites > 0 else { return nil }
    let sites = NumberText.grouped(missing.sites)
    let hasMore = missing.sites > missing.such.count
    return LocalizedText(
      ja: "ファイルにない登録済みの場所：\(sites)件（\(missing.such.joined(separator: "、"))\(hasMore ? "など" : "")）。"
        + "そのまま残します。なくなった場所は、一覧で選び、廃止にしてください。",
      en: "Stored sites that the file leaves out: \(sites) (\(missing.such.joined(separator: ", "))"
        + "\(hasMore ? " and others" : "")). They stay as they are; retire those that are gone in the "
        + "list of sites.")
  }

  private var doubtSummary: LocalizedText? {
    guard !doubts.isEmpty else { return nil }
    let (sea, other) = (doubts[.atSea] ?? 0, doubts[.otherPrefecture] ?? 0)
    return LocalizedText(
      ja: "位置の確認が必要な場所：海上か国外 \(NumberText.grouped(sea))件、別の都道府県 \(NumberText.grouped(other))件。",
      en: "Positions to check: at sea or abroad \(NumberText.grouped(sea)), in another prefecture "
        + "\(NumberText.grouped(other)).")
  }
}
