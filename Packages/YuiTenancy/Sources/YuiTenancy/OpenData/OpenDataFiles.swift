import YuiOpenData
import YuiStorage
import YuiWeb

/// The files of a published table.
struct OpenDataFiles: Sendable {
  let table: any PublishedTable

  static func path(_ table: any PublishedTable, _ form: TableFileWriter.Form) -> String {
    "/open-data/\(table.name).\(form.rawValue)"
  }

  var routes: [Route] {
    TableFileWriter.Form.allCases.map(route)
      + [(table as? any PublishedFeatures).map(Self.geoJSON)].compactMap { $0 }
  }

  /// A file is made aside, and sent as the reader takes it.
  private func route(_ form: TableFileWriter.Form) -> Route {
    let table = table
    return Route.get(
      Self.path(table, form), access: .anyone,
      slow: { context in
        let file = try SpooledFile()
        try HTTPProblem.tellingOfWorkbooks {
          try table.write(as: form, from: context.site.store) { try file.append($0) }
        }
        return try file.response(contentType: form.contentType)
          .download(filename: "\(table.name).\(form.rawValue)")
      }
    ).openToOtherOrigins()
  }

  /// GeoJSON, a page of features at a time.
  private static func geoJSON(_ table: any PublishedFeatures) -> Route {
    Route.get(
      geoJSONPath(table), access: .anyone,
      slow: { context in
        let store = context.site.store
        let file = try SpooledFile()
        var writer = GeoJSONWriter()
        var after: String? = ""
        while let id = after {
          let page = try store.read {
            try table.features(FeatureQuery(), after: id, limit: pageSize, in: $0)
          }
          for feature in page { writer.write(feature) }
          try file.append(writer.take())
          after = page.count == pageSize ? page.last?.id : nil
        }
        writer.finish(box: try store.read { try table.extent(in: $0) }?.box)
        try file.append(writer.take())
        return try file.response(contentType: OGCForm.geoJSON)
          .download(filename: "\(table.name).geojson")
      }
    ).openToOtherOrigins()
  }

  private static let pageSize = 1_000

  static func geoJSONPath(_ table: any PublishedFeatures) -> String {
    "/open-data/\(table.name).geojson"
  }
}
