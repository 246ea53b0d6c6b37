/// What a request turned away at the door gets: the status, and the end of the connection.
enum DoorAnswer {
  static func response(_ violation: RequestViolation) -> Response {
    var response = Response.text("\(violation.status)\n", status: violation.status)
    response.headers["Connection"] = "close"
    response.headers["Cache-Control"] = "no-store"
    SecurityHeaders.add(to: &response, isSecure: false)
    return response
  }
}
