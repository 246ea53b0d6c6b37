import CYuiWebAssets
import FoundationEssentials
import Testing
import YuiHTML
import YuiText

/// What must hold on every page, whatever it shows.
@Suite struct GalleryTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let language: Language
    let markup: String
    var testDescription: String { "\(name).\(language.rawValue)" }
  }

  static let samples = Language.allCases.flatMap { language in
    Gallery(language: language).pages.map { name, page in
      Sample(name: name, language: language, markup: page.markup.description)
    }
  }

  @Test("There is one h1, and no level of headings is skipped", arguments: samples)
  func headings(sample: Sample) {
    let levels = sample.markup.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.1) }
    #expect(levels.filter { $0 == 1 }.count == 1)
    let ordered = levels.drop { $0 != 1 }
    for (above, below) in zip(ordered, ordered.dropFirst()) { #expect(below <= above + 1) }
  }

  @Test("Ids are given once, and what refers to an id finds it", arguments: samples)
  func ids(sample: Sample) {
    let ids = sample.markup.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let references = sample.markup.matches(
      of: /\ (?:for|aria-describedby|aria-labelledby|data-counter-for)="([^"]*)"/)
    for reference in references.flatMap({ $0.1.split(separator: " ") }) {
      #expect(ids.contains(String(reference)), "\(reference)")
    }
    for anchor in sample.markup.matches(of: /href="#(main|field-[^"]*)"/) {
      #expect(ids.contains(String(anchor.1)), "\(anchor.1)")
    }
  }

  @Test("Nothing needs more than the content security policy allows", arguments: samples)
  func policy(sample: Sample) {
    #expect(!sample.markup.contains("style=") && !sample.markup.contains("<style"))
    #expect(sample.markup.firstMatch(of: /\ on[a-z]+=/) == nil)
    #expect(sample.markup.matches(of: /<script/).count == 1)
    #expect(sample.markup.contains("<script src=\"site.js\" defer></script>"))
  }

  @Test("No placeholder, no disabled control; buttons say what they do", arguments: samples)
  func forms(sample: Sample) {
    #expect(!sample.markup.contains(" placeholder=") && !sample.markup.contains(" disabled"))
    #expect(!sample.markup.contains(" maxlength="))
    #expect(!sample.markup.contains("<button type=\"submit\"></button>"))
  }

  @Test("The page says its language and where one is", arguments: samples)
  func frame(sample: Sample) {
    #expect(sample.markup.contains("<html lang=\"\(sample.language.rawValue)\""))
    let skips: [Language: String] = [
      .ja: "本文へ移動", .easy: "本文へ移動", .en: "Skip to main content", .zhHans: "跳到正文",
      .ko: "본문으로 이동", .vi: "Đến nội dung chính",
    ]
    let skip = skips[sample.language] ?? ""
    #expect(sample.markup.contains("href=\"#main\">\(skip)</a>"))
    if sample.name != "portal" {
      #expect(sample.markup.matches(of: /<span aria-current="page">/).count == 1)
    }
  }

  @Test("A form with errors says so in its name and by its fields")
  func errors() throws {
    let page = try #require(Self.samples.first { $0.name == "review-form-errors" }).markup
    #expect(page.contains("<title>エラー：住民票の写しの交付を評価する｜千代田区</title>"))
    #expect(page.contains("<a href=\"#field-score\">評価を1から5の中から選択してください。</a>"))
    // The error comes before the support text, as the design system asks.
    #expect(page.contains("aria-describedby=\"field-comment-error field-comment-support\""))
    #expect(page.contains("aria-invalid=\"true\""))
    #expect(page.contains("＊評価を1から5の中から選択してください。"))
  }

  @Test("A staff page is not indexed and names who is signed in")
  func staff() throws {
    let page = try #require(Self.samples.first { $0.name == "inbox" }).markup
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(page.contains("結 花子"))
    let portal = try #require(Self.samples.first { $0.name == "portal" }).markup
    #expect(!portal.contains("noindex"))
  }

  @Test("A password is never sent back")
  func password() {
    let field = FormField(
      "password", label: "パスワード", language: .ja, control: .text("secret", kind: .password))
    #expect(!field.markup.description.contains("secret"))
  }

  @Test("Charts tell their numbers in words and in a table")
  func charts() throws {
    let page = try #require(Self.samples.first { $0.name == "results" }).markup
    #expect(page.contains("5 とても\u{200B}満足: 2%"))
    #expect(page.contains("<td class=\"is-number\">7,235</td><td class=\"is-number\">36%</td>"))
    #expect(page.contains("2025年7月 1.80"))
  }

  @Test("A chart without points and a month without numbers are drawn too")
  func emptyCharts() throws {
    let none = TrendChart(id: "a", title: "推移", points: [], language: .ja).markup.description
    #expect(none.contains("role=\"img\""))
    let month = try #require(YearMonth(iso: "2026-06"))
    let one = TrendChart(
      id: "a", title: "推移", points: [.init(month, responses: nil, mean: nil)], language: .ja
    ).markup.description
    #expect(one.contains("<td class=\"is-number\">–</td>"))
    #expect(!one.contains("nan") && !one.contains("<circle"))
    let wrong = TrendChart(
      id: "a", title: "推移", points: [.init(month, responses: -1, mean: .nan)], language: .en
    ).markup.description
    #expect(wrong.contains("<circle") && !wrong.contains("nan"))
    #expect(
      DistributionChart(id: "a", title: "分布", bars: [], language: .en).markup.description
        .contains("height=\"0\""))
  }

  /// `YUI_GALLERY=folder swift test --filter GalleryTests` writes the pages for looking at.
  @Test("The sample pages can be written to a folder")
  func write() throws {
    guard let folder = ProcessInfo.processInfo.environment["YUI_GALLERY"] else { return }
    let files = [
      ("site.css", yui_asset_site_css()), ("site.js", yui_asset_site_js()),
      ("favicon.svg", yui_asset_favicon_svg()),
    ]
    for (name, asset) in files {
      let bytes = UnsafeBufferPointer(start: asset.bytes, count: asset.size)
      try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
    }
    for sample in Self.samples {
      try Data(sample.markup.utf8)
        .write(to: URL(filePath: "\(folder)/\(sample.testDescription).html"))
    }
  }
}
