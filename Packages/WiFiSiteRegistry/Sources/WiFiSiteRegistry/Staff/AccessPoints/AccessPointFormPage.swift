import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The form of an access point: a new one, or one that is changed or taken away.
struct AccessPointFormPage {
  let site: WiFiSite
  let draft: AccessPointDraft
  /// What is changed; `nil` for a new one.
  var point: AccessPoint?
  /// What the form was made from, where it comes back.
  var stamp: String?
  var problems: [String: LocalizedText] = [:]
  /// Whether somebody else changed it meanwhile.
  var isOutdated = false
  let context: RequestContext

  private var language: Language { context.language }

  private var errors: [FieldError] {
    AccessPointDraft.fieldOrder.compactMap { name in
      problems[name].map { FieldError(name, $0[language]) }
    }
  }

  var response: Response {
    let status = isOutdated ? 409 : errors.isEmpty ? 200 : 422
    return context.page(
      point == nil
        ? LocalizedText(ja: "アクセスポイントの追加", en: "Add an access point")
        : LocalizedText(ja: "アクセスポイントの編集", en: "Edit an access point"),
      shoulder: [site.localizedName] + (point.map { [LocalizedText(everywhere: $0.code)] } ?? []),
      breadcrumbs: StaffPath.trail(to: site), alert: alert, hasErrors: status != 200,
      width: .reading, status: status
    ) {
      if isOutdated, let point {
        AccessPointTable(site: site, points: [point], mayManage: false, language: language)
      }
      form(.method("post"), .class("form")) {
        context.antiForgeryField
        if let point {
          input(
            .type("hidden"), .name("stamp"), .value(isOutdated ? point.stamp : stamp ?? point.stamp)
          )
        }
        fields
        Button(context.text(ja: "保存", en: "Save"), style: .solid)
      }
      if let point { removal(of: point) }
    }
  }

  private var alert: HTML {
    guard isOutdated else { return ErrorSummary(errors, language: language).markup }
    return NotificationBanner(
      .error,
      context.text(
        ja: "編集している間に、ほかの職員がこのアクセスポイントを変更しました",
        en: "Somebody else changed this access point while you were editing it"),
      language: language
    ) {
      p {
        context.text(
          ja: "まだ保存していません。下の表がいま保存されている内容、入力欄があなたの入力です。必要なら直して、もう一度保存してください。",
          en: "Nothing is saved yet. The table shows what is stored by now, the fields what you "
            + "entered. Mend what needs it, and save again.")
      }
    }.markup
  }

  @HTMLBuilder private var fields: HTML {
    if point == nil {
      FormField(
        "code", label: context.text(ja: "番号", en: "Code"), language: language,
        support: context.text(ja: "例）2F-03 後から変えられません。", en: "such as 2F-03; it never changes."),
        error: errors.message(for: "code"), control: .text(draft.code, width: .medium))
    }
    FormField(
      "position", label: context.text(ja: "場所", en: "Place"), language: language,
      need: .optional, support: context.text(ja: "例）2階 閲覧室", en: "such as 2nd floor, reading room"),
      error: errors.message(for: "position"), control: .text(draft.position))
    FormField(
      "bands", label: context.text(ja: "周波数帯", en: "Bands"), language: language,
      need: .optional, error: errors.message(for: "bands"),
      control: .checkboxes(
        RadioBand.allCases.map { Choice($0.rawValue, $0.rawValue) }, selected: draft.bands))
    FormField(
      "security", label: context.text(ja: "セキュリティ", en: "Security"), language: language,
      need: .optional, error: errors.message(for: "security"),
      control: .checkboxes(
        WiFiSecurity.allCases.map { Choice($0.rawValue, $0.rawValue) }, selected: draft.security))
    FormField(
      "status", label: SiteField.status.name[language], language: language,
      error: errors.message(for: "status"),
      control: .radioButtons(
        SiteStatus.allCases.map { Choice($0.rawValue, $0.name, in: language) },
        selected: draft.status))
    FormField(
      "installed_on", label: context.text(ja: "設置日", en: "Installed on"), language: language,
      need: .optional, error: errors.message(for: "installed_on"),
      control: .date(draft.installedOn))
  }

  private func removal(of point: AccessPoint) -> HTML {
    section(.class("panel")) {
      h2 { context.text(ja: "アクセスポイントの削除", en: "Take the access point away") }
      p {
        context.text(
          ja: "この施設の一覧から外します。施設の経緯には残ります。",
          en: "It leaves the site's list. The history of the site keeps it.")
      }
      form(
        .method("post"),
        .action(AccessPointPages.target(of: point.code, at: site.id, "remove").text)
      ) {
        context.antiForgeryField
        Button(
          context.text(ja: "削除する", en: "Take it away"), isDestructive: true,
          question: context.text(
            ja: "このアクセスポイントを削除しますか。", en: "Take this access point away?"))
      }
    }
  }
}
