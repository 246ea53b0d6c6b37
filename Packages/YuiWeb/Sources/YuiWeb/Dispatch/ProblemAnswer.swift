import YuiText

/// Turns a refusal into an answer: RFC 9457 for programs, a page for people.
enum ProblemAnswer {
  static func response(_ problem: HTTPProblem, for call: Call) -> Response {
    if problem.status == 401, !call.wantsDocument, let site = call.site {
      return signIn(at: site, for: call.request)
    }
    var response =
      call.wantsDocument ? document(problem, for: call) : page(problem, for: call)
    for field in problem.headers.fields { response.headers[field.name] = field.value }
    return response
  }

  /// Sends a person to the sign-in page, and afterwards back to what was asked to see.
  private static func signIn(at site: Site, for request: Request) -> Response {
    guard request.method.isSafe, request.target.utf8.count < 1024 else {
      return .redirect(to: site.signInPath)
    }
    var response = Response.redirect(to: site.signInPath)
    response.headers["Location"] =
      "\(site.signInPath.text)?next=\(PercentCoding.encode(request.target))"
    return response
  }

  private static func document(_ problem: HTTPProblem, for call: Call) -> Response {
    let language = call.language
    var properties: [JSONValue.Property] = [
      .init("type", "about:blank"),
      .init("title", .string(problem.title[language])),
      .init("status", .integer(Int64(problem.status))),
    ]
    if let detail = problem.detail { properties.append(.init("detail", .string(detail[language]))) }
    if !problem.fieldErrors.isEmpty {
      let errors = problem.fieldErrors.map { error -> JSONValue in
        ["field": .string(error.field), "message": .string(error.message[language])]
      }
      properties.append(.init("errors", .array(errors)))
    }
    properties.append(.init("requestId", .string(call.requestID)))
    return Response.bytes(
      JSONValue.object(properties).bytes, contentType: "application/problem+json",
      status: problem.status
    ).header("Content-Language", language.rawValue)
  }

  private static func page(_ problem: HTTPProblem, for call: Call) -> Response {
    guard let site = call.site else {
      return .text("\(problem.status) \(problem.title[call.language])\n", status: problem.status)
    }
    return .page(
      site.problemPage(problem, call.language, call.requestID), status: problem.status
    ).header("Content-Language", call.language.rawValue)
  }
}
