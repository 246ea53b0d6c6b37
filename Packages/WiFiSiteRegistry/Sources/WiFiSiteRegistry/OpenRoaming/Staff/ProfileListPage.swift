import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// The profiles, how many sites have each, and whether anything is wrong with it.
struct ProfileListPage {
  let context: RequestContext
  let profiles: [OpenRoamingProfile]
  /// How many sites have each, by its slug.
  let uses: [String: Int]
  /// What sites name and is none, such as after an import of long ago.
  let missing: [(slug: Slug, sites: Int)]

  private var language: Language { context.language }

  var response: Response {
    context.page(
      LocalizedText(ja: "OpenRoamingのプロファイル", en: "OpenRoaming profiles"),
      lead: LocalizedText(
        ja: "アクセスポイントが知らせる内容です。多くの施設で1つを共有でき、設定ファイルはここから作ります。",
        en:
          "What access points announce. Many sites can share one; configuration files are made of it."
      )
    ) {
      if context.may(WiFiPermission.manage) {
        ButtonRow {
          LinkButton(
            context.text(ja: "プロファイルを追加", en: "Add a profile"), "\(ProfilePages.root)/new",
            style: .solid)
        }
      }
      if profiles.isEmpty {
        p { context.text(ja: "プロファイルはまだありません。", en: "There are no profiles yet.") }
      } else {
        table
      }
      if !missing.isEmpty { missingProfiles }
    }
  }

  private var missingProfiles: HTML {
    section(.class("panel")) {
      h2 { context.text(ja: "登録されていないプロファイル", en: "Profiles that there are not") }
      p {
        context.text(
          ja: "施設に書かれていますが、登録がありません。施設を開くか、まとめて変更して、登録済みのプロファイルを選んでください。",
          en:
            "Sites name them, but there is no such profile. Give these sites one that there is, one "
            + "by one or all at once.")
      }
      DataTable(
        context.text(ja: "登録されていないプロファイル", en: "Profiles that there are not"),
        columns: [
          .init(context.text(ja: "書かれている名前", en: "As it is named")),
          .init(context.text(ja: "施設の数", en: "Sites"), .number),
        ],
        rows: missing.map { slug, sites in
          [
            a(.href("\(StaffPath.sites)?status=all&profile=\(slug)")) { slug.description },
            HTML(NumberText.grouped(sites)),
          ]
        }, isDense: true)
    }
  }

  private var table: DataTable {
    DataTable(
      context.text(ja: "登録済みのプロファイル", en: "Profiles"),
      columns: [
        .init(context.text(ja: "名称", en: "Name")), .init("SSID"),
        .init(context.text(ja: "使っている施設", en: "Sites"), .number),
        .init(context.text(ja: "確認の結果", en: "Findings")),
        .init(context.text(ja: "操作", en: "Action")),
      ],
      rows: profiles.map { profile in
        let address = "\(ProfilePages.root)/\(profile.slug)"
        return [
          a(.href(address)) { HTML(profile.name, in: language) },
          HTML(profile.ssid.description),
          HTML(NumberText.grouped(uses[profile.slug.description] ?? 0)),
          verdict(on: profile),
          div(.class("actions")) {
            if context.may(WiFiPermission.manage) {
              a(.href("\(address)/edit")) { context.text(ja: "編集", en: "Edit") }
            }
          },
        ]
      })
  }

  /// The worst that was found, and how many there are of it.
  private func verdict(on profile: OpenRoamingProfile) -> HTML {
    let findings = ProfileRules.findings(of: profile)
    guard let worst = findings.first?.severity else {
      return ChipLabel(context.text(ja: "問題なし", en: "All well"), color: .green).markup
    }
    let count = findings.count { $0.severity == worst }
    return ChipLabel(
      context.text(ja: "\(worst.name[.ja]) \(count)件", en: "\(worst.name[.en]): \(count)"),
      color: worst.color
    ).markup
  }
}

extension Finding.Severity {
  var color: ChipLabel.Color {
    switch self {
    case .problem: .red
    case .warning: .orange
    case .hint: .gray
    }
  }
}
