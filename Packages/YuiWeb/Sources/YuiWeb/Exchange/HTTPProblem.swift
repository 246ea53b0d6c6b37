public import YuiText

/// A refusal that handlers throw: a page for people, RFC 9457 for programs.
///
/// ```swift
/// throw HTTPProblem.conflict(ja: "窓口は受付を終了しました。", en: "The service is closed.")
/// ```
public struct HTTPProblem: Error, Sendable, Hashable {
  /// The status code, 400 to 599.
  public let status: Int
  /// What kind of problem it is, the same for every case of it.
  public let title: LocalizedText
  /// What is wrong in this case.
  public var detail: LocalizedText?
  /// The fields to mend.
  public var fieldErrors: [InvalidField]
  /// Header fields of the answer, such as `Retry-After`.
  public var headers: Headers

  /// Describes a problem; the title is that of the status unless given.
  public init(
    status: Int, title: LocalizedText? = nil, detail: LocalizedText? = nil,
    fieldErrors: [InvalidField] = [], headers: Headers = Headers()
  ) {
    self.status = status
    self.title = title ?? StatusText.title(status)
    self.detail = detail
    self.fieldErrors = fieldErrors
    self.headers = headers
  }
}

extension HTTPProblem {
  /// 404: there is nothing at this address, or nothing the caller may know of.
  public static let notFound = HTTPProblem(status: 404)
  /// 403: the caller is known and may not do this.
  public static let forbidden = HTTPProblem(status: 403)
  /// 415: content of another media type is expected.
  public static let unsupportedMediaType = HTTPProblem(status: 415)
  /// 413: the content is longer than this route takes.
  public static let contentTooLarge = HTTPProblem(status: 413)
  /// 500 with nothing told.
  public static let internalError = HTTPProblem(status: 500)

  /// 400: the request can't be understood.
  public static func badRequest(ja: String, en: String) -> HTTPProblem {
    HTTPProblem(status: 400, detail: LocalizedText(ja: ja, en: en))
  }

  /// 403 with a reason.
  public static func forbidden(ja: String, en: String) -> HTTPProblem {
    HTTPProblem(status: 403, detail: LocalizedText(ja: ja, en: en))
  }

  /// 409: it contradicts what is stored.
  public static func conflict(ja: String, en: String) -> HTTPProblem {
    HTTPProblem(status: 409, detail: LocalizedText(ja: ja, en: en))
  }

  /// 422: understood, but these fields can't be accepted.
  public static func invalid(_ fields: [InvalidField]) -> HTTPProblem {
    HTTPProblem(status: 422, fieldErrors: fields)
  }

  /// 429: too much from this caller; worth trying again after some seconds.
  public static func tooMany(retryAfter seconds: Int) -> HTTPProblem {
    HTTPProblem(status: 429, headers: ["Retry-After": String(seconds)])
  }

  /// 503: not now; worth trying again after some seconds.
  public static func unavailable(retryAfter seconds: Int) -> HTTPProblem {
    HTTPProblem(status: 503, headers: ["Retry-After": String(seconds)])
  }
}

enum StatusText {
  static func title(_ status: Int) -> LocalizedText {
    switch status {
    case 400:
      LocalizedText(
        ja: "リクエストを読み取れません", en: "Bad request", zhHans: "无法读取请求",
        ko: "요청을 읽을 수 없습니다", vi: "Không đọc được yêu cầu")
    case 401:
      LocalizedText(
        ja: "認証が必要です", en: "Sign-in required", zhHans: "需要登录",
        ko: "인증이 필요합니다", vi: "Cần đăng nhập")
    case 403:
      LocalizedText(
        ja: "この操作は許可されていません", en: "Not allowed", easy: "これはできません", zhHans: "不允许此操作",
        ko: "허용되지 않은 작업입니다", vi: "Không được phép")
    case 404:
      LocalizedText(
        ja: "ページが見つかりません", en: "Not found", easy: "ページがありません", zhHans: "找不到页面",
        ko: "페이지를 찾을 수 없습니다", vi: "Không tìm thấy trang")
    case 405: LocalizedText(ja: "このメソッドは使えません", en: "Method not allowed")
    case 408:
      LocalizedText(
        ja: "時間切れです", en: "Request timeout", zhHans: "请求超时",
        ko: "시간이 초과되었습니다", vi: "Hết thời gian")
    case 409: LocalizedText(ja: "保存されている内容と矛盾します", en: "Conflict")
    case 413:
      LocalizedText(
        ja: "送信された内容が大きすぎます", en: "Content too large", easy: "送ったものが大きすぎます",
        zhHans: "发送的内容过大", ko: "보낸 내용이 너무 큽니다", vi: "Nội dung gửi quá lớn")
    case 414: LocalizedText(ja: "アドレスが長すぎます", en: "Address too long")
    case 415: LocalizedText(ja: "この形式は受け付けていません", en: "Unsupported media type")
    case 422:
      LocalizedText(
        ja: "入力内容に誤りがあります", en: "There is a problem with the input", easy: "なおすところがあります",
        zhHans: "输入内容有误", ko: "입력 내용에 오류가 있습니다", vi: "Nội dung nhập có lỗi")
    case 429:
      LocalizedText(
        ja: "リクエストが多すぎます", en: "Too many requests", easy: "少し待ってください", zhHans: "请求过多",
        ko: "요청이 너무 많습니다", vi: "Quá nhiều yêu cầu")
    case 431: LocalizedText(ja: "ヘッダーが大きすぎます", en: "Header fields too large")
    case 503:
      LocalizedText(
        ja: "ただいま混み合っています", en: "Busy, please try again soon", easy: "いまこんでいます",
        zhHans: "现在繁忙，请稍后再试", ko: "지금 혼잡합니다", vi: "Đang quá tải, hãy thử lại sau")
    case 507:
      LocalizedText(
        ja: "保存できません", en: "No room to save", zhHans: "无法保存",
        ko: "저장할 수 없습니다", vi: "Không thể lưu")
    default:
      LocalizedText(
        ja: "エラーが発生しました", en: "Something went wrong", easy: "うまくいきませんでした", zhHans: "发生错误",
        ko: "오류가 발생했습니다", vi: "Đã xảy ra lỗi")
    }
  }
}

extension HTTPProblem {
  /// A field of a form or document that can't be accepted as it is.
  public struct InvalidField: Sendable, Hashable {
    /// The field's name in the form, or the path of the property in JSON.
    public let field: String
    /// What is wrong and how to mend it.
    public let message: LocalizedText

    /// Names a field and what is wrong with it.
    public init(_ field: String, _ message: LocalizedText) {
      self.field = field
      self.message = message
    }
  }
}
