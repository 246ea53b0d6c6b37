import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/reviews/services/{slug}/poster.svg` and `…/posters`: posters as files and as sheets.
enum PosterPages {
  /// The most posters of one print job.
  private static let most = 100

  static let routes: [Route] = [
    .get(
      "/staff/reviews/services/{slug}/poster.svg", access: .permission(ReviewPermission.read)
    ) { context, snapshot in
      let service = try context.service(in: snapshot)
      let code = context.request.query["place"] ?? ""
      let place = code.isEmpty ? nil : try place(named: code, of: service, in: snapshot)
      let size =
        try context.request.query("size", as: String.self)
        .flatMap(PaperSize.init) ?? .a4
      let name = ["poster", "\(service.slug)", code].filter { !$0.isEmpty }
      return .bytes(
        try poster(of: service, at: place, context).file(size: size), contentType: "image/svg+xml"
      ).download(filename: name.joined(separator: "-") + ".svg")
    },
    .get(
      "/staff/reviews/services/{slug}/posters", access: .permission(ReviewPermission.read)
    ) { context, snapshot in
      let service = try context.service(in: snapshot)
      let codes = context.request.query.values("place").prefix(most)
      let size = context.request.query["size"].flatMap(PaperSize.init) ?? .a4
      // Without a choice it is the service's own.
      let posters = try (codes.isEmpty ? [""] : codes).map { code in
        let place = code.isEmpty ? nil : try place(named: code, of: service, in: snapshot)
        return try poster(of: service, at: place, context).picture()
      }
      return page(service, posters, size: size, context)
    },
  ]

  private static func place(
    named code: String, of service: ReviewedService, in snapshot: Snapshot
  ) throws -> ReviewPlace {
    guard let code = Slug(code),
      let place = try PlaceStore.place(code, of: service.slug, in: snapshot)
    else { throw HTTPProblem.notFound }
    return place
  }

  private static func poster(
    of service: ReviewedService, at place: ReviewPlace?, _ context: RequestContext
  ) -> Poster {
    Poster(
      municipality: context.site.name, service: service, place: place,
      address: context.siteAddress + ShortLinks.path(of: service, at: place))
  }

  private static func page(
    _ service: ReviewedService, _ posters: [HTML], size: PaperSize, _ context: RequestContext
  ) -> Response {
    let language = context.language
    return context.page(
      LocalizedText(ja: "ポスターの印刷", en: "Print posters"), shoulder: [service.name],
      lead: size.name,
      breadcrumbs: [
        PageLink(
          LocalizedText(ja: "評価の対象サービス", en: "Services that can be reviewed"),
          "/staff/reviews/services"),
        PageLink(
          LocalizedText(ja: "場所とポスター", en: "Places and posters"),
          "/staff/reviews/services/\(service.slug)/places"),
      ]
    ) {
      PrintSheets(posters, size: size, language: language)
    }
  }
}
