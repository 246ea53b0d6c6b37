import CYuiWebAssets
import Glibc
import Testing

/// The colours of the style sheet, computed by the formula of WCAG 2 (relative luminance).
@Suite struct ContrastTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let front: String
    let back: String
    let least: Double
    var testDescription: String { "\(front) on \(back) ≥ \(least)" }

    init(_ front: String, on back: String, _ least: Double = 4.5) {
      (self.front, self.back, self.least) = (front, back, least)
    }
  }

  static let texts: [Pair] =
    ["page", "surface", "surface-strong", "hover", "tint", "notice"].flatMap { back in
      [Pair("text-strong", on: back), Pair("text", on: back), Pair("link", on: back)]
    }
    + ["page", "surface", "hover", "tint"].flatMap { back in
      [
        Pair("text-weak", on: back), Pair("link-visited", on: back), Pair("link-hover", on: back),
        Pair("error-strong", on: back),
      ]
    }
    + [
      Pair("link-active", on: "page"), Pair("error", on: "page"), Pair("key", on: "page"),
      Pair("key", on: "tint"), Pair("on-key", on: "key"), Pair("on-key", on: "key-hover"),
      Pair("on-key", on: "key-active"), Pair("on-outline", on: "outline-hover"),
      Pair("on-error", on: "error-strong"), Pair("on-error", on: "error-active"),
      Pair("page", on: "text"), Pair("link-hover", on: "tint-strong"),
      Pair("text-strong", on: "tint-strong"),
    ]
    + ["gray", "blue", "green", "yellow", "orange", "red"].flatMap { color in
      [
        Pair("chip-\(color)", on: "page"), Pair("chip-\(color)", on: "tint"),
        Pair("on-chip", on: "chip-\(color)"),
      ]
    }

  static let shapes: [Pair] = [
    Pair("line", on: "page", 3), Pair("line-strong", on: "page", 3),
    Pair("line-strong", on: "surface", 3), Pair("success", on: "page", 3),
    Pair("warning", on: "page", 3), Pair("information", on: "page", 3),
    Pair("on-message", on: "success", 3), Pair("on-message", on: "warning", 3),
    Pair("on-message", on: "error", 3), Pair("on-message", on: "information", 3),
    Pair("chart-main", on: "surface", 3), Pair("chart-main", on: "chart-track", 3),
    Pair("chart-range", on: "chart-track", 3), Pair("chart-against", on: "surface", 3),
  ]

  @Test("Texts and shapes stand out in both themes", arguments: texts + shapes, [false, true])
  func contrast(pair: Pair, isDark: Bool) throws {
    let colors = Self.tokens(isDark: isDark)
    let front = try #require(colors[pair.front])
    let back = try #require(colors[pair.back])
    let ratio = Self.ratio(front, back)
    #expect(ratio >= pair.least, "\(ratio)")
  }

  @Test("The focus shows a dark line and a bright ring, one of which stands out anywhere")
  func focus() throws {
    for isDark in [false, true] {
      let colors = Self.tokens(isDark: isDark)
      let line = try #require(colors["focus-line"])
      let ring = try #require(colors["focus-ring"])
      let page = try #require(colors["page"])
      #expect(Self.ratio(line, ring) >= 3)
      #expect(Self.ratio(line, page) >= 3)
    }
  }

  @Test("The formula gives the values published for known pairs")
  func formula() {
    // 21:1 by definition; the others from facts on the Digital Agency's colours.
    #expect(abs(Self.ratio(0x000000, 0xFFFFFF) - 21) < 0.01)
    #expect(abs(Self.ratio(0x0017C1, 0xFFFFFF) - 11.1) < 0.05)
    #expect(abs(Self.ratio(0xEC0000, 0xF2F2F2) - 4.11) < 0.01)
  }

  // MARK: - Reading the style sheet

  static func tokens(isDark: Bool) -> [String: UInt32] {
    let asset = yui_asset_site_css()
    let css = String(
      decoding: UnsafeBufferPointer(start: asset.bytes, count: asset.size), as: UTF8.self)
    // The tokens end where the section "2 Base" starts; those of the dark theme come last.
    let tokens = css.split(separator: "/* 2 Base", maxSplits: 1)[0]
    let themes = tokens.split(separator: "prefers-color-scheme: dark", maxSplits: 1)
    var colors = declarations(in: themes[0])
    if isDark { colors.merge(declarations(in: themes[1])) { $1 } }
    return colors
  }

  /// Reads lines such as `--page: #ffffff;`.
  private static func declarations(in css: some StringProtocol) -> [String: UInt32] {
    var colors: [String: UInt32] = [:]
    for line in css.split(separator: "\n") {
      let parts = line.split(separator: ":")
      guard parts.count == 2, let name = parts[0].split(separator: " ").first,
        name.hasPrefix("--"), let hash = parts[1].firstIndex(of: "#")
      else { continue }
      let digits = parts[1][hash...].dropFirst().prefix(6)
      if let value = UInt32(digits, radix: 16) { colors[String(name.dropFirst(2))] = value }
    }
    return colors
  }

  private static func ratio(_ one: UInt32, _ other: UInt32) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ color: UInt32) -> Double {
    func linear(_ shift: UInt32) -> Double {
      let value = Double((color >> shift) & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }
}
