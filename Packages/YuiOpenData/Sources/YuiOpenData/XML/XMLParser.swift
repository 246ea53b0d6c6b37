import CExpat
import Glibc

/// Reads an XML document (XML 1.0 with namespaces) as its bytes come; libexpat does the work.
///
/// A document type declaration is refused, and with it every entity, inside and outside; so is a
/// document that is nested deeper, or holds a longer tag, than any table needs.
final class XMLParser {
  /// Why a document was not read on.
  enum Failure: Error, Equatable {
    /// It declares its type, and might define entities.
    case documentType
    /// It is nested deeper, or holds a longer tag, than is read.
    case bounds
    /// It is not well-formed.
    case malformed(line: Int)
  }

  private static let separator = CChar(UInt8(ascii: "|"))
  private static let mostDepth = 64
  private static let mostTagBytes = 1 << 20

  private let parser: OpaquePointer
  private let handler: any XMLHandler
  private var depth = 0
  private var fed = 0
  private var failure: (any Error)?

  /// Returns `nil` where memory runs out.
  init?(_ handler: any XMLHandler) {
    guard let parser = XML_ParserCreateNS(nil, Self.separator) else { return nil }
    self.parser = parser
    self.handler = handler
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(parser, startElement, endElement)
    XML_SetCharacterDataHandler(parser, characterData)
    XML_SetStartDoctypeDeclHandler(parser, startDocumentType)
  }

  deinit { XML_ParserFree(parser) }

  /// Reads the next bytes.
  ///
  /// - Throws: a ``Failure``, or what the handler throws.
  func parse(_ bytes: [UInt8], isLast: Bool = false) throws {
    fed += bytes.count
    let status = bytes.withUnsafeBytes { buffer in
      XML_Parse(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count),
        isLast ? 1 : 0)
    }
    if let failure { throw failure }
    guard status != XML_STATUS_ERROR else {
      throw Failure.malformed(line: Int(XML_GetCurrentLineNumber(parser)))
    }
    let place = XML_GetCurrentByteIndex(parser)
    guard fed - max(0, place) <= Self.mostTagBytes + bytes.count else { throw Failure.bounds }
  }

  /// A name of libexpat, `namespace|name`, without the namespace.
  static func localName(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    guard let separator = strrchr(name, Int32(separator)) else { return name }
    return UnsafePointer(separator + 1)
  }

  fileprivate func start(
    _ name: UnsafePointer<CChar>, _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    depth += 1
    guard depth <= Self.mostDepth else { return stop(Failure.bounds) }
    tell { try handler.start(String(cString: Self.localName(name)), XMLAttributes(list: list)) }
  }

  fileprivate func end(_ name: UnsafePointer<CChar>) {
    depth -= 1
    tell { try handler.end(String(cString: Self.localName(name))) }
  }

  fileprivate func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if failure == nil { handler.text(bytes) }
  }

  fileprivate func stop(_ error: any Error) {
    failure = failure ?? error
    XML_StopParser(parser, 0)
  }

  private func tell(_ body: () throws -> Void) {
    // libexpat may still tell of the end of an element whose beginning stopped it.
    guard failure == nil else { return }
    do { try body() } catch { stop(error) }
  }
}

private func parser(_ context: UnsafeMutableRawPointer?) -> XMLParser? {
  context.map { Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
}

private func startElement(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
  if let name { parser(context)?.start(name, attributes) }
}

private func endElement(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  if let name { parser(context)?.end(name) }
}

private func characterData(
  _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32
) {
  text?.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { start in
    parser(context)?.text(UnsafeBufferPointer(start: start, count: Int(count)))
  }
}

private func startDocumentType(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ system: UnsafePointer<CChar>?, _ public: UnsafePointer<CChar>?, _ hasSubset: Int32
) {
  parser(context)?.stop(XMLParser.Failure.documentType)
}
