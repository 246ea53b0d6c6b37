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
        context.site.name[language],
        lead: context.text(
          ja: "手続や窓口についての情報と、みなさまの声をお届けします。",
          en: "Services of your municipality, and what people say about them.")
      ) {
        CardList(
          modules.map { module in
            CardList.Card(
              module.name[language], "/\(module.identifier)", text: module.summary[language])
          })
      }
    }
  }
}
