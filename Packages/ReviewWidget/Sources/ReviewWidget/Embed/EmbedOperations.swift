import YuiText
import YuiWeb

/// What the OpenAPI document says of the calls that the widget makes.
enum EmbedOperations {
  static let getForm = Operation(
    "Says what a service's form asks, in a language",
    description: """
      Texts may carry the readings of words as `{窓口|まどぐち}`; `lang` tells the language of a text \
      where it isn't the one asked for. A closed service has no questions.
      """,
    tag: "reviews",
    parameters: [
      ReviewOperations.slug,
      .init("lang", .string(oneOf: Language.allCases.map(\.rawValue)), "The reader's language"),
      .init("ending", .string(oneOf: Ending.allCases.map(\.rawValue)), "How the service ended"),
    ], response: .json(form))

  private static let text = JSONSchema.object(
    ["text": .string(), "lang": .string()], required: ["text"])

  private static let form = JSONSchema.object(
    [
      "slug": .string(), "name": text, "lang": .string(), "open": .boolean(),
      "questions": .array(
        .object(
          [
            "kind": .string(oneOf: QuestionKind.allCases.map(\.rawValue)), "label": text,
            "support": text, "min": .integer(), "max": .integer(),
            "options": .array(
              .object(
                [
                  "value": .string(), "label": text,
                  "scores": .array(.integer(minimum: 1, maximum: 5)),
                ], required: ["value", "label"])),
          ], required: ["kind", "label"])),
      "words": .dictionary(text),
    ], required: ["slug", "name", "lang", "open", "questions", "words"])
}
