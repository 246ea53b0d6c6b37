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
        _ = try HTTPProblem.tellingOfWorkbooks {
          try table.write(as: form, from: context.site.store) { try file.append($0) }
        }
        return try file.response(contentType: form.contentType)
          .download(filename: "\(table.name).\(form.rawValue)")
      }
    ).openToOtherOrigins()
  }

  private static func geoJSON(_ table: any PublishedFeatures) -> Route {
    Route.get(
      geoJSONPath(table), access: .anyone,
      slow: { context in
        let file = try SpooledFile()
        try table.writeGeoJSON(from: context.site.store) { try file.append($0) }
        return try file.response(contentType: OGCForm.geoJSON)
          .download(filename: "\(table.name).geojson")
      }
    ).openToOtherOrigins()
  }

  static func geoJSONPath(_ table: any PublishedFeatures) -> String {
    "/open-data/\(table.name).geojson"
  }
}
