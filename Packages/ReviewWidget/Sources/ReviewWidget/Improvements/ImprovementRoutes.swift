import YuiWeb

/// Improvements, for staff and for everybody.
enum ImprovementRoutes {
  static let all =
    [PublicImprovementsPage.route, ImprovementBoard.route] + ImprovementForm.routes
    + ImprovementPage.routes + ImprovementLinkPages.routes
}
