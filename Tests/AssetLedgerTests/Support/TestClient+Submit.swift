import YuiWeb
import YuiWebTesting

extension TestClient {
  /// Sends a form, its boxes by name and content.
  func submit(_ path: String, _ boxes: [(String, String)]) throws -> TestResponse {
    try post(path, fields: boxes.map { FormData.Field($0.0, $0.1) })
  }
}
