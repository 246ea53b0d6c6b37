/// Answers OPTIONS, also as the question of a browser whether a script may ask (CORS).
enum Preflight {
  static func response(_ request: Request, allowed: [HTTPMethod], routes: [Route]) -> Response {
    let response = Response.noContent.header("Allow", Dispatcher.list(allowed))
    guard
      let asked = request.headers["access-control-request-method"].flatMap(HTTPMethod.init),
      routes.contains(where: { $0.method == asked && $0.isOpenToOtherOrigins })
    else { return response }
    return
      response
      .header("Access-Control-Allow-Origin", "*")
      .header("Access-Control-Allow-Methods", asked.rawValue)
      .header("Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key")
      .header("Access-Control-Max-Age", "7200")
  }
}
