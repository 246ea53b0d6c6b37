import CReviewWidgetAssets
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// What pages of other origins ask for: the widget, and the form it shows.
enum EmbedRoutes {
  static let all: [Route] = [
    Route.get("/reviews/widget.js", access: .anyone, cache: .publicData(query: [])) { _, _ in
      .bytes(Array(widget), contentType: "text/javascript; charset=utf-8")
        .header("Cache-Control", "public, max-age=300")
    }.openToOtherOrigins(),

    Route.get(
      "/api/reviews/services/{slug}/form", access: .anyone,
      cache: .publicData(query: ["ending"])
    ) { context, snapshot in
      let service = try context.service(in: snapshot)
      let settings = try ReviewWidget().settings(in: snapshot)
      return try .json(
        FormDocument(
          service, try service.questions(settings, in: snapshot), settings,
          ending: Ending(in: context.request), in: context.language))
    }.openToOtherOrigins().documented(EmbedOperations.getForm),
  ]

  private static var widget: UnsafeBufferPointer<UInt8> {
    let file = review_asset_widget_js()
    return UnsafeBufferPointer(start: file.bytes, count: file.size)
  }
}
