"""Why limits of pace, staffing and figures stand as they do (办理进度)."""

TEXTS: dict[str, tuple[str, str]] = {
    # ledger/indicators
    "rule.indicators": ("指标", "indicators"),
    "indicators.over": ("分子：{tally} {count} 件", "over the line: {tally}, {count}"),
    "indicators.under": ("分母：{tally} {count} 件", "under the line: {tally}, {count}"),
    "indicators.places": ("百分比取 {places} 位小数", "{places} place(s) of a percentage"),
    "indicators.rounded": ("{rounding}，得 {percent}%", "{rounding}: {percent}%"),
    "indicators.nothing_under": ("分母为0，不计算", "nothing under the line, so there is no rate"),
    "indicators.not_counted": (
        "{tally}未计数，无法计算",
        "“{tally}” is not counted, so no rate can be told",
    ),
    "indicators.over_hundred": (
        "{indicator}为 {percent}%，分子大于分母，请核对是否同一批事项",
        "“{indicator}” is {percent}%: more over the line than under it; check that both count the same matters",
    ),
    "indicators.differs": (
        "{indicator}公布为 {printed}%，按公布的件数和取舍方式应为 {percent}%",
        "“{indicator}” is printed as {printed}%; from the printed numbers it is {percent}%",
    ),
    "indicators.no_count": (
        "{tally}应为不小于0的整数，得到{found}",
        "“{tally}” wants a whole number from 0, found {found}",
    ),
    # ledger/tallies
    "rule.tallies": ("计数", "tallies"),
    "tallies.one_matter": ("一件信访事项计一件次", "one matter counts once"),
    "tallies.shown_by": ("{tally}以{event}记录认定", "“{tally}” is told by the event “{event}”"),
    "tallies.not_due": (
        "{duty}在期的{counting}应办件数",
        "“{duty}”, not due yet, among what was owed: {counting}",
    ),
    "tallies.not_told": (
        "在期的是否计入应{duty}件数未载明，有关件数不计",
        "whether what is not due yet counts as owed for “{duty}” is not stated, so it is not counted",
    ),
    # work_kind
    "rule.work_kind": ("工作类别", "work kind"),
    "work_kind.is_major": ("登记为重大", "recorded as major"),
    "work_kind.is_complicated": ("登记为复杂", "recorded as complex"),
    "work_kind.not_recorded": (
        "是否重大、复杂未全部登记，按否处理",
        "whether it is major or complex is not fully recorded and read as no",
    ),
    "work_kind.own_deadline": ("已定明确时间节点 {day}", "it was given a date of its own, {day}"),
    "work_kind.own_deadline_beside": (
        "另有明确时间节点 {day}，与重大、复杂问题的期限并列",
        "a date of its own, {day}, stands beside the limit for major problems",
    ),
    "work_kind.taken": (
        "按{kind}办理",
        "it follows the pace of “{kind}”",
    ),
    # progress_feedback_deadline
    "rule.progress_feedback_deadline": ("反馈期限", "progress feedback deadline"),
    "progress_feedback_deadline.kind_undetermined": (
        "工作类别无法确定，反馈期限也无法确定",
        "the kind of work cannot be told, so neither can the limit for feedback",
    ),
    "progress_feedback_deadline.recipient": ("反馈对象：{recipient}", "fed back to: {recipient}"),
    # resolution_deadline
    "rule.resolution_deadline": ("解决期限", "resolution deadline"),
    "resolution_deadline.kind_undetermined": (
        "工作类别无法确定，解决期限也无法确定",
        "the kind of work cannot be told, so neither can the limit to resolve it",
    ),
    "resolution_deadline.own_date_past": (
        "所定时间节点 {due} 早于起算之日 {at}，不作期限计，请核对",
        "the date of its own, {due}, is before {at}, when the limit starts: no limit; please check",
    ),
    "resolution_deadline.own_date": (
        "已定明确时间节点，应于 {due} 以前解决",
        "it was given a date of its own: to be resolved by {due}",
    ),
    "resolution_deadline.unresolvable": (
        "登记为不能解决的一般性工作，没有解决期限，跟踪到销号",
        "general work recorded as not resolvable has no limit here; it is followed until written off",
    ),
    "resolution_deadline.resolvable_unknown": (
        "未登记能否解决，期限照常适用",
        "whether it can be resolved is not recorded; the limit applies",
    ),
    "resolution_deadline.by_conclusion": (
        "未记录解决日期，以 {at} 办结认定解决",
        "no resolution is recorded; the conclusion on {at} is taken for it",
    ),
    "resolution_deadline.behind": (
        "未在 {due} 以前解决（约束力：{force}）",
        "not resolved by {due} (force: {force})",
    ),
    "resolution_deadline.by_plan": (
        "已于 {at} 定有方案，按方案应于 {due} 以前解决",
        "a plan was made on {at}; by it the matter is to be resolved by {due}",
    ),
    "resolution_deadline.past_plan": (
        "已过 {at} 方案确定的 {due}，仍未解决",
        "not resolved by {due}, the date of the plan of {at}",
    ),
    "resolution_deadline.past_own_date": (
        "另定的时间节点 {due} 已过而未解决（约束力：{force}）",
        "not resolved by its own date {due} (force: {force})",
    ),
    # progress_report_deadline
    "rule.progress_report_deadline": ("按月报告", "progress report deadline"),
    "progress_report_deadline.kind_undetermined": (
        "工作类别无法确定，是否按月报告也无法确定",
        "the kind of work cannot be told, so neither can whether reports are due",
    ),
    "progress_report_deadline.limit_undetermined": (
        "解决期限无法确定，是否按月报告也无法确定",
        "the limit to resolve it cannot be told, so neither can whether reports are due",
    ),
    "progress_report_deadline.no_limit": (
        "没有解决期限，也未制定方案，不需按月报告",
        "it has no limit to be resolved by and no plan was made, so no reports are due",
    ),
    "progress_report_deadline.not_begun": (
        "解决期限尚未起算，也未制定方案，不需按月报告",
        "the limit to resolve it has not begun and no plan was made, so no reports are due",
    ),
    "progress_report_deadline.not_passed": (
        "解决期限未过，也未制定方案，不需按月报告",
        "the limit to resolve it has not passed and no plan was made, so no reports are due",
    ),
    "progress_report_deadline.resolved": (
        "已经解决，没有方案，不需按月报告",
        "it is resolved without a plan, so no reports are due",
    ),
    "progress_report_deadline.turn": (
        "第 {turn} 期进展报告（{every}一期），至迟 {due} 提出",
        "progress report no. {turn} (one every {every}), due on {due}",
    ),
    "progress_report_deadline.plan_in_force": (
        "以最近一次方案为准，首次制定即起算",
        "the latest plan is in force; the first one starts the turns",
    ),
    "progress_report_deadline.no_reports": (
        "“{kind}”不需按月报告",
        "no reports are asked for on “{kind}”",
    ),
    "progress_report_deadline.each_turn": (
        "各期自起算日逐月推算，末日分别顺延",
        "each turn is counted from the anchor and moved on from rest by itself",
    ),
    "progress_report_deadline.no_plan": (
        "解决期限已过，未制定解决方案",
        "the limit to resolve it has passed, and there is no plan",
    ),
    "progress_report_deadline.plan_without_date": (
        "{at} 的方案没有载明时间节点",
        "the plan of {at} has no date in it",
    ),
    "progress_report_deadline.past_plan": (
        "已过 {at} 方案确定的 {until}，仍未解决",
        "not resolved by {until}, the date of the plan of {at}",
    ),
    "progress_report_deadline.missed": (
        "于 {days} 届满的各期未报告进展",
        "no progress was reported in the turns that ended on {days}",
    ),
    "progress_report_deadline.ended": (
        "已于 {at} 结束，不再报告",
        "it ended on {at}; no more reports are due",
    ),
    # write_off
    "rule.write_off": ("销号", "write off"),
    "write_off.written_off": ("已于 {at} {event}", "“{event}” on {at}"),
    "write_off.open": ("尚未{event}，继续跟踪", "not “{event}” yet, so it is followed"),
    "write_off.owed": ("已于 {at} {event}，应当销号", "“{event}” on {at}: the write-off is owed"),
    "write_off.read": (
        "以最近一次销号为准，重新办理的恢复为未销号",
        "the latest write-off stands unless the matter was taken up again",
    ),
    "write_off.too_soon": (
        "{at} 销号，此前未见{events}记录",
        "written off on {at} with none of this before it: {events}",
    ),
    "closure.text_open": ("未销号", "open"),
    "closure.text_owed": ("未销号，应当销号", "open; the write-off is owed"),
    "closure.text_written_off": ("已于 {at} 销号", "written off on {at}"),
    # service_fee
    "rule.service_fee": ("无偿服务", "service fee"),
    "service_fee.promised": ("本办法的服务：{charge}", "service under this policy: {charge}"),
    "service_fee.not_recorded": ("未记录收取服务费", "no fee for the service is recorded"),
    "service_fee.nothing_taken": ("未收取服务费", "no fee was taken for the service"),
    "service_fee.taken": (
        "收取服务费 {amount} 元",
        "a fee of {amount} yuan was taken for the service",
    ),
    "service_fee.against_promise": (
        "服务应当无偿，却向信访人收取 {amount} 元",
        "the service is free, yet {amount} yuan were taken from the petitioner",
    ),
    # station/staffing
    "rule.staffing": ("人员配备", "staffing"),
    "staffing.no_such_site": ("本办法不设“{site}”", "the policy has no “{site}”"),
    "staffing.asked": ("按“{site}”的要求核对", "compared with what is asked of “{site}”"),
    "staffing.full_time_counted": (
        "专职工作人员{counting}",
        "full-time workers among the members: {counting}",
    ),
    "staffing.not_recorded": (
        "{item}未登记，无法核对",
        "“{item}” is not recorded, so it cannot be compared",
    ),
    "staffing.other": (
        "{item}应为{wanted}，登记为{found}",
        "“{item}” should be “{wanted}”, recorded is “{found}”",
    ),
    "staffing.full_time": (
        "专职工作人员应有 {wanted} 人，现有 {found} 人",
        "{wanted} full-time worker(s) are asked for, there are {found}",
    ),
    "staffing.members": (
        "成员应有 {fewest} 至 {most} 人，现有 {found} 人",
        "{fewest} to {most} members are asked for, there are {found}",
    ),
    "staffing.sources": (
        "成员来自所列范围以外：{found}，请核对",
        "members come from elsewhere than listed: {found}; please check",
    ),
    "staffing.open_list": (
        "成员来源的清单以“等”字结尾，所列以外的只作提示",
        "the list of where members come from ends openly; others are only noticed",
    ),
}
