import YuiText

/// What the components themselves say; everything else they are told.
enum Wording {
  static let skipToMain = LocalizedText(
    ja: "本文へ移動", en: "Skip to main content", zhHans: "跳到正文", ko: "본문으로 이동",
    vi: "Đến nội dung chính")
  static let home = LocalizedText(
    ja: "ホーム", en: "Home", zhHans: "首页", ko: "홈", vi: "Trang chủ")
  static let mainMenu = LocalizedText(
    ja: "メインメニュー", en: "Main menu", zhHans: "主菜单", ko: "주 메뉴", vi: "Menu chính")
  static let here = LocalizedText(
    ja: "現在位置", en: "You are here", easy: "いま見ているページ", zhHans: "当前位置", ko: "현재 위치",
    vi: "Vị trí hiện tại")
  static let languages = LocalizedText(
    ja: "言語", en: "Language", easy: "ことば", zhHans: "语言", ko: "언어", vi: "Ngôn ngữ")
  static let staff = LocalizedText(
    ja: "職員用", en: "Staff", zhHans: "工作人员", ko: "직원용", vi: "Nhân viên")
  static let footerMenu = LocalizedText(
    ja: "このサイトについて", en: "About this site", zhHans: "关于本网站", ko: "이 사이트에 대하여",
    vi: "Về trang web này")
  static let signedInAs = LocalizedText(ja: "ログイン中", en: "Signed in as")
  static let errorTitle = LocalizedText(
    ja: "エラー：", en: "Error: ", easy: "まちがい：", zhHans: "错误：", ko: "오류: ", vi: "Lỗi: ")
  static let pieceSeparator = LocalizedText(ja: " ・ ", en: " · ", zhHans: " · ")
  static let titleSeparator = LocalizedText(ja: "｜", en: " | ", zhHans: "｜")

  static let required = LocalizedText(
    ja: "※必須", en: "(required)", easy: "※かならず", zhHans: "（必填）", ko: "(필수)",
    vi: "(bắt buộc)")
  static let optional = LocalizedText(
    ja: "※任意", en: "(optional)", easy: "※なくてもよい", zhHans: "（选填）", ko: "(선택)",
    vi: "(không bắt buộc)")
  static let errorMark = LocalizedText(ja: "＊", en: "* ", zhHans: "＊")
  static let chooseOne = LocalizedText(
    ja: "選択してください", en: "Choose one", easy: "えらんでください", zhHans: "请选择",
    ko: "선택해 주세요", vi: "Hãy chọn")
  static let search = LocalizedText(
    ja: "検索", en: "Search", easy: "さがす", zhHans: "搜索", ko: "검색", vi: "Tìm kiếm")
  static let errorSummary = LocalizedText(
    ja: "入力内容に誤りがあります", en: "There is a problem with what you entered",
    easy: "なおすところがあります", zhHans: "输入内容有误", ko: "입력 내용에 오류가 있습니다",
    vi: "Nội dung bạn nhập có lỗi")

  static let success = LocalizedText(
    ja: "成功", en: "Success", easy: "できました", zhHans: "成功", ko: "완료", vi: "Thành công")
  static let error = LocalizedText(
    ja: "エラー", en: "Error", easy: "まちがい", zhHans: "错误", ko: "오류", vi: "Lỗi")
  static let warning = LocalizedText(
    ja: "警告", en: "Warning", easy: "気をつけてください", zhHans: "警告", ko: "경고",
    vi: "Cảnh báo")
  static let information = LocalizedText(
    ja: "インフォメーション", en: "Information", easy: "お知らせ", zhHans: "信息", ko: "안내",
    vi: "Thông tin")

  static let previousPage = LocalizedText(
    ja: "前のページ", en: "Previous page", zhHans: "上一页", ko: "이전 페이지", vi: "Trang trước")
  static let nextPage = LocalizedText(
    ja: "次のページ", en: "Next page", zhHans: "下一页", ko: "다음 페이지", vi: "Trang sau")

  static let sameNumbers = LocalizedText(
    ja: "グラフの数値を表で見る", en: "See the numbers as a table", easy: "グラフの数を表で見る",
    zhHans: "以表格查看数据", ko: "그래프 수치를 표로 보기", vi: "Xem số liệu dạng bảng")
}
