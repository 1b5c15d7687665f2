"""Why an answer is what it is: the words of reasons and findings (理由)."""

TEXTS: dict[str, tuple[str, str]] = {
    # Shared by all rules
    "value.silent": (
        "待确认：{note}",
        "to be confirmed: {note}",
    ),
    "value.assumed_refused": (
        "此项依赖推定值，本次评估不采用（{clause}：{note}）",
        "this rests on an assumed value, which this assessment refuses ({clause}: {note})",
    ),
    # Deadlines
    "deadline.not_started": (
        "未见{event}记录，期限未起算",
        "no event “{event}” is recorded, so the limit has not started",
    ),
    "deadline.no_limit": (
        "不设期限",
        "no limit is set here",
    ),
    "deadline.started": (
        "自{event}之日 {start} 的次日起算",
        "counted from the day after “{event}” on {start}",
    ),
    "deadline.started_that_day": (
        "自{event}之日 {start} 当日计算",
        "counted on the day of “{event}” itself, {start}",
    ),
    "deadline.lapsed": (
        "截至 {as_of} 未提出，期限已过；这是权利，不是逾期",
        "not used by {as_of}, and the time has passed; a right, so nobody is overdue",
    ),
    "deadline.counted": ("期限{period}，至 {due} 届满", "the limit is {period}, ending on {due}"),
    "deadline.started_at": (
        "自{event}的时刻 {start} 起算",
        "counted from “{event}” at {start}",
    ),
    "deadline.started_some_time": (
        "自{event}的时刻起算，只记录了日期 {start}",
        "counted from the moment of “{event}”, recorded only as {start}",
    ),
    "deadline.counted_between": (
        "期限{period}，届满日在 {earliest} 至 {latest} 之间",
        "the limit is {period}, ending between {earliest} and {latest}",
    ),
    "deadline.no_office_hours": (
        "期限{period}，办公时间没有载明，届满时刻无法确定",
        "the limit is {period}; office hours are not stated, so its end cannot be told",
    ),
    "deadline.whole_day": (
        "{events}只记录了日期，早晚两算结论一致",
        "recorded as a day only: {events}; its whole day leads to the same answer",
    ),
    "deadline.no_time_of_day": (
        "{events}只记录了日期，没有时刻，是否在期限内无法确定",
        "recorded without a time of day: {events}; it cannot be told whether it was in time",
    ),
    "deadline.outside_calendar": (
        "自 {start} 起算{period}超出工作日历范围，无法确定届满日",
        "{period} from {start} lie outside the calendar, so the last day cannot be told",
    ),
    "deadline.provisional_region": (
        "地区 {region} {year} 年放假安排未录入齐全，届满日暂定，在 {earliest} 至 {latest} 之间",
        "the days of region {region} in {year} are not all listed; the last day is provisional, {earliest} to {latest}",
    ),
    "deadline.provisional": (
        "{year}年放假安排尚未公布，届满日暂定，介于 {earliest} 与 {latest} 之间",
        "the arrangement for {year} is not published; the last day is provisional, between {earliest} and {latest}",
    ),
    "deadline.expected_count_region": (
        "地区 {region} {year} 年放假安排未录入齐全，{settled} 以后的天数按预计计算",
        "the days of region {region} in {year} are not all listed; days after {settled} are counted as expected",
    ),
    "deadline.expected_count": (
        "{settled} 以后的工作日按预计计算，{year}年放假安排公布后逾期日数可能变动",
        "working days after {settled} are counted as expected; the number may change with the arrangement for {year}",
    ),
    "deadline.met": ("已于 {done} 完成，在期限内", "done on {done}, in time"),
    "deadline.late": (
        "于 {done} 完成，逾期 {days} 个工作日",
        "done on {done}, {days} working day(s) late",
    ),
    "deadline.late_at_rest": (
        "于 {done} 完成，期限已过，不足 1 个工作日",
        "done on {done}, late by less than 1 working day",
    ),
    "deadline.extension_not_stated": (
        "{at} 批准的延期属条例的办理期限，是否延长此项期限未载明，不能认定是否按期",
        "the extension of {at} belongs to the regulation’s handling limit; whether it holds here is not stated, so it cannot be told whether it was in time",
    ),
    "deadline.extension_not_stated_open": (
        "{at} 批准的延期属条例的办理期限，是否延长此项期限未载明，尚不能认定逾期",
        "the extension of {at} belongs to the regulation’s handling limit; whether it holds here is not stated, so it cannot be called overdue yet",
    ),
    "deadline.extension_even_so": (
        "{at} 批准的延期属条例的办理期限；即使此项期限一并延长，也已逾期",
        "the extension of {at} belongs to the regulation’s handling limit; even if it held here the limit would have passed",
    ),
    "deadline.open": ("截至 {as_of} 尚未完成，仍在期限内", "not done by {as_of}, still in time"),
    "deadline.overdue": (
        "截至 {as_of} 尚未完成，已逾期 {days} 个工作日",
        "not done by {as_of}, {days} working day(s) overdue",
    ),
    "deadline.overdue_at_rest": (
        "截至 {as_of} 尚未完成，期限已过，不足 1 个工作日",
        "not done by {as_of}, overdue by less than 1 working day",
    ),
    "deadline.open_between": (
        "截至 {as_of} 尚未完成；届满日暂定，是否逾期待定",
        "not done by {as_of}; the last day is provisional, and so is whether it is overdue",
    ),
    "deadline.done_between": (
        "于 {done} 完成；届满日暂定，是否按期待定",
        "done on {done}; the last day is provisional, and so is whether that was in time",
    ),
    "counting.same_day": (
        "当日办理：不论是否工作日，至当日24时",
        "on the very day, worked or not, until 24:00",
    ),
    "counting.clock": (
        "自起算的时刻连续计算，昼夜、休息日都计入，不顺延",
        "counted from the moment itself, day and night, days of rest too; never moved on",
    ),
    "counting.working_hours": (
        "只计工作日的办公时间，其余时间不计",
        "only office time of working days counts",
    ),
    "counting.office_hours": ("办公时间为 {hours}", "the office is open {hours}"),
    "counting.working_days": (
        "只计工作日（含调休上班日），当日不计入",
        "only working days count, worked weekends among them; the first day is not counted",
    ),
    "counting.calendar_days": (
        "按自然日计算，当日不计入，末日为休息日的顺延至下一工作日",
        "every day counts, the first day does not; a last day of rest moves to the next working day",
    ),
    "counting.months": (
        "按月计算，至对应日届满，无对应日的为月末日，遇休息日顺延",
        "ends on the same day of the month or the month’s last day; a last day of rest moves on",
    ),
    "counting.days_on_months": (
        "延长的天数自月份的对应日起按自然日接着计，末日遇休息日只顺延一次",
        "the days on top are calendar days after the same day of the month; the last day moves on once",
    ),
    # reply_kind
    "reply_kind.recorded": ("登记类别为{kind}", "the recorded category is “{kind}”"),
    "reply_kind.flagged": ("标记为{kind}", "it is flagged as “{kind}”"),
    "reply_kind.not_recorded": (
        "未记录是否为{kinds}，视为否",
        "not recorded whether it is “{kinds}”, read as no",
    ),
    "reply_kind.default": ("无其他情形，为{kind}", "nothing else applies, so “{kind}”"),
    "decision.unknown": (
        "没有“{found}”这项结论，可用：{known}",
        "there is no decision “{found}”; there are {known}",
    ),
    "decision.unknown_near": (
        "没有“{found}”这项结论，是否为“{nearest}”？可用：{known}",
        "there is no decision “{found}”; is it “{nearest}”? There are {known}",
    ),
    "limit.unknown": (
        "办法没有自定期限“{found}”，可用：{known}",
        "the policy declares no limit “{found}”; it has {known}",
    ),
    "limit.unknown_near": (
        "办法没有自定期限“{found}”，是否为“{nearest}”？可用：{known}",
        "the policy declares no limit “{found}”; is it “{nearest}”? It has {known}",
    ),
    "reply_kind.not_listed": (
        "登记类别“{kind}”不是办法所列的类别（{known}）",
        "the recorded category “{kind}” is none of those that the policy lists ({known})",
    ),
    "reply_kind.no_category": (
        "未登记事项类别，没有标志可据以认定（办法所列：{known}）",
        "no category is recorded, and no flag tells it (the policy lists {known})",
    ),
    # a limit that a policy declares
    "limit.dimension_unknown": (
        "{names}未登记或者无法确定，期限因而无法确定",
        "{names} not recorded or not to be told, so there is no limit to tell",
    ),
    "limit.in_principle": ("原则上适用，非必须", "it binds in principle, not strictly"),
    "limit.where_needed": (
        "未见记录；有此情形的才须办，不作待办，不算逾期",
        "not on record; only a matter that needs it has it done, so nobody owes it or is late",
    ),
    "limit.ended": (
        "{at}{event}，期限不再计算",
        "the limit ended with “{event}” on {at}",
    ),
    "limit.ended_late": (
        "{at}{event}，期限不再计算；其时已过 {due} 的期限",
        "the limit ended with “{event}” on {at}, when it had passed on {due} already",
    ),
    "limit.extended": ("{at}批准延期，延长{period}", "extended on {at} by {period}"),
    "limit.extended_again": (
        "{at}再次延期，超过办法允许的{most}次，不计入",
        "extended once more on {at}, beyond the {most} time(s) allowed; it does not count",
    ),
    "limit.extension_early": (
        "{at}批准延期，期限自{start}才起算，不计入",
        "the extension of {at} came before the limit began on {start}; it does not count",
    ),
    "limit.extension_late": (
        "{at}批准延期，期限已于{due}届满，不计入",
        "the extension of {at} came after the limit had ended on {due}; it does not count",
    ),
    "limit.extension_too_long": (
        "{at}批准延期的天数为{found}，超过最长的{most}，按最长计",
        "the extension of {at} by {found} day(s) exceeds {most}, which counts",
    ),
    "limit.extension_not_provided": (
        "{at}批准延期，办法不允许延期",
        "extended on {at}, which the policy does not provide for",
    ),
    # reply_deadline
    "reply_deadline.kind_undetermined": (
        "答复类别无法确定，期限因而无法确定",
        "the reply kind is undetermined, and so is the limit",
    ),
    "reply_deadline.stretched": (
        "紧急事项的期限因放假顺延至 {due}，自 {start} 起已过 {days} 个自然日",
        "a holiday stretches this urgent limit to {due}, {days} calendar days after {start}",
    ),
    # notice_deadline
    "notice_deadline.contact_unclear": (
        "信访人姓名（名称）、住址不清，不要求书面告知",
        "the petitioner’s name or address is unclear, so no written notice is required",
    ),
    "notice_deadline.not_recorded": (
        "事项已答复或者办结，但未记录书面告知，是否按期（至 {due}）无法确定",
        "the case is answered or concluded without a recorded notice, so it cannot be told whether it came by {due}",
    ),
    # handling_deadline
    "handling_deadline.class_unknown": (
        "未记录信访事项类别，无法确定是否适用办理期限",
        "the class of the matter is not recorded, so it cannot be told whether the limit applies",
    ),
    "handling_deadline.route_unknown": (
        "未记录申诉求决事项的办理途径，无法确定是否适用办理期限",
        "the route of the appeal is not recorded, so it cannot be told whether the limit applies",
    ),
    "handling_deadline.no_day_count": (
        "{case_class}类事项，法规未规定办理天数",
        "a matter of the class “{case_class}” has no day count in the regulation",
    ),
    "handling_deadline.other_route": (
        "经{route}处理，适用该程序自身的期限",
        "handled by the route “{route}”, whose own limits apply",
    ),
    "handling_deadline.all_matters": (
        "办理期限适用于全部信访事项",
        "the limit applies to all matters",
    ),
    "handling_deadline.petition_route": (
        "申诉求决事项经信访程序办理，适用办理期限",
        "an appeal handled by the petition route: the limit applies",
    ),
    "handling_deadline.reply_as_conclusion": (
        "未记录办结日期，以答复日期 {at} 认定",
        "no conclusion is recorded; the reply of {at} is taken for it",
    ),
    "handling_deadline.extended": (
        "{at} 批准延长办理期限{period}",
        "the handling limit was extended by {period} on {at}",
    ),
    "handling_deadline.extension_perhaps_late": (
        "{at} 批准延期，原期限暂定至 {due}，是否已过待定，先行计入",
        "the extension of {at} came about the provisional limit of {due}; whether in time cannot be told yet, and it counts for now",
    ),
    "handling_deadline.extension_late": (
        "{at} 批准延期，已过原期限 {due}，不计入",
        "the extension of {at} came after the limit of {due} and does not count",
    ),
    "handling_deadline.extended_again_late": (
        "{at} 再次批准延期，原期限 {due} 已过，不计入；延期须在原期限届满前批准，先前的延期不推后这一期限",
        "extended once more on {at}, after the original limit of {due}: not counted; an extension is approved before the original limit has passed, and an earlier one does not put that off",
    ),
    "handling_deadline.extension_too_long": (
        "批准延长共 {found} 日，超过上限，按{most}计",
        "extensions of {found} days in all exceed the cap; {most} are counted",
    ),
    "handling_deadline.extension_not_provided": (
        "{at} 批准延期；本法规没有延期的规定，不计入",
        "the regulation has no extension; the one of {at} does not count",
    ),
    "handling_deadline.reason_not_told": (
        "{at} 批准延期，未告知信访人延期理由",
        "the petitioner was not told the reason for the extension of {at}",
    ),
    "handling_deadline.reason_not_recorded": (
        "{at} 批准延期，未记录是否告知信访人延期理由",
        "it is not recorded whether the petitioner was told the reason for the extension of {at}",
    ),
    # incentive
    "incentive.no_agent": (
        "未记录代理员，无法确定奖励",
        "no agent is recorded, so the award is undetermined",
    ),
    "incentive.no_category": (
        "未记录代理员类别，无法确定奖励",
        "the agent’s category is not recorded, so the award is undetermined",
    ),
    "incentive.not_earned": (
        "未见{event}记录，代理是否成功待定",
        "no event “{event}” is recorded, so the award is undetermined and nothing is paid",
    ),
    "incentive.appraisal": (
        "代理员为{category}，计入年度考核，不发奖金",
        "the agent is of the category “{category}”: an appraisal record, no money",
    ),
    "incentive.eligible": (
        "代理员为{category}，以奖代补",
        "the agent is of the category “{category}” and is paid an award",
    ),
    "incentive.earned": (
        "已{event}，认定代理成功",
        "the event “{event}” is recorded, so the proxy succeeded",
    ),
    "incentive.level": (
        "息诉息访：{settled}；评价：{grade}；属“{level}”一档",
        "petition ended: {settled}; rating: {grade}; level: {level}",
    ),
    "incentive.settled_either": (
        "评价：{grade}；是否息诉息访未记录，两种情形奖励相同",
        "rating: {grade}; whether the petition ended is not recorded, and the award is the same",
    ),
    "incentive.at_least": (
        "是否息诉息访未记录，奖励至少 {least} 元、至多 {most} 元，补记以后确定",
        "whether the petition ended is not recorded: at least {least} yuan, at most {most}, to be settled by the record",
    ),
    "incentive.amount": ("“{level}”奖励 {amount} 元", "{level}: {amount} yuan"),
    "incentive.rated": ("对{target}的评价：{grade}", "the rating of the {target}: {grade}"),
    "incentive.latest_rating": (
        "几次评价的，取最近一次",
        "of several ratings the latest one counts",
    ),
    "incentive.not_fit": (
        "代理员不符合条件，奖励暂缓发放，待信访部门纠正或者核实",
        "the agent is not fit to serve; payment waits until the office has mended or cleared this",
    ),
    "incentive.scheme": ("多档条件同时成立的，{scheme}计", "where several levels fit: {scheme}"),
    "incentive.cap": ("每件上限：{cap}", "cap for one case: {cap}"),
    # ladders
    "ladder.not_recorded": (
        "未登记{measure}",
        "“{measure}” is not recorded, so the step cannot be told",
    ),
    "ladder.not_measured": (
        "{limits}未起算或者待定，{measure}无从计算",
        "“{measure}” cannot be told of {limits}, so neither can the step",
    ),
    "ladder.no_limit": (
        "办法没有自己的期限，也未写明看哪一项期限",
        "the policy has no limits of its own and names none, so the step cannot be told",
    ),
    "ladder.own_limits": (
        "办法未写明看哪一项期限，只看自己的期限",
        "the policy names no limit, so only its own ones count",
    ),
    "ladder.none": (
        "{measure}为 {found}，尚未达到第一级",
        "“{measure}” is {found}: below the first step",
    ),
    "ladder.none_by_limit": (
        "{limit}的{measure}为 {found}，尚未达到第一级",
        "“{measure}” of the {limit} is {found}: below the first step",
    ),
    "ladder.reached": (
        "{measure}为 {found}，应采取{step}",
        "“{measure}” is {found}: the step is “{step}”",
    ),
    "ladder.reached_by_limit": (
        "{limit}的{measure}为 {found}，应采取{step}",
        "“{measure}” of the {limit} is {found}: the step is “{step}”",
    ),
    "ladder.skipped": (
        "已采取{step}而未见{below}记录",
        "“{step}” was taken without “{below}” on record",
    ),
    "ladder.not_taken": ("应采取{step}，未见记录", "“{step}” is due and not on record"),
    # a ladder that a policy declares
    "own_ladder.unknown": (
        "办法没有自定阶梯“{found}”，可用：{known}",
        "the policy declares no ladder “{found}”; it has {known}",
    ),
    "own_ladder.unknown_near": (
        "办法没有自定阶梯“{found}”，是否为“{nearest}”？可用：{known}",
        "the policy declares no ladder “{found}”; is it “{nearest}”? It has {known}",
    ),
    "own_ladder.left": (
        "{limit}还剩 {found} 个工作日，剩 {wanted} 个起应采取{step}",
        "{found} working day(s) are left of “{limit}”; from {wanted} on the step is “{step}”",
    ),
    "own_ladder.passed": (
        "{limit}已届满，应采取{step}",
        "“{limit}” has ended: the step is “{step}”",
    ),
    "own_ladder.overdue": (
        "{limit}已逾期 {found} 个工作日，逾期 {wanted} 个起应采取{step}",
        "“{limit}” is {found} working day(s) overdue; from {wanted} on the step is “{step}”",
    ),
    "own_ladder.times": (
        "“{event}”已有 {found} 次，满 {wanted} 次应采取{step}",
        "“{event}” happened {found} time(s); from {wanted} on the step is “{step}”",
    ),
    "own_ladder.rated": (
        "最近一次评价为{grade}，应采取{step}",
        "the last rating is “{grade}”: the step is “{step}”",
    ),
    "own_ladder.rating": ("以对该对象的最近一次评价为准", "the last rating of that body counts"),
    "own_ladder.highest": ("取已达到的最高一级", "the highest step that is reached counts"),
    "own_ladder.limit_unknown": (
        "{limit}无法确定，应否采取{step}因而无法确定",
        "where “{limit}” stands is not known, so neither is whether the step is “{step}”",
    ),
    "own_ladder.none": ("尚未达到第一级（{step}）", "below the first step, “{step}”"),
    # a payment that a policy declares
    "payable.exact": ("{least} 元", "{least} yuan"),
    "payable.least": ("不低于 {least} 元", "at least {least} yuan"),
    "payable.between": ("{least} 元至 {most} 元", "{least} to {most} yuan"),
    "paid.text": ("{count} 笔，共 {total} 元", "{count} payment(s), {total} yuan"),
    "payment.unknown": (
        "未登记{names}，金额因而无法确定",
        "{names} not recorded, so there is no amount to tell",
    ),
    "payment.no_count": (
        "按{of}计发，未登记数量，金额因而无法确定",
        "it is paid for each {of}, and their number is not recorded",
    ),
    "payment.nothing": ("此种情形不发", "nothing is paid in such a case"),
    "payment.amount": ("每{of} {amount} 元", "{amount} yuan for each {of}"),
    "payment.least": ("不低于 {amount} 元", "at least {amount} yuan"),
    "payment.most": ("不超过 {amount} 元", "at most {amount} yuan"),
    "payment.bounds": ("下限、上限逐件、逐月、逐次计", "bounds hold for each one"),
    "payment.times": ("{count} {of}，共{due}", "{count} of “{of}”: {due}"),
    "payment.paid": ("已发 {count} 笔，共 {total} 元", "{count} payment(s), {total} yuan together"),
    "payment.none_due": (
        "发放 {paid} 元，此种情形不发",
        "{paid} yuan were paid where nothing is due",
    ),
    "payment.paid_less": (
        "发放 {paid} 元，应发{due}，少发",
        "{paid} yuan were paid, less than {due}",
    ),
    "payment.paid_more": (
        "发放 {paid} 元，应发{due}，多发",
        "{paid} yuan were paid, more than {due}",
    ),
    "payment.over_quota": (
        "名额 {quota} 个，发放 {count} 个，超出名额",
        "{count} were given of {quota}",
    ),
    # a recurring duty that a policy declares
    "kept.text": (
        "已届满 {cycles} 期，缺 {missed} 期",
        "{cycles} cycle(s) ended, {missed} of them missed",
    ),
    "kept.text_due": (
        "已届满 {cycles} 期，缺 {missed} 期；本期至 {due}",
        "{cycles} cycle(s) ended, {missed} of them missed; the running one is due on {due}",
    ),
    "series.owed": ("{who}{cycle}至少 {times} 次", "{who}, {cycle}: at least {times} time(s)"),
    "series.year": ("年度自 {month} 月起", "the year begins with month {month}"),
    "series.due": ("本期尚未完成，至 {due}", "the running cycle is open until {due}"),
    "series.whole_cycles": ("只计整期", "whole cycles count"),
    "series.missed": (
        "{first} 起的一期（{cycle}）未完成{name}",
        "{name} was not done often enough in the cycle ({cycle}) from {first}",
    ),
    # workflow and versions
    "history.event": ("{event}（{at}）", "“{event}” on {at}"),
    "history.after_as_of": (
        "{as_of} 以后另有记录：{events}；当日尚未知悉，不计入",
        "recorded after {as_of}: {events}; not known on that day, and not counted",
    ),
    "history.likely_slip": (
        "{events}晚于 {as_of} 一年以上，疑为日期误记，请核对",
        "{events}: more than a year after {as_of}, likely a slip of the date; please check",
    ),
    "workflow.too_early": (
        "{event}（{at}）早于{wanted}（{other}）",
        "“{event}” on {at} came before “{wanted}” on {other}",
    ),
    "workflow.missing": (
        "已有{event}（{at}）而未见{wanted}记录",
        "“{event}” on {at} is recorded without “{wanted}”",
    ),
    "workflow.taken_back": (
        "{event}（{at}）之前的{wanted}已失效，须重新{wanted}",
        "the “{wanted}” before “{event}” on {at} no longer stands and has to be done again",
    ),
    "workflow.twice": ("{event}（{at}）重复记录", "“{event}” on {at} is recorded again"),
    "workflow.still_stands": (
        "{event}（{at}）时，此前的{event}仍未结束，按一次计",
        "when “{event}” was recorded on {at} the one before still stood; they are one",
    ),
    "workflow.after_closing": (
        "{closed}之后又有{event}（{at}）",
        "“{event}” on {at} came after “{closed}”, which closes the case",
    ),
    "workflow.unknown": (
        "本办法没有“{event}”这一环节",
        "the policies have no step “{event}”",
    ),
    "workflow.not_accepted": ("收到后未见受理记录", "received, but no acceptance is recorded"),
    "version.by_receipt": (
        "未记录{event}日期，以收到日期 {day} 选定{policy}的版本",
        "no date of “{event}” is recorded; the version of {policy} is picked by the receipt of {day}",
    ),
    "version.none_in_force": (
        "{day} 尚无施行中的{policy}版本，最早一版自 {first} 起施行",
        "no version of {policy} was in force on {day}; the first one is from {first}",
    ),
    "version.switched": (
        "{day} 尚未办结，自该日起改用 {policy}（{text}）",
        "not concluded before {day}, so judged under {policy} from that day on ({text})",
    ),
    "version.no_date": (
        "未记录登记或者收到日期，无法选定{policy}的版本",
        "neither registration nor receipt is recorded, so no version of {policy} can be picked",
    ),
}
