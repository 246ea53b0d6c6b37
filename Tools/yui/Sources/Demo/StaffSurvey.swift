/// Tokyo's survey of its staff on their digital tools, November 2020: 20,096 answers.
///
/// Published result: mean 2.4; 18, 36, 36, 8 and 2 per cent from 1 to 5.
enum StaffSurvey {
  static let steps: [DemoStep] = [
    .load(
      DemoFile(
        dataset: "review-services", name: "staff-survey-2020-services.csv",
        text: """
          slug,kind,name_ja,name_en,department,status
          staff-survey-2020,contract,職員のデジタル環境（2020年11月調査）,Digital tools of staff (survey of November 2020),東京都,closed
          """)),
    .load(
      DemoFile(
        dataset: "review-tallies", name: "staff-survey-2020.csv",
        text: """
          service,score,responses,month
          staff-survey-2020,1,3557,2020-11
          staff-survey-2020,2,7274,2020-11
          staff-survey-2020,3,7209,2020-11
          staff-survey-2020,4,1712,2020-11
          staff-survey-2020,5,344,2020-11
          """)),
  ]
}
