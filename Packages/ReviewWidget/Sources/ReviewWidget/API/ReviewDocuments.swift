import YuiStorage
import YuiText
import YuiWeb

/// A service as the API tells it.
struct ServiceDocument: Encodable {
  let slug: String
  let kind: String
  let nameJa: String
  let nameEn: String
  let department: String
  let channels: [String]
  let status: String
  let url: String

  init(_ service: ReviewedService) {
    slug = service.slug.description
    kind = service.kind.rawValue
    nameJa = service.name[.ja]
    nameEn = service.nameEn
    department = service.department
    channels = Channel.allCases.filter(service.channels.contains).map(\.rawValue)
    status = service.status.rawValue
    url = service.url
  }
}

/// A response as a program sends it.
struct ResponseInput: Decodable {
  /// Read as any number, so that 5.5 is refused by its name like 6, and not as broken JSON.
  let score: Double
  let goal: String?
  let ease: Double?
  let clarity: Double?
  let nps: Double?
  let reasons: [String]?
  let comment: String?
  let channel: String?
  let place: String?
  let language: String?
  let ending: String?
  /// Whether the showing of the form was counted before (POST …/offers).
  let offered: Bool?
}

extension ReviewResponse {
  /// What a program hears of the response it sent; written on the tenant's writer, so lightly.
  var receipt: JSONValue {
    [
      "id": .string(id.description), "service": .string(service.description),
      "receivedAt": .string(receivedAt.rfc3339),
    ]
  }
}

/// A response as staff's programs read it.
struct ResponseDocument: Encodable {
  let id: String
  let service: String
  let score: Int
  let goal: String?
  let ease: Int?
  let clarity: Int?
  let nps: Int?
  let reasons: [String]
  let comment: String
  let channel: String
  let place: String
  let language: String
  let ending: String?
  let questionSet: String?
  let masked: Bool
  let receivedAt: Timestamp

  init(_ response: ReviewResponse) {
    id = response.id.description
    service = response.service.description
    score = response.content.score.rawValue
    goal = response.content.goal?.rawValue
    ease = response.content.ease
    clarity = response.content.clarity
    nps = response.content.nps
    reasons = response.content.reasons.map(\.description)
    comment = response.content.comment
    channel = response.content.channel.rawValue
    place = response.content.place
    language = response.content.language.rawValue
    ending = response.content.ending?.rawValue
    questionSet = response.content.questionSet?.description
    masked = response.content.isMasked
    receivedAt = response.receivedAt
  }
}
