import YuiTenancy
import YuiText

/// What everybody may take away: the services, their published statistics and comments.
enum OpenData {
  static let all: [any PublishedTable] = [
    PublishedExport(
      name: "review-services",
      title: LocalizedText(
        ja: "評価の対象サービス", en: "Services that can be reviewed", easy: "評価できる サービス",
        zhHans: "可评价的服务", ko: "평가 대상 서비스", vi: "Các dịch vụ có thể đánh giá"),
      summary: LocalizedText(
        ja: "名称、種類、担当部署。", en: "Names, kinds, departments.", zhHans: "名称、种类、负责部门。",
        ko: "명칭, 종류, 담당 부서.", vi: "Tên, loại, bộ phận phụ trách."),
      table: ServicesTable()),
    PublishedExport(
      name: "review-statistics",
      title: LocalizedText(
        ja: "評価の集計", en: "Statistics of the reviews", easy: "評価の 数字", zhHans: "评价统计",
        ko: "평가 통계", vi: "Thống kê đánh giá"),
      summary: LocalizedText(
        ja: "サービスと月ごとの回答数、平均、満足の割合と、それらの95％信頼区間。個人が特定されない数だけを公表します。",
        en:
          "Responses, mean and share of the satisfied by service and month, with 95 % intervals; only numbers that tell nobody apart.",
        zhHans: "各服务、各月的回答数、平均分、满意比例及95%置信区间。仅公布无法识别个人的数据。",
        ko: "서비스별·월별 응답 수, 평균, 만족 비율과 95% 신뢰구간. 개인이 식별되지 않는 수치만 공개합니다.",
        vi:
          "Số câu trả lời, điểm trung bình và tỷ lệ hài lòng theo dịch vụ và tháng, kèm khoảng tin cậy 95 %; chỉ công bố số liệu không nhận ra ai."
      ),
      table: StatisticsTable(isPublic: true)),
    PublishedExport(
      name: "review-comments",
      title: LocalizedText(
        ja: "公表したご意見と回答", en: "Published comments and replies", easy: "みんなの 意見と 答え",
        zhHans: "已公布的意见与答复", ko: "공개된 의견과 답변", vi: "Ý kiến và phản hồi đã công bố"),
      summary: LocalizedText(
        ja: "職員が確認して公表したもの。", en: "Those that staff have read and published.",
        zhHans: "由工作人员审核后公布。", ko: "직원이 확인하여 공개한 의견.",
        vi: "Những ý kiến đã được cán bộ xem và công bố."),
      table: CommentsTable()),
  ]
}
