import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/wifi/profiles`: what access points announce for OpenRoaming, kept by staff, and the files
/// that are made of it.
enum ProfilePages {
  static let root = "/staff/wifi/profiles"

  static let routes: [Route] = [
    .get(root, access: .permission(WiFiPermission.read)) { context, snapshot in
      ProfileListPage(
        context: context, profiles: try ProfileStore.all(in: snapshot),
        uses: try ProfileStore.uses(in: snapshot),
        missing: try ProfileStore.missing(in: snapshot)
      ).response
    },
    .get(root + "/new", access: .permission(WiFiPermission.manage)) { context, _ in
      ProfileFormPage(context: context, draft: ProfileDraft()).response
    },
    .post(root + "/new", access: .permission(WiFiPermission.manage)) { context in
      let draft = ProfileDraft(form: try context.request.form())
      return { transaction in try add(draft, context, in: transaction) }
    },
    .get(root + "/{slug}", access: .permission(WiFiPermission.read)) { context, snapshot in
      let profile = try context.profile(in: snapshot)
      let site = try context.site(of: profile, in: snapshot)
      return ProfilePage(
        context: context, profile: profile, site: site,
        uses: try ProfileStore.uses(of: profile.slug, in: snapshot),
        sites: site == nil ? try ProfilePage.sites(of: profile, in: snapshot) : []
      ).response
    },
    .get(root + "/{slug}/files/{file}", access: .permission(WiFiPermission.read)) {
      context, snapshot in
      let profile = try context.profile(in: snapshot)
      return try download(
        try context.request.parameter("file", as: ProfileFile.self), of: profile,
        at: try context.site(of: profile, in: snapshot))
    },
    .get(root + "/{slug}/edit", access: .permission(WiFiPermission.manage)) { context, snapshot in
      let profile = try context.profile(in: snapshot)
      return ProfileFormPage(
        context: context, draft: ProfileDraft(profile), slug: profile.slug, stamp: profile.stamp
      ).response
    },
    .post(root + "/{slug}/edit", access: .permission(WiFiPermission.manage)) { context in
      let form = try context.request.form()
      let draft = ProfileDraft(form: form)
      return { try change(to: draft, basedOn: form.first("stamp"), context, in: $0) }
    },
    .post(root + "/{slug}/remove", access: .permission(WiFiPermission.manage)) { context in
      { transaction in try remove(context, in: transaction) }
    },
  ]

  private static func add(
    _ draft: ProfileDraft, _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    guard try ProfileStore.count(in: transaction) < OpenRoamingProfile.most else { throw tooMany }
    let slug = try ProfileStore.freeSlug(for: draft[.nameEn], in: transaction)
    switch draft.checked(as: slug) {
    case .failure(let problems):
      return ProfileFormPage(context: context, draft: draft, problems: problems).response
    case .success(let profile):
      try ProfileStore.put(profile, in: transaction)
      try context.record(
        AuditEvent(
          "wifi.profile.added", subject: "\(slug)",
          details: ProfileDraft(profile).details.filter { !$0.value.isEmpty }), in: transaction)
      return .redirect(to: "/staff/wifi/profiles/\(slug)")
    }
  }

  private static func change(
    to draft: ProfileDraft, basedOn stamp: String?, _ context: RequestContext,
    in transaction: Transaction
  ) throws -> Response {
    let old = try context.profile(in: transaction)
    switch draft.checked(as: old.slug) {
    case .failure(let problems):
      return ProfileFormPage(
        context: context, draft: draft, slug: old.slug, stamp: stamp, problems: problems
      ).response
    case .success(let new):
      guard stamp == old.stamp || new == old else {
        return ProfileFormPage(
          context: context, draft: draft, slug: old.slug, stamp: old.stamp, isOvertaken: true
        ).response
      }
      if new != old {
        try ProfileStore.put(new, in: transaction)
        let before = ProfileDraft(old).details
        try context.record(
          AuditEvent(
            "wifi.profile.changed", subject: "\(old.slug)",
            details: ProfileDraft(new).details.filter { before[$0.key] != $0.value }),
          in: transaction)
      }
      return .redirect(to: "/staff/wifi/profiles/\(old.slug)")
    }
  }

  private static func remove(
    _ context: RequestContext, in transaction: Transaction
  ) throws -> Response {
    let profile = try context.profile(in: transaction)
    guard try ProfileStore.uses(of: profile.slug, in: transaction) == 0 else { throw inUse }
    try ProfileStore.remove(profile.slug, in: transaction)
    try context.record(
      AuditEvent(
        "wifi.profile.removed", subject: "\(profile.slug)",
        details: ProfileDraft(profile).details.filter { !$0.value.isEmpty }), in: transaction)
    return .redirect(to: "/staff/wifi/profiles")
  }

  private static func download(
    _ file: ProfileFile, of profile: OpenRoamingProfile, at site: WiFiSite?
  ) throws -> Response {
    let announced = site.map(profile.announced(at:)) ?? profile
    let name = ["\(profile.slug)", site.map { "\($0.id)" }, "\(file)"].compactMap { $0 }
    do {
      return .bytes(
        Array(try file.content(of: announced).utf8), contentType: file.mediaType
      ).download(filename: name.joined(separator: "-"))
    } catch {
      throw HTTPProblem(status: 409, detail: error.message)
    }
  }

  private static let tooMany = HTTPProblem.conflict(
    ja: "プロファイルは\(OpenRoamingProfile.most)件までです。使わないものを削除してください。",
    en: "There may be \(OpenRoamingProfile.most) profiles. Take one away that nobody uses.")
  private static let inUse = HTTPProblem.conflict(
    ja: "このプロファイルを使っている施設があります。先に施設のプロファイルを変えてください。",
    en: "Some sites have this profile. Give them another one first.")
}

extension RequestContext {
  /// The profile that the path's `{slug}` names.
  ///
  /// - Throws: a 404 where there is none.
  func profile(in source: some Queryable) throws -> OpenRoamingProfile {
    let slug = try request.parameter("slug", as: Slug.self)
    guard let profile = try ProfileStore.profile(slug, in: source) else {
      throw HTTPProblem.notFound
    }
    return profile
  }

  /// The site with this profile that `?site=` names; nil where none is named.
  ///
  /// - Throws: a 404 where it has another profile, or is none.
  func site(of profile: OpenRoamingProfile, in source: some Queryable) throws -> WiFiSite? {
    guard let id = try request.query("site", as: UUIDv7.self) else { return nil }
    guard let site = try SiteStore.site(id, in: source), site.profile == profile.slug else {
      throw HTTPProblem.notFound
    }
    return site
  }

  /// The way from the list of profiles.
  var profileTrail: [PageLink] {
    [
      PageLink(
        LocalizedText(ja: "OpenRoamingのプロファイル", en: "OpenRoaming profiles"), ProfilePages.root)
    ]
  }
}
