"""Why statutory limits, simplified handling and ratings stand as they do (法定期限)."""

TEXTS: dict[str, tuple[str, str]] = {
    # satisfaction
    "rule.satisfaction": ("满意度", "satisfaction"),
    "satisfaction.text": ("{target}：{given}", "{target}: {given}"),
    "satisfaction.graded": ("对{target}的评价：{grade}", "the rating of “{target}”: {grade}"),
    "satisfaction.target": ("对{target}：{state}", "“{target}”: {state}"),
    "satisfaction.by_latest": (
        "多次评价的，以最近一次为准",
        "of several ratings the latest one counts",
    ),
    "satisfaction.window_unknown": (
        "评价期限待定，未评价的不算逾期",
        "the window for ratings cannot be told, so a missing one is not called overdue",
    ),
    "satisfaction.overdue": (
        "逾期未评价的，计法为{scheme}",
        "a rating not given in time is counted: {scheme}",
    ),
    "satisfaction.unlisted": (
        "记录了对{found}的评价；本办法的评价对象为{wanted}，其余不计入",
        "a rating of {found} is recorded; rated here are {wanted}, others count nowhere",
    ),
    "satisfaction.no_targets": (
        "本办法未设评价对象（{clause}）",
        "nobody is rated here ({clause})",
    ),
    # evaluation_window_deadline
    "rule.evaluation_window_deadline": ("评价期限", "evaluation window deadline"),
    # Deadlines
    "deadline.stood_still": (
        "自 {begins} 起暂停计时，至 {ends} 恢复",
        "the limit did not run from {begins} until {ends}",
    ),
    "deadline.stands_still": (
        "自 {begin} 起暂停计时，尚未恢复，届满日无法确定",
        "the limit has not run since {begin}, so its last day cannot be told yet",
    ),
    "deadline.before": (
        "{at} {event}前的一轮：{status}，期限至 {due}",
        "the round before “{event}” on {at}: {status}, due on {due}",
    ),
    "deadline.late_before": (
        "{at} {event}前的一轮：{status}，期限至 {due}，逾期 {days} 个工作日",
        "the round before “{event}” on {at}: {status}, due on {due}, {days} working days late",
    ),
    "deadline.not_taken_up": (
        "{at} 重新办理，此后未见{event}记录，新一轮期限未起算",
        "reopened on {at}; “{event}” is not recorded since, so the limit has not begun anew",
    ),
    "deadline.passed_on": (
        "承办机关的收到日期未单独记录，以转送、交办之日认定",
        "the body’s own receipt is not recorded; the passing-on is taken for it",
    ),
    "deadline.waits_for_transfer": (
        "事项在信访部门，尚未转送、交办，承办机关的期限未起算",
        "the petition office has the matter; until it is passed on no limit of a body has begun",
    ),
    "deadline.receipt_open": (
        "{first} 收到，由谁收到未记录，也未见转送、交办；承办机关何时收到无法确定",
        "received on {first}, by whom is not recorded, nor is a passing-on: when a body got it cannot be told",
    ),
    "deadline.receipt_between": (
        "承办机关的收到日期未记录，不早于 {first}，不晚于 {last}；早晚两算一致才认定",
        "the body’s receipt is not recorded; between {first} and {last}, and only what both say is told",
    ),
    "deadline.day_outside_calendar": (
        "期限 {due} 超出工作日历范围，无法确定是否逾期",
        "the last day {due} lies outside the calendar, so it cannot be told whether it is overdue",
    ),
    # transfer_deadline
    "rule.transfer_deadline": ("转送交办期限", "transfer deadline"),
    "transfer_deadline.done_by": (
        "以{event}认定已作处理",
        "disposed of by the event “{event}”",
    ),
    "transfer_deadline.direct": (
        "信访人直接向承办机关提出，不适用信访部门的转送期限",
        "submitted to the body directly, so the petition office has nothing to pass on",
    ),
    "transfer_deadline.register_not_recorded": (
        "事项已作处理而未见登记记录",
        "the matter is disposed of, but no registration is recorded",
    ),
    "transfer_deadline.not_registered": (
        "{due} 期满，仍未登记，也未转送、交办或者自行办理",
        "by {due} it was neither registered nor passed on, assigned or taken up",
    ),
    # objection_deadline
    "rule.objection_deadline": ("异议期限", "objection deadline"),
    "objection_deadline.competent": (
        "属于本机关职权，不存在异议",
        "the body is competent, so there is nothing to object to",
    ),
    "objection_deadline.not_recorded": (
        "是否属本机关职权未登记，按属于处理",
        "not recorded that the body is not competent, read as competent: nothing to object to",
    ),
    "objection_deadline.of_another": (
        "前一机关已提出异议，“不属本机关职权”是该机关的情况；现承办机关未见异议，视为属于其职权",
        "the body before objected, and that it is not competent is its fact; the one that has the matter now is read as competent",
    ),
    # assigned_deadline
    "rule.assigned_deadline": ("交办反馈期限", "assigned deadline"),
    "assigned_deadline.not_assigned": (
        "不是交办事项，没有指定的反馈期限",
        "the matter is not assigned, so no limit is set for a report",
    ),
    "assigned_deadline.no_day": (
        "交办事项未记录指定的办理期限",
        "the matter is assigned, but no day is recorded by which to report",
    ),
    "assigned_deadline.awaited": (
        "交办事项须按期{event}结果",
        "an assigned matter needs the event “{event}” in time",
    ),
    "assigned_deadline.past_day": (
        "指定期限 {due} 早于交办之日 {at}，不作期限计，请核对",
        "the day that was set, {due}, is before the assignment on {at}: no limit; please check",
    ),
    "assigned_deadline.set_day": ("指定期限至 {due} 届满", "the day that was set is {due}"),
    # Review and re-review
    "rule.review_request_deadline": ("申请复查期限", "review request deadline"),
    "review_request_deadline.receipt": (
        "自书面答复有效送达之日起算",
        "counted from a delivery of the written answer that stands; without one it has not begun",
    ),
    "review_request_deadline.other_class": (
        "{case_class}类事项不出具信访处理意见书，没有申请复查期限；不服办理结果的，可以向有权处理的本级或者上一级机关、单位提出",
        "a matter of the class “{case_class}” ends without a handling opinion, so there is no limit to ask for a review; who does not accept the result may turn to the competent body or the one above it",
    ),
    "review_request_deadline.other_route": (
        "经{route}处理的，没有申请复查期限；不服的，依该程序寻求救济",
        "handled by the route “{route}”: there is no limit to ask for a review; the remedy is that of the route",
    ),
    "review_request_deadline.class_unknown": (
        "未记录信访事项类别，是否可以申请复查无法确定",
        "the class of the matter is not recorded, so whether a review can be asked for cannot be told",
    ),
    "review_request_deadline.route_unknown": (
        "未记录申诉求决事项的办理途径，是否可以申请复查无法确定",
        "the route of the appeal is not recorded, so whether a review can be asked for cannot be told",
    ),
    "rule.review_deadline": ("复查期限", "review deadline"),
    "rule.re_review_request_deadline": ("申请复核期限", "re review request deadline"),
    "re_review_request_deadline.receipt": (
        "自复查意见有效送达之日起算",
        "counted from a delivery of the review opinion that stands; without one it has not begun",
    ),
    "rule.re_review_deadline": ("复核期限", "re review deadline"),
    "re_review_deadline.held_back": (
        "因{cause}暂停的时间不计算在内",
        "time held back by the cause “{cause}” is not counted",
    ),
    "re_review_deadline.standstill": (
        "自暂停之日起至恢复前一日扣除，至少一日",
        "from the day of the standstill to the day before its end, one day at least",
    ),
    # Simplified procedure
    "rule.simplified_procedure": ("简易办理", "simplified procedure"),
    "simplified_procedure.ordinary": (
        "有权处理的机关未选择简易办理",
        "the competent body did not choose the simplified procedure",
    ),
    "simplified_procedure.not_recorded": (
        "未记录是否简易办理，视为否",
        "not recorded whether the procedure is the simplified one, read as no",
    ),
    "simplified_procedure.chosen": (
        "有权处理的机关选择{procedure}",
        "the competent body chose: {procedure}",
    ),
    "simplified_procedure.excluded": (
        "{exclusion}，不适用简易办理",
        "excluded from the simplified procedure: {exclusion}",
    ),
    "simplified_procedure.unrecorded": (
        "未记录的排除情形视为没有；有排除情形的按普通程序",
        "what is not recorded excludes nothing; what is excluded follows the ordinary procedure",
    ),
    "rule.simplified_acceptance_deadline": (
        "简易办理受理期限",
        "simplified acceptance deadline",
    ),
    "simplified_acceptance_deadline.ordinary": (
        "不按简易办理，没有此项受理期限",
        "not the simplified procedure, so this limit does not apply",
    ),
    "simplified_acceptance_deadline.unknown": (
        "是否简易办理无法确定，受理期限因而无法确定",
        "the procedure is undetermined, and so is this limit",
    ),
    "simplified_acceptance_deadline.not_recorded": (
        "事项已答复或者办结，但未记录受理，是否按期（至 {due}）无法确定",
        "the case is answered or concluded without a recorded acceptance, so it cannot be told whether it came by {due}",
    ),
    "simplified_acceptance_deadline.passed_on": (
        "经转送、交办，自最近一次转送、交办之日起算",
        "it was passed on, so the last passing-on starts the limit",
    ),
    "rule.simplified_handling_deadline": ("简易办理期限", "simplified handling deadline"),
    "simplified_handling_deadline.ordinary": (
        "不按简易办理，没有此项办理期限",
        "not the simplified procedure, so this limit does not apply",
    ),
    "simplified_handling_deadline.unknown": (
        "是否简易办理无法确定，办理期限因而无法确定",
        "the procedure is undetermined, and so is this limit",
    ),
    "simplified_handling_deadline.given": (
        "以答复、办结中先有记录的认定已作出处理意见",
        "reply or conclusion, whichever came first, shows that the opinion was given",
    ),
    "rule.simplified_transfer_deadline": ("简易办理转送期限", "simplified transfer deadline"),
    "simplified_transfer_deadline.ordinary": (
        "不按简易办理，没有此项转送期限",
        "not the simplified procedure, so this limit does not apply",
    ),
    "simplified_transfer_deadline.unknown": (
        "是否简易办理无法确定，转送期限因而无法确定",
        "the procedure is undetermined, and so is this limit",
    ),
    "simplified_transfer_deadline.no_level": (
        "未见转送记录，没有中间层级",
        "no transfer is recorded, so there is no level in between",
    ),
    "simplified_transfer_deadline.level": ("第 {level} 次转送", "transfer no. {level}"),
}
