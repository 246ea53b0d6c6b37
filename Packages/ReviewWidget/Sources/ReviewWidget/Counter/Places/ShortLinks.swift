import YuiHTML
import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/r/{short}`: the addresses that stand on posters, short enough to type.
///
/// A service without places has an address too: its slug.
enum ShortLinks {
  static let route = Route.get("/r/{short}", access: .anyone) { context, snapshot in
    let typed = try context.request.parameter("short", as: String.self)
    if let short = ShortCode(typed: typed),
      let place = try PlaceStore.place(short: short, in: snapshot),
      let service = try ServiceStore.service(place.service, in: snapshot)
    {
      return .redirect(to: form(of: service, at: place))
    }
    if let slug = Slug(typed.lowercased()),
      let service = try ServiceStore.service(slug, in: snapshot)
    {
      return .redirect(to: form(of: service, at: nil))
    }
    return unknown(context)
  }

  /// The path of the short address.
  static func path(of service: ReviewedService, at place: ReviewPlace?) -> String {
    "/r/" + (place?.short.description ?? service.slug.description)
  }

  /// A channel that the service no longer takes is left out, so that the response is not refused.
  private static func form(of service: ReviewedService, at place: ReviewPlace?) -> LocalTarget {
    let channel = place?.channel ?? .counter
    let isTaken = service.channels.contains(channel)
    return switch (place, isTaken) {
    case (let place?, true):
      "/reviews/\(service.slug)/form?place=\(place.code)&channel=\(channel.rawValue)"
    case (let place?, false): "/reviews/\(service.slug)/form?place=\(place.code)"
    case (nil, true): "/reviews/\(service.slug)/form?channel=\(channel.rawValue)"
    case (nil, false): "/reviews/\(service.slug)/form"
    }
  }

  private static func unknown(_ context: RequestContext) -> Response {
    context.page(
      LocalizedText(
        ja: "このアドレスは使われていません", en: "This address is not in use",
        easy: "このアドレスは つかえません", zhHans: "该网址未被使用", ko: "사용되지 않는 주소입니다",
        vi: "Địa chỉ này không được sử dụng"), width: .reading, status: 404
    ) {
      p {
        context.text(
          ja: "文字の打ち間違いがないかご確認ください。下の一覧からもサービスを選べます。",
          en: "Please check what you typed, or choose the service from the list.",
          easy: "文字を もういちど 見てください。下の リストから えらぶことも できます。",
          zhHans: "请检查输入的字符，也可以从列表中选择服务。",
          ko: "입력한 문자를 확인해 주세요. 아래 목록에서 서비스를 선택할 수도 있습니다.",
          vi: "Hãy kiểm tra lại chữ đã nhập, hoặc chọn dịch vụ trong danh sách.")
      }
      LinkButton(
        context.text(
          ja: "サービスの一覧", en: "All services", easy: "サービスの リスト", zhHans: "服务一览",
          ko: "서비스 목록", vi: "Danh sách dịch vụ"), "/reviews", style: .solid)
    }
  }
}
