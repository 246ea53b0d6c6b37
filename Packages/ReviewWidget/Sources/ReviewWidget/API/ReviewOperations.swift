import YuiWeb

/// What the OpenAPI document says of the review API.
enum ReviewOperations {
  static let listServices = Operation(
    "Lists the services that can be reviewed", tag: "reviews",
    parameters: [
      .init(
        "limit", .integer(minimum: 1, maximum: 1000),
        "The most services of one page; 100 unless said"),
      .init("after", .string(), "The `next` of the page before"),
    ], response: .json(.page(of: service)), problems: [400])

  static let getService = Operation(
    "Describes a service", tag: "reviews", parameters: [slug], response: .json(service))

  static let getStatistics = Operation(
    "Sums up the responses to a service",
    description: """
      Figures are published in batches of at least 10 respondents; below that they are null. Months \
      that are too small by themselves are null. A caller with `reviews:read` sees all as it is now.
      """,
    tag: "reviews", parameters: [slug], response: .json(statistics))

  static let addResponse = Operation(
    "Sends a response", tag: "reviews", parameters: [slug],
    request: .json(
      .object(
        [
          "score": .integer(
            minimum: 1, maximum: 5, description: "1 very poor, 5 very good"),
          "goal": .string(oneOf: Goal.allCases.map(\.rawValue)),
          "ease": .integer(minimum: 1, maximum: 5), "clarity": .integer(minimum: 1, maximum: 5),
          "nps": .integer(minimum: 0, maximum: 10),
          "reasons": .array(
            .string(minLength: 1, maxLength: 50, description: "As time or negative:time"),
            maxItems: 10),
          "comment": .string(maxLength: 1000),
          "channel": .string(oneOf: Channel.allCases.map(\.rawValue)),
          "place": .string(maxLength: 40, description: "Where it was asked, such as window-3"),
          "language": .string(description: "The language of the question, as a BCP 47 tag"),
          "ending": .string(
            oneOf: Ending.allCases.map(\.rawValue),
            description: "How it ended for who was asked; left out where nobody said"),
          "offered": .boolean(description: "Whether the form was counted as shown before"),
        ], required: ["score"])),
    status: 201,
    response: .json(
      .object(
        [
          "id": .string(format: "uuid"), "service": .string(),
          "receivedAt": .string(format: "date-time"),
        ], required: ["id", "service", "receivedAt"])),
    problems: [400, 409, 415, 422])

  static let addOffer = Operation(
    "Counts that a service's form was shown",
    description: "A response that follows says `offered`, so that it counts as shown once.",
    tag: "reviews", parameters: [slug], status: 204,
    problems: [403, 404, 409, 429])

  static let getResponse = Operation(
    "Reads one response", tag: "reviews", parameters: [slug],
    response: .json(
      .object(
        [
          "id": .string(format: "uuid"), "service": .string(),
          "score": .integer(minimum: 1, maximum: 5),
          "goal": .string(oneOf: Goal.allCases.map(\.rawValue)),
          "ease": .integer(minimum: 1, maximum: 5), "clarity": .integer(minimum: 1, maximum: 5),
          "nps": .integer(minimum: 0, maximum: 10), "reasons": .array(.string()),
          "comment": .string(), "channel": .string(), "place": .string(), "language": .string(),
          "ending": .string(oneOf: Ending.allCases.map(\.rawValue)),
          "questionSet": .string(description: "What was asked, such as short/1"),
          "masked": .boolean(description: "Whether personal data were taken out of the comment"),
          "receivedAt": .string(format: "date-time"),
        ],
        required: [
          "id", "service", "score", "reasons", "comment", "channel", "place", "language", "masked",
          "receivedAt",
        ])))

  static let slug = Operation.Parameter(
    "slug", .string(maxLength: 64, pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"), "The service's slug"
  )

  private static let service = JSONSchema.object(
    [
      "slug": .string(), "kind": .string(oneOf: ReviewedService.Kind.allCases.map(\.rawValue)),
      "nameJa": .string(), "nameEn": .string(description: "Empty where there is none"),
      "department": .string(),
      "channels": .array(.string(oneOf: Channel.allCases.map(\.rawValue))),
      "status": .string(oneOf: ReviewedService.Status.allCases.map(\.rawValue)),
      "url": .string(),
    ],
    required: ["slug", "kind", "nameJa", "nameEn", "department", "channels", "status", "url"])

  private static let interval = JSONSchema.array(.number(), minItems: 2, maxItems: 2).orNull
  private static let share = JSONSchema.number(minimum: 0, maximum: 1).orNull
  private static let count = JSONSchema.integer(minimum: 0).orNull

  private static let statistics = JSONSchema.object(
    [
      "responses": count,
      "distribution": .dictionary(.integer(minimum: 0)).orNull,
      "mean": .number(minimum: 1, maximum: 5).orNull, "meanInterval": interval,
      "topTwoShare": share, "topTwoInterval": interval,
      "nps": .number(minimum: -100, maximum: 100).orNull, "npsInterval": interval,
      "byMonth": .array(
        .object(
          [
            "month": .string(pattern: "^[0-9]{4}-[0-9]{2}$"), "responses": count,
            "mean": .number(minimum: 1, maximum: 5).orNull,
          ], required: ["month", "responses", "mean"])),
      "periods": .array(
        .object(
          [
            "from": month, "through": month, "responses": .integer(minimum: 0),
            "mean": .number(minimum: 1, maximum: 5),
          ], required: ["from", "through", "responses", "mean"]),
        description: "Months that are told together; each of them is null in byMonth"),
      "goal": answers, "ease": answers, "clarity": answers,
      "reasons": .array(
        .object(
          [
            "code": .string(),
            "polarity": .string(oneOf: Polarity.allCases.map(\.rawValue)).orNull,
            "responses": .integer(minimum: 0),
          ], required: ["code", "polarity", "responses"])
      ).orNull,
      "channels": answers, "endings": answers, "offered": count, "answered": count,
      "suppressed": .boolean(),
    ],
    required: [
      "responses", "distribution", "mean", "meanInterval", "topTwoShare", "topTwoInterval", "nps",
      "npsInterval", "byMonth", "periods", "goal", "ease", "clarity", "reasons", "channels",
      "endings", "offered", "answered", "suppressed",
    ])

  private static let month = JSONSchema.string(pattern: "^[0-9]{4}-[0-9]{2}$")
  private static let answers = JSONSchema.dictionary(.integer(minimum: 0)).orNull
}
