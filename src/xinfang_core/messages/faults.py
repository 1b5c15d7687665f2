"""What is wrong with an input, and what is wanted instead."""

TEXTS: dict[str, tuple[str, str]] = {
    "fault.more": ("……另有 {count} 处问题未列出", "… and {count} more"),
    # Periods and facts
    "period.not_positive": (
        "期限须为不小于 1 且不大于 {most} 的整数，实际为 {found}",
        "a period must be a whole number from 1 to {most}, found {found}",
    ),
    "event.foreign_detail": ("“{event}”不带 {name}", "an event “{event}” has no {name}"),
    "event.missing_detail": ("“{event}”须带 {name}", "an event “{event}” needs {name}"),
    "event.extension_not_positive": (
        "延长天数须为不小于 1 的整数",
        "an extension is a whole number of at least 1",
    ),
    "case.before_receipt": (
        "{event}（{at}）早于收到（{received}），日期相互矛盾",
        "“{event}” at {at} is before the receipt at {received}: the dates contradict each other",
    ),
    "case.route_without_appeal": (
        "{case_class}类事项不应有申诉求决的办理途径“{route}”",
        "a matter of the class “{case_class}” has no route of appeals, found “{route}”",
    ),
    "assess.not_a_date": (
        "评估日期须为日期，不能是带时刻的 {found}",
        "the day asked about is a date, found {found}",
    ),
    # Policy files
    "value.not_integer": (
        "须为整数（不加引号），实际为 {found}",
        "a whole number without quotes is wanted, found {found}",
    ),
    "value.not_decimal": (
        "须为不小于 0 的数；小数加引号书写，实际为 {found}",
        "a number of at least 0 is wanted, decimals in quotes; found {found}",
    ),
    "value.not_text": ("须为非空文字，实际为 {found}", "a text is wanted, found {found}"),
    "value.not_date": (
        "须为日期（如 2022-05-01，不加引号），实际为 {found}",
        "a date such as 2022-05-01 without quotes is wanted, found {found}",
    ),
    "value.not_table": ("须为一组“名称 = 值”，实际为 {found}", "a table is wanted, found {found}"),
    "value.not_list": ("须为列表，实际为 {found}", "a list is wanted, found {found}"),
    "value.unknown_term": (
        "“{found}”不是可用的取值，可用：{known}",
        "“{found}” is not a known term; known are: {known}",
    ),
    "value.unknown_term_near": (
        "“{found}”不是可用的取值，是否为“{nearest}”？可用：{known}",
        "“{found}” is not a known term, did you mean “{nearest}”? Known are: {known}",
    ),
    "key.unknown": (
        "没有“{found}”这一项，可用：{known}",
        "there is no key “{found}”; known are: {known}",
    ),
    "key.unknown_near": (
        "没有“{found}”这一项，是否为“{nearest}”？",
        "there is no key “{found}”, did you mean “{nearest}”?",
    ),
    "key.missing": ("缺少“{name}”", "“{name}” is missing"),
    "unit.not_yuan": (
        "金额的单位须为 yuan，实际为 {found}",
        "the unit of an amount is yuan, found {found}",
    ),
    "unit.needless": ("此项没有单位，请删去 {found}", "this value has no unit, found {found}"),
    "citation.missing": ("缺少依据：{names}", "the citation lacks: {names}"),
    "clause.unknown": (
        "条款“{found}”不在 [[clause]] 清单中，清单有：{known}",
        "there is no clause “{found}”; listed are: {known}",
    ),
    "clause.unknown_near": (
        "条款“{found}”不在 [[clause]] 清单中，是否为“{nearest}”？",
        "there is no clause “{found}”, did you mean “{nearest}”?",
    ),
    "clause.duplicate": ("条款编号“{found}”重复", "the clause id “{found}” is used twice"),
    "clause.encoded_or_set_aside": (
        "每一条款须写明由何处落实（encoded_by）或者为何搁置（set_aside），二者取一",
        "a clause names either encoded_by or set_aside, one of the two",
    ),
    "clause.unknown_code": (
        "没有名为“{found}”的规则或者参数，可用：{known}",
        "no rule or parameter is called “{found}”; known are: {known}",
    ),
    "clause.unknown_code_near": (
        "没有名为“{found}”的规则或者参数，是否为“{nearest}”？",
        "no rule or parameter is called “{found}”, did you mean “{nearest}”?",
    ),
    "note.missing": (
        "依据为“{basis}”的须有 note，说明采用何种理解或者应由谁确认",
        "a value whose basis is “{basis}” needs a note",
    ),
    "phrase.missing": (
        "“原文载明”的须引用原文短语（phrase）",
        "a stated value needs the phrase that states it",
    ),
    "phrase.too_long": (
        "短语有 {found} 字，最多 {most} 字：只摘带数字的短语",
        "the phrase has {found} characters, at most {most}",
    ),
    "phrase.without_number": (
        "短语“{phrase}”中没有数字 {number}",
        "the number {number} does not stand in the phrase “{phrase}”",
    ),
    "phrase.other_unit": (
        "单位与短语“{phrase}”不符：{value}；短语写明“工作日”的才能用 working_day",
        "the phrase “{phrase}” contradicts {value}: working_day is stated exactly where it says 工作日",
    ),
    "table.duplicate": ("表中“{key}”出现两次", "the table has “{key}” twice"),
    "table.gap": ("表中缺少“{key}”", "the table lacks “{key}”"),
    "policy.unknown": (
        "没有名为“{found}”的办法，现有：{known}",
        "there is no policy “{found}”; there are: {known}",
    ),
    "policy.unknown_near": (
        "没有名为“{found}”的办法，是否为“{nearest}”？现有：{known}",
        "there is no policy “{found}”, did you mean “{nearest}”? There are: {known}",
    ),
    "variant.unknown": (
        "没有名为“{found}”的变体，现有：{known}",
        "there is no variant “{found}”; there are: {known}",
    ),
    "variant.unknown_near": (
        "没有名为“{found}”的变体，是否为“{nearest}”？现有：{known}",
        "there is no variant “{found}”, did you mean “{nearest}”? There are: {known}",
    ),
    "policy.no_file": ("文件夹中没有 .toml 办法文件", "the folder holds no policy file (.toml)"),
    "policy.not_utf8": (
        "办法文件须为 UTF-8 编码，第 {byte} 字节处不是",
        "a policy file is UTF-8; byte {byte} is not",
    ),
    "policy.misnamed": (
        "文件名为 {found}，而施行日为 {wanted}，两者须一致",
        "the file is named {found} but takes force on {wanted}",
    ),
    "policy.same_day": (
        "与 {other} 同为 {day} 施行，一日只能有一个文件",
        "takes force on {day} like {other}; one file a day",
    ),
    "policy.other_id": (
        "办法编号为 {found}，而 {other} 的不同，同一文件夹只放一个办法",
        "the policy id is {found}, another than that of {other}",
    ),
    "policy.closed_to_localities": (
        "国家规定“{rule}”未授权地方另定",
        "the national rule “{rule}” is not open to localities",
    ),
    "file.unreadable": ("无法读取文件：{why}", "the file cannot be read: {why}"),
}
