"""What is wrong with an input, and what is wanted instead (输入错误)."""

TEXTS: dict[str, tuple[str, str]] = {
    "fault.more": ("……另有 {count} 处问题未列出", "… and {count} more"),
    # Kinds of errors
    "error.invalid_fact": ("事实自相矛盾", "facts that contradict each other"),
    "error.misuse": ("用法有误", "an argument without meaning"),
    "error.policy_data": ("办法或者通知文件有误", "a policy or notice file that cannot be taken"),
    "error.record": ("记录有误", "a record that cannot be read"),
    "error.service": ("服务未能答复", "the service gives no answer"),
    "error.unknown_name": ("没有这个名称", "a name that does not exist"),
    "problem.unknown": (
        "“{found}”不是本库的错误类型",
        "“{found}” is no kind of error of ours",
    ),
    "problem.not_ours": (
        "不是本库写出的错误：须有 code、facts 和中英文的 text",
        "not as this library writes a fault: it has code, facts, and text in both languages",
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
    "value.control_character": (
        "不能含有换行等控制字符，实际为 {found}",
        "no control characters such as line feeds are allowed, found {found}",
    ),
    "value.rounded_number": (
        "“{found}”是电子表格按科学记数写出的数，后面的数字已经丢失：请从原系统重新导出，导入时将该列设为文本",
        "“{found}” is what a spreadsheet left of a long number, its last digits are lost: export again and import the column as text",
    ),
    "value.date_form": (
        "日期写作 {wanted}，不加引号；实际为 {found}",
        "the date is written {wanted}, without quotes; found {found}",
    ),
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
    "note.missing_silent": (
        "写 silent（原文未载明）的，须有 note，写明请谁确认",
        "silent needs a note that says whom to ask",
    ),
    "value.one_only": (
        "这里只能写一个，不能写清单：{found}",
        "one value stands here, not a list: {found}",
    ),
    "declared.key": (
        "“{found}”不能作编号：用小写英文字母开头，其后为小写字母、数字和下划线",
        "“{found}” is no key: a small letter, then small letters, digits and underscores",
    ),
    "declared.shipped": (
        "“{found}”已是本库的名称，请另取一个编号",
        "“{found}” is a name of ours; choose another key",
    ),
    "declared.twice": (
        "“{found}”已用于 {other}，同一办法内编号不能重复",
        "“{found}” is taken by {other}; a key stands once in a policy",
    ),
    "declared.known_kind": (
        "{key} 是已有的类别“{wanted}”，名称须一致；另有含义的，请另取编号",
        "{key} is the known kind “{wanted}” and keeps its name; for another meaning choose another key",
    ),
    "limit.laxer": (
        "“{name}”宽于国家规定（{policy} {rule}）：自 {day} 起算的届满更晚，国家规定没有留给地方另定",
        "“{name}” is laxer than the national text ({policy} {rule}): counted from {day} it ends later, and the text does not leave it to localities",
    ),
    "declared.same_title": (
        "名称“{found}”用了两次，无法区分；请各写各的名称",
        "the name “{found}” stands twice; what is not the same needs names of its own",
    ),
    "declared.shipped_title": (
        "“{found}”已是本库的名称：直接用本库的，或者换一个名称",
        "“{found}” is a name of ours: use ours, or another name",
    ),
    "limit.ended_by_its_own": (
        "“{event}”是这项期限的起算或者完成环节，不能又是不再计算的环节",
        "“{event}” starts or meets the limit, and cannot end it as well",
    ),
    "limit.by_alone": (
        "变体改了期限的依据（by），须连同 limit 的各行一起写",
        "a variant that changes what the limit depends on has to give its cells too",
    ),
    "workflow.circle": (
        "环节绕圈：{steps}，每一步都要等另一步，永远走不到",
        "the steps go round: {steps}, each waits for another and none ever comes",
    ),
    "limit.step_not_in_workflow": (
        "办理流程里没有“{event}”：列入 [workflow]，或者改用流程里的环节",
        "no workflow knows “{event}”: list it in [workflow], or use a step that is there",
    ),
    "ladder.absent_limit": (
        "本办法和国家规定都没有“{found}”这一项期限，阶梯不会动",
        "neither the policy nor the national text has the limit “{found}”, so nothing moves the ladder",
    ),
    "limit.met_by_its_start": (
        "期限自“{event}”起算，又以“{event}”完成，永远不会逾期",
        "the limit counts from “{event}” and is met by it, so it never runs",
    ),
    "value.none_of_a_choice": (
        "此项须从清单中选一个，不能写 none；原文未载明的写 silent",
        "one of a list has to be chosen here, so none has no meaning; write silent where the source does not say",
    ),
    "key.unknown": (
        "没有“{found}”这一项，可用：{known}",
        "there is no key “{found}”; known are: {known}",
    ),
    "key.unknown_near": (
        "没有“{found}”这一项，是否为“{nearest}”？",
        "there is no key “{found}”, did you mean “{nearest}”?",
    ),
    "name.chinese": ("“{found}”写作 {wanted}", "“{found}” is written {wanted}"),
    "name.not_english": (
        "没有叫“{found}”的键，键名用英文，规则有哪些见查阅栏的“规则”；自取的变体名称用中文的，须加英文双引号",
        "no key is called “{found}”; keys are English, and a variant that is named in Chinese stands in double quotes",
    ),
    "key.missing": ("缺少“{name}”", "“{name}” is missing"),
    "unit.other_measure": (
        "单位应为 {wanted}，实际为 {found}",
        "the unit is {wanted} here, found {found}",
    ),
    "unit.other_than_limit": (
        "延长与原期限须为同一单位：{found}，原期限为{wanted}",
        "an extension has the unit of its limit: {found}, the limit is {wanted}",
    ),
    "score.other_scheme": (
        "“{measure}”的短语“{phrase}”是逐点加减分，{scheme}表达不了；请写成自定评分 [score.编号]，不要折算",
        "the phrase “{phrase}” of “{measure}” takes points off or on step by step, which “{scheme}” cannot express; declare a [score.KEY] of your own, do not convert it",
    ),
    "unit.of_the_clock": (
        "此项时限按日计，不能用单位 {found}；按小时、分钟的，另写成 [limit.…]",
        "this limit is counted in days and takes no {found}; write one in hours or minutes as [limit.…]",
    ),
    "value.not_office_hours": (
        "办公时间应写成 09:00-12:00 14:00-18:00，实际为 {found}",
        "office hours are written 09:00-12:00 14:00-18:00, found {found}",
    ),
    "hours.no_office_hours": (
        "按工作小时计的时限须写明办公时间 office_hours，如 09:00-12:00 14:00-18:00",
        "a limit in working hours needs its office_hours, such as 09:00-12:00 14:00-18:00",
    ),
    "hours.needless_office_hours": (
        "只有按工作小时计的时限才用办公时间，请删去 office_hours，或者把单位改为 working_hour",
        "only a limit in working hours has office_hours: remove it, or change the unit to working_hour",
    ),
    "hours.extension": (
        "按小时、分钟计的时限不能延期；请删去延期的取值，或者写为 none",
        "a limit in hours or minutes has no extension: remove it, or write none",
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
    "misprint.stated": (
        "原文误植“{found}”、校正过的，依据须为 interpreted 解释",
        "a repaired misprint (“{found}”) is not stated but interpreted",
    ),
    "misprint.not_repaired": (
        "短语“{phrase}”须写校正之后的字，“{found}”只写在 misprint",
        "the phrase “{phrase}” is written as repaired; what is printed, “{found}”, stands in misprint alone",
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
    "phrase.other_number": (
        "短语“{phrase}”中的数不是 {number}；这个数从何而来，在说明（note）里写出它",
        "the phrase “{phrase}” has other numbers than {number}; the note says where that comes from, naming it",
    ),
    "phrase.other_unit": (
        "单位与短语“{phrase}”不符：{value}；写明“工作日”的用 working_day，写“日”“天”的用 calendar_day，写“月”的用 month，写“当日”“不隔夜”的用 same_day，写“小时”“分钟”的用 hour、minute，写“工作小时”的用 working_hour",
        "the phrase “{phrase}” contradicts {value}: working_day is stated exactly where it says 工作日, working_hour where it says 工作小时",
    ),
    "table.duplicate": (
        "表中“{terms}”（{key}）出现两次，例如：{sample}的情形有两个取值",
        "the table has “{terms}” ({key}) twice: of {sample}, say, two values are told",
    ),
    "table.outside": (
        "表中有“{terms}”（{key}），而 over 未列入",
        "the table has “{terms}” ({key}), which over does not declare",
    ),
    "bands.not_ascending": (
        "分档起点须递增，{found} 不大于前一档的 {other}，例如：数为 {other} 的同时落在两档",
        "bands ascend, and {found} is not above the {other} before it: {other}, say, is in both",
    ),
    "bands.first_not_zero": (
        "第一档须自 0 起，例如：数为 0 的没有取值",
        "the first band starts at 0: of 0, say, nothing is told",
    ),
    "ladder.twice": ("“{found}”列了两次", "“{found}” is listed twice"),
    "ladder.unknown_limit": (
        "没有名为“{found}”的期限，可用：{known}",
        "there is no limit “{found}”; known are: {known}",
    ),
    "ladder.unknown_limit_near": (
        "没有名为“{found}”的期限，是否为“{nearest}”？",
        "there is no limit “{found}”, did you mean “{nearest}”?",
    ),
    "ladder.unknown_step": (
        "“{found}”不在本办法所列之中（{known}）",
        "“{found}” is no step of this policy ({known})",
    ),
    "payment.no_amount": (
        "须写明 amount、at_least、at_most 之一",
        "give amount, at_least or at_most",
    ),
    "payment.bounds_crossed": (
        "下限 {least} 元高于上限 {most} 元",
        "the floor of {least} yuan lies above the cap of {most}",
    ),
    "value.zero": ("须从 1 起", "0 has no meaning here; from 1 on"),
    "own_ladder.no_steps": (
        "阶梯须列出各级，不能是 silent、none",
        "a ladder lists its steps by name, not silent and not none",
    ),
    "own_ladder.not_reached": (
        "未写明何时采取“{step}”：用 left、overdue、times、rated 之一写明，原文未载明的写 silent",
        "nothing says when “{step}” is reached: give left, overdue, times or rated, silent where the source does not say",
    ),
    "own_ladder.needs": (
        "须同时写明 {name}",
        "{name} has to be given as well",
    ),
    "own_ladder.out_of_order": (
        "高一级早于低一级达到，次序有误",
        "a higher step is reached before a lower one, out of order",
    ),
    "ladder.out_of_order": (
        "“{found}”排在更高一级之后，次序有误",
        "“{found}” comes after a later step, out of order",
    ),
    "value.negative": ("不能为负数，实际为 {found}", "a number below 0 is not allowed: {found}"),
    "table.gap": (
        "表中缺少“{terms}”（{key}），例如：{sample}的情形没有取值",
        "the table lacks “{terms}” ({key}): of {sample}, say, nothing is told",
    ),
    "receipt.key_short": (
        "密钥至少 {least} 个字节，实际 {found} 个：短的猜得出来",
        "a key has at least {least} bytes, found {found}: a shorter one can be guessed",
    ),
    "receipt.key_length": (
        "密钥须为 {least} 至 {most} 个字节，实际 {found} 个",
        "a key has {least} to {most} bytes, found {found}",
    ),
    "receipt.other_key": (
        "这份回执是用另一个密钥写的，请给出写它的密钥（--key-file）",
        "this receipt was written with another key; give the one that wrote it (--key-file)",
    ),
    "receipt.no_such": (
        "这里有 {found} 份，须正好一份",
        "there are {found} here, exactly one is wanted",
    ),
    "receipt.not_ours": ("不是本库写出的回执", "not a receipt as this library writes it"),
    "receipt.version": (
        "不认识第 {found} 版的回执，请用写出它的版本或者更新的版本",
        "receipts of version {found} are not known; use the version that wrote it or a later one",
    ),
    "request.broken_byte": (
        "此处的字节 {byte} 不是 UTF-8：请求须为 UTF-8",
        "the byte {byte} here is no UTF-8, in which requests are written",
    ),
    "request.no_policy": (
        "没有写明 policy，也没有缺省的办法",
        "no policy is named, and there is no default one",
    ),
    "request.not_in_force": (
        "{policy}：该日本办法还没有施行，最早的版本自 {first} 起",
        "{policy}: the policy was not in force on that day; its first edition is of {first}",
    ),
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
    "policy.folder_of_folders": (
        "文件夹中没有 .toml 办法文件，而有文件夹 {folders}；请写明是哪一个",
        "the folder holds no policy file (.toml) but the folders {folders}; name one of them",
    ),
    "policy.not_utf8": (
        "办法文件须为 UTF-8 编码，第 {byte} 字节处不是",
        "a policy file is UTF-8; byte {byte} is not",
    ),
    "policy.misnamed": (
        "文件名为 {found}，而施行日为 {wanted}，两者须一致",
        "the file is named {found} but takes force on {wanted}",
    ),
    "transition.keeps": (
        '在办事项沿用旧办法的，没有改用之日；删去 switch_on，或者写 open_cases = "switch"',
        "open cases keep the older edition, so they switch on no day: drop it, or write open_cases = “switch”",
    ),
    "transition.undated": (
        "未署日期的版本自始适用，没有可以改用的旧办法；请写 keep，或者写明施行日 effective",
        "an undated edition has applied from the beginning, so nothing switches to it: write keep, or let effective be a day",
    ),
    "transition.too_early": (
        "改用之日不能早于施行日 {day}",
        "open cases cannot switch before the first day in force, {day}",
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
    "file.missing": ("没有这个文件或者文件夹", "there is no such file or folder"),
    "file.is_folder": ("这是文件夹，须为文件", "this is a folder, a file is wanted"),
    "file.no_permission": ("没有读写权限", "there is no permission to read or write"),
    "file.unreadable": ("无法读取文件：{why}", "the file cannot be read: {why}"),
    # Files of records
    "file.empty": ("文件是空的", "the file is empty"),
    "file.too_large": (
        "文件超过 {most} 字节，请拆分",
        "the file has more than {most} bytes; split it",
    ),
    "file.line_too_long": (
        "这一行超过 {most} 字节，不像登记表的一行",
        "the line has more than {most} bytes, unlike a record",
    ),
    "file.binary": ("不是文本文件（含空字节）", "not a text file (it holds zero bytes)"),
    "file.spreadsheet": (
        "这是 Excel 工作簿，请另存为“CSV UTF-8（逗号分隔）”",
        "this is a spreadsheet; save it as CSV UTF-8 (comma separated)",
    ),
    "file.utf16": (
        "编码为 UTF-16，请另存为 UTF-8 或者 GB18030",
        "the encoding is UTF-16; save it as UTF-8 or GB18030",
    ),
    "file.broken_byte": (
        "此处的字节 {byte} 不是 UTF-8，其余是：多半是传送或者截断时损坏的，请更正或者重新导出",
        "the byte {byte} here is no UTF-8, although the rest is: probably damaged or cut on the way; correct it or export again",
    ),
    "file.changed": (
        "文件在读的过程中被改动：请等写完再评估",
        "the file was changed while it was read: wait until it is written",
    ),
    "file.unknown_encoding": (
        "编码不是 UTF-8，也不是 GB18030（字节 {byte}），请另存为 UTF-8",
        "the encoding is neither UTF-8 nor GB18030 (byte {byte}); save it as UTF-8",
    ),
    "header.twice": (
        "列名“{found}”出现两次（首次在第 {first} 列）",
        "the header “{found}” is given twice (first in column {first})",
    ),
    "header.empty": ("列名为空", "the header of this column is empty"),
    "header.delimiter": (
        "只有一列，列名中有“{found}”；各列须以英文逗号分隔",
        "there is one column only, with “{found}” in its name; columns are separated by commas",
    ),
    "header.title": (
        "这一行像是标题，列名像是在第 {line} 行，请用 --header-row {line} 指明",
        "this looks like a title and line {line} like the header; say so with --header-row {line}",
    ),
    "header.none": (
        "这一行像是一条记录，不是列名；登记表须有一行列名，如 信访件编号,收到日期,受理日期",
        "this looks like a record; a register needs a row of column names such as case_no,received_at,accepted_at",
    ),
    "header.no_such_row": (
        "第 {line} 行没有列名：没有这一行，或者是空行",
        "no header stands on line {line}: there is no such line, or it is empty",
    ),
    "row.other_length": (
        "这一行有 {found} 格，表头有 {wanted} 格",
        "the row has {found} cells, the header {wanted}",
    ),
    "row.bad_quotes": ("引号不成对", "the quotes do not match"),
    "row.cell_too_long": (
        "有一格超过 {most} 字，可能是引号不成对",
        "a cell has more than {most} characters; perhaps the quotes do not match",
    ),
    "json.bad_form": ("不是合法的 JSON", "this is not JSON"),
    "json.too_deep": ("JSON 嵌套过深", "the JSON is nested too deeply"),
    "json.long_number": (
        "这个数有 {found} 位，不是登记表中的数",
        "a number of {found} digits is none of a register",
    ),
    "json.key_twice": ("键“{found}”出现两次", "the key “{found}” is given twice"),
    "json.not_a_number": ("{found} 不是数", "{found} is not a number"),
    "json.no_list_near": (
        "{at} 处没有记录的列表；{nearest} 处有，请用 --records-at {nearest}",
        "there is no list of records under {at}; there is one under {nearest}: give --records-at {nearest}",
    ),
    "json.no_list": (
        "须为记录的列表，或者含有 {at} 列表的对象",
        "a list of records is wanted, or an object with a list under {at}",
    ),
    "json.not_object": ("每条记录须为对象，实际为 {found}", "a record is an object, found {found}"),
    "columns.missing": (
        "列对应文件须有 [columns] 一节，且只有这一节",
        "a column map has a section [columns] and nothing else",
    ),
    "options.only_json": (
        "{option} 只用于 .json 文件",
        "{option} is for .json files only",
    ),
    "options.only_table": (
        "{option} 只用于 CSV 文件",
        "{option} is for CSV files only",
    ),
    "columns.bad_form": (
        "须写成 字段=列名，实际为 {found}",
        "FIELD=COLUMN is wanted, found {found}",
    ),
    "columns.unknown_field": (
        "没有字段“{found}”，可用：{known}",
        "there is no field “{found}”; known are: {known}",
    ),
    "columns.unknown_field_near": (
        "没有字段“{found}”，是否为“{nearest}”？",
        "there is no field “{found}”, did you mean “{nearest}”?",
    ),
    "columns.not_there": (
        "文件中没有列“{found}”，现有：{known}",
        "the file has no column “{found}”; it has: {known}",
    ),
    "columns.not_there_near": (
        "文件中没有列“{found}”，是否为“{nearest}”？",
        "the file has no column “{found}”, did you mean “{nearest}”?",
    ),
    "columns.same_field": (
        "列“{found}”与列“{other}”是同一字段",
        "the columns “{found}” and “{other}” are the same field",
    ),
    "columns.no_case_no": (
        "缺少列“信访件编号”（case_no），文件的列：{columns}；请指明哪一列是什么，如 {line}",
        "the column case_no (信访件编号) is missing; the file has: {columns}; say which is which, as in {line}",
    ),
    "columns.slip": (
        "不认识的列“{found}”，是否为“{nearest}”？不是的加 --ignore-column {quoted}",
        "unknown column “{found}”, did you mean “{nearest}”? If not, add --ignore-column {quoted}",
    ),
    "columns.beside": (
        "列“{found}”与列“{other}”都像是“{meant}”；不用前者的加 --ignore-column {quoted}",
        "the columns “{found}” and “{other}” both look like “{meant}”; to leave the former out add --ignore-column {quoted}",
    ),
    "columns.one_of_several": (
        "不止一列像是“{meant}”；用“{found}”的加 --column {name}={quoted}",
        "several columns look like “{meant}”; to read “{found}” add --column {name}={quoted}",
    ),
    "columns.either": (
        "列“{found}”可以是{first}，也可以是{second}；请加 {one} 或者 {other}，都不是的加 --ignore-column {quoted}",
        "the column “{found}” may be {first} or {second}; add {one} or {other}, or --ignore-column {quoted} if it is neither",
    ),
    "columns.ignored_and_read": (
        "列“{found}”既要读（--column）又不读（--ignore-column）",
        "the column “{found}” is to be read (--column) and not to be read (--ignore-column)",
    ),
    "columns.read_as": (
        "按相近的列名读入：{pairs}；不对的用 --column 或者 --ignore-column 指明",
        "read by a near name: {pairs}; if that is wrong, say so with --column or --ignore-column",
    ),
    "columns.days": (
        "各行的时刻都是 00:00，按日期读入（不含时刻）：{columns}",
        "every time is 00:00, so read as days without a time: {columns}",
    ),
    "row.footer": (
        "这一行像是合计、签署或者注释，不是信访件；请删去，或者加 --leave-out-totals",
        "this looks like totals, a signature or a remark and no case; delete it or add --leave-out-totals",
    ),
    "record.left_out": (
        "像是合计、签署或者注释，没有读：第 {lines} 行",
        "left out because they look like totals, signatures or remarks: line {lines}",
    ),
    "record.repeated": (
        "信访件编号“{case_no}”不止一行（第 {rows} 行），各按一件评估",
        "the case number “{case_no}” stands on more than one line ({rows}); each is assessed",
    ),
    "record.repeated_in_list": (
        "信访件编号“{case_no}”不止一条（第 {rows} 条），各按一件评估",
        "the case number “{case_no}” is that of more than one record ({rows}); each is assessed",
    ),
    "record.more_repeated": (
        "另有 {count} 个信访件编号重复",
        "{count} more case numbers are repeated",
    ),
    "record.no_case_no": ("缺少信访件编号", "the case number is missing"),
    "record.parts": ("有“{found}”而无“{wanted}”", "“{found}” is recorded without “{wanted}”"),
    "value.not_truth": (
        "须为 是 或者 否（JSON 中为 true 或者 false），实际为 {found}",
        "yes or no is wanted (true or false in JSON), found {found}",
    ),
    "value.below": ("至少为 {least}，实际为 {found}", "at least {least} is wanted, found {found}"),
    "value.not_within": (
        "须为 0 至 {most} 的整数，实际为 {found}",
        "0 to {most} is wanted, found {found}",
    ),
    "value.not_count": (
        "须为最多 {most} 位的整数，实际为 {found}",
        "a whole number of at most {most} digits is wanted, found {found}",
    ),
    "value.not_yuan": (
        "须为不带单位的金额，最多两位小数（如 12.50，单位为元），实际为 {found}",
        "an amount in yuan without its unit, of at most two decimals such as 12.50, is wanted; found {found}",
    ),
    "moment.not_one": (
        "须为日期或者时刻（如 2025-09-30、2025-09-30T08:05、2025年9月30日），实际为“{found}”",
        "a date or instant such as 2025-09-30 or 2025-09-30T08:05 is wanted, found “{found}”",
    ),
    "moment.impossible": (
        "没有这一天或者这一时刻：“{found}”",
        "there is no such day or time: “{found}”",
    ),
    "moment.ambiguous": (
        "“{found}”日、月的先后不明，请用 --date-format 写明：dmy（日月年）或者 mdy（月日年）",
        "“{found}” may have its day or its month first; say which with --date-format dmy or mdy",
    ),
    "moment.epoch": (
        "“{found}”像是程序的秒数或者毫秒数（即 {meant}），请导出为 {meant} 这样的时刻",
        "“{found}” looks like a program’s seconds or milliseconds ({meant}); export instants such as {meant}",
    ),
    "moment.parts": (
        '{found} 是拆开的年、月、日，请写成一个时刻，如 "2025-09-22T10:05:11"',
        '{found} is an instant in parts; write it as one text such as "2025-09-22T10:05:11"',
    ),
    "moment.serial": (
        "“{found}”像是电子表格的日期序号（可能是 {meant}），请将该列设为日期文本",
        "“{found}” looks like a spreadsheet’s serial number (perhaps {meant}); format the column as dates",
    ),
}
