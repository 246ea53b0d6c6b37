import YuiCasework
import YuiTenancy
import YuiText
import YuiWeb

/// Every page for staff.
enum WiFiStaffRoutes {
  static let all: [Route] =
    StaffSitePages.routes + AccessPointPages.routes + BulkPages.routes + DuplicatePages.routes
    + VerifyPages.routes + ProfilePages.routes + ReportDesk().routes
    + [ReportStatusAction.route] + PlanningPages.routes

  static let navigation = [
    StaffNavigationItem(
      title: LocalizedText(ja: "Wi-Fiの施設", en: "Wi-Fi sites"), path: StaffPath.sites,
      permission: WiFiPermission.read),
    StaffNavigationItem(
      title: LocalizedText(ja: "現地での確認", en: "Verify on site"), path: VerifyPages.path,
      permission: WiFiPermission.verify),
    StaffNavigationItem(
      title: LocalizedText(everywhere: "OpenRoaming"), path: ProfilePages.root,
      permission: WiFiPermission.read),
    StaffNavigationItem(
      title: LocalizedText(ja: "Wi-Fiの障害の報告", en: "Wi-Fi outage reports"),
      path: ReportCases.path, permission: WiFiPermission.read),
    StaffNavigationItem(
      title: LocalizedText(ja: "整備の計画と進捗", en: "Planning and progress"),
      path: PlanningPages.path, permission: WiFiPermission.read),
    StaffNavigationItem(
      title: LocalizedText(ja: "取込と書出し", en: "Import and export"), path: "/staff/wifi/import",
      permission: WiFiPermission.manage),
  ]
}
