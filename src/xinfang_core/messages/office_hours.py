"""The time of day: the words of office hours and office time (办公时间)."""

TEXTS: dict[str, tuple[str, str]] = {
    # Office hours that cannot be
    "office_hours.no_spans": (
        "须以元组给出至少一段办公时间，实际为 {found}",
        "a tuple of at least one span of office hours is wanted, found {found}",
    ),
    "office_hours.not_a_span": (
        "每段办公时间须为（开始，结束）两个不带时区的时刻，实际为 {found}",
        "a span of office hours is a pair of times without a zone (opens, closes), found {found}",
    ),
    "office_hours.reversed_span": (
        "开始 {opens} 须早于结束 {closes}；只有最后一段可以 00:00 结束，表示 24:00",
        "opens {opens} must be before closes {closes}; only the last span may close at 00:00, meaning 24:00",
    ),
    "office_hours.overlapping": (
        "各段办公时间须依次排列、不得重叠，{opens} 至 {closes} 的一段早于前一段结束",
        "spans of office hours must follow one another; {opens} to {closes} begins before the close of an earlier one",
    ),
    "office_hours.not_a_time": (
        "须为不带时区的时刻，实际为 {found}",
        "a time of day without a zone is wanted, found {found}",
    ),
    "office_hours.cut_off_early": (
        "当日截止时刻 {found} 须晚于开始办公的 {opens}",
        "the cut-off {found} must be later than the opening {opens}",
    ),
    # Moments and lengths
    "office_hours.not_a_moment": (
        "须为时间点（日期加时刻），实际为 {found}",
        "a moment is wanted (date and time of day), found {found}",
    ),
    "office_hours.not_hours": (
        "须为小时或者分钟，实际为 {found}；工作小时用 add_office_time",
        "a period of hours or minutes is wanted, found {found}; for working hours ask add_office_time",
    ),
    "office_hours.out_of_years": (
        "从 {found} 起的计算超出公元1年至9999年",
        "counting from {found} leaves the years 1 to 9999",
    ),
    "office_hours.length": (
        "须为大于零、不超过 {most} 个工作日的工作时间，实际为 {found}",
        "office time must be more than nothing and at most that of {most} working days, found {found}",
    ),
    "office_hours.reversed": (
        "起止颠倒：{begin} 晚于 {end}",
        "the wrong way round: {begin} is later than {end}",
    ),
    "office_hours.outside": (
        "{day} 不在日历范围内（{first} 至 {last}）",
        "{day} lies outside the calendar ({first} to {last})",
    ),
}
