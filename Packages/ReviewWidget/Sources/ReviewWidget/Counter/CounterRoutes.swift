import YuiWeb

/// Everything between a counter and the form: places, short addresses, posters, kiosks, paper cards.
enum CounterRoutes {
  static let all: [Route] =
    PlacePages.routes + PosterPages.routes + [ShortLinks.route] + KioskRoutes.all + CardPages.routes
}
