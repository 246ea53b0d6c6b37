import YuiText
import YuiWeb

/// The catalogue as JSON-LD 1.1, in the terms of DCAT 2.
enum CatalogueJSON {
  static func document(_ catalogue: Catalogue) -> JSONValue {
    [
      "@context": [
        "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
      ],
      "@id": .string(catalogue.address), "@type": "dcat:Catalog",
      "dct:title": texts(catalogue.title), "dct:description": texts(catalogue.title),
      "dct:language": ["ja", "en"], "dct:license": reference(Catalogue.licence),
      "dct:publisher": publisher(of: catalogue),
      "foaf:homepage": reference(catalogue.publisherAddress),
      "dcat:dataset": .array(catalogue.entries.map { dataset($0, of: catalogue) }),
    ]
  }

  private static func dataset(_ entry: Catalogue.Entry, of catalogue: Catalogue) -> JSONValue {
    [
      "@id": .string(entry.address), "@type": "dcat:Dataset",
      "dct:identifier": .string(entry.name), "dct:title": texts(entry.title),
      "dct:description": texts(entry.summary), "dct:license": reference(Catalogue.licence),
      "dct:publisher": publisher(of: catalogue), "dct:language": ["ja"],
      "dcat:landingPage": reference(catalogue.address),
      "dcat:distribution": .array(entry.files.map(distribution)),
    ]
  }

  private static func distribution(_ file: Catalogue.File) -> JSONValue {
    [
      "@id": .string(file.address), "@type": "dcat:Distribution",
      "dct:title": .string(file.name), "dct:format": .string(file.name),
      "dcat:mediaType": reference(CatalogueTurtle.address(ofMediaType: file.mediaType)),
      "dcat:accessURL": reference(file.address), "dcat:downloadURL": reference(file.address),
      "dct:license": reference(Catalogue.licence),
    ]
  }

  private static func publisher(of catalogue: Catalogue) -> JSONValue {
    [
      "@id": .string(catalogue.publisherAddress + "#publisher"), "@type": "foaf:Organization",
      "foaf:name": .string(catalogue.publisher),
    ]
  }

  private static func reference(_ address: String) -> JSONValue { ["@id": .string(address)] }

  private static func texts(_ text: LocalizedText) -> JSONValue {
    .array(
      [Language.ja, .en].map {
        ["@language": .string($0.rawValue), "@value": .string(text[$0])]
      })
  }
}
