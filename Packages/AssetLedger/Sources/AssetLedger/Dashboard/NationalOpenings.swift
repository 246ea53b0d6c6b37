import YuiMaps

/// How many public assets each prefecture had opened for base stations.
///
/// Source: Tokyo's vice governor in June 2024, who spoke of about 90,000 in the whole country. Where
/// the slides leave open which prefecture a number belongs to, it is left out.
enum NationalOpenings {
  static let byPrefecture: [Prefecture: Int] = Dictionary(
    uniqueKeysWithValues: numbers.map { (Prefecture.all[$0.number - 1], $0.assets) })

  private static let numbers: [(number: Int, assets: Int)] = [
    (28, 23_429), (13, 15_170), (11, 10_053), (21, 7_531), (30, 6_475), (35, 5_338), (19, 3_952),
    (22, 3_654), (24, 3_589), (23, 3_006), (16, 2_144), (17, 2_129), (42, 2_079), (9, 1_158),
    (47, 382),
  ]
}
