import YuiHTML
import YuiTenancy
import YuiText
import YuiWeb

/// `/`: the modules this tenant runs.
struct PortalPage {
  let modules: [any Module]

  var route: Route {
    let modules = modules
    return .get("/", access: .anyone, cache: .publicData(query: [])) { context, _ in
      let language = context.language
      return context.page(
        context.site.name,
        lead: LocalizedText(
          ja: "手続や窓口についての情報と、みなさまの声をお届けします。",
          en: "Services of your municipality, and what people say about them.",
          easy: "まちの サービスと、みなさんの 声を 見ることが できます。",
          zhHans: "介绍本地的手续和窗口服务，以及大家的意见。", ko: "절차와 창구 안내, 그리고 여러분의 의견을 전합니다.",
          vi: "Thông tin về thủ tục, quầy phục vụ và ý kiến của người dân.")
      ) {
        CardList(
          modules.map { module in
            CardList.Card(
              module.name, in: language, "/\(module.identifier)", text: module.summary)
          })
      }
    }
  }
}
