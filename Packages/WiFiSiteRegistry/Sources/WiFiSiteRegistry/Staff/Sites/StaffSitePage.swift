import YuiHTML
import YuiMaps
import YuiOpenData
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/wifi/sites/{id}`: everything that is known of a site, and what can be done.
struct StaffSitePage {
  private static let newest = 5

  let context: RequestContext
  let site: WiFiSite
  let points: [AccessPoint]
  let history: [SiteChange]
  /// The profile that it names, if there is one.
  let profile: OpenRoamingProfile?

  init(_ context: RequestContext, in source: some Queryable) throws {
    self.context = context
    site = try context.wifiSite(in: source)
    points = try AccessPointStore.points(of: site.id, in: source)
    history = try SiteHistory.of(site.id, limit: Self.newest, in: source)
    profile = try site.profile.flatMap { try ProfileStore.profile($0, in: source) }
  }

  private var language: Language { context.language }
  private var mayManage: Bool { context.may(WiFiPermission.manage) }
  private var path: String { StaffPath.site(site.id) }

  var response: Response {
    context.page(
      site.localizedName, shoulder: [site.facilityClass.name], breadcrumbs: [StaffPath.trail],
      alert: StaffNotice(context: context).markup
    ) {
      doubt
      div(.class("cluster")) {
        SiteChips.status(site.status, language)
        SiteChips.openRoaming(site, language)
        SiteChips.position(site, language)
      }
      actions
      map
      DescriptionList(facts)
      accessPoints
      section(.class("panel")) {
        h2 { context.text(ja: "経緯", en: "History") }
        SiteHistoryList(changes: history, language: language)
        p {
          a(.href("\(path)/history")) { context.text(ja: "すべての経緯", en: "All of the history") }
        }
      }
    }
  }

  @HTMLBuilder private var doubt: HTML {
    if let doubt = site.doubt {
      NotificationBanner(
        .warning, context.text(ja: "位置が正しくない可能性があります", en: "The position may be wrong"),
        language: language
      ) {
        p { HTML(doubt.name, in: language) }
        if mayManage {
          ButtonRow {
            form(.method("post"), .action("\(path)/position")) {
              context.antiForgeryField
              Button(context.text(ja: "この位置で正しい", en: "The position is right"), size: .medium)
            }
            LinkButton(
              context.text(ja: "位置を直す", en: "Mend it"),
              "\(path)/edit#\(FormField.id(of: SiteDraft.latitudeField))", size: .medium)
          }
        }
      }
    }
  }

  private var actions: ButtonRow {
    ButtonRow {
      if mayManage {
        LinkButton(context.text(ja: "編集", en: "Edit"), "\(path)/edit", style: .solid)
      }
      if site.status.isPublic {
        if context.may(WiFiPermission.verify) {
          LinkButton(
            context.text(ja: "確認の結果を入力", en: "Say what was found"),
            VerifyPages.address(of: site.id))
        }
        LinkButton(context.text(ja: "公開ページ", en: "Public page"), "/wifi/sites/\(site.id)")
      }
    }
  }

  @HTMLBuilder private var map: HTML {
    if let place = site.place, let box = place.box {
      MapFigure(
        context.text(ja: "位置", en: "Position"), view: MapView(around: box),
        points: [MapPoint(place, .main, label: site.localizedName[language])], language: language)
    }
  }

  private var facts: [DescriptionList.Item] {
    let shown: [SiteField] = SiteField.allCases.filter {
      !SiteField.ofHistory.contains($0)
        && ![.name, .facilityClass, .status, .openRoaming, .doubt].contains($0)
    }
    return shown.compactMap { field in
      let text = field.text(of: site)
      guard !text.isEmpty else { return nil }
      return DescriptionList.Item(field.name[language]) {
        if field == .profile { profileLink } else { SiteValue(field, text, language) }
      }
    }
  }

  /// Leads to what this site announces.
  @HTMLBuilder private var profileLink: HTML {
    if let profile {
      a(.href("\(ProfilePages.root)/\(profile.slug)?site=\(site.id)")) {
        HTML(profile.name, in: language)
      }
    } else if let slug = site.profile {
      HTML(KnownProfiles.missing(slug.description), in: language)
    }
  }

  private var accessPoints: HTML {
    section(.class("panel")) {
      h2 { context.text(ja: "アクセスポイント", en: "Access points") }
      if points.isEmpty {
        p { context.text(ja: "登録されていません。", en: "None is known.") }
      } else {
        AccessPointTable(site: site, points: points, mayManage: mayManage, language: language)
      }
      if mayManage, points.count < AccessPoint.most {
        p {
          LinkButton(
            context.text(ja: "アクセスポイントを追加", en: "Add an access point"),
            "\(path)/access-points/new", size: .medium)
        }
      }
    }
  }
}
