import YuiHTML
import YuiText

extension Gallery {
  var components: Page {
    Page(
      words("部品の見本", "Gallery of components"), in: frame(), shoulder: [words("見本", "Sample")],
      lead: words("このデザインで使う部品をすべて並べています。", "Every component of the design, side by side."),
      breadcrumbs: [PageLink(words("設計", "Design"), "/design")]
    ) {
      h2 { say("ボタン", "Buttons") }
      for size in [Button.Size.large, .medium, .small] {
        ButtonRow {
          Button(say("送信する", "Send"), style: .solid, size: size)
          Button(say("下書きを保存", "Save draft"), style: .outline, size: size)
          Button(say("取り消す", "Cancel"), style: .text, size: size)
          Button(
            say("削除する", "Delete"), style: .outline, size: size, isDestructive: true,
            question: say("削除しますか？", "Delete?"))
        }
      }
      ButtonRow {
        LinkButton(say("評価する", "Rate"), "#rate", style: .solid)
        LinkButton("CSV", "#csv", icon: .download)
        Button(say("すべて削除する", "Delete all"), style: .solid, isDestructive: true)
      }
      h2 { say("お知らせ", "Banners") }
      banners
      h2 { say("ラベル", "Labels") }
      ul(.class("cluster")) {
        for color in ChipLabel.Color.allCases {
          li { ChipLabel(say("処理中", "Open"), color: color) }
          li { ChipLabel(say("処理中", "Open"), color: color, isFilled: true) }
        }
      }
      h2 { say("伏せた個人情報", "Masked personal data") }
      p(.class("quote"), .lang(.ja)) { MaskedText("折り返しは［電話番号］までお願いします。") }
      h2 { say("入力欄", "Fields") }
      fields
      h2 { say("検索", "Search") }
      SearchBox("/reviews", name: "q", value: "住民票", language: language)
      h2 { say("説明リスト", "Facts") }
      DescriptionList([
        .init(say("担当", "Department"), say("市民課", "Citizens' affairs")),
        .init(say("更新日", "Updated")) { DateText(date, language: language) },
        .init(say("状態", "State")) { ChipLabel(say("受付中", "Open"), color: .green) },
      ])
      h2 { say("表", "Table") }
      DataTable(
        say("表1：窓口ごとの回答数（2026年6月）", "Table 1: Responses by counter (June 2026)"),
        columns: [
          .init(say("窓口", "Counter")), .init(say("回答数", "Responses"), .number),
          .init(say("平均", "Mean"), .number),
        ],
        rows: [
          [say("市民課", "Citizens' affairs"), "1,204", "4.12"],
          [say("税務課", "Tax"), "86", "3.40"],
        ])
      accountTable
      Pagination(
        say("窓口の一覧", "Counters"), previous: "?before=1", next: "?after=50",
        position: "51–100 / 1,204", language: language)
      h2 { say("進み具合", "Progress") }
      ProgressMeter(
        say("必須研修", "Required courses"), done: 12, of: 40,
        text: say("40人中12人が修了", "12 of 40 people done"))
    }
  }

  /// What a page makes of helpers: a panel, and small forms inside of a table.
  private var accountTable: HTML {
    section(.class("panel")) {
      h2 { say("利用者", "Users") }
      p(.class("note")) { say("役割を変えると、すぐに反映されます。", "A change of role counts at once.") }
      DataTable(
        say("利用者の一覧", "Users"),
        columns: [
          .init(say("氏名", "Name")), .init(say("役割", "Role")), .init(say("操作", "Actions")),
        ],
        rows: [
          [
            HTML(say("結 花子", "Hanako Yui")),
            form(.class("inline-form"), .method("post")) {
              select(.name("role"), .aria("label", say("役割", "Role"))) {
                option(.value("editor")) { say("編集者", "Editor") }
              }
              Button(say("変更", "Change"), size: .small)
            },
            div(.class("actions")) {
              Button(say("停止", "Disable"), size: .small)
              Button(say("リンク", "Link"), size: .small)
            },
          ]
        ])
    }
  }

  @HTMLBuilder private var banners: HTML {
    NotificationBanner(
      .success, say("登録手続きは全て完了しました", "Everything is registered"), date: date,
      language: language
    ) { p { say("控えを印刷してお持ちください。", "Print this page and bring it along.") } }
    NotificationBanner(
      .error, say("ファイルを読み取れませんでした", "The file cannot be read"), language: language)
    NotificationBanner(.warning, say("受付は本日までです", "Today is the last day"), language: language)
    NotificationBanner(
      .information, say("表示されているデータは見本です", "The data shown are samples"), language: language)
  }

  @HTMLBuilder private var fields: HTML {
    FormField(
      "name", label: say("氏名", "Name"), language: language,
      support: say("例）結 太郎", "For example, Taro Yui"),
      control: .text("", width: .medium, autocomplete: "name"))
    FormField(
      "email", label: say("メールアドレス", "E-mail"), language: language,
      error: say("「@」を含むメールアドレスを入力してください。", "Enter an e-mail address with an @."),
      control: .text("taro.example.jp", kind: .email, autocomplete: "email"))
    FormField(
      "password", label: say("パスワード", "Password"), language: language, need: .unmarked,
      control: .text(nil, kind: .password, width: .medium, autocomplete: "current-password"))
    FormField(
      "count", label: say("台数", "Number"), language: language, control: .number("12"))
    FormField(
      "note", label: say("備考", "Note"), language: language, need: .optional,
      control: .textArea("見本", limit: 1000))
    FormField(
      "ward", label: say("区", "Ward"), language: language,
      control: .select(
        [Choice("1", say("千代田区", "Chiyoda")), Choice("2", say("港区", "Minato"))], selected: "2"))
    FormField(
      "channel", label: say("利用した方法", "How you came"), language: language,
      control: .radioButtons(
        [
          Choice("web", say("オンライン", "Online")),
          Choice(
            "counter", say("窓口", "At a counter"),
            support: say("支所と出張所を含みます", "Branch offices included")),
        ], selected: "counter"))
    FormField(
      "reasons", label: say("理由", "Reasons"), language: language, need: .optional,
      error: say("理由は3つまで選択してください。", "Choose up to three reasons."),
      control: .checkboxes(
        [
          Choice("wait", say("待ち時間", "Waiting time")), Choice("staff", say("職員の対応", "Staff")),
        ], selected: ["wait"]))
    FormField(
      "file", label: say("ファイル", "File"), language: language,
      error: say("ファイルを選択してください。", "Choose a file."),
      control: .file(accept: [".csv", ".xlsx"], limit: 5_242_880))
  }
}
