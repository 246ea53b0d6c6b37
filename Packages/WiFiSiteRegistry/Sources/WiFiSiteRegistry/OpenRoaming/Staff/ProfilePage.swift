import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/wifi/profiles/{slug}`: one profile, or what one of its sites announces (`?site=`): what was
/// found, what it says in words, and the files.
struct ProfilePage {
  /// The most sites that are named; all are in the list of sites.
  private static let mostSites = 50

  let context: RequestContext
  let profile: OpenRoamingProfile
  /// The site whose announcement is shown; nil for the profile itself.
  let site: WiFiSite?
  /// How many sites have the profile.
  let uses: Int
  /// Some of them.
  let sites: [WiFiSite]

  static func sites(
    of profile: OpenRoamingProfile, in source: some Queryable
  ) throws -> [WiFiSite] {
    var filter = SiteFilter.all
    filter.profile = profile.slug
    return try SiteStore.page(filter, limit: mostSites, in: source)
  }

  private var language: Language { context.language }
  private var address: String { "\(ProfilePages.root)/\(profile.slug)" }
  private var announced: OpenRoamingProfile { site.map(profile.announced(at:)) ?? profile }

  var response: Response {
    context.page(
      site?.localizedName ?? profile.name,
      shoulder: site == nil ? [] : [LocalizedText(ja: "この施設での内容", en: "As this site announces it")],
      breadcrumbs: context.profileTrail + (site == nil ? [] : [PageLink(profile.name, address)])
    ) {
      if let site {
        p {
          a(.href(StaffPath.site(site.id))) {
            context.text(ja: "この施設の台帳", en: "This site in the register")
          }
        }
      } else if context.may(WiFiPermission.manage) {
        ButtonRow {
          LinkButton(context.text(ja: "編集", en: "Edit"), "\(address)/edit", style: .solid)
        }
      }
      findings
      files
      ProfileFacts(context: context, profile: announced).markup
      if site == nil {
        users
        if uses == 0, context.may(WiFiPermission.manage) { removal }
      }
    }
  }

  private var findings: HTML {
    let found = ProfileRules.findings(of: announced)
    return section {
      h2 { context.text(ja: "確認の結果", en: "Findings") }
      if found.isEmpty {
        NotificationBanner(
          .success, context.text(ja: "気になる点はありません", en: "Nothing was found wrong"),
          language: language)
      } else {
        ResourceList(
          found.map { finding in
            ResourceList.Item(
              finding.title, in: language,
              aside: ChipLabel(finding.severity.name[language], color: finding.severity.color)
                .markup
            ) { p { finding.remedy[language] } }
          })
      }
    }
  }

  private var files: HTML {
    let query = site.map { "?site=\($0.id)" } ?? ""
    return section {
      h2 { context.text(ja: "設定ファイル", en: "Files") }
      p(.class("note")) {
        context.text(
          ja: "秘密の値（共有シークレット、鍵、利用者のID）は含みません。使う前に、各ファイルの先頭の説明に従って補ってください。",
          en:
            "They hold no secret: no shared secret, no key, nobody's credentials. What to add is said "
            + "at the head of each.")
      }
      DataTable(
        context.text(ja: "作成できるファイル", en: "Files that can be made"),
        columns: [
          .init(context.text(ja: "用途", en: "For")), .init(context.text(ja: "ファイル", en: "File")),
        ],
        rows: ProfileFile.allCases.map { file in
          [HTML(file.purpose, in: language), link(to: file, query)]
        })
    }
  }

  private func link(to file: ProfileFile, _ query: String) -> HTML {
    do {
      _ = try file.content(of: announced)
      return a(.href("\(address)/files/\(file)\(query)")) { "\(file)" }
    } catch {
      return HTML(error.message[language])
    }
  }

  private var users: HTML {
    section {
      h2 { context.text(ja: "使っている施設", en: "Sites") }
      p {
        context.text(
          ja: "\(NumberText.grouped(uses))件の施設が使っています。",
          en: uses == 1 ? "One site has it." : "\(NumberText.grouped(uses)) sites have it.")
      }
      if !sites.isEmpty {
        ResourceList(
          sites.map { site in
            ResourceList.Item(
              site.localizedName, in: language, "\(address)?site=\(site.id)",
              aside: site.rcois.isEmpty
                ? HTML() : ChipLabel(context.text(ja: "独自のRCOI", en: "RCOIs of its own")).markup)
          })
      }
      if uses > 0 {
        p {
          a(.href("\(StaffPath.sites)?status=all&profile=\(profile.slug)")) {
            context.text(ja: "施設の一覧で見る", en: "See them in the list of sites")
          }
        }
      }
    }
  }

  private var removal: HTML {
    section(.class("panel")) {
      h2 { context.text(ja: "プロファイルの削除", en: "Take the profile away") }
      form(.method("post"), .action("\(address)/remove")) {
        context.antiForgeryField
        Button(
          context.text(ja: "削除する", en: "Take it away"), isDestructive: true,
          question: context.text(ja: "このプロファイルを削除しますか。", en: "Take this profile away?"))
      }
    }
  }
}
