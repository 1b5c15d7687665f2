"""What is wrong with a file of a notice (通知文件), and what to write instead."""

TEXTS: dict[str, tuple[str, str]] = {
    # The file
    "notice_file.too_large": (
        "文件超过 {most} 字节，不像一份放假通知",
        "the file has more than {most} bytes, unlike a notice",
    ),
    "notice_file.not_utf8": (
        "TOML 文件须为 UTF-8 编码，第 {byte} 字节处不是；请另存为 UTF-8",
        "a TOML file is UTF-8; byte {byte} is not, save it as UTF-8",
    ),
    "notice_file.not_writable": (
        "文字不能只有空格，不能有残缺的字符，节日须有名称",
        "a text is not blank and has no half characters, and a holiday has a name",
    ),
    # The head
    "notice_file.year": (
        "年份须为四位数字，如 2026，实际为“{found}”",
        "a year of four digits such as 2026 is wanted, found “{found}”",
    ),
    "notice_file.year_not_tabled": (
        "{year} 年的法定节假日未列入本库（仅有 {first} 至 {last} 年），请改用 TOML 并逐项写明 in_lieu",
        "the statutory days of {year} are not known here (only {first} to {last}); use TOML and write in_lieu for each holiday",
    ),
    "notice_file.not_truth": (
        "须为 true 或者 false，不加引号，实际为 {found}",
        "true or false without quotes is wanted, found {found}",
    ),
    "notice_file.not_yes_no": (
        "须写“是”或者“否”，实际为“{found}”",
        "write 是 (yes) or 否 (no), found “{found}”",
    ),
    "notice_file.region_missing": (
        "地方通知须写明地区代码，如 450000",
        "the notice of a region needs the code of the region, such as 450000",
    ),
    "notice_file.region_needless": (
        "只有地方通知才写地区，此处适用范围为{scope}：请将适用范围写为“地方”（region），或者删去地区",
        "only the notice of a region has a region, and the scope is {scope}: write the scope region (地方), or delete the region",
    ),
    "notice_file.region_code": (
        "地区代码须为六位数字（GB/T 2260），如 450000，实际为“{found}”",
        "the code of a region has six digits (GB/T 2260), such as 450000; found “{found}”",
    ),
    "notice_file.region_name": (
        "只有适用范围为 region（地方）时才写 region_name，请删去",
        "region_name stands with the scope region only; delete it",
    ),
    "notice_file.whole_year": (
        "只有地方通知才注明全年完整，此处适用范围为{scope}，请删去",
        "only a region's notice is said to tell the whole year, and the scope is {scope}; delete it",
    ),
    # Days in TOML
    "notice_file.not_day": (
        '须为不加引号的日期，如 2026-02-15，或者加引号的起止日期，如 "2026-02-15..2026-02-23"，实际为 {found}',
        'a date without quotes such as 2026-02-15 is wanted, or a range in quotes such as "2026-02-15..2026-02-23"; found {found}',
    ),
    "notice_file.no_such_date": ("没有这一天：{found}", "there is no such day: {found}"),
    "notice_file.reversed": (
        "起止颠倒：从 {first} 到 {last}；跨年的请写全年月日",
        "the end is before the start: {first} to {last}; write the year where the range crosses it",
    ),
    "notice_file.range_too_long": (
        "从 {first} 到 {last} 超过 {most} 天，请核对年份和月份",
        "from {first} to {last} are more than {most} days; check year and month",
    ),
    "notice_file.in_lieu_not_off": (
        "调休放假的 {day} 不在 off 之中，请补入 off 或者删去",
        "{day} is in lieu but not among off; add it there or delete it here",
    ),
    "notice_file.no_days": (
        "“{name}”没有写日期；须写明哪几日放假或者上班。不是节日的行请删去，或者在行首加 #",
        "“{name}” has no day; write which days are off or worked. A line that is no holiday is deleted, or begins with #",
    ),
    "notice_file.no_holiday": (
        "没有任何节日；除非是注明全年完整的地方通知，至少须写一个节日",
        "there is no holiday; at least one is wanted, unless a region's year is said to be complete",
    ),
    # Lines of the text
    "notice_file.line_too_long": (
        "这一行超过 {most} 字，请每个节日写一行",
        "the line has more than {most} characters; write one holiday a line",
    ),
    "notice_file.no_colon": (
        "看不懂这一行“{found}”：须写成“名称：内容”，如“元旦：1月1日至3日放假”；无关的行请删去，或者在行首加 #",
        "this line is not understood: “{found}”; write NAME：CONTENT such as 元旦：1月1日至3日放假, delete the line, or begin it with #",
    ),
    "notice_file.header_twice": (
        "“{name}”写了两次（首次在第 {first} 行），请删去其一",
        "“{name}” is written twice (first in line {first}); delete one",
    ),
    "notice_file.header_missing": (
        "缺少“{name}：”这一行，如“{name}：{example}”",
        "the line {name}： is missing; write for example {name}：{example}",
    ),
    "notice_file.header_near": (
        "没有“{found}”这一行，是否为“{nearest}”？若是节日，须写明哪几日放假或者上班",
        "there is no line “{found}”, did you mean “{nearest}”? A holiday says which days are off (放假) or worked (上班)",
    ),
    "notice_file.not_understood": (
        "看不懂“{found}”；请只写日期和“放假”“上班”，如“1月1日至3日放假，1月4日上班”，其余删去",
        "“{found}” is not understood; write dates with 放假 (off) or 上班 (worked) only, such as 1月1日至3日放假，1月4日上班",
    ),
    "notice_file.no_verb": (
        "“{found}”之后须写“放假”或者“上班”；几个日期之间用顿号“、”，起止之间用“至”",
        "after “{found}” write 放假 (off) or 上班 (worked); join dates with 、 and the ends of a range with 至",
    ),
    "notice_file.no_date": (
        "“{found}”之前须写日期，如“1月4日上班”",
        "the date stands before “{found}”, such as 1月4日上班",
    ),
    "notice_file.no_end": (
        "“至”之后须写日期，如“1月1日至3日”",
        "a date must follow 至, such as 1月1日至3日",
    ),
    "notice_file.no_month": (
        "“{found}”没有写月份，请写成几月几日",
        "“{found}” lacks its month; write it such as 1月4日",
    ),
    "notice_file.no_such_day": (
        "{year} 年没有“{found}”这一天，请核对",
        "there is no day “{found}” in {year}; check it",
    ),
    "notice_file.december": (
        "元旦的“{found}”须写明年份，如“2025年12月31日”：通常是上一年",
        "for New Year’s Day “{found}” needs its year, such as 2025年12月31日: it is mostly the year before",
    ),
    "notice_file.weekday": (
        "{day} 是{wanted}，不是{found}，请核对日期和星期",
        "{day} is a {wanted}, not a {found}; check the date and the weekday",
    ),
    "notice_file.count": (
        "写的是 {found} 天，日期却有 {wanted} 天，请核对",
        "{found} day(s) are stated, but the dates are {wanted}; check them",
    ),
    "notice_file.not_among": (
        "“其中”之后的 {day} 不在前面放假的日子里",
        "{day} follows 其中 (of these) but is not among the days off before it",
    ),
    # What is unlikely in a notice
    "plausibility.statutory_worked": (
        "{day} 是法定节假日（{name}），通知没有放假",
        "{day} is a statutory holiday ({name}) and the notice does not give it off",
    ),
    "plausibility.issued": (
        "印发日期 {day} 不在 {year} 年的上一年，历年通知都在上一年印发",
        "issued on {day}, not in the year before {year} as every notice so far",
    ),
    "plausibility.days": (
        "放假的工作日减去上班的周末为 {found} 天，法定节假日为 {wanted} 天，历年通知二者相等",
        "weekdays off less worked weekends make {found} days, statutory days {wanted}; in every notice so far they were equal",
    ),
}
