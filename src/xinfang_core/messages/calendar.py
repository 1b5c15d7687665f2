"""How days are counted: the words of the calendar and its day table (日历)."""

TEXTS: dict[str, tuple[str, str]] = {
    # Misuse of the calendar
    "calendar.not_a_date": (
        "须为日期（不含时刻），实际为 {found}",
        "a plain date is wanted (no time of day), found {found}",
    ),
    "calendar.count": (
        "计数须为不小于 1 的整数，实际为 {found}",
        "a count must be a whole number of at least 1, found {found}",
    ),
    "calendar.outside": (
        "{day} 或者从它起的计算超出日历范围（{first} 至 {last}）",
        "{day}, or counting from it, lies outside the calendar ({first} to {last})",
    ),
    "calendar.reversed": (
        "起止颠倒：{after} 晚于 {through}",
        "the wrong way round: {after} is later than {through}",
    ),
    "calendar.mixed_periods": (
        "须给出一个或多个单位相同的期限（月可以加自然日），实际为：{found}",
        "one or more periods of the same unit are wanted, or months and calendar days, found: {found}",
    ),
    "calendar.unsettled": (
        "{day} 尚无放假通知可依（已确定至 {settled}），不给出单一答案；请用 last_day、count_days 或者 day",
        "no notice covers {day} yet (settled through {settled}); ask last_day, count_days or day, which answer with bounds",
    ),
    "calendar.unknown_region": (
        "随附的通知中没有地区 {found}，现有：{known}",
        "no notices of region {found} come with the library; there are: {known}",
    ),
    # Suspensions
    "suspension.reversed": (
        "中止的恢复日 {end} 须晚于开始日 {begin}",
        "a suspension must end after it begins: {begin} to {end}",
    ),
    "suspension.overlap": (
        "自 {begin} 起的中止与自 {other} 起的中止重叠",
        "the suspension from {begin} overlaps the one from {other}",
    ),
    "calendar.no_period": (
        "这里须为工作日、自然日、个月或者当日的期限，实际为 {found}；小时用 end_moment",
        "a period of working days, calendar days, months or the same day is wanted, found {found}; for hours ask end_moment",
    ),
    # Notices that are not one history
    "calendar.no_notices": ("至少须有一份放假通知", "at least one notice is wanted"),
    "calendar.first_year": (
        "首份通知的年份须在 {first} 至 {last} 之间，实际为 {year}",
        "the first notice must be for a year from {first} to {last}, found {year}",
    ),
    "calendar.not_consecutive": (
        "各年通知须逐年连续、每年一份，{year} 年的通知不能排在此处",
        "notices must follow year by year, one for each; that for {year} cannot stand here",
    ),
    "calendar.second_notice": (
        "{year} 年已有放假通知；更改它的是调整通知，须注明“调整通知”",
        "there is a notice for {year} already; what changes it is an amendment and must say so",
    ),
    "calendar.overlay_outside": (
        "{year} 年不在日历范围内（{first} 至 {last}）",
        "{year} is outside the calendar ({first} to {last})",
    ),
    "calendar.overlapping": (
        "{day} 已由另一份通知（{number}）安排；更改它的须注明“调整通知”",
        "{day} is arranged by another notice ({number}) already; what changes it must be an amendment",
    ),
    "calendar.amends_nothing": (
        "调整通知须排在 {year} 年的放假通知之后",
        "an amendment must follow the notice for {year}",
    ),
    "calendar.not_in_issue_order": (
        "通知须按印发日期先后排列，{year} 年的这份通知印发日期早于前一份",
        "notices must stand in order of issue; this one for {year} was issued before another above",
    ),
    # Notices that contradict themselves
    "notice.other_year": (
        "{day} 不属于 {year} 年通知的范围（上年12月29日至当年12月31日）",
        "{day} is no day of the notice for {year} (29 December before to 31 December)",
    ),
    "notice.weekday_worked": (
        "{day} 本是工作日，只有调整通知才能再次定为上班",
        "{day} is an ordinary weekday; only an amendment can give it back to work",
    ),
    "notice.worked_in_lieu": (
        "{day} 不能既上班又调休放假",
        "{day} cannot be both worked and off in lieu",
    ),
    "notice.off_and_worked": (
        "{day} 在同一通知中既放假又上班",
        "{day} is both off and worked in one notice",
    ),
    "notice.already_worked": (
        "{day} 本来就上班，不必写明；请核对日期",
        "{day} is worked anyway and need not be named; check the date",
    ),
    "notice.year": (
        "年份须为 {first} 至 {last} 的整数，实际为 {found}",
        "the year must be a whole number from {first} to {last}, found {found}",
    ),
    "notice.region": (
        "地方通知须有地区代码，其他通知不得有；适用范围为{scope}，地区代码为 {found}",
        "a region's notice needs its code and no other has one; scope {scope}, code {found}",
    ),
    "notice.whole_year": (
        "只有地方通知可以注明全年完整，适用范围为{scope}",
        "only a region's notice can be said to tell the whole year; scope {scope}",
    ),
    "notice.day_twice": ("{day} 在同一通知中重复出现", "{day} stands twice in one notice"),
    # What a day is
    "day.weekday": ("工作日", "working day"),
    "day.make_up_day": ("{name}调休上班", "worked for {name}"),
    "day.weekend": ("周末", "weekend"),
    "day.holiday": ("{name}放假", "{name} holiday"),
    "day.in_lieu": ("{name}调休放假", "{name} holiday in lieu"),
    "day.expected_holiday": ("预计{name}放假", "{name} holiday expected"),
    "calendar.changed_day": (
        "{day} 由{before}改为{after}{source}",
        "{day} was {before}, now {after}{source}",
    ),
    "calendar.peer_differs": (
        "已安装的 chinese_calendar 有 {count} 天与随附的放假通知不同（最早的是 {first}），以随附的通知为准",
        "the installed chinese_calendar differs from the notices shipped here on {count} day(s), first on {first}; the notices stand",
    ),
    # A period day by day
    "day_table.weekdays": ("周一 周二 周三 周四 周五 周六 周日", "Mon Tue Wed Thu Fri Sat Sun"),
    "day_table.notice": ("（{notice}）", " ({notice})"),
    "day_table.awaits": (
        "（{year}年放假通知未公布，暂定）",
        " (provisional: no notice for {year} yet)",
    ),
    "day_table.awaits_region": (
        "（地区 {region} {year} 年放假安排未录入齐全，暂定）",
        " (provisional: days of region {region} in {year} not all listed)",
    ),
    "day_table.suspended": (
        "{day} {weekday} 不计：中止计算{reason}{source}",
        "{day} {weekday} not counted: clock suspended{reason}{source}",
    ),
    "day_table.weekday": (
        "{day} {weekday} 计：第{running}个工作日{source}",
        "{day} {weekday} counted: working day {running}{source}",
    ),
    "day_table.make_up_day": (
        "{day} {weekday} 计：第{running}个工作日，{why}{source}",
        "{day} {weekday} counted: working day {running}, {why}{source}",
    ),
    "day_table.not_counted": (
        "{day} {weekday} 不计：{why}{source}",
        "{day} {weekday} not counted: {why}{source}",
    ),
    "day_table.calendar_day": (
        "{day} {weekday} 计：第{running}日",
        "{day} {weekday} counted: day {running}",
    ),
    "day_table.last_rests": (
        "{day} {weekday} 计：第{running}日，末日为{why}，顺延{source}",
        "{day} {weekday} counted: day {running}, the last is a day of rest and rolls over: {why}{source}",
    ),
    "day_table.rolled_over": (
        "{day} {weekday} 顺延：{why}{source}",
        "{day} {weekday} rolled over: {why}{source}",
    ),
    "day_table.rolled_to": (
        "{day} {weekday} 届满：顺延至本日{source}",
        "{day} {weekday} last day: rolled over to it{source}",
    ),
}
