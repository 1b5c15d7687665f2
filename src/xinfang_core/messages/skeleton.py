"""The questions that lead to the first draft of a policy file, and what stands in the draft."""

TEXTS: dict[str, tuple[str, str]] = {
    # The file
    "skeleton.head": (
        "# {title}\n"
        "# 来源：{source}\n"
        "# 这是一问一答写成的初稿，取值一律写作推定（assumed）。接着做：\n"
        "# 1. [[clause]] 照原文的条款拆开，一条一个：locator 写第几条，text 写自己的转述；不落实的条款写 set_aside 和原因。\n"
        "# 2. 每一项的 clause 改为所在的条款，phrase 摘原文中带数的短语（最多20字）；对上的，basis 改为 stated，删去 note。\n"
        "# 3. 只写“日”的按自然日（calendar_day）写；原文是工作日的，改为 working_day。\n"
        "# 4. 每改一处就核对：xinfang policy validate {file}",
        "# {title}\n"
        "# source: {source}\n"
        "# A first draft made of questions and answers; all values are assumed. What to do next:\n"
        "# 1. One [[clause]] for each clause of the source: locator, text in your own words; set_aside with a reason for what is not carried out.\n"
        "# 2. Of each value: the clause that it rests on, a phrase of at most 20 characters with its number; then basis becomes stated and the note goes.\n"
        "# 3. Plain days are calendar days here; where working days are meant write working_day.\n"
        "# 4. Check after every change: xinfang policy validate {file}",
    ),
    "skeleton.more": (
        "# 原文还写了下面这些的，照文档“写一个办法文件”接着写：\n"
        "# - 限时只是原则上的（force），延长由谁批准（approved_by），按工作小时计的（office_hours）；\n"
        "# - 环节的先后（[workflow]），字词的另一种读法（[variant.…]）；\n"
        "# - 比率、督办的阶梯、评分、奖励、定期的工作。写不了的，在 [[clause]] 里用 set_aside 写明原因。",
        "# What else the source says is written as the guide to policy files tells:\n"
        "# - limits in principle (force), who approves an extension (approved_by), working hours (office_hours);\n"
        "# - the order of steps ([workflow]), another reading of a word ([variant.…]);\n"
        "# - rates, ladders of supervision, scores, awards, recurring duties. What cannot be written is set_aside in its [[clause]], with the reason.",
    ),
    "skeleton.transition": (
        "待补：新旧怎样衔接；暂按自 {day} 起登记的适用",
        "to be filled in: how old and new meet; for now what is registered from {day} on",
    ),
    "skeleton.transition_undated": (
        "待补：来源没有施行日期，暂按一直适用",
        "to be filled in: the source has no first day; for now it always applies",
    ),
    "skeleton.to_do": ("待补", "to be filled in"),
    "skeleton.clause": (
        "待补：照原文逐条转述（{source}）",
        "to be filled in, clause by clause, from {source}",
    ),
    "skeleton.note": (
        "待补：条款位置和短语，核对后改为 stated",
        "to be filled in: clause and phrase; once checked it becomes stated",
    ),
}
