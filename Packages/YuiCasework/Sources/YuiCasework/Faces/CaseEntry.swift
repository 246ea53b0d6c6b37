import YuiHTML
import YuiText
import YuiWeb

/// What was sent and could not be taken, for the page that shows it again; usually nothing.
struct CaseEntry {
  private let form: FormData
  let errors: [FieldError]

  init() {
    form = FormData()
    errors = []
  }

  init(_ form: FormData, _ problem: HTTPProblem, _ language: Language) {
    self.form = form
    errors = problem.fieldErrors.map { FieldError($0.field, $0.message[language]) }
  }

  /// What was typed into a field.
  func text(_ field: String) -> String? { form.first(field) }

  /// Whether a case was ticked.
  func isChosen(_ number: Int) -> Bool { form.values(named: "case").contains("\(number)") }

  /// Whether something is wrong with a field.
  func isWrong(_ field: String) -> Bool { errors.message(for: field) != nil }
}
