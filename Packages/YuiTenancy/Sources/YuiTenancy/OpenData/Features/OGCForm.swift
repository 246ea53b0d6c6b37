import YuiWeb

/// The two forms in which the resources of the OGC API come.
enum OGCForm: String, CaseIterable {
  case json, html

  static let geoJSON = "application/geo+json"
  static let openAPI = "application/vnd.oai.openapi+json;version=3.0"

  /// The form that is asked for: by `f`, otherwise by what the client prefers.
  ///
  /// - Throws: a 400 for a form that there is not.
  init(_ request: Request) throws {
    guard let text = request.query["f"] else {
      self = Self.prefersHTML(request.headers["Accept"] ?? "") ? .html : .json
      return
    }
    guard let form = OGCForm(rawValue: text) else {
      throw HTTPProblem.badRequest(
        ja: "fはjsonかhtmlにしてください。", en: "“f” has to be json or html.")
    }
    self = form
  }

  /// Whether a refusal goes to a program: to all but browsers, which name HTML, and never where JSON
  /// was asked for.
  static func isForProgram(_ request: Request) -> Bool {
    request.query["f"] == "json"
      || request.headers["Accept"]?.lowercased().contains("text/html") != true
  }

  /// The form that this is not.
  var other: OGCForm { self == .json ? .html : .json }

  /// The media type, of a resource that is of another one as JSON.
  func mediaType(json: String = "application/json") -> String {
    self == .json ? json : "text/html"
  }

  /// Browsers name HTML first; programs name JSON, or take anything.
  private static func prefersHTML(_ accept: String) -> Bool {
    guard let html = accept.firstRange(of: "text/html") else { return false }
    guard let json = accept.firstRange(of: "json") else { return true }
    return html.lowerBound < json.lowerBound
  }
}
