import YuiOpenData
package import YuiStorage

extension PublishedTable {
  /// The forms in which ``export(as:from:to:)`` writes it.
  package var exportFormats: [DatasetExport.Format] {
    DatasetExport.Format.allCases.filter { $0 != .geojson || self is any PublishedFeatures }
  }

  /// Writes what everybody may take away, as its page of open data does.
  ///
  /// - Parameter format: one of ``exportFormats``.
  /// - Returns: the number of rows.
  package func export(
    as format: DatasetExport.Format, from store: Store, to write: ([UInt8]) throws -> Void
  ) throws -> Int {
    if let form = TableFileWriter.Form(rawValue: format.rawValue) {
      return try self.write(as: form, from: store, to: write)
    }
    guard let features = self as? any PublishedFeatures else {
      throw StoreError(.misuse, "a table without places has no GeoJSON")
    }
    return try features.writeGeoJSON(from: store, to: write)
  }
}
