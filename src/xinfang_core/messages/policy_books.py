"""The words of policy workbooks, Chinese first: their sheets and columns, and what is refused."""

TEXTS: dict[str, tuple[str, str]] = {
    # Sheets
    "book.sheet.cover": ("说明", "about"),
    "book.sheet.clauses": ("条款", "clauses"),
    "book.sheet.kind": ("是什么", "what kind"),
    "book.sheet.people": ("由谁办", "who"),
    "book.sheet.limits": ("何时办", "by when"),
    "book.sheet.follow_through": ("后续与评价", "what follows"),
    "book.sheet.papers": ("文书", "papers"),
    "book.sheet.ledger": ("台账", "ledger"),
    "book.sheet.station": ("站点", "stations"),
    "book.sheet.workflow": ("流程", "workflow"),
    "book.sheet.own_kind": ("自定类别", "own kinds"),
    "book.sheet.own_event": ("自定环节", "own steps"),
    "book.sheet.own_limit": ("自定期限", "own limits"),
    "book.sheet.own_ladder": ("自定阶梯", "own ladders"),
    "book.sheet.own_measure": ("自定指标", "own rates"),
    "book.sheet.own_score": ("自定评分", "own scores"),
    "book.sheet.own_payment": ("自定奖补", "own payments"),
    "book.sheet.own_series": ("自定周期事项", "own recurring duties"),
    "book.sheet.readings": ("变体确认", "variants as a whole"),
    "book.sheet.variants": ("变体", "variants"),
    "book.sheet.lists": ("选项", "lists"),
    # Columns
    "book.column.path": ("路径（勿改）", "path (do not change)"),
    "book.column.variant": ("变体", "variant"),
    "book.column.rule": ("规则", "rule"),
    "book.column.parameter": ("参数", "parameter"),
    "book.column.place": ("适用", "applies to"),
    "book.column.value": ("取值", "value"),
    "book.column.unit": ("单位", "unit"),
    "book.column.clause": ("条款", "clause"),
    "book.column.phrase": ("原文短语", "phrase"),
    "book.column.misprint": ("原文误植", "misprint"),
    "book.column.basis": ("依据", "basis"),
    "book.column.note": ("说明", "note"),
    "book.clause.id": ("条款编号", "id"),
    "book.clause.locator": ("位置", "locator"),
    "book.clause.text": ("转述", "restatement"),
    "book.clause.encoded_by": ("落实", "carried out by"),
    "book.clause.set_aside": ("搁置理由", "set aside because"),
    "book.clause.source": ("另一来源", "other source"),
    "book.clause.since": ("施行日", "since"),
    "book.reading.name": ("变体键名", "key"),
    "book.reading.title": ("名称", "title"),
    "book.reading.reading_of": ("所理解的词", "reading of"),
    "book.reading.confirmed": ("本版本仍然有效", "still holds in this edition"),
    "book.list.limit": ("期限", "limits"),
    "book.list.measure": ("指标", "rates"),
    # The cover
    "book.cover.form": ("工作簿格式", "form"),
    "book.cover.title": ("办法", "policy"),
    "book.cover.notice": ("本版本所依通知", "made by"),
    "book.cover.no_notice": ("没有写明", "not told"),
    "book.cover.label": ("版本", "edition"),
    "book.cover.digest": ("版本摘要", "digest"),
    "book.cover.effective": ("施行日", "in force from"),
    "book.cover.undated": ("来源未署日期", "undated"),
    "book.cover.heading": ("办法工作簿：{title}", "policy workbook: {title}"),
    "book.cover.what": (
        "这是什么\n一个办法版本的全部取值，一类规则一张表。办法文件（TOML）仍是唯一的来源，本工作簿只供修改和核对。",
        "What this is\nEvery value of one edition of a policy, one sheet for each group of rules. The TOML file stays the source.",
    ),
    "book.cover.which": (
        "哪些可以改\n浅黄色的单元格可以改，白色、灰色的不能改。有下拉列表的从列表中选。每行开头的路径用来认出是哪一项，请勿改动。表已保护，没有密码。请勿合并、隐藏、增删行列，也不要用公式。",
        "What may be changed\nThe yellow cells; lists are to be chosen from. Do not change paths, merge, hide, add or remove rows or columns, and use no formulas.",
    ),
    "book.cover.how": (
        "怎样改\n一、先在“条款”表末尾的空行登记新通知的条款，施行日自动取本版本的施行日。\n二、到相应的表改取值，并在同一行把条款改成新条款的编号，抄录原文短语，选依据。短语是原文中带这个数的几个字，不超过 20 字；依据为“原文载明”的，短语中必须有这个数。依据为“解释”“推定”的，须写说明。\n三、没有这个数的选“无”，原文没有写的选“原文未载明”。\n四、变体沿用旧值的，在“变体”表改；核对后仍然有效的，在“变体确认”表选“是”。",
        "How to change\nFirst add the clauses of the notice on the last empty rows of the sheet of clauses. Then change values, and in the same row the clause, the phrase and the basis.",
    ),
    "book.cover.back": (
        "怎样交回\n保存为 .xlsx，请技术人员运行：xinfang policy import 本文件 --into 办法所在的文件夹。有错的逐格列出，一处有错就什么也不写；没有改动的也什么都不写。导出以后办法文件若被别人改过，摘要不同，不予导入，请重新导出。",
        "How to bring it back\nSave as .xlsx and run: xinfang policy import BOOK --into FOLDER. Every fault is listed with its cell, and nothing is written with faults.",
    ),
    "book.choose": ("请从下拉列表中选。", "Please choose from the list."),
    "book.page": ("第 &P 页，共 &N 页", "page &P of &N"),
    # What is refused
    "book.no_cover": (
        "不是办法工作簿：没有“说明”表，或者表上的工作簿格式不是 {form}；请用 xinfang policy export 导出",
        "this is no policy workbook: its cover does not say {form}; make one with xinfang policy export",
    ),
    "book.other_edition": (
        "工作簿是 {found} 的，文件夹里没有这个版本，有：{known}",
        "the workbook is of {found}, which is not among the editions there: {known}",
    ),
    "book.other_digest": (
        "导出以后 {label} 的文件已被改过（现为 {now}，导出时为 {found}）；请重新导出，再把改动填一遍",
        "the file of {label} was changed after the export (now {now}, then {found}); export it again and repeat the changes",
    ),
    "book.not_xlsx": (
        "工作簿的文件名要以 .xlsx 结尾，现为 {found}",
        "the name of a workbook ends in .xlsx, found {found}",
    ),
    "book.no_edition": (
        "那一天没有施行中的版本：{why}",
        "no edition is in force on that day: {why}",
    ),
    "book.too_long": (
        "文字超过 {most} 字，单元格放不下；请先在办法文件中缩短",
        "the text has more than {most} characters, which no cell takes; shorten it in the policy file first",
    ),
    "book.unknown_sheet": (
        "不认识的工作表“{found}”：改过名的请改回原名，自己加的请删去；办法的表有：{known}",
        "unknown sheet “{found}”; remove it or give it its name back: {known}",
    ),
    "book.no_sheet": (
        "缺少工作表“{wanted}”：改了名的请改回，删去了的请重新导出",
        "the sheet “{wanted}” is missing; give it its name back, or export the workbook again",
    ),
    "book.merged": (
        "有合并单元格，请取消合并",
        "there are merged cells; unmerge them",
    ),
    "book.unknown_column": (
        "不认识的列名“{found}”，请删去这一列或者改回原名：{known}",
        "unknown column “{found}”; remove it or give it its name back: {known}",
    ),
    "book.column_twice": (
        "列名“{found}”有两列，请删去一列",
        "there are two columns “{found}”; remove one",
    ),
    "book.no_column": (
        "第一行缺少列名“{wanted}”，请改回",
        "the first row lacks the column “{wanted}”; put it back",
    ),
    "book.outside": (
        "所在的列没有列名，请清空",
        "the column has no name; clear the cell",
    ),
    "book.unknown_row": (
        "没有路径为“{found}”的取值，请改回原来的路径；工作簿不能增加取值",
        "no value has the path “{found}”; put it back, for a workbook cannot add values",
    ),
    "book.row_twice": (
        "“{found}”有两行，请删去一行",
        "“{found}” has two rows; remove one",
    ),
    "book.no_row": (
        "缺少“{wanted}”这一行，请重新导出；工作簿不能删去取值和条款",
        "the row of “{wanted}” is missing; export again, for a workbook cannot remove values or clauses",
    ),
    "book.hidden": (
        "隐藏的行里有改动，请取消隐藏或者筛选，核对后再导入",
        "a hidden row has changes; show it, check it and import again",
    ),
    "book.fixed": (
        "这一格不能改，请改回“{was}”",
        "this cell is not to be changed; put back “{was}”",
    ),
    "book.formula": (
        "是公式，请改为直接填写的值",
        "this is a formula; write the value itself",
    ),
    "book.error": (
        "单元格显示错误 {found}，请改为直接填写的值",
        "the cell shows the error {found}; write the value itself",
    ),
    "book.became_date": (
        "表格软件把所填的变成了日期 {found}；请把这一格设为文本格式，再重新填写",
        "the spreadsheet made the day {found} of what was typed; format the cell as text and type it again",
    ),
    "book.not_integer": (
        "应为整数（不小于 0），或者“无”“原文未载明”，现为 {found}",
        "a whole number is wanted, or 无 or 原文未载明, found {found}",
    ),
    "book.not_decimal": (
        "应为数（不小于 0，小数不超过 6 位），或者“无”“原文未载明”，现为 {found}",
        "a number is wanted, or 无 or 原文未载明, found {found}",
    ),
    "book.not_date": (
        "应为日期，如 2027-03-01，现为 {found}",
        "a day such as 2027-03-01 is wanted, found {found}",
    ),
    "book.not_text": ("应为文字，现为 {found}", "text is wanted, found {found}"),
    "book.unknown_choice": (
        "没有“{found}”这个选项，请从下拉列表中选：{known}",
        "“{found}” is no choice; choose from the list: {known}",
    ),
    "book.unknown_choice_near": (
        "没有“{found}”这个选项，是否指“{nearest}”？请从下拉列表中选：{known}",
        "“{found}” is no choice, did you mean “{nearest}”? Choose from the list: {known}",
    ),
    "book.emptied": (
        "这一格不能空着；原文没有写的，取值选“原文未载明”",
        "this cell cannot be empty; where the source does not say, choose 原文未载明",
    ),
    "book.not_taken": (
        "清空不了：整表或者整条规则另有写明；请填写要改成的内容",
        "this cannot be cleared, for the whole table or rule says it; write what it is to be",
    ),
    "book.clause_lacks": (
        "新条款缺少“{name}”，请填写",
        "the new clause lacks “{name}”",
    ),
    "book.idle_clause": (
        "没有一项取值引用新条款 {clause}；请在改动的取值那一行选这一条款，不落实的写搁置理由",
        "no value cites the new clause {clause}; cite it in the row that it changes, or say why it is set aside",
    ),
    # What was done
    "book.same": (
        "工作簿与 {label} 一致，没有改动，什么也没有写",
        "the workbook says what {label} says: nothing was written",
    ),
    "book.told_title": (
        "变体 {name} 的名称：{before} → {after}",
        "title of the variant {name}: {before} → {after}",
    ),
}
"""Code to Chinese and English template."""
