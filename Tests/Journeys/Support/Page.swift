import FoundationEssentials
import YuiHTTPClient

/// An answer as its reader sees it.
struct Page: Sendable {
  let response: HTTPClientResponse

  var status: Int { response.status }

  /// Where a redirect leads.
  var location: String? { response.header("Location") }

  /// The words on the page: no markup, runs of white space as one space.
  var words: String {
    let body = response.text.split(separator: "<body>").last.map(String.init) ?? response.text
    let text = body.replacing(#/<[^>]*>/#, with: " ")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The hidden field that proves a form of a signed-in person came from our own page.
  var token: String? { value(of: "_token") }

  /// The value of the first input with this name.
  func value(of name: String) -> String? {
    response.text.split(separator: "<").first { tag in
      tag.hasPrefix("input ") && tag.contains(" name=\"\(name)\"")
    }.flatMap { tag in
      tag.split(separator: " value=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) }
    }
  }

  /// The address of the first form or link that contains these words.
  func address(containing part: String) -> String? {
    response.text.matches(of: #/(?:action|href)="([^"]*)"/#).map { String($0.output.1) }
      .first { $0.contains(part) }
  }

  /// The body as a document.
  func document<Document: Decodable>(_ type: Document.Type = Document.self) throws -> Document {
    try JSONDecoder().decode(type, from: Data(response.body))
  }
}
