"""Which facts of a case contradict themselves (事实矛盾)."""

TEXTS: dict[str, tuple[str, str]] = {
    "period.not_positive": (
        "期限须为不小于 1 且不大于 {most} 的整数，实际为 {found}",
        "a period must be a whole number from 1 to {most}, found {found}",
    ),
    "period.not_one": (
        "当日只能是 1，实际为 {found}；不是当日的，请改单位",
        "the same day is always 1, found {found}; change the unit where it is another one",
    ),
    "case.wrong_type": (
        "{name} 须为 {wanted}，实际为 {found}",
        "{name} is of the type {wanted}, found {found}",
    ),
    "case.no_number": ("信访件编号不能为空", "a case needs a number"),
    "event.foreign_detail": ("“{event}”不带 {name}", "an event “{event}” has no {name}"),
    "event.missing_detail": ("“{event}”须带 {name}", "an event “{event}” needs {name}"),
    "event.amount_not_positive": (
        "发放奖励的金额须为正数",
        "the amount of an award that was paid must be positive",
    ),
    "event.extension_not_positive": (
        "延长天数须为不小于 1 的整数",
        "an extension is a whole number of at least 1",
    ),
    "case.before_receipt": (
        "{event}（{at}）早于收到（{received}），日期相互矛盾",
        "“{event}” at {at} is before the receipt at {received}: the dates contradict each other",
    ),
    "workflow.illegal": (
        "不能在 {at} 登记{event}：{why}；此处可以衔接：{known}",
        "“{event}” on {at} cannot be recorded: {why}; what could come here: {known}",
    ),
    "workflow.illegal_that_day": (
        "不能在 {at} 登记{event}：{why}；当日另有登记，先后不明，请都写明时刻",
        "“{event}” on {at} cannot be recorded: {why}; the order of that day is not clear, so tell the times of all",
    ),
    "case.not_positive": ("{name} 至少为1，现为 {found}", "{name} is at least 1, not {found}"),
    "case.group_of_one": (
        "标为集体访，而信访人数为 {found}",
        "recorded as a group petition, but the number of people is {found}",
    ),
    "case.more_representatives": (
        "代表人数 {found} 多于信访人数 {people}",
        "{found} representatives are more than the {people} people who petition",
    ),
    "case.negative": ("{name} 不能为负数", "{name} cannot be negative"),
    "case.route_without_appeal": (
        "{case_class}类事项不应有申诉求决的办理途径“{route}”",
        "a matter of the class “{case_class}” has no route of appeals, found “{route}”",
    ),
    "case.outside_as_what": (
        "标为不属信访事项的，须写明属于哪一种情形；可选：{known}",
        "a matter that is recorded as no petition needs to say as what; one of: {known}",
    ),
    "case.outside_and_petition": (
        "写明属“{outside_as}”的，“是否信访事项”须写“否”",
        "what is outside the regulation as “{outside_as}” is recorded with petition = false",
    ),
    "assess.not_a_date": (
        "评估日期须为日期，不能是带时刻的 {found}",
        "the day asked about is a date, found {found}",
    ),
}
