"""The words of ``examples``, Chinese first."""

TEXTS: dict[str, tuple[str, str]] = {
    # Labels
    "example.label.events": ("经过", "events"),
    "example.label.given": ("给定：{name}", "given: {name}"),
    "example.label.want": ("应为：{name}", "wanted: {name}"),
    "example.label.codes": ("应有的理由或问题", "reasons or findings wanted"),
    "example.label.not_codes": ("不应有的理由或问题", "reasons or findings not wanted"),
    "example.label.error": ("应报的错误", "error wanted"),
    "example.label.outcome": ("应得结论", "outcome wanted"),
    "example.label.part": ("应得结论：{part}", "outcome wanted: {part}"),
    "example.label.unit": ("应有单位", "unit wanted"),
    # Faults of tables
    "example.spelling": (
        "列名“{found}”前后有空格，或者有全角字符：请改为“{meant}”",
        "the column “{found}” has blanks around it or signs of full width: write “{meant}”",
    ),
    "example.no_labels": (
        "第二行应为中文列名，这里没有：第一行写机器列名，第二行写中文列名，第三行起一行一例",
        "the second row is to be the Chinese labels: machine names in the first row, labels in the second, then an example a row",
    ),
    "example.none": (
        "只有两行列名，没有算例：第三行起一行一例",
        "there are the two rows of names and no example: one a row, from the third on",
    ),
    "example.no_sheet": (
        "没有一张工作表的第一行有 id（编号）这一列：算例表第一行写机器列名，第二行写中文列名",
        "no sheet has a column id in its first row",
    ),
    "example.too_many": (
        "一张表最多 {most} 例；登记表不是算例，评估登记表用 xinfang assess",
        "a table has at most {most} examples; a register is assessed with xinfang assess",
    ),
    "example.toml": (
        '这里应当只有 [[example]]：一例一个表，列名就是键，如 want.incentive = "money 20"',
        "only tables [[example]] are wanted here: one each, with the columns as keys",
    ),
    "example.unknown_column": (
        "没有 {found} 这一列：可以是事实的列、events、want.结论的列、want.codes、want.not_codes、want.error、given.参数，以及 id、policy、variant、as_of、known_on、allow_assumed、question、clause、source、note",
        "no column {found}: facts, events, want.COLUMN, want.codes, want.not_codes, want.error, given.PARAMETER, or id, policy, variant, as_of, known_on, allow_assumed, question, clause, source, note",
    ),
    "example.unknown_column_near": (
        "没有 {found} 这一列，是不是 {nearest}",
        "no column {found}; did you mean {nearest}",
    ),
    "example.twice": (
        "编号 {key} 与 {place} 的相同：每例一个编号，请改其中一个",
        "the id {key} stands at {place} already: give one of them another id",
    ),
    "example.needed": (
        "缺少 {name}（{label}）：每一行都要填写",
        "{name} ({label}) is missing: every row has to have it",
    ),
    "example.no_policy": (
        "没有写明办法：请填 policy 一列，或者用 --policy，或者把文件放在 checks/办法编号/ 之下",
        "no policy is named: fill in the column policy, use --policy, or put the file below checks/POLICY/",
    ),
    "example.no_clause": (
        "写了应有的结论，就要写明所依的条款（clause）",
        "an answer is wanted: name the clause that it rests on",
    ),
    "example.error_and_more": (
        "应报错的一行没有结论：want.error 之外不要再写 want",
        "a row that is to be refused has no answer: want nothing beside want.error",
    ),
    "example.unknown_code": (
        "没有代码 {found}：代码形如 规则.代码，见评估结果 JSON 的 reasons",
        "no code {found}: codes are those of the reasons in the JSON of an answer",
    ),
    "example.unknown_code_near": (
        "没有代码 {found}，是不是 {nearest}",
        "no code {found}; did you mean {nearest}",
    ),
    "example.no_event": (
        "第 {number} 件看不懂：每件写“日期 事件 键=值”，如 2025-10-03 督办 督办措施=工作提醒函，用 ；隔开",
        "event {number} cannot be read: write DAY KIND KEY=VALUE, with ； between events",
    ),
    "example.event_twice": (
        "第 {number} 件里有一项写了两次",
        "something stands twice in event {number}",
    ),
    "example.no_question": (
        "这个办法没有 {found} 这一问，可用：{known}",
        "the policy answers no question {found}; it answers: {known}",
    ),
    "example.no_question_near": (
        "这个办法没有 {found} 这一问，是不是 {nearest}",
        "the policy answers no question {found}; did you mean {nearest}",
    ),
    "example.given_of_case": (
        "这一行没有写 question，是一件事项：given 的列请空着",
        "without a question the row is a case: leave the columns of given empty",
    ),
    "example.fact_of_question": (
        "这一行写了 question，不是一件事项：事项的列请空着，给定的写在 given 的列",
        "with a question the row is no case: leave its columns empty, and use those of given",
    ),
    "example.want_of_case": (
        "这一行写了 question：应有的结论写在 want.outcome 的列，这一格请空着",
        "with a question the outcome is wanted in the columns of want.outcome: leave this one empty",
    ),
    "example.want_of_question": (
        "这一行没有写 question，是一件事项：应有的结论写在 want.结论的列，这一格请空着",
        "without a question the row is a case: leave this column empty, and use those of its answer",
    ),
    "example.no_parameter": (
        "这一问没有参数 {found}，可用：{known}",
        "the question has no parameter {found}; it has: {known}",
    ),
    "example.no_parameter_near": (
        "这一问没有参数 {found}，是不是 {nearest}",
        "the question has no parameter {found}; did you mean {nearest}",
    ),
    "example.no_part": (
        "没有 {found} 这一部分，可用：{known}",
        "no part {found}; there are: {known}",
    ),
    "example.no_part_near": (
        "没有 {found} 这一部分，是不是 {nearest}",
        "no part {found}; did you mean {nearest}",
    ),
    "example.given_missing": (
        "这一问要给出 {name}：请填 given.{name}；没有的写“空”",
        "the question needs {name}: fill in given.{name}, with 空 where there is nothing",
    ),
    "example.part_missing": ("缺少 {name} 这一部分", "the part {name} is missing"),
    "value.no_pair": ("{found} 应写成 名称=值", "{found}: NAME=VALUE is wanted"),
    "value.no_number": (
        "{found} 不是数，如 12 或者 12.5",
        "{found} is no number such as 12 or 12.5",
    ),
    "value.no_decision": (
        "看不懂 {found}：比率写 19/20（两件不明的写 19/20?2），奖励写元数或者 appraisal，也可写 无、无法确定",
        "{found}: a rate is written 19/20 or 19/20?2, an award as its yuan or appraisal; none and undetermined may stand too",
    ),
    "example.as_given": ("算例给定", "as the example gives it"),
    "example.no_rule": ("办法没有规则 {found}", "the policy has no rule {found}"),
    "example.no_rule_near": (
        "办法没有规则 {found}，是不是 {nearest}",
        "the policy has no rule {found}; did you mean {nearest}",
    ),
    "example.no_value": (
        "{found} 在这里没有取值：写法同 xinfang policy show，如 reply_deadline.limit reply_kind=urgent",
        "nothing stands there of {found}: write it as xinfang policy show does",
    ),
    # Reports
    "check.title": ("算例检验", "Examples"),
    "check.unconfirmed": ("{count} 例未确认", "{count} unconfirmed example(s)"),
    "check.running": ("检验算例", "checking examples"),
    "check.file": ("算例文件", "file"),
    "check.total": ("例数", "examples"),
    "check.all": ("合计", "total"),
    "check.at": ("{file} 第{line}行 {cell}（{key}）", "{file} row {line} {cell} ({key})"),
    "check.at_file": ("{file} {cell}（{key}）", "{file} {cell} ({key})"),
    "check.mismatch": (
        "应为 {wanted}，实为 {got}",
        "wanted {wanted}, got {got}",
    ),
    "check.without": ("没有 {code}", "no {code}"),
    "check.empty": ("（空）", "(empty)"),
    "check.clause": ("条款：{clause}", "clause: {clause}"),
    "check.copies": (
        "已写入 {files}：未确认的各行请逐行核对，改正以后清空“未确认”一列",
        "written to {files}: check every unconfirmed row, and clear its mark once it is right",
    ),
    "check.lost_in_copy": (
        "副本不带这些内容：{parts}；原文件不变",
        "the copy lacks: {parts}; the file itself stays as it is",
    ),
    "workbook.lost.pictures": ("图片", "pictures"),
    "workbook.lost.shapes": ("图形", "shapes"),
    "workbook.lost.charts": ("图表", "charts"),
    "workbook.lost.pivots": ("数据透视表", "pivot tables"),
    "workbook.lost.embedded": ("嵌入的文件", "embedded files"),
    "workbook.lost.controls": ("控件", "controls"),
    "workbook.lost.slicers": ("切片器", "slicers"),
    "check.no_copies": ("没有未确认的行，没有写副本", "no row is unconfirmed: no copy was written"),
    "check.none": (
        "{path} 之下没有算例：算例是 .csv、.toml、.xlsx 文件",
        "no examples below {path}: they are .csv, .toml or .xlsx files",
    ),
    # Coverage
    "touched.finding": ("逐一改动 {policy}", "changing {policy}"),
    "touched.alone_option": ("这一项与 --coverage 同用", "this goes with --coverage"),
    "touched.one_table": (
        "补例分属 {policies} 几个办法，一张 CSV 放不下：请写成 .xlsx，或者一次检验一个办法",
        "the rows belong to {policies}: write them to an .xlsx, or check one policy at a time",
    ),
    "touched.counts": ("覆盖（{policy}）：{counts}", "coverage ({policy}): {counts}"),
    "touched.assumed": (
        "其中推定的取值 {count} 项，有算例核对的 {touched} 项",
        "of {count} assumed values {touched} are checked",
    ),
    "touched.transitions": (
        "流程的先后 {count} 处，有算例核对的 {touched} 处",
        "of {count} steps that follow another one {touched} are checked",
    ),
    "touched.noticed": (
        "逐一改动数、单位、界限和表中各行：{tried} 处改动，算例发觉 {noticed} 处",
        "numbers, units, thresholds and cells changed one by one: {tried} changes, {noticed} noticed",
    ),
    "touched.untouched": (
        "没有算例核对的{kind} {count} 处：",
        "{kind} that no example checks: {count}",
    ),
    "touched.more": ("另有 {count} 处，加 --every 全部列出", "{count} more; --every lists them"),
    "touched.alone": (
        "只有一例核对的共 {count} 处，在 {examples} 例中：删去其中一例，就没有算例核对它所核对的",
        "{count} are checked by one example alone, {examples} in all: to delete one leaves them unchecked",
    ),
    "touched.lost": (
        "不再核对：{item}（原由 {examples} 核对）",
        "no longer checked: {item} (was by {examples})",
    ),
    "touched.item": (
        "{title}{variant} {path}{place}：{value}",
        "{title}{variant} {path}{place}: {value}",
    ),
    "touched.ways": ("（{ways}，没有算例发觉）", " ({ways}: no example notices)"),
    "touched.way.more": ("加一", "one more"),
    "touched.way.less": ("减一", "one less"),
    "touched.way.unit": ("换单位", "another unit"),
    "touched.way.other": ("换成别的", "another name"),
    "touched.way.higher": ("界限提高一", "a higher threshold"),
    "touched.way.lower": ("界限降低一", "a lower threshold"),
    "touched.way.left_out": ("去掉", "left out"),
    "touched.tried": ("试补算例", "finding rows"),
    "touched.no_row": (
        "有 {count} 处没有试出触及的事项，请自己写，或者这个办法里就不会有：{items}",
        "no row was found for {count}: write one, or no case of the policy shows it: {items}",
    ),
    "touched.suggested": (
        "补出 {count} 例，应有的结论空着，写在 {file}",
        "{count} rows were made, what is wanted left empty, in {file}",
    ),
}
"""Code to Chinese and English template."""
