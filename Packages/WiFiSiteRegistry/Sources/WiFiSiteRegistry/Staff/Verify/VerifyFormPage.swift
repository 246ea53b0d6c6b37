import YuiHTML
import YuiMaps
import YuiOpenData
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/wifi/verify/{id}`: what is found at one site.
struct VerifyFormPage {
  let site: WiFiSite
  let draft: VerifyDraft
  /// What the form was made from, where it comes back.
  var stamp: String?
  var problems: [String: LocalizedText] = [:]
  /// Whether somebody else changed the site meanwhile.
  var isOutdated = false
  var near: Coordinate?
  let context: RequestContext

  private var language: Language { context.language }

  private var errors: [FieldError] {
    VerifyDraft.fieldOrder.compactMap { name in
      problems[name].map { FieldError(name, $0[language]) }
    }
  }

  var response: Response {
    let status = isOutdated ? 409 : errors.isEmpty ? 200 : 422
    return context.page(
      site.localizedName, shoulder: [LocalizedText(ja: "現地での確認", en: "Verify on site")],
      breadcrumbs: [
        PageLink(LocalizedText(ja: "現地での確認", en: "Verify on site"), VerifyPages.path)
      ], alert: alert, hasErrors: status != 200, width: .reading, status: status
    ) {
      div(.class("cluster")) {
        SiteChips.status(site.status, language)
        SiteChips.position(site, language)
      }
      if !site.fullAddress.isEmpty {
        p { HTML(LocalizedText(asWritten: site.fullAddress), in: language) }
      }
      form(.method("post"), .action("\(VerifyPages.path)/\(site.id)"), .class("form")) {
        context.antiForgeryField
        input(.type("hidden"), .name("stamp"), .value(stamp ?? site.stamp))
        input(.type("hidden"), .name("near"), .value(position))
        fields
        Button(context.text(ja: "保存", en: "Save"), style: .solid)
      }
      p {
        a(.href(StaffPath.site(site.id))) { context.text(ja: "施設の詳細", en: "All about the site") }
      }
    }
  }

  /// Where the list was asked for, to which saving leads back.
  private var position: String {
    (near ?? context.request.query["near"].flatMap { Coordinate($0) })?.description ?? ""
  }

  private var alert: HTML {
    guard isOutdated else { return ErrorSummary(errors, language: language).markup }
    return NotificationBanner(
      .error,
      context.text(
        ja: "入力している間に、ほかの職員がこの施設を変更しました",
        en: "Somebody else changed this site meanwhile"), language: language
    ) {
      p {
        context.text(
          ja: "まだ保存していません。上の利用状況を確かめて、もう一度保存してください。",
          en: "Nothing is saved yet. Look at its status above the form, and save again.")
      }
    }.markup
  }

  @HTMLBuilder private var fields: HTML {
    FormField(
      "status", label: context.text(ja: "使えましたか", en: "Did it work?"), language: language,
      error: errors.message(for: "status"),
      control: .radioButtons(
        VerifyDraft.statuses.map { Choice($0.rawValue, $0.name, in: language) },
        selected: draft.status))
    if let place = site.place, let box = place.box {
      MapFigure(
        context.text(ja: "登録されている位置", en: "Where it is said to be"),
        view: MapView(around: box),
        points: [MapPoint(place, site.look, label: site.localizedName[language])],
        language: language)
      FormField(
        "position", label: context.text(ja: "位置は合っていますか", en: "Is the position right?"),
        language: language, need: .optional, error: errors.message(for: "position"),
        control: .radioButtons(
          VerifyDraft.Position.allCases.map { Choice($0.rawValue, $0.name, in: language) },
          selected: draft.position))
    }
    if !site.ssids.isEmpty {
      FormField(
        "seen", label: context.text(ja: "見えたSSID", en: "SSIDs that could be seen"),
        language: language, need: .optional, error: errors.message(for: "seen"),
        control: .checkboxes(
          site.ssids.map { Choice($0, LocalizedText(asWritten: $0), in: language) },
          selected: draft.seen))
    }
    FormField(
      "other", label: context.text(ja: "登録のないSSID", en: "An SSID that is not listed"),
      language: language, need: .optional,
      support: context.text(ja: "この施設のSSIDに加えます。", en: "It is added to the site's."),
      error: errors.message(for: "other"), control: .text(draft.other, width: .medium))
    FormField(
      "remark", label: context.text(ja: "メモ（公開しません）", en: "Remark (never public)"),
      language: language, need: .optional, error: errors.message(for: "remark"),
      control: .textArea(draft.remark, limit: VerifyDraft.longestRemark, rows: 3))
  }
}
