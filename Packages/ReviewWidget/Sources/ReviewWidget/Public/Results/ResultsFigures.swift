import YuiHTML
import YuiStatistics
import YuiTenancy
import YuiText
import YuiWeb

/// The figures of a results page, from the picture that tells the most to those that explain it.
struct ResultsFigures: Component {
  let page: ResultsPage
  let responses: Int

  private var view: ResultsView { page.view }
  private var language: Language { page.context.language }

  @HTMLBuilder var markup: HTML {
    keyFigures
    page.formLink
    if !view.hasFigures { p { ResultsWording.nothingPublished[language] } }
    ChartRow {
      sureChart
      distributionChart
    }
    trendChart
    ChartRow {
      levelsChart
      reasonsChart
      channelsChart
      endingsChart
      wordsChart
    }
  }

  private var keyFigures: HTML {
    var figures: [KeyFigures.Figure] = []
    if let mean = view.mean {
      figures.append(
        .init(
          ResultsWording.mean[language], NumberText.fixed(mean.value, decimals: 1),
          note: ResultsWording.outOfFive[language]))
    }
    let unit = ResultsWording.countUnit.words(in: language)
    figures.append(
      .init(
        ResultsWording.responses[language], NumberText.grouped(responses),
        unit: unit.isEmpty ? nil : unit, note: answeredNote))
    if let topTwo = view.topTwo, let share = topTwo.share {
      figures.append(
        .init(
          ResultsWording.satisfied[language], String(wholePercent(share)), unit: "%"))
    }
    return KeyFigures(figures).markup
  }

  /// The per cent that the distribution beside it adds up to.
  private func wholePercent(_ share: Double) -> Int {
    view.distribution?.percentages.suffix(2).reduce(0, +) ?? Int((100 * share).rounded())
  }

  private var answeredNote: String? {
    guard let offered = view.offered, let answered = view.answered, offered > answered else {
      return nil
    }
    let share = Percent.text(Double(answered) / Double(offered))
    return ResultsWording.answeredOf(NumberText.grouped(offered), share)[language]
  }

  // MARK: How sure

  @HTMLBuilder private var sureChart: HTML {
    let rows = [shareRow, meanRow, npsRow].compactMap(\.self)
    if !rows.isEmpty {
      EstimateChart(
        id: "sure", title: ResultsWording.sureTitle[language], rows: rows,
        headings: [ResultsWording.figure, ResultsWording.value, ResultsWording.range].map {
          $0[language]
        }, finding: sureFinding, language: language)
    }
  }

  private var shareRow: EstimateChart.Row? {
    guard let topTwo = view.topTwo, let share = topTwo.share, let range = topTwo.interval else {
      return nil
    }
    return EstimateChart.Row(
      ResultsWording.satisfiedShare[language], value: "\(wholePercent(share))%",
      rangeText: "\(Percent.text(range.lower))–\(Percent.text(range.upper))", estimate: share,
      range: range.lower...range.upper, scale: 0...1, ends: ["0%", "100%"])
  }

  private var meanRow: EstimateChart.Row? {
    guard let mean = view.mean else { return nil }
    let (lower, upper) = (mean.interval.lower, mean.interval.upper)
    return EstimateChart.Row(
      ResultsWording.mean[language], value: NumberText.fixed(mean.value, decimals: 1),
      rangeText:
        "\(NumberText.fixed(lower, decimals: 1))–\(NumberText.fixed(upper, decimals: 1))",
      estimate: mean.value, range: lower...upper, scale: 1...5, ends: ["1", "5"])
  }

  private var npsRow: EstimateChart.Row? {
    guard let nps = view.nps, let score = nps.score, let range = nps.interval else { return nil }
    return EstimateChart.Row(
      ResultsWording.nps[language], value: NumberText.fixed(score, decimals: 0),
      rangeText:
        "\(NumberText.fixed(range.lower, decimals: 0)) – \(NumberText.fixed(range.upper, decimals: 0))",
      estimate: score, range: range.lower...range.upper, scale: -100...100,
      ends: ["−100", "100"])
  }

  private var sureFinding: String? {
    var sentences: [String] = []
    if let topTwo = view.topTwo, let range = topTwo.interval {
      sentences.append(
        ResultsWording.sure(
          topTwo.count, topTwo.total, Percent.text(range.lower), Percent.text(range.upper)
        )[language])
    }
    if view.hasTooFewForNPS {
      sentences.append(ResultsWording.npsTooFew(NetPromoterScore.leastPublished)[language])
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  // MARK: Scores

  @HTMLBuilder private var distributionChart: HTML {
    if let distribution = view.distribution {
      let percentages = distribution.percentages
      let bars = Score.allCases.reversed().map { score in
        DistributionChart.Bar(
          "\(score.rawValue) \(RubyText(score.words[language]).plain)",
          count: distribution[score.rawValue],
          percentage: percentages[score.rawValue - 1])
      }
      DistributionChart(
        id: "distribution", title: ResultsWording.distributionTitle[language], bars: bars,
        finding: bars.max { $0.count < $1.count }.map {
          ResultsWording.mostFrequent($0.label, $0.percentage)[language]
        }, language: language, source: source)
    }
  }

  @HTMLBuilder private var trendChart: HTML {
    let points = TrendPoints.of(view, months: 12)
    if points.count > 1 {
      TrendChart(
        id: "trend", title: ResultsWording.trendTitle[language], points: points,
        markers: page.markers.map { .init($0.date, $0.title[language], address: $0.address) },
        finding: ResultsWording.trendWhiskers[language], language: language, source: source)
      if points.contains(where: { $0.responses == nil || $0.through != $0.month }) {
        p(.class("note")) { ResultsWording.joinedMonths(page.threshold)[language] }
      }
    }
  }

  // MARK: Answers

  @HTMLBuilder private var levelsChart: HTML {
    let rows = [Measure.goal, .ease, .clarity].compactMap(levels)
    if !rows.isEmpty {
      LevelsChart(
        id: "levels", title: ResultsWording.levelsTitle[language], rows: rows,
        headings: [
          ResultsWording.question, ResultsWording.answer, ResultsWording.responses,
          ResultsWording.share,
        ].map { $0[language] }, language: language)
    }
  }

  private func levels(_ measure: Measure) -> LevelsChart.Row? {
    guard let counts = view.counts(measure) else { return nil }
    let answers: [(value: String, label: String)] =
      measure == .goal
      ? Goal.allCases.map { ($0.rawValue, ResultsWording.goal($0)[language]) }
      : (1...5).reversed().map { (String($0), levelText($0)) }
    let numbers = answers.map { max(0, counts[$0.value] ?? 0) }
    guard numbers.contains(where: { $0 > 0 }) else { return nil }
    let shares = LargestRemainder.percentages(numbers)
    let best = measure == .goal ? shares[0] : shares[0] + shares[1]
    return LevelsChart.Row(
      ResultsWording.question(measure)[language], value: "\(best)%",
      levels: zip(answers, zip(numbers, shares)).map { answer, number in
        LevelsChart.Level(answer.label, count: number.0, percentage: number.1)
      })
  }

  private func levelText(_ level: Int) -> String {
    switch level {
    case 5: ResultsWording.veryGood[language]
    case 1: ResultsWording.veryPoor[language]
    default: String(level)
    }
  }

  @HTMLBuilder private var reasonsChart: HTML {
    if let counts = view.counts(.reason) {
      let rows = ReasonRows.of(counts, in: language)
      if !rows.isEmpty {
        OpposedChart(
          id: "reasons", title: ResultsWording.reasonsTitle[language], rows: rows,
          headings: [ResultsWording.reason, ResultsWording.against, ResultsWording.inFavour].map {
            $0[language]
          },
          finding: rows.max { $0.against < $1.against }.flatMap {
            $0.against > 0 ? ResultsWording.worst($0.label)[language] : nil
          }, language: language)
      }
    }
  }

  @HTMLBuilder private var channelsChart: HTML {
    if let counts = view.counts(.channel) {
      let channels = Channel.allCases.filter { (counts[$0.rawValue] ?? 0) > 0 }
      let numbers = channels.map { counts[$0.rawValue] ?? 0 }
      if !channels.isEmpty {
        DistributionChart(
          id: "channels", title: ResultsWording.channelsTitle[language],
          bars: zip(channels, zip(numbers, LargestRemainder.percentages(numbers))).map {
            .init($0.name[language], count: $1.0, percentage: $1.1)
          }, heading: ResultsWording.channel[language],
          language: language)
      }
    }
  }

  @HTMLBuilder private var endingsChart: HTML {
    if let counts = view.counts(.ending) {
      let numbers = Ending.allCases.map { max(0, counts[$0.rawValue] ?? 0) }
      DistributionChart(
        id: "endings", title: ResultsWording.endingsTitle[language],
        bars: zip(Ending.allCases, zip(numbers, LargestRemainder.percentages(numbers))).map {
          .init($0.name[language], count: $1.0, percentage: $1.1)
        }, heading: ResultsWording.ending[language], language: language)
    }
  }

  @HTMLBuilder private var wordsChart: HTML {
    if !page.words.isEmpty, let comments = view.counts(.keyword)?[""], comments > 0 {
      DistributionChart(
        id: "words", title: ResultsWording.wordsTitle[language],
        bars: page.words.prefix(12).map {
          .init($0.text, count: $0.responses, percentage: min(100, $0.responses * 100 / comments))
        }, heading: ResultsWording.word[language], language: language)
    }
  }

  private var source: HTML {
    let slug = page.service.slug
    return HTML([
      HTML(ResultsWording.asOf[language]),
      DateText(page.context.now.date, language: language).markup,
      HTML(" "),
      a(.href("/api/reviews/services/\(slug)/statistics")) {
        ResultsWording.dataJSON[language]
      },
      HTML(" "),
      a(.href("/open-data/review-statistics.csv")) { ResultsWording.dataCSV[language] },
    ])
  }
}
