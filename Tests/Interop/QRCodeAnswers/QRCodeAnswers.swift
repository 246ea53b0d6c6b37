import FoundationEssentials
import YuiQRCode

/// Answers with the symbol of a text, a line of JSON for each line of JSON:
/// `["Yui", "quartile"]` → `{"side": 29, "path": "M4 4h7v1h-7z…"}`.
@main
enum QRCodeAnswers {
  struct Drawing: Encodable {
    let side: Int
    let path: String
  }

  static func main() throws {
    while let line = readLine() {
      let question = try JSONDecoder().decode([String].self, from: Data(line.utf8))
      let code = try QRCode(
        question[0], correction: question[1] == "quartile" ? .quartile : .medium)
      let answer = try JSONEncoder().encode(Drawing(side: code.side, path: code.path))
      print(String(decoding: answer, as: UTF8.self))
    }
  }
}
