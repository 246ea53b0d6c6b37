import YuiHTML
import YuiOpenData
import YuiText
import YuiWeb

/// Reads the fields of a form one after the other, and gathers what is wrong with them.
struct FormReader {
  let form: FormData
  private(set) var problems: [HTTPProblem.InvalidField] = []

  init(_ form: FormData) { self.form = form }

  /// What a field says; nil where it is empty or wrong, which is told then.
  mutating func read<Value>(
    _ name: String, _ reader: CellReader<Value>, isRequired: Bool = true
  ) -> Value? {
    let text = (form.first(name) ?? "").trimmingWhitespace
    guard !text.isEmpty else {
      if isRequired { refuse(name, reader.expectation) }
      return nil
    }
    guard let value = reader.reading(of: text)?.value else {
      refuse(name, reader.expectation)
      return nil
    }
    return value
  }

  /// A day out of three boxes.
  mutating func day(_ name: String, isRequired: Bool = true) -> CalendarDate? {
    let entry = DateEntry(named: name) { form.first($0) }
    if let date = entry.date { return date }
    if isRequired || !entry.isEmpty {
      refuse(name, LocalizedText(ja: "正しい日付を入力してください。", en: "Enter a day that there is."))
    }
    return nil
  }

  mutating func refuse(_ name: String, _ problem: LocalizedText) {
    problems.append(HTTPProblem.InvalidField(name, problem))
  }

  /// What was read, if nothing was wrong.
  func checked<Value>(_ value: Value?) throws -> Value {
    guard problems.isEmpty, let value else { throw HTTPProblem.invalid(problems) }
    return value
  }
}
