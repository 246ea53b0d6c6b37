import YuiText

/// The catalogue as RDF 1.1 Turtle, in the terms of DCAT 2.
enum CatalogueTurtle {
  static func document(_ catalogue: Catalogue) -> String {
    let datasets = catalogue.entries.map { "<\($0.address)>" }.joined(separator: ", ")
    return """
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix foaf: <http://xmlns.com/foaf/0.1/> .

      <\(catalogue.address)> a dcat:Catalog ;
        dct:title \(texts(catalogue.title)) ;
        dct:description \(texts(catalogue.title)) ;
        dct:language "ja", "en" ;
        dct:license <\(Catalogue.licence)> ;
        dct:publisher <\(publisher(of: catalogue))> ;
        foaf:homepage <\(catalogue.publisherAddress)>\(
          datasets.isEmpty ? "" : " ;\n  dcat:dataset \(datasets)") .

      <\(publisher(of: catalogue))> a foaf:Organization ;
        foaf:name \(literal(catalogue.publisher)) .

      """ + catalogue.entries.map { dataset($0, of: catalogue) }.joined()
  }

  /// The name that IANA's registry gives a media type.
  static func address(ofMediaType type: String) -> String {
    "https://www.iana.org/assignments/media-types/\(type)"
  }

  private static func dataset(_ entry: Catalogue.Entry, of catalogue: Catalogue) -> String {
    let files = entry.files.map { "<\($0.address)>" }.joined(separator: ", ")
    return """

      <\(entry.address)> a dcat:Dataset ;
        dct:identifier \(literal(entry.name)) ;
        dct:title \(texts(entry.title)) ;
        dct:description \(texts(entry.summary)) ;
        dct:language "ja" ;
        dct:license <\(Catalogue.licence)> ;
        dct:publisher <\(publisher(of: catalogue))> ;
        dcat:landingPage <\(catalogue.address)> ;
        dcat:distribution \(files) .

      """ + entry.files.map(distribution).joined()
  }

  private static func distribution(_ file: Catalogue.File) -> String {
    """

    <\(file.address)> a dcat:Distribution ;
      dct:title \(literal(file.name)) ;
      dct:format \(literal(file.name)) ;
      dcat:mediaType <\(address(ofMediaType: file.mediaType))> ;
      dcat:accessURL <\(file.address)> ;
      dcat:downloadURL <\(file.address)> ;
      dct:license <\(Catalogue.licence)> .

    """
  }

  private static func publisher(of catalogue: Catalogue) -> String {
    catalogue.publisherAddress + "#publisher"
  }

  private static func texts(_ text: LocalizedText) -> String {
    [Language.ja, .en].map { "\(literal(text[$0]))@\($0.rawValue)" }.joined(separator: ", ")
  }

  /// A text between quotes (Turtle, 2.5.1).
  private static func literal(_ text: String) -> String {
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": escaped += "\\\(scalar)"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "\""
  }
}
