public import YuiStorage
public import YuiText

/// A procedure, counter or contract that residents review.
public struct ReviewedService: Sendable, Hashable {
  /// What kind of service it is.
  public enum Kind: String, Sendable, CaseIterable, SQLBindable {
    case procedure, counter, contract
  }

  /// Whether it takes responses.
  public enum Status: String, Sendable, CaseIterable, SQLBindable { case open, closed }

  /// Its name in paths and files.
  public let slug: Slug
  /// What kind of service it is.
  public var kind: Kind
  /// Its name; English falls back to Japanese where it has none.
  public var name: LocalizedText
  /// The department that answers for it; may be empty.
  public var department: String
  /// The ways on which a response may come.
  public var channels: Set<Channel>
  /// Whether it takes responses.
  public var status: Status
  /// The page of the service itself; may be empty.
  public var url: String
  /// What the form asks.
  public var questionSet: QuestionSet.Version
  /// What of its results everybody may see.
  public var publishedFields: Set<PublishedField>
  /// The origins whose pages may show and send its form; empty for any.
  public var origins: [String]

  /// Describes a service.
  public init(
    slug: Slug, kind: Kind, name: LocalizedText, department: String = "",
    channels: Set<Channel> = Set(Channel.allCases), status: Status = .open, url: String = "",
    questionSet: QuestionSet.Version = .usual,
    publishedFields: Set<PublishedField> = PublishedField.usual, origins: [String] = []
  ) {
    self.slug = slug
    self.kind = kind
    self.name = name
    self.department = department
    self.channels = channels
    self.status = status
    self.url = url
    self.questionSet = questionSet
    self.publishedFields = publishedFields
    self.origins = origins
  }
}

extension ReviewedService {
  /// The English name; empty where there is none.
  public var nameEn: String { name[.en] == name[.ja] ? "" : name[.en] }

  /// The department, whose name is known in Japanese alone; may be empty.
  var departmentName: LocalizedText { LocalizedText(ja: department, en: "") }
}

extension ReviewedService.Kind {
  /// The kind's name for people.
  public var name: LocalizedText {
    switch self {
    case .procedure:
      LocalizedText(
        ja: "手続", en: "Procedure", zhHans: "手续", ko: "절차",
        vi: "Thủ tục")
    case .counter:
      LocalizedText(
        ja: "窓口", en: "Counter", zhHans: "窗口", ko: "창구", vi: "Quầy")
    case .contract:
      LocalizedText(
        ja: "契約", en: "Contract", zhHans: "合同", ko: "계약",
        vi: "Hợp đồng")
    }
  }
}

extension ReviewedService.Status {
  /// The status's name for people.
  public var name: LocalizedText {
    switch self {
    case .open:
      LocalizedText(ja: "受付中", en: "Open", zhHans: "受理中", ko: "접수 중", vi: "Đang nhận")
    case .closed:
      LocalizedText(
        ja: "受付終了", en: "Closed", easy: "おわりました", zhHans: "已截止", ko: "접수 종료",
        vi: "Đã kết thúc")
    }
  }
}

/// The way on which a response came.
public enum Channel: String, Sendable, CaseIterable, SQLBindable {
  case web, counter, kiosk, letter, phone, paper

  /// The channel's name for people.
  public var name: LocalizedText {
    switch self {
    case .web: LocalizedText(ja: "ウェブ", en: "Web")
    case .counter: LocalizedText(ja: "窓口", en: "Counter")
    case .kiosk: LocalizedText(ja: "窓口端末", en: "Kiosk")
    case .letter: LocalizedText(ja: "郵送", en: "Letter")
    case .phone: LocalizedText(ja: "電話", en: "Phone")
    case .paper: LocalizedText(ja: "紙の回答用紙", en: "Paper card")
    }
  }
}
