"""The questions that lead to the first draft of a policy file, and what stands in the draft."""

TEXTS: dict[str, tuple[str, str]] = {
    # The file
    "skeleton.head": (
        (
            "# {title}\n"
            "# 来源：{source}\n"
            "# 这是一问一答写成的初稿，取值一律写作推定（assumed）。接着做：\n"
            "# 1. [[clause]] 照原文的条款拆开，一条一个：locator 写第几条，text 写自己的转述；不落实的条款写 set_aside 和原因。\n"
            "# 2. 每一项的 clause 改为所在的条款，phrase 摘原文中带数的短语（最多20字）；对上的，basis 改为 stated，删去 note。\n"
            "# 3. 只写“日”的按自然日（calendar_day）写；原文是工作日的，改为 working_day。\n"
            "# 4. 每改一处就核对：xinfang policy validate {file}"
        ),
        (
            "# {title}\n"
            "# source: {source}\n"
            "# A first draft made of questions and answers; all values are assumed. What to do next:\n"
            "# 1. One [[clause]] for each clause of the source: locator, text in your own words; set_aside with a reason for what is not carried out.\n"
            "# 2. Of each value: the clause that it rests on, a phrase of at most 20 characters with its number; then basis becomes stated and the note goes.\n"
            "# 3. Plain days are calendar days here; where working days are meant write working_day.\n"
            "# 4. Check after every change: xinfang policy validate {file}"
        ),
    ),
    "skeleton.more": (
        (
            "# 原文还写了别的，照文档“写一个办法文件”中“您的文件说的是哪一种？”接着写：\n"
            "# - 办的是热线工单、咨询，不是信访事项的，题头写 outside_as；\n"
            "# - 期限：延长由谁批准（approved_by），按工作小时计的办公时间（office_hours）；\n"
            "# - 环节的先后（[workflow]），字词的另一种读法（[variant.…]），比率、督办、评分、奖励等；\n"
            "# - 写不了的，在 [[clause]] 里用 set_aside 写明原因。"
        ),
        (
            "# What else the source says is written as “which of these does it say?” of the guide to policy files tells:\n"
            "# - hotline tickets and consultations that are no petition matters: outside_as in [policy];\n"
            "# - limits: who approves an extension (approved_by), office hours for working hours (office_hours);\n"
            "# - the order of steps ([workflow]), another reading of a word ([variant.…]), rates, supervision, scores, awards;\n"
            "# - what cannot be written is set_aside in its [[clause]], with the reason."
        ),
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
    # The questions
    "skeleton.ask_id": (
        "办法的编号（小写英文字母开头，如 shili）：",
        "short name of the policy (small letters, such as shili):",
    ),
    "skeleton.ask_title": ("办法的名称：", "official name of the policy:"),
    "skeleton.ask_source": (
        "原文从哪里来（文号、网址或者由谁提供）：",
        "where the text is from (number, address, who gave it):",
    ),
    "skeleton.ask_day": (
        "施行日（如 2026-01-01；原文没有的直接回车）：",
        "first day in force (such as 2026-01-01; empty: the source has none):",
    ),
    "skeleton.ask_kinds": (
        "办法自己的事项类别，排在前面的优先（如 咨询、求助、投诉；没有的直接回车）：",
        "its own kinds of matters, first ones first (A、B; empty: none):",
    ),
    "skeleton.ask_key": (
        "“{name}”的英文编号（直接回车用 {key}）：",
        "key of “{name}” (empty: {key}):",
    ),
    "skeleton.ask_flag": (
        "“{name}”可以由登记的哪项标志认定（写编号；只看登记的类别的，直接回车）：",
        "the flag of a record that makes it “{name}” (a number; empty: none):",
    ),
    "skeleton.ask_steps": (
        "办法自己的环节：下列环节以外的才写名称（如 签收、退回工单；没有的直接回车）：",
        "names of its own steps, beside those listed (A、B; empty: none):",
    ),
    "skeleton.ask_limit": (
        "第 {number} 项期限的名称（如 签收时限；没有了直接回车）：",
        "name of limit {number} (empty: no more):",
    ),
    "skeleton.ask_start": (
        "{name}：从哪一步起算（写编号）：",
        "{name}: counted from which step (a number):",
    ),
    "skeleton.ask_met_by": (
        "{name}：做到哪一步算完成（编号同上）：",
        "{name}: met by which step (a number as above):",
    ),
    "skeleton.ask_owed_by": ("{name}：由谁完成（写编号）：", "{name}: owed by whom (a number):"),
    "skeleton.ask_owed_to": (
        "{name}：对谁负责（编号同上）：",
        "{name}: owed to whom (a number as above):",
    ),
    "skeleton.ask_by": (
        "{name}：长短随什么不同（写编号，几个的用“、”隔开；都一样的直接回车）：",
        "{name}: depends on what (numbers with 、 between; empty: nothing):",
    ),
    "skeleton.ask_period": (
        "{name}：多长（如 5个工作日、15日、1个月、2小时、当日；原文没写的答 不详）：",
        "{name}: how long (5个工作日, 15日, 1个月, 2小时, 当日; not told: 不详):",
    ),
    "skeleton.ask_cell": (
        "{name}（{where}）：多长（如 5个工作日、2小时；不设期限的答 无，原文没写的答 不详）：",
        "{name} ({where}): how long (5个工作日, 2小时; no limit: 无; not told: 不详):",
    ),
    "skeleton.ask_force": (
        "{name}：是否每件都须按期做（写编号；每件都须做的直接回车）：",
        "{name}: does it bind in every case (a number; empty: it does):",
    ),
    "skeleton.ask_extension": (
        "{name}：一次最多可以延长多久（如 7个工作日；不得延长的答 无，可以延长而没写多久的答 不详，原文没提的直接回车）：",
        "{name}: longest extension (7个工作日; none allowed: 无; length not told: 不详; empty: no word on it):",
    ),
    "skeleton.ask_times": (
        "{name}：最多延长几次（原文没写的直接回车）：",
        "{name}: extended how often (empty: not told):",
    ),
    # Answers that are refused
    "skeleton.empty": ("这一项须填写", "an answer is wanted here"),
    "skeleton.absent": (
        "“{found}”在办法文件里表示没有这个值，请用中文名称",
        "“{found}” means in a policy file that there is no value; use the official name",
    ),
    "skeleton.illegible": (
        "有认不出的字，请重新输入",
        "some characters cannot be read; please type it again",
    ),
    "skeleton.bad_id": (
        "“{found}”不能作编号：用小写英文字母开头，其后为小写字母、数字、下划线和连字符",
        "“{found}” is no short name: a small letter, then small letters, digits, - and _",
    ),
    "skeleton.shipped_id": (
        "“{found}”是本库随附的办法，请另取一个编号",
        "“{found}” is a policy of ours; choose another short name",
    ),
    "skeleton.named_twice": (
        "“{found}”已经用过，请另取一个",
        "“{found}” is taken; choose another one",
    ),
    "skeleton.number": (
        "“{found}”是编号，这里要写名称",
        "“{found}” is a number; a name is wanted here",
    ),
    "skeleton.known_step": (
        "“{found}”已有这个环节，不用自定，问到时直接选",
        "there is a step “{found}” already: leave it out and choose it when asked",
    ),
    "skeleton.no_option": (
        "请写 1 至 {most} 的编号，或者照写名称，实际为“{found}”",
        "a number from 1 to {most} or a name is wanted, found “{found}”",
    ),
    "skeleton.too_many": (
        "共有 {found} 种情形，一次最多问 {most} 种；请少选几项，其余写成初稿以后再补",
        "that makes {found} cases, at most {most} are asked; choose fewer, and add the others later",
    ),
    "skeleton.no_period": (
        "“{found}”不是期限，写法如 5个工作日、15日、1个月、2小时、30分钟、当日、次日",
        "“{found}” is no period; write 5个工作日, 15日, 1个月, 2小时, 30分钟, 当日 or 次日",
    ),
    "skeleton.working_hours": (
        "按工作小时计的须写办公时间，这里先答 不详，写成初稿以后再补",
        "working hours need office hours: answer 不详 here, and fill it in later",
    ),
    "skeleton.no_times": (
        "请写次数，如 1 或者 2，实际为“{found}”",
        "a count such as 1 or 2 is wanted, found “{found}”",
    ),
    "skeleton.limit_left_out": (
        "“{name}”因此没有记下，请重新回答，或者跳过这一项",
        "so “{name}” is left out; answer it anew, or go on without it",
    ),
    "skeleton.from_what": (
        "新建版本须写明：--effective 施行日、--notice 文件名称、--output 文件夹；从头写起的用 --from-scratch",
        "a new version needs --effective, --notice and --output; to begin from nothing use --from-scratch",
    ),
    "skeleton.exists": (
        "文件夹里已有 {name}，不覆盖；请换一个施行日或者文件夹",
        "{name} is there already and is not overwritten; choose another day or folder",
    ),
    "skeleton.wrong_thrice": (
        "三次回答都不合要求，已停止，未写入任何文件",
        "three wrong answers; stopped, and no file was written",
    ),
    "skeleton.no_answer": (
        "没有答完，未写入任何文件；还要回答：{question}",
        "the answers end too early, and no file was written; still asked: {question}",
    ),
    "skeleton.left_over": (
        "问题已经问完，多出一行“{found}”；请核对前面是否少答、错行",
        "all is answered, and “{found}” is left over; are the lines before it in place?",
    ),
    "skeleton.written": (
        "已写入 {path}，自定名目 {count} 项，取值都是推定。下一步：照文件开头的说明补上条款和短语，再运行 xinfang policy validate {path}",
        "wrote {path} with {count} declared names, all values assumed. Next: fill in clauses and phrases as its first lines say, then xinfang policy validate {path}",
    ),
}
