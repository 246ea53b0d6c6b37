import YuiOpenData
import YuiWeb

extension HTTPProblem {
  /// Runs `body`; that a table does not fit into a workbook is told as a 422.
  static func tellingOfWorkbooks<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let failure as XLSXWriter.Failure {
      throw HTTPProblem(status: 422, detail: failure.message)
    }
  }
}
