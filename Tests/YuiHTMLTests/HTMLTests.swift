import Testing
import YuiHTML
import YuiText

@Suite struct HTMLTests {
  @Test("Elements are written with their attributes and content")
  func elements() {
    let made = div(.class("card"), .id("a")) {
      h2 { "見出し" }
      p { "1 < 2" }
      br()
    }
    #expect(
      made.description
        == #"<div class="card" id="a"><h2>見出し</h2><p>1 &lt; 2</p><br></div>"#)
  }

  @Test("A document starts with its type")
  func document() {
    #expect(html(.lang(.ja)).description == "<!DOCTYPE html>\n<html lang=\"ja\"></html>")
  }

  @Test(
    "Text cannot become markup",
    arguments: [
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("a & b &amp; c", "a &amp; b &amp;amp; c"),
      (#"" onclick="x"#, "&quot; onclick=&quot;x"),
      ("it's", "it&#39;s"),
      ("a\u{0}b\u{1B}c\u{7F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
      ("a\tb\nc", "a\tb\nc"),
      ("a\r\nb", "a&#13;\nb"),
      ("", ""),
      ("👨‍👩‍👧 𠮷", "👨‍👩‍👧 𠮷"),
    ])
  func escaping(text: String, escaped: String) {
    #expect(p { text }.description == "<p>\(escaped)</p>")
    #expect(p(.class(text)).description == "<p class=\"\(escaped)\"></p>")
    #expect(p(.data("note", text)).description == "<p data-note=\"\(escaped)\"></p>")
  }

  @Test("Readings become ruby, with brackets for who sees none")
  func readings() {
    #expect(
      HTML(RubyText("{窓口|まどぐち}へ <1>")).description
        == "<ruby>窓口<rp>（</rp><rt>まどぐち</rt><rp>）</rp></ruby>へ &lt;1&gt;")
  }

  @Test("A text that comes in another language than the page says so")
  func spokenLanguage() {
    let text = LocalizedText(ja: "{窓口|まどぐち}", en: "Counter")
    #expect(HTML(text, in: .en).description == "Counter")
    #expect(HTML(text, in: .ko).description == #"<span lang="en">Counter</span>"#)
    #expect(HTML(text, in: .easy).description.hasPrefix(#"<span lang="ja"><ruby>窓口"#))
  }

  @Test(
    "Links lead only where links may lead",
    arguments: [
      "", "/reviews", "reviews/a?b=c#d", "?page=2", "#main", "//example.jp/", "https://example.jp/",
      "HTTP://example.jp", "mailto:a@example.jp", "tel:0352535111", "/a:b", "?a=javascript:b",
    ])
  func goodLinks(address: String) {
    #expect(a(.href(address)).description == "<a href=\"\(address)\"></a>")
  }

  @Test(
    "Links that run or hide something lead nowhere",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)",
      "\u{1}javascript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
      "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "javascript\u{0}:x", ":x",
      "ｊavascript:x", "\u{7F}x",
    ])
  func badLinks(address: String) {
    #expect(a(.href(address)).description == "<a href=\"#\"></a>")
    #expect(img(.src(address)).description == "<img src=\"#\">")
    #expect(form(.action(address)).description == "<form action=\"#\"></form>")
    #expect(button(.formaction(address)).description == "<button formaction=\"#\"></button>")
  }

  @Test("Pictures and forms do not point to mail or telephone")
  func resources() {
    #expect(img(.src("mailto:a@example.jp")).description == "<img src=\"#\">")
    #expect(form(.action("tel:1")).description == "<form action=\"#\"></form>")
  }

  @Test("Attributes without a value are left out, flags stand alone")
  func absent() {
    #expect(p(.class(nil), .id("x")).description == #"<p id="x"></p>"#)
    #expect(input(.checked(), .disabled(false)).description == "<input checked>")
    #expect(p(.when(false, .id("x")), .when(true, .lang(.en))).description == #"<p lang="en"></p>"#)
    #expect(p(.tabindex(-1)).description == #"<p tabindex="-1"></p>"#)
  }

  @Test("Conditions, loops and missing values work in content")
  func builder() {
    let missing: String? = nil
    let made = ul {
      for number in 1...3 { li { String(number) } }
      if missing == nil { li { "none" } } else { li { "some" } }
      missing
      if let missing { li { missing } }
    }
    #expect(made.description == "<ul><li>1</li><li>2</li><li>3</li><li>none</li></ul>")
  }

  @Test("A text area keeps a line feed at its start")
  func textArea() {
    #expect(
      textarea(.name("a"), text: "\nx").description == "<textarea name=\"a\">\n\nx</textarea>")
    #expect(textarea(text: "</textarea>").description == "<textarea>\n&lt;/textarea&gt;</textarea>")
  }

  @Test("Pictures are drawn with the elements of SVG")
  func svg() {
    let made = SVG.svg(.viewBox("0 0 8 8")) { SVG.line(.x1("0"), .y2("50%"), .strokeWidth("2")) }
    #expect(
      made.description
        == #"<svg viewBox="0 0 8 8"><line x1="0" y2="50%" stroke-width="2"></line></svg>"#)
  }
}
