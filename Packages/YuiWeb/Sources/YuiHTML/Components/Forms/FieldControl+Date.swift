import YuiText

extension FieldControl {
  /// Takes a date in three boxes, sent under the name with `-year`, `-month` and `-day`.
  public static func date(_ entry: DateEntry) -> FieldControl {
    FieldControl(isGroup: true) { context in
      div(.class("date-boxes")) {
        box(
          entry.year, "year", LocalizedText(ja: "年", en: "Year", zhHans: "年", ko: "년", vi: "Năm"),
          context)
        box(
          entry.month, "month",
          LocalizedText(ja: "月", en: "Month", zhHans: "月", ko: "월", vi: "Tháng"), context)
        box(
          entry.day, "day", LocalizedText(ja: "日", en: "Day", zhHans: "日", ko: "일", vi: "Ngày"),
          context)
      }
    }
  }

  private static func box(
    _ value: String, _ part: String, _ unit: LocalizedText, _ context: Context
  ) -> HTML {
    // The first box bears the id of the field, to which error summaries link.
    let id = part == "year" ? context.id : "\(context.id)-\(part)"
    return div(.class("date-boxes__part")) {
      label(.for(id)) { unit[context.language] }
      input(
        .class("text-box"), .type("text"), .inputmode("numeric"), .id(id),
        .name("\(context.name)-\(part)"), .value(value),
        .when(context.isInvalid, .aria("invalid", "true")))
    }
  }
}
