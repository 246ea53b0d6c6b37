import YuiHTML
import YuiQRCode
import YuiText

/// A poster for one place: the question, whose it is, and the way to the form, in black on white.
///
/// One drawing serves A4 and, at half the size, A6.
struct Poster {
  let municipality: LocalizedText
  let service: ReviewedService
  let place: ReviewPlace?
  /// What the QR code holds.
  let address: String

  /// The poster for a page, as wide as the page lets it.
  func picture() throws -> HTML { try drawing() }

  /// The poster as a file of its own.
  func file(size: PaperSize) throws -> [UInt8] {
    let scale = size == .a4 ? 1.0 : 0.5
    return try drawing(
      width: PosterColumn.length(scale * PosterColumn.width) + "mm",
      height: PosterColumn.length(scale * PosterColumn.height) + "mm"
    ).bytes
  }

  private var title: String {
    [service.name[.ja], place?.name[.ja] ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func drawing(width: String? = nil, height: String? = nil) throws -> HTML {
    var head = head
    let foot = foot
    let footTop = PosterColumn.height - PosterColumn.margin - foot.bottom
    // The code takes what is left between them, and no more than a wall needs.
    let room = footTop - head.bottom
    let side = min(room - 2, 108)
    head.space((room - side) / 2)
    let code = try QRCode(address, correction: .quartile)
    head.draw(height: side) { top in Self.draw(code, side: side, top: top) }
    return SVG.svg(
      .svgNamespace, .class("poster"), .width(width), .height(height),
      .viewBox("0 0 \(Int(PosterColumn.width)) \(Int(PosterColumn.height))"), .role("img"),
      .aria("label", title)
    ) {
      SVG.title { title }
      SVG.rect(.width("210"), .height("297"), .fill("#fff"))
      SVG.g(.fill("#000")) {
        head.drawing
        SVG.g(.transform("translate(0 \(PosterColumn.length(footTop)))")) { foot.drawing }
      }
    }
  }

  /// From the municipality to the faces.
  private var head: PosterColumn {
    var column = PosterColumn(from: PosterColumn.margin - 3)
    column.write(fit(municipality[.ja], [8]), in: .ja)
    column.rule()
    column.space(3)
    for name in Self.lines(service.name[.ja], place?.name[.ja]) {
      column.write(fit(name, [13, 10.5, 8.5, 6.5], lines: 2), in: .ja)
    }
    let english = [service.name, place?.name].compactMap { $0?.words(in: .en) }
      .filter { !$0.isEmpty }.joined(separator: ", ")
    if !english.isEmpty {
      column.write(fit(english, [6, 5, 4], lines: 2), in: .en, isBold: false)
    }
    column.space(2)
    column.write(fit(PosterWording.question[.ja], [12.5]), in: .ja)
    column.write(fit(PosterWording.question[.en], [7.5]), in: .en)
    column.space(3)
    column.draw(height: 17, Self.faces)
    return column
  }

  /// From the address to the promise, counted from its own top.
  private var foot: PosterColumn {
    var column = PosterColumn(from: 0)
    let short = address.split(separator: "://", maxSplits: 1).last.map(String.init) ?? address
    column.write(
      SetText(short, width: PosterColumn.textWidth, sizes: [9, 8, 7, 6, 5], lines: 1), in: .en,
      typeface: .mono)
    column.write(fit(PosterWording.scan[.ja], [5.6]), in: .ja)
    column.write(fit(PosterWording.scan[.en], [4.8]), in: .en, isBold: false)
    column.space(2)
    column.rule()
    column.space(2)
    let quarter = PosterColumn.textWidth / 4
    for (left, right) in [(0, 1), (2, 3)] {
      let top = column.bottom
      for (index, place) in [(left, 1.0), (right, 3.0)] {
        let invitation = PosterWording.invitations[index]
        var part = PosterColumn(from: top)
        part.write(
          SetText(invitation.words, width: 2 * quarter - 4, sizes: [5.6, 5, 4.4], lines: 1),
          in: invitation.language, center: PosterColumn.margin + place * quarter)
        column.draw(height: index == right ? part.bottom - top : 0) { _ in part.drawing }
      }
    }
    column.space(2)
    column.rule()
    column.space(1)
    column.write(fit(PosterWording.promise[.ja], [5.6]), in: .ja)
    column.write(fit(PosterWording.promise[.en], [4.8]), in: .en, isBold: false)
    return column
  }

  /// Service and place in one line where they are short.
  private static func lines(_ service: String, _ place: String?) -> [String] {
    guard let place else { return [service] }
    let both = "\(service)　\(place)"
    return SetText.width(both) * 10.5 <= PosterColumn.textWidth ? [both] : [service, place]
  }

  private func fit(_ text: String, _ sizes: [Double], lines: Int = 1) -> SetText {
    SetText(text, width: PosterColumn.textWidth, sizes: sizes, lines: lines)
  }

  private static func draw(_ code: QRCode, side: Double, top: Double) -> HTML {
    let left = PosterColumn.length((PosterColumn.width - side) / 2)
    let scale = NumberText.fixed(side / Double(code.side), decimals: 4)
    return SVG.path(
      .class("poster__code"), .d(code.path), .shapeRendering("crispEdges"),
      .transform("translate(\(left) \(PosterColumn.length(top))) scale(\(scale))"))
  }

  private static func faces(top: Double) -> HTML {
    let (size, step) = (17.0, 26.0)
    let left = PosterColumn.width / 2 - 2 * step - size / 2
    return SVG.g(
      .fill("none"), .stroke("#000"), .strokeWidth("1.8"), .strokeLinecap("round")
    ) {
      for rating in 1...RatingFace.count {
        let x = PosterColumn.length(left + step * Double(rating - 1))
        SVG.g(
          .transform("translate(\(x) \(PosterColumn.length(top))) scale(\(size / 40))")
        ) { RatingFace.shapes(rating) }
      }
    }
  }
}
