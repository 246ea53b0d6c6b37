import YuiHTML
import YuiText

/// The fields of a site's form, in their groups.
struct SiteFormFields: Component {
  let draft: SiteDraft
  let profiles: KnownProfiles
  let errors: [FieldError]
  let language: Language

  /// The names of the fields from top to bottom.
  static let order: [String] =
    fields([.name, .kana, .nameEn, .facilityClass, .status, .address, .building, .prefecture])
    + fields([.municipality]) + [SiteDraft.latitudeField, SiteDraft.longitudeField]
    + fields([.ssids, .coverage, .hours, .url, .phone, .phoneExtension, .note])
    + fields([.installer, .provider, .backhaul, .batteryHours, .installedOn, .verifiedOn])
    + fields([.openRoaming, .openRoamingSince, .profile, .rcois, .code, .number])

  private static func fields(_ fields: [SiteField]) -> [String] { fields.map(\.rawValue) }

  @HTMLBuilder var markup: HTML {
    group(LocalizedText(ja: "施設", en: "Site")) { what }
    group(LocalizedText(ja: "場所", en: "Where it is")) { place }
    group(LocalizedText(ja: "利用者への案内", en: "What people are told")) { use }
    group(LocalizedText(ja: "設備", en: "Equipment")) { equipment }
    group(LocalizedText(everywhere: "OpenRoaming")) { openRoaming }
    group(LocalizedText(ja: "公開データ", en: "Published data")) { published }
  }

  @HTMLBuilder private var what: HTML {
    line(.name, need: .required)
    line(.kana, example: "チュウオウトショカン")
    line(.nameEn, example: "Central Library")
    field(
      .facilityClass, need: .required,
      control: .select(
        FacilityClass.allCases.map { Choice($0.rawValue, $0.name, in: language) },
        selected: draft.text(.facilityClass)))
    field(
      .status, need: .required,
      control: .radioButtons(
        SiteStatus.allCases.map { Choice($0.rawValue, $0.name, in: language) },
        selected: draft.text(.status)))
  }

  @HTMLBuilder private var place: HTML {
    line(.address, example: "東京都新宿区西新宿2-8-1")
    line(.building, example: "第一本庁舎 2階")
    line(.prefecture, example: "東京都")
    line(.municipality, example: "新宿区")
    FormField(
      SiteDraft.latitudeField,
      label: LocalizedText(ja: "緯度", en: "Latitude")[language], language: language,
      need: .optional,
      support: LocalizedText(
        ja: "例）35.689634 地図から「35.689634, 139.692101」の形で写したものを、この欄に貼り付けることもできます。",
        en: "such as 35.689634; or paste both here as a map gives them: 35.689634, 139.692101"
      )[language],
      error: errors.message(for: SiteDraft.latitudeField),
      control: .text(draft.place.latitude, width: .medium))
    FormField(
      SiteDraft.longitudeField,
      label: LocalizedText(ja: "経度", en: "Longitude")[language], language: language,
      need: .optional, support: example("139.692101")[language], error: nil,
      control: .text(draft.place.longitude, width: .medium))
  }

  @HTMLBuilder private var use: HTML {
    field(
      .ssids,
      support: LocalizedText(
        ja: "ネットワークの名前を1行に1つ入力してください。", en: "The names of the networks, one a line."),
      control: .textArea(draft.text(.ssids), rows: 3))
    line(.coverage, example: "1階ロビー")
    line(.hours, example: "9:00-20:00")
    field(
      .url, support: example("https://www.example.lg.jp/"),
      control: .text(draft.text(.url), kind: .url))
    field(.phone, control: .text(draft.text(.phone), kind: .tel, width: .medium))
    line(.phoneExtension, width: .short)
    field(.note, control: .textArea(draft.text(.note), limit: SiteLimits.longestNote, rows: 3))
  }

  @HTMLBuilder private var equipment: HTML {
    line(.installer)
    line(.provider)
    field(
      .backhaul,
      control: .select(
        Backhaul.allCases.map { Choice($0.rawValue, $0.name, in: language) },
        selected: draft.text(.backhaul), unchosen: LocalizedText(ja: "不明", en: "Unknown")[language])
    )
    field(.batteryHours, control: .number(draft.text(.batteryHours)))
    field(.installedOn, control: .date(draft.day(.installedOn)))
    field(.verifiedOn, control: .date(draft.day(.verifiedOn)))
  }

  @HTMLBuilder private var openRoaming: HTML {
    field(
      .openRoaming, need: .required,
      control: .radioButtons(
        OpenRoamingState.allCases.map { Choice($0.rawValue, $0.name, in: language) },
        selected: draft.text(.openRoaming)))
    field(
      .openRoamingSince,
      support: LocalizedText(
        ja: "対応済みなら始めた日、対応予定なら予定日。年度ごとの進捗を数えるために使います。",
        en: "Since when, or for when it is planned; the progress by fiscal year counts by it."),
      control: .date(draft.day(.openRoamingSince)))
    field(
      .profile,
      control: .select(
        profiles.choices(selected: draft.text(.profile), in: language),
        selected: draft.text(.profile),
        unchosen: LocalizedText(ja: "なし", en: "None")[language]))
    field(
      .rcois,
      support: LocalizedText(
        ja: "プロファイルと異なるものを発信している場合だけ、1行に1つ入力してください。例）5A03BA0000",
        en: "Only where it announces others than its profile, one a line, such as 5A03BA0000."),
      control: .textArea(draft.text(.rcois), rows: 3))
  }

  @HTMLBuilder private var published: HTML {
    line(.code, example: "131041", width: .medium)
    line(.number, width: .medium)
  }

  // MARK: Parts

  private func group(_ name: LocalizedText, @HTMLBuilder _ content: () -> HTML) -> HTML {
    section(.class("panel")) {
      h2 { HTML(name, in: language) }
      content()
    }
  }

  private func line(
    _ field: SiteField, need: FormField.Need = .optional, example: String? = nil,
    width: FieldControl.TextWidth = .full
  ) -> FormField {
    self.field(
      field, need: need, support: example.map(self.example),
      control: .text(draft.text(field), width: width))
  }

  private func field(
    _ field: SiteField, need: FormField.Need = .optional, support: LocalizedText? = nil,
    control: FieldControl
  ) -> FormField {
    FormField(
      field.rawValue, label: field.name, language: language, need: need, support: support,
      error: errors.message(for: field.rawValue), control: control)
  }

  /// An example in Japanese stays one on an English page, which then says so.
  private func example(_ text: String) -> LocalizedText {
    LocalizedText(
      ja: "例）\(text)", en: text.utf8.allSatisfy { $0 < 0x80 } ? "such as \(text)" : "")
  }
}
