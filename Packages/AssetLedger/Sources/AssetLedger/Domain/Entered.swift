import YuiHTML
import YuiText
import YuiWeb

/// What stands in a form that is shown: what was typed and is wrong with it, or what is stored.
struct Entered {
  private let form: FormData?
  private let stored: [String: String]
  let errors: [FieldError]

  /// A form that shows what is stored, by the names of the fields.
  init(_ stored: [String: String] = [:]) {
    (form, self.stored, errors) = (nil, stored, [])
  }

  /// A form that comes back.
  init(_ form: FormData, _ problem: HTTPProblem, _ language: Language) {
    self.form = form
    stored = [:]
    errors = problem.fieldErrors.map { FieldError($0.field, $0.message[language]) }
  }

  subscript(_ name: String) -> String? { form == nil ? stored[name] : form?.first(name) }

  /// The texts of a field that may be there more than once.
  func values(_ name: String) -> [String] { form?.values(named: name) ?? [] }

  var isSent: Bool { form != nil }

  func day(_ name: String) -> DateEntry {
    if let form { return DateEntry(named: name) { form.first($0) } }
    return stored[name].flatMap(CalendarDate.init(iso:)).map(DateEntry.init) ?? DateEntry()
  }

  func message(for name: String) -> String? { errors.message(for: name) }
}
