import YuiTenancy
import YuiText
import YuiWeb

/// Every page for staff.
enum WiFiStaffRoutes {
  static let all: [Route] = StaffSitePages.routes + AccessPointPages.routes + BulkPages.routes

  static let navigation = [
    StaffNavigationItem(
      title: LocalizedText(ja: "Wi-Fiの施設", en: "Wi-Fi sites"), path: StaffPath.sites,
      permission: WiFiPermission.read)
  ]
}
