import CYuiWebAssets
public import YuiHTML
import YuiTransparencyLog

/// The files of the design system, which come with the program.
///
/// Each stands at `/assets/{name}.{hash}.{ext}`: another content has another address, so that
/// browsers may keep it for good.
public enum Asset {
  private struct File: Sendable {
    let address: String
    let contentType: String
    let plain: SharedBytes
    let compressed: SharedBytes?
  }

  private static let files: [String: File] = [
    "site.css": file("site", "css", "text/css; charset=utf-8", yui_asset_site_css()),
    "site.js": file("site", "js", "text/javascript; charset=utf-8", yui_asset_site_js()),
    "inbox.js": file("inbox", "js", "text/javascript; charset=utf-8", yui_asset_inbox_js()),
    "kiosk.js": file("kiosk", "js", "text/javascript; charset=utf-8", yui_asset_kiosk_js()),
    "favicon.svg": file("favicon", "svg", "image/svg+xml", yui_asset_favicon_svg()),
  ]
  private static let byAddress = Dictionary(
    files.values.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })

  /// Returns the address of a file: `site.css`, `site.js`, `inbox.js`, `kiosk.js` or
  /// `favicon.svg`.
  ///
  /// A name that isn't there is a mistake that stops the program.
  public static func url(_ name: String) -> String {
    guard let file = files[name] else { preconditionFailure("No such asset: \(name)") }
    return file.address
  }

  private static func file(
    _ name: String, _ ext: String, _ contentType: String, _ asset: yui_asset
  ) -> File {
    let bytes = Array(UnsafeBufferPointer(start: asset.bytes, count: asset.size))
    let hash = SHA256.hash(bytes).bytes.prefix(6)
      .flatMap { [ASCII.hexDigits[Int($0 >> 4)], ASCII.hexDigits[Int($0 & 15)]] }
    let text = String(decoding: hash, as: UTF8.self).lowercased()
    return File(
      address: "/assets/\(name).\(text).\(ext)", contentType: contentType,
      plain: SharedBytes(bytes), compressed: Gzip.compress(bytes, level: 9).map(SharedBytes.init))
  }

  /// The answer where a call asks for an asset.
  static func response(_ call: Call) -> Response? {
    guard
      call.request.method == .get || call.request.method == .head,
      call.request.path.hasPrefix("/assets/"), let file = byAddress[call.request.path]
    else { return nil }
    var response = Response(status: 200)
    response.headers["Content-Type"] = file.contentType
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.headers["Vary"] = "Accept-Encoding"
    if call.acceptsGzip, let compressed = file.compressed {
      response.headers["Content-Encoding"] = "gzip"
      response.body = .shared(compressed)
    } else {
      response.body = .shared(file.plain)
    }
    return response
  }
}

extension SiteFrame.Assets {
  /// The files that come with the program, at their addresses.
  public static let embedded = SiteFrame.Assets(
    stylesheet: Asset.url("site.css"), script: Asset.url("site.js"), icon: Asset.url("favicon.svg"))
}
