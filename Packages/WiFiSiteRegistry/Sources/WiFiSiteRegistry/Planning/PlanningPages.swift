import YuiStorage
import YuiTenancy
import YuiText
import YuiWeb

/// `/staff/wifi/planning`: how far OpenRoaming has come, and what is to be done next.
enum PlanningPages {
  static let path = "/staff/wifi/planning"

  static let routes: [Route] = [
    .get(path, access: .permission(WiFiPermission.read)) { context, snapshot in
      try PlanningPage(context, in: snapshot).response
    },
    WorkListFile.route,
    .post("\(path)/targets", access: .permission(WiFiPermission.manage)) { context in
      let draft = PlanningDraft(form: try context.request.form())
      return { transaction in
        let (target, problems) = draft.target()
        guard let target else {
          return try PlanningPage(
            context, target: draft, problems: problems, in: transaction
          ).response
        }
        try PlanningStore.put(target, in: transaction)
        try context.record(
          AuditEvent(
            "wifi.target.set", subject: "\(target.year.year)",
            details: ["sites": "\(target.sites)", "note": target.note]), in: transaction)
        return .redirect(to: "/staff/wifi/planning?done=saved")
      }
    },
    .post("\(path)/milestones", access: .permission(WiFiPermission.manage)) { context in
      let draft = PlanningDraft(form: try context.request.form())
      return { transaction in
        let (milestone, problems) = draft.milestone(today: context.now.date)
        guard let milestone else {
          return try PlanningPage(
            context, milestone: draft, problems: problems, in: transaction
          ).response
        }
        try PlanningStore.put(milestone, in: transaction)
        try context.record(
          AuditEvent(
            "wifi.milestone.set", subject: milestone.day.iso,
            details: ["sites": "\(milestone.sites)", "note": milestone.note]), in: transaction)
        return .redirect(to: "/staff/wifi/planning?done=saved")
      }
    },
    .post("\(path)/targets/remove", access: .permission(WiFiPermission.manage)) { context in
      let year = try context.request.form().first("year").flatMap { Int($0) }
      return { transaction in
        guard let year, try PlanningStore.removeTarget(of: FiscalYear(year), in: transaction)
        else { throw HTTPProblem.notFound }
        try context.record(
          AuditEvent("wifi.target.removed", subject: "\(year)"), in: transaction)
        return .redirect(to: "/staff/wifi/planning?done=removed")
      }
    },
    .post("\(path)/milestones/remove", access: .permission(WiFiPermission.manage)) { context in
      let day = try context.request.form().first("day").flatMap { CalendarDate(iso: $0) }
      return { transaction in
        guard let day, try PlanningStore.removeMilestone(of: day, in: transaction) else {
          throw HTTPProblem.notFound
        }
        try context.record(
          AuditEvent("wifi.milestone.removed", subject: day.iso), in: transaction)
        return .redirect(to: "/staff/wifi/planning?done=removed")
      }
    },
  ]
}
