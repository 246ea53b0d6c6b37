public import YuiText

/// A column that a dataset knows.
public struct DatasetColumn: Sendable, Hashable {
  /// What a column holds, as spreadsheets tell it apart.
  public enum Kind: Sendable, Hashable {
    /// Text, to the letter: also codes such as `01310`, and months.
    case text
    /// Numbers to count with.
    case number
    /// Days, `2026-04-01`.
    case date
  }

  /// The name in files and in the API, such as `name_ja`.
  public let name: String
  /// The name people read; its Japanese form is accepted in a file's header as well.
  public let label: LocalizedText
  /// What other files call it, as earlier editions of an official layout do; accepted in a header.
  public let aliases: [String]
  /// Whether a file must have the column.
  public let isRequired: Bool
  /// What it holds, for spreadsheets that are written; what is read says for itself what it is.
  public let kind: Kind
  /// What belongs into the column.
  public let help: LocalizedText

  /// Creates a column.
  public init(
    _ name: String, label: LocalizedText, aliases: [String] = [], isRequired: Bool = false,
    kind: Kind = .text, help: LocalizedText = LocalizedText(ja: "", en: "")
  ) {
    self.name = name
    self.label = label
    self.aliases = aliases
    self.isRequired = isRequired
    self.kind = kind
    self.help = help
  }
}

/// The columns in which a dataset says where its rows lie on the map.
public struct PlaceColumns: Sendable, Hashable {
  /// The name of the column of latitudes.
  public let latitude: String
  /// The name of the column of longitudes.
  public let longitude: String

  /// Names two columns.
  public init(latitude: String, longitude: String) {
    (self.latitude, self.longitude) = (latitude, longitude)
  }
}

/// The shape of a dataset that is imported and exported, as data.
public struct DatasetDefinition: Sendable, Hashable {
  /// The name on the command line and in addresses, such as `review-services`.
  public let name: String
  /// The name people read.
  public let title: LocalizedText
  /// The columns, in the order in which they are exported.
  public let columns: [DatasetColumn]
  /// Whether columns that the dataset does not know are kept as extras instead of refused.
  public let keepsExtraColumns: Bool
  /// Where its rows lie, if they do; such a dataset is read and written as GeoJSON too.
  public let place: PlaceColumns?

  /// Creates a definition.
  public init(
    name: String, title: LocalizedText, columns: [DatasetColumn],
    keepsExtraColumns: Bool = false, place: PlaceColumns? = nil
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.keepsExtraColumns = keepsExtraColumns
    self.place = place
  }

  /// An empty file to fill in, with the header and a byte order mark for Excel.
  public var template: [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    writer.write(columns.map(\.name))
    return writer.take()
  }

  /// An empty workbook to fill in, whose columns of text keep what is typed as it is.
  public var workbookTemplate: [UInt8] {
    XLSXWriter(sheet: title[.ja], columns: columns).finish()
  }
}
