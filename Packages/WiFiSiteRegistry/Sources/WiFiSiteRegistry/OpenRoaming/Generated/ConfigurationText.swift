import YuiText

/// A configuration file of lines, as it grows.
///
/// Whatever becomes a line stays one line, so that no value begins another.
struct ConfigurationText {
  private(set) var text = ""

  mutating func line(_ line: String = "") {
    text += line.onOneLine + "\n"
  }

  mutating func comment(_ ja: String, _ en: String, indent: String = "") {
    line("\(indent)# \(ja)")
    line("\(indent)# \(en)")
  }

  /// A heading in front of lines that belong together.
  mutating func section(_ ja: String, _ en: String) {
    line()
    line(ja == en ? "# --- \(ja) ---" : "# --- \(ja) / \(en) ---")
  }

  /// What a file says of itself: which profile it was made of, what to do before it is used, and what
  /// was found wrong with it, so that a file which was put away tells it too.
  mutating func head(
    _ kind: String, _ profile: OpenRoamingProfile, _ steps: [(ja: String, en: String)]
  ) {
    line("# \(kind): \(profile.name[.ja]) (\(profile.slug))")
    line("#")
    for (number, step) in steps.enumerated() { line("# \(number + 1). \(step.ja)") }
    line("#")
    for (number, step) in steps.enumerated() { line("# \(number + 1). \(step.en)") }
    let findings = ProfileRules.findings(of: profile)
    if !findings.isEmpty { line("#") }
    for finding in findings {
      for words in finding.lines { line("# \(words)") }
    }
  }
}
