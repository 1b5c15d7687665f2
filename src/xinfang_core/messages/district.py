"""Why an answer is what it is: the words of the three-level service centre (三级服务中心) rules."""

TEXTS: dict[str, tuple[str, str]] = {
    # colour
    "rule.colour": ("三色分类", "colour"),
    "colour.level_undetermined": (
        "办理层级无法确定，不标颜色",
        "the level of handling is undetermined, and so is the colour",
    ),
    "colour.by_level": ("由{level}办理，列为{colour}", "handled by “{level}”: “{colour}”"),
    # acceptance_deadline
    "rule.acceptance_deadline": ("受理期限", "acceptance deadline"),
    "acceptance_deadline.counts_from": (
        "此项期限自{event}起算，未见{event}记录",
        "the limit counts from “{event}”, which is not recorded",
    ),
    "acceptance_deadline.not_recorded": (
        "未记录受理日期；{at} 已有后续环节，受理不晚于该日",
        "no acceptance is recorded; a later step on {at} shows that it had come by then",
    ),
    "acceptance_deadline.begun_late": (
        "{colour}事项应当立即办理；{at} 受理，{begun} 方开始办理",
        "a matter of the class “{colour}” is handled at once; accepted on {at}, begun on {begun}",
    ),
    "acceptance_deadline.not_begun": (
        "{colour}事项应当立即办理；{at} 受理，未见办理记录",
        "a matter of the class “{colour}” is handled at once; accepted on {at}, no handling is recorded",
    ),
    # document_form
    "rule.document_form": ("五件式", "document form"),
    "document_form.recorded": ("登记为{form}", "recorded as “{form}”"),
    "document_form.default": ("未登记件式，按{form}", "no form is recorded, so “{form}”"),
    "document_form.not_listed": ("本办法未列{form}", "the policy does not list the form “{form}”"),
    "document_form.bare": (
        "登记为{form}，未见{event}记录",
        "recorded as “{form}” without the event “{event}”",
    ),
    # feedback_mode
    "rule.feedback_mode": ("反馈方式", "feedback mode"),
    "feedback_mode.not_recorded": (
        "未记录是否属“{case}”，视为否",
        "not recorded whether it is “{case}”, read as no",
    ),
    "feedback_mode.accusation": (
        "属检举控告，虽为群体反映也不公示，逐人告知",
        "an accusation is told to each person and never put on a board, though a group brought it",
    ),
    "feedback_mode.published": (
        "检举控告的办理结果 {at} 在公示栏公示，泄露检举控告情况",
        "the result of an accusation was put on a board on {at}, which tells of the accusation",
    ),
    "feedback_mode.class_unknown": (
        "事项类别待定，可能属检举控告，暂逐人告知，不公示",
        "the class of the matter is not known and may be an accusation: told to each person, not put on a board",
    ),
    "feedback_mode.by_case": ("属“{case}”，反馈方式为{mode}", "“{case}”: made known by “{mode}”"),
    "feedback_mode.side_by_side": (
        "是否群体取集体信访的认定；与政策性问题并存的，各按其方式",
        "a group is what counts as a group petition; ways that both fit both hold",
    ),
    "feedback_mode.other_mode": (
        "应以{modes}反馈，记录为{found}",
        "to be made known by: {modes}; recorded: {found}",
    ),
    "feedback_mode.not_told": (
        "属“{case}”，应{mode}，未见记录",
        "“{case}”: “{mode}” is owed and not on record",
    ),
    "feedback_mode.not_followed": (
        "已告知办理结果，未见{event}记录",
        "the result was made known, but no event “{event}” is recorded",
    ),
    # intake_channel
    "rule.intake_channel": ("收集途径", "intake channel"),
    "intake_channel.recorded": ("收集途径为{channel}", "the request came in by “{channel}”"),
    "intake_channel.not_recorded": (
        "未记录收集途径",
        "not recorded in which way the request came in",
    ),
    "intake_channel.not_listed": (
        "本办法未列此途径：{channel}",
        "the policy does not list this way: “{channel}”",
    ),
    "intake_channel.hot_topic": (
        "属诉求热点（{topic}），应当及时反馈处理",
        "a hot topic (“{topic}”): to be answered and handled promptly",
    ),
    # station/premises
    "rule.premises": ("阵地面积", "premises"),
    "premises.not_new": (
        "面积要求只对新建办公楼",
        "it is no new office building, so no area is asked for",
    ),
    "premises.new_not_recorded": (
        "未记录是否新建办公楼，面积要求是否适用待定",
        "not recorded whether the office building is new, so it cannot be told whether an area is asked for",
    ),
    "premises.no_least": ("{centre}不设面积要求", "no area is asked of “{centre}”"),
    "premises.area_not_recorded": (
        "{centre}至少 {least} 平方米，未记录面积",
        "“{centre}” has at least {least} square metres; its area is not recorded",
    ),
    "premises.sufficient": (
        "{centre}至少 {least} 平方米，现有 {area} 平方米",
        "“{centre}” has at least {least} square metres; it has {area}",
    ),
    "premises.insufficient": (
        "{centre}至少 {least} 平方米，仅有 {area} 平方米",
        "“{centre}” has at least {least} square metres; it has only {area}",
    ),
    # station/app_editions
    "rule.app_editions": ("应用版本", "app editions"),
    "app_editions.by_user": ("{user}安装{installation}", "“{user}” installs “{installation}”"),
    "app_editions.lacking": ("尚未安装：{editions}", "not installed yet: {editions}"),
    "app_editions.foreign": (
        "安装了规定以外的版本：{editions}",
        "installed beyond what is provided: {editions}",
    ),
    # ledger/satisfaction_scores
    "rule.satisfaction_scores": ("满意度评分", "satisfaction scores"),
    "satisfaction_scores.counts": (
        "{target}的评价计数须为不小于0的整数，各项之和不得多于应评数 {owed}",
        "the counts of “{target}” are whole numbers from 0 and no more than the {owed} owed",
    ),
    "satisfaction_scores.nobody": (
        "没有可以计算的评价",
        "there is no rating from which this could be computed",
    ),
    "satisfaction_scores.part_unknown": (
        "有一个评价对象的评分无法确定，不合计",
        "the score of one target is not known, so there is no combined one",
    ),
    "satisfaction_scores.share": ("{over} 除以 {under}", "{over} of {under}"),
    "satisfaction_scores.overdue": (
        "逾期未评价的，计法为{scheme}",
        "a rating not given in time is counted: {scheme}",
    ),
    "satisfaction_scores.points": (
        "{grade}每次 {points} 分，共 {times} 次",
        "“{grade}”: {points} points, {times} time(s)",
    ),
    "satisfaction_scores.product": ("{one}% 乘以 {other}%", "{one} % times {other} %"),
    "satisfaction_scores.weight": (
        "{target}评分 {score}，权重 {weight}%",
        "“{target}”: score {score}, weight {weight} %",
    ),
    "satisfaction_scores.rounded": (
        "取 {places} 位小数，{rounding}，得 {found}",
        "to {places} place(s), {rounding}: {found}",
    ),
    # ledger/work_score
    "rule.work_score": ("工作评分", "work score"),
    "work_score.scheme": ("计算方式：{scheme}", "the scheme: {scheme}"),
    "work_score.no_percent": (
        "{measure}须为0至100的百分比，且本身须是比率",
        "“{measure}” has to be a rate, from 0 to 100 percent",
    ),
    "work_score.not_known": (
        "未提供{measure}，无法评分",
        "“{measure}” is not given, so there is no score",
    ),
    "work_score.part": (
        "{measure}得 {points} 分（满分 {most} 分）",
        "“{measure}”: {points} of {most} points",
    ),
    "work_score.total": ("合计 {total} 分（满分 {most} 分）", "{total} of {most} points in all"),
    "work_score.rounded": ("合计的取舍方式为{rounding}", "the total is rounded: {rounding}"),
}
