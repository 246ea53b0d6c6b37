public import YuiHTML
public import YuiText

/// What the clocks of a case show, for staff and for whoever the case is about.
public struct ClockFacts: Sendable {
  /// A line for each clock that has started and not ended: its name, and what is left.
  public let items: [DescriptionList.Item]

  /// Reads the clocks of a definition that run from entering a state.
  public init(_ definition: CaseDefinition, stays: [CaseStay], language: Language) {
    items = definition.clocks.compactMap { clock in
      guard clock.start == .entry, let reading = clock.reading(of: stays), reading.phase != .ended
      else { return nil }
      return DescriptionList.Item(
        clock.name[language], clock.words(for: reading)[language])
    }
  }
}

extension CaseClock {
  /// What a clock shows: the last day of the term, or what is left where it stands still.
  func words(for reading: ClockReading) -> LocalizedText {
    let left = max(0, term.length - reading.used)
    guard reading.phase == .running else {
      return LocalizedText(
        ja: "\(reading.since.text(.ja))から停止中（残り\(left)\(unit[.ja])）",
        en: "Stopped since \(reading.since.text(.en)), \(left) \(unit[.en]) left")
    }
    let end = term.end(from: reading.since, used: reading.used)
    return LocalizedText(
      ja: "\(end.text(.ja))まで（全\(term.length)\(unit[.ja])）",
      en: "Until \(end.text(.en)), \(term.length) \(unit[.en]) in all")
  }

  private var unit: LocalizedText {
    switch term {
    case .days: LocalizedText(ja: "日", en: "days")
    case .workingDays: LocalizedText(ja: "開庁日", en: "working days")
    }
  }
}
