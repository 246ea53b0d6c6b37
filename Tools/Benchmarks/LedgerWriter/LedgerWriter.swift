import Dispatch
import Glibc
import YuiStorage
import YuiStorageSQLite
import YuiTenancy
import YuiText

/// Writes so many texts, some at a time, and prints how many a second were on disk: as rows of a
/// table, or as entries of a log. `ledger-writer rows|entries COUNT AT-A-TIME FOLDER`
@main
enum LedgerWriter {
  private static let log = StoredLog("bench_log")
  /// As many as `Tools/Benchmarks/run` has connections.
  private static let inFlight = 256
  /// As long as the entry of a changed asset.
  private static let text =
    #"{"fields":[{"after":"新庁舎","before":"庁舎","name":"name"}],"kind":"asset.changed","subject":"13104-0007"}"#

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let count = Int64(arguments[2]), let slice = Int64(arguments[3]),
      count > 0, slice > 0, ["rows", "entries"].contains(arguments[1])
    else { exit(2) }
    let pool = StorePool(engine: SQLiteEngine())
    let store = pool.store("bench", at: .file("\(arguments[4])/bench.sqlite"))
    try store.create()
    try store.write { transaction in
      for statement in log.creation { try transaction.execute(statement) }
      try transaction.execute(
        "CREATE TABLE bench_rows (position BIGINT PRIMARY KEY, content TEXT NOT NULL)")
    }
    let isLog = arguments[1] == "entries"
    let start = DispatchTime.now().uptimeNanoseconds
    write(count, by: slice, to: store) { numbers, transaction in
      if isLog {
        try log.append(
          numbers.map { _ in text }, at: Timestamp(milliseconds: numbers.lowerBound),
          in: transaction)
      } else {
        try transaction.execute(rows: numbers.map { "(\($0), \(text))" }) {
          "INSERT INTO bench_rows (position, content) VALUES \($0)"
        }
      }
    }
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    print(Int(Double(count) / seconds))
    pool.close()
  }

  private static func write(
    _ count: Int64, by slice: Int64, to store: Store,
    _ body: @escaping @Sendable (Range<Int64>, Transaction) throws -> Void
  ) {
    let room = DispatchSemaphore(value: inFlight)
    let done = DispatchGroup()
    for start in stride(from: 0, to: count, by: Int(slice)) {
      let numbers = start..<min(start + slice, count)
      room.wait()
      done.enter()
      store.submit(
        { try body(numbers, $0) },
        then: { result in
          if case .failure(let error) = result {
            print(error)
            exit(1)
          }
          room.signal()
          done.leave()
        })
    }
    done.wait()
  }
}
