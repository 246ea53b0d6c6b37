public import YuiHTML
public import YuiText
public import YuiWeb

extension RequestContext {
  /// A page in the frame of this tenant: the public one, or the staff one for who is signed in.
  ///
  /// A bare page has no frame around it: it stands inside another page, or on a screen of its own.
  public func page(
    _ title: LocalizedText, shoulder: [LocalizedText] = [], lead: LocalizedText? = nil,
    breadcrumbs: [PageLink] = [], headLinks: [HeadLink] = [], alert: HTML = HTML(),
    hasErrors: Bool = false,
    width: Page.Width = .wide, isBare: Bool = false, status: Int = 200,
    @HTMLBuilder content: () -> HTML
  ) -> Response {
    var frame = frame
    frame.isBare = isBare
    let page = Page(
      title, in: frame, shoulder: shoulder, lead: lead, breadcrumbs: breadcrumbs,
      headLinks: headLinks, alert: alert, hasErrors: hasErrors, width: width, content: content)
    return .page(page.markup, status: status)
  }

  /// The text in the language of this answer, or in the next best it comes in.
  public func text(
    ja: String, en: String, easy: String = "", zhHans: String = "", ko: String = "",
    vi: String = ""
  ) -> String {
    LocalizedText(ja: ja, en: en, easy: easy, zhHans: zhHans, ko: ko, vi: vi)[language]
  }

  /// The address of this site: the public one where it is set, otherwise the one that was called.
  public var siteAddress: String {
    guard site.publicURL.isEmpty else { return site.publicURL }
    let host = request.headers["host"] ?? request.host
    return "\(request.isSecure ? "https" : "http")://\(host)"
  }

  /// The hidden field that proves a form of a signed-in person came from our own page.
  public var antiForgeryField: HTML {
    input(.type("hidden"), .name("_token"), .value(antiForgeryToken))
  }

  private var frame: SiteFrame {
    isStaffPage ? staffFrame : isPartnerPage ? partnerFrame : publicFrame
  }

  /// The hub has no staff pages yet.
  private var hasStaff: Bool { site.routes.contains { $0.path == "/staff" } }

  private var isStaffPage: Bool {
    principal?.kind == .account && isBelowStaff && may(TenantPermission.staff)
  }

  /// What partners are offered: pages for which one signs in, but not among those of staff.
  private var partnerItems: [Site.NavigationItem] {
    site.navigation.filter { $0.permission != nil && !$0.path.hasPrefix("/staff") }
  }

  /// Where partners begin: the first page that is offered to them.
  var partnerHome: LocalTarget {
    partnerItems.first.flatMap { LocalTarget(untrusted: $0.path) } ?? "/"
  }

  /// Whether this is a page for which a partner signed in.
  private var isPartnerPage: Bool {
    principal?.kind == .account && !may(TenantPermission.staff)
  }

  private var isBelowStaff: Bool {
    request.path == "/staff" || request.path.hasPrefix("/staff/")
  }

  private var publicFrame: SiteFrame {
    SiteFrame(
      language: language, siteName: site.name,
      navigation: links(to: site.navigation.filter { $0.permission == nil }),
      languageLinks: languageLinks,
      footerLinks: hasStaff ? [PageLink(staffEntrance, "/staff")] : [],
      assets: Self.assets, notice: notice)
  }

  /// The public frame, with what is offered to a partner and the way out.
  private var partnerFrame: SiteFrame {
    SiteFrame(
      language: language, siteName: site.name,
      navigation: links(
        to: site.navigation.filter { $0.permission == nil }
          + partnerItems.filter { $0.permission.map(may) ?? false }),
      languageLinks: languageLinks, assets: Self.assets,
      account: .init(name: principal?.name ?? "", signOut: signOutForm, isStaff: false),
      notice: notice)
  }

  private var signOutForm: HTML {
    form(.method("post"), .action("/staff/logout")) {
      antiForgeryField
      Button(text(ja: "サインアウト", en: "Sign out"), style: .text, size: .small)
    }
  }

  private var staffEntrance: LocalizedText {
    LocalizedText(
      ja: "職員の方", en: "For staff", zhHans: "工作人员入口", ko: "직원용",
      vi: "Dành cho nhân viên")
  }

  private var staffFrame: SiteFrame {
    let (navigation, localNavigation) = staffMenus
    return SiteFrame(
      language: language, siteName: site.name, home: "/staff", navigation: navigation,
      localNavigation: localNavigation,
      languageLinks: languageLinks,
      footerLinks: [
        PageLink(LocalizedText(ja: "公開ページ", en: "Public pages"), "/"),
        PageLink(
          LocalizedText(ja: "お知らせメール", en: "Mail to you"), "/staff/digests"),
        PageLink(
          LocalizedText(ja: "サインイン中の端末", en: "Your sessions"), "/staff/sessions"),
      ], assets: Self.assets,
      account: .init(name: principal?.name ?? "", signOut: signOutForm), notice: notice)
  }

  private static let assets = SiteFrame.Assets(
    stylesheet: Asset.url("site.css"), script: Asset.url("site.js"),
    icon: Asset.url("favicon.svg"))

  private var notice: HTML { site.notice.map { HTML($0[language]) } ?? HTML() }

  /// What the staff menu shows to who is signed in.
  private var staffItems: [Site.NavigationItem] {
    site.navigation.filter { item in item.permission.map(may) ?? false }
  }

  /// A menu of the sections, and below it one of the section in which this page is; all in one where
  /// there is but one section.
  private var staffMenus: (main: [PageLink], local: [PageLink]) {
    var sections: [[Site.NavigationItem]] = []
    for item in staffItems {
      if let section = sections.last, section.last?.section == item.section {
        sections[sections.count - 1].append(item)
      } else {
        sections.append([item])
      }
    }
    guard sections.count > 1 else { return (links(to: staffItems), []) }
    let local = sections.map(links).first { $0.contains(where: \.isCurrent) }
    let main = sections.compactMap { items in
      items.first.map { first in
        PageLink(
          first.section ?? first.title, first.path,
          isCurrent: items.contains { $0.path == here(of: staffItems)?.path })
      }
    }
    return (main, local ?? [])
  }

  /// The entry to which this page belongs.
  private func here(of items: [Site.NavigationItem]) -> Site.NavigationItem? {
    items.filter { request.path == $0.path || request.path.hasPrefix($0.path + "/") }
      .max { $0.path.count < $1.path.count }
  }

  private func links(to items: [Site.NavigationItem]) -> [PageLink] {
    let here = here(of: items)
    return items.map { item in
      PageLink(item.title, item.path, isCurrent: item.path == here?.path)
    }
  }

  /// The same page in each language, with every other parameter kept.
  private var languageLinks: [LanguageLink] {
    (isBelowStaff ? Language.working : Language.allCases).map { language in
      LanguageLink(language, request.target(setting: "lang", to: language.rawValue))
    }
  }
}
