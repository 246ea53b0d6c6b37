import FoundationEssentials
import YuiOpenData

/// The file that the Tokyo Metropolitan Government published on 1 September 2024, as it came.
///
/// It has 737 rows in CP932, and lies beside the repository or where `YUI_SHARED_DATA` says.
enum TokyoFile {
  private static let name = "real/130001_public_wireless_lan_20240901.csv"

  /// Its bytes; nil where it is not there.
  static let bytes: [UInt8]? = {
    let repository = URL(filePath: #filePath).appending(path: "../../../..")
    let folder =
      ProcessInfo.processInfo.environment["YUI_SHARED_DATA"]
      ?? repository.appending(path: "../shared/data").standardized.path
    return FileManager.default.contents(atPath: "\(folder)/\(name)").map(Array.init)
  }()

  /// Its rows, the header first.
  static func rows() throws -> [[String]] {
    var reader = try CSVReader(TableFile(bytes ?? []))
    var rows: [[String]] = []
    while let record = try reader.next() { rows.append((0..<record.count).map { record[$0] }) }
    return rows
  }
}
