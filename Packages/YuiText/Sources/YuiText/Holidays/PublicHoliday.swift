/// A public holiday of Japan: a national holiday, or a day that the law adds to them.
public enum PublicHoliday: Sendable, Hashable {
  case newYear, comingOfAge, foundation, emperorsBirthday, vernalEquinox, showa, greenery
  case constitution, children, marine, mountain, respectForTheAged, autumnalEquinox
  case healthAndSports, sports, culture, labourThanksgiving
  /// The enthronement of 2019.
  case enthronement
  /// The ceremony of enthronement of 2019.
  case enthronementCeremony
  /// The day off in the place of a holiday that fell on a Sunday (振替休日).
  case substitute
  /// The day between two holidays (国民の休日).
  case between

  /// The name as the law and the Cabinet Office give it.
  public var name: LocalizedText {
    switch self {
    case .newYear: LocalizedText(ja: "元日", en: "New Year’s Day")
    case .comingOfAge: LocalizedText(ja: "成人の日", en: "Coming of Age Day")
    case .foundation: LocalizedText(ja: "建国記念の日", en: "National Foundation Day")
    case .emperorsBirthday: LocalizedText(ja: "天皇誕生日", en: "The Emperor’s Birthday")
    case .vernalEquinox: LocalizedText(ja: "春分の日", en: "Vernal Equinox Day")
    case .showa: LocalizedText(ja: "昭和の日", en: "Showa Day")
    case .greenery: LocalizedText(ja: "みどりの日", en: "Greenery Day")
    case .constitution: LocalizedText(ja: "憲法記念日", en: "Constitution Memorial Day")
    case .children: LocalizedText(ja: "こどもの日", en: "Children’s Day")
    case .marine: LocalizedText(ja: "海の日", en: "Marine Day")
    case .mountain: LocalizedText(ja: "山の日", en: "Mountain Day")
    case .respectForTheAged: LocalizedText(ja: "敬老の日", en: "Respect for the Aged Day")
    case .autumnalEquinox: LocalizedText(ja: "秋分の日", en: "Autumnal Equinox Day")
    case .healthAndSports: LocalizedText(ja: "体育の日", en: "Health and Sports Day")
    case .sports: LocalizedText(ja: "スポーツの日", en: "Sports Day")
    case .culture: LocalizedText(ja: "文化の日", en: "Culture Day")
    case .labourThanksgiving: LocalizedText(ja: "勤労感謝の日", en: "Labour Thanksgiving Day")
    case .enthronement: LocalizedText(ja: "天皇の即位の日", en: "Day of the Enthronement")
    case .enthronementCeremony:
      LocalizedText(ja: "即位礼正殿の儀の行われる日", en: "Day of the Enthronement Ceremony")
    case .substitute: LocalizedText(ja: "振替休日", en: "Substitute holiday")
    case .between: LocalizedText(ja: "国民の休日", en: "Citizens’ holiday")
    }
  }
}
