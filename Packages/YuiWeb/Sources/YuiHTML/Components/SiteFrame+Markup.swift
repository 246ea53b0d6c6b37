import YuiText

extension SiteFrame {
  var header: HTML {
    YuiHTML.header(.class("site-header")) {
      if !notice.isEmpty { div(.class("site-notice")) { notice } }
      div(.class("site-header__bar")) {
        a(.class("site-header__name"), .href(home)) {
          Icon.knot.markup
          span { HTML(siteName, in: language) }
          if account?.isStaff == true {
            span(.class("site-header__staff")) { Wording.staff[language] }
          }
        }
        div(.class("site-header__tools")) {
          languageMenu
          if let account {
            div(.class("account")) {
              span(.class("account__name")) {
                Icon.person.markup
                span(.class("visually-hidden")) { Wording.signedInAs[language] }
                span { account.name }
              }
              account.signOut
            }
          }
        }
      }
      if !navigation.isEmpty {
        nav(.class("site-menu"), .aria("label", Wording.mainMenu[language])) {
          // With a menu below, this page is one of those there.
          menu(navigation, current: localNavigation.isEmpty ? "page" : "true")
        }
      }
      if !localNavigation.isEmpty {
        nav(.class("site-menu site-menu--local"), .aria("label", localMenuName)) {
          menu(localNavigation, current: "page")
        }
      }
    }
  }

  private func menu(_ items: [PageLink], current: String) -> HTML {
    ul {
      for item in items {
        li {
          a(.href(item.address), .when(item.isCurrent, .aria("current", current))) {
            HTML(item.label, in: language)
          }
        }
      }
    }
  }

  private var localMenuName: String {
    navigation.first(where: \.isCurrent)?.label[language] ?? ""
  }

  var footer: HTML {
    YuiHTML.footer(.class("site-footer")) {
      div(.class("site-footer__inner")) {
        p(.class("site-footer__name")) { HTML(siteName, in: language) }
        if !footerLinks.isEmpty {
          nav(.aria("label", Wording.footerMenu[language])) {
            ul(.class("utility-links")) {
              for item in footerLinks {
                li { a(.href(item.address)) { HTML(item.label, in: language) } }
              }
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private var languageMenu: HTML {
    if languageLinks.count > 1 {
      nav(.class("languages"), .aria("label", Wording.languages[language])) {
        if languageLinks.count > Self.mostLanguagesInLine {
          details(.class("languages__menu"), .data("closes", "outside")) {
            summary {
              Icon.globe.markup
              // The word that readers of every language look for.
              span(.lang(.en)) { "Language" }
            }
            languageList
          }
        } else {
          Icon.globe.markup
          languageList
        }
      }
    }
  }

  private static let mostLanguagesInLine = 2

  private var languageList: HTML {
    ul {
      for item in languageLinks {
        li {
          a(
            .href(item.address), .lang(item.language), .hreflang(item.language),
            .when(item.language == language, .aria("current", "true"))
          ) { item.language.ownName }
        }
      }
    }
  }
}
