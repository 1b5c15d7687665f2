"""The words of bulletins and ledgers (通报、台账)."""

TEXTS: dict[str, tuple[str, str]] = {
    # Faults
    "bulletin.ends_before": (
        "止日 {last} 早于起日 {first}：请核对 --from 和 --to",
        "the last day {last} is before the first one {first}: check --from and --to",
    ),
    "bulletin.as_of_before": (
        "评估日 {as_of} 早于本期最后一日 {last}：请把 --as-of 改为 {last} 或者以后的日子，不写的为 {last}",
        "{as_of} is before the last day {last} of the period: name {last} or a later day",
    ),
    "bulletin.too_early": (
        "{first} 以前没有上一期，请把 --from 改为以后的日子",
        "there is no period before {first}: name a later day",
    ),
    "bulletin.by_form": (
        "{found} 应写成 分组=列名，如 town=乡镇；分组可以是 {known}",
        "{found} is to be GROUP=COLUMN, such as town=乡镇; groups are {known}",
    ),
    "bulletin.by_twice": (
        "{found} 写了两次：每种分组只写一列",
        "{found} is there twice: each group has one column",
    ),
    "bulletin.by_column": (
        "登记表没有“{found}”这一列，有的是：{known}",
        "the register has no column “{found}”; it has {known}",
    ),
    "bulletin.ledger_public": (
        "台账逐件列出，不能对公众公布：请去掉 --ledger，或者改用 --audience superior",
        "a ledger lists each case and is not for the public: leave out --ledger or choose --audience superior",
    ),
    "bulletin.counting": ("计数", "counting"),
    # Periods
    "bulletin.period.month": ("{year}年{number}月", "month {number} of {year}"),
    "bulletin.period.quarter_1": ("{year}年第一季度", "first quarter of {year}"),
    "bulletin.period.quarter_2": ("{year}年第二季度", "second quarter of {year}"),
    "bulletin.period.quarter_3": ("{year}年第三季度", "third quarter of {year}"),
    "bulletin.period.quarter_4": ("{year}年第四季度", "fourth quarter of {year}"),
    "bulletin.period.half_1": ("{year}年上半年", "first half of {year}"),
    "bulletin.period.half_2": ("{year}年下半年", "second half of {year}"),
    "bulletin.period.year": ("{year}年", "year {year}"),
    "bulletin.period.months": (
        "{year}年{month}月至{end}月",
        "months {month} to {end} of {year}",
    ),
    "bulletin.period.months_over": (
        "{year}年{month}月至{other}年{end}月",
        "{year}-{month} to {other}-{end}",
    ),
    "bulletin.period.days": ("{first} 至 {last}", "{first} to {last}"),
    # Head
    "bulletin.title": (
        "{period}信访事项办理情况通报",
        "Bulletin on the handling of petitions, {period}",
    ),
    "bulletin.title_ledger": (
        "{period}信访事项办理情况通报和台账",
        "Bulletin and ledger of petitions, {period}",
    ),
    "bulletin.mark.internal": ("内部使用，不对外公布", "for internal use, not to be published"),
    "bulletin.mark.public": (
        "对外公布：少于 {least} 件的数、可以由此推算的数不公布",
        "for publication: counts below {least}, and what they could be told from, are left out",
    ),
    # Parts
    "bulletin.part.overview": ("概况", "Overview"),
    "bulletin.part.compared": ("与上期比较", "Compared with the period before"),
    "bulletin.part.rates": ("指标", "Rates"),
    "bulletin.part.limits": ("期限", "Limits"),
    "bulletin.part.by_kind": ("按事项类别", "By kind of matter"),
    "bulletin.part.by_town": ("按镇街", "By town or street"),
    "bulletin.part.by_body": ("按承办单位", "By handling body"),
    "bulletin.part.by_agent": ("按代理员", "By agent"),
    "bulletin.part.ratings": ("满意度评价和考核", "Ratings and appraisal"),
    "bulletin.part.overdue": ("逾期未完成清单", "Overdue cases"),
    "bulletin.part.awards": ("应发奖励", "Awards to pay"),
    "bulletin.part.ledger": ("台账", "Ledger"),
    "bulletin.part.counted": ("统计口径", "How it is counted"),
    # Overview
    "bulletin.overview.cases": ("{period}共 {count} 件。", "{period}: {count} cases."),
    "bulletin.overview.cases_more": (
        "{period}共 {count} 件；{before}为 {earlier} 件，增加 {more} 件。",
        "{period}: {count} cases; {before}: {earlier}, {more} more.",
    ),
    "bulletin.overview.cases_less": (
        "{period}共 {count} 件；{before}为 {earlier} 件，减少 {less} 件。",
        "{period}: {count} cases; {before}: {earlier}, {less} fewer.",
    ),
    "bulletin.overview.cases_same": (
        "{period}共 {count} 件，与{before}相同。",
        "{period}: {count} cases, as many as in {before}.",
    ),
    "bulletin.overview.status": ("{status} {count} 件", "{status}: {count}"),
    "bulletin.overview.status_more": (
        "{status} {count} 件（比上期 {more}）",
        "{status}: {count} ({more})",
    ),
    "bulletin.overview.standing": ("期限：{parts}。", "Limits: {parts}."),
    "bulletin.overview.none_overdue": (
        "截至 {as_of}，没有逾期未完成的事项。",
        "Nothing is overdue on {as_of}.",
    ),
    "bulletin.overview.overdue": (
        "截至 {as_of}，逾期未完成 {count} 件，其中本期 {this} 件、以前各期 {earlier} 件；最长逾期 {days} 个工作日。",
        "Overdue on {as_of}: {count}, of this period {this}, of earlier ones {earlier}; the longest by {days} working days.",
    ),
    "bulletin.overview.no_rates": (
        "办法没有规定可以计算的指标，本通报只列件数，不列比率。",
        "The policy defines no rate: counts alone are told.",
    ),
    "bulletin.overview.rates_unmade": (
        "办法规定的指标本期都不能计算，只列件数；原因见“指标”。",
        "None of the rates of the policy can be told for this period: counts alone; why is told under “Rates”.",
    ),
    "bulletin.overview.required": (
        "办法有要求的指标 {count} 项，其中未达到 {missed} 项。",
        "{count} rates have a bound, {missed} of them miss it.",
    ),
    "bulletin.overview.rates": ("指标：{parts}。", "Rates: {parts}."),
    "bulletin.overview.asked": ("，要求{required}", ", {required} asked for"),
    "bulletin.overview.points": ("，比上期 {more} 个百分点", ", {more} percentage points"),
    "bulletin.overview.worst": (
        "逾期最多的{by}：{parts}。",
        "Most missed limits by {by}: {parts}.",
    ),
    "bulletin.overview.group": (
        "{name} {count} 件（共 {of} 件）",
        "{name} {count} (of {of})",
    ),
    "bulletin.overview.awards": (
        "应发奖励 {sum} 元。",
        "Awards to pay: {sum} yuan.",
    ),
    "bulletin.overview.awards_unclear": (
        "应发奖励 {sum} 元；另有 {unclear} 件的奖励尚不能确定，未计入。",
        "Awards to pay: {sum} yuan; {unclear} more cannot be told yet.",
    ),
    "bulletin.overview.bases": (
        "所列 {count} 项指标中，{weak} 项依解释或者推定，其中推定 {assumed} 项，须经有权机关确认。",
        "Of {count} rates {weak} rest on readings or assumptions, {assumed} of them on assumptions to be confirmed.",
    ),
    "bulletin.overview.ungoverned": (
        "其中 {count} 件发生时办法还没有施行中的版本，没有结论，状态列入“其他”。",
        "Of them {count} are of days before any edition of the policy: nothing can be told of them.",
    ),
    "bulletin.overview.undated": (
        "另有 {count} 件没有记录归期用的日期，未计入任何一期。",
        "{count} more have no day that puts them into a period.",
    ),
    # Comparison
    "bulletin.compared.none": (
        "没有 {period}的登记，未比较。上期在另一份登记表的，请一并给出（--previous）。",
        "There are no cases of {period} to compare with; name their register with --previous.",
    ),
    "bulletin.compared.status": ("期限：{status}", "limits: {status}"),
    "bulletin.item": ("项目", "item"),
    "bulletin.more": ("增减", "difference"),
    "bulletin.total": ("总件次", "all cases"),
    "bulletin.cases": ("件数", "cases"),
    "bulletin.together": ("合计", "all"),
    "bulletin.others": ("其他", "others"),
    "bulletin.unit": ("件", "cases"),
    "bulletin.kind_unknown": ("不能认定", "cannot be told"),
    "bulletin.no_limit": ("没有期限", "no limit"),
    "bulletin.not_filled": ("（未填）", "(not filled in)"),
    "bulletin.hidden": ("－", "-"),
    "bulletin.nothing": ("无", "none"),
    # Plots
    "bulletin.bars.standing": ("期限状态", "Where the cases stand"),
    "bulletin.bars.months": ("各月件数", "Cases by month"),
    "bulletin.bars.rates": ("指标", "Rates"),
    "bulletin.bars.rates_required": ("指标与要求", "Rates and what is asked for"),
    "bulletin.bars.missed": ("各{by}的逾期件数", "Missed limits by {by}"),
    "bulletin.bars.missed_most": (
        "逾期件数最多的 {count} 个{by}",
        "The {count} with most missed limits, by {by}",
    ),
    # Rates
    "bulletin.rate.name": ("指标", "rate"),
    "bulletin.rate.above": ("分子", "over the line"),
    "bulletin.rate.below": ("分母", "under the line"),
    "bulletin.rate.percent": ("比率", "rate in percent"),
    "bulletin.rate.required": ("要求", "asked for"),
    "bulletin.rate.before": ("上期", "before"),
    "bulletin.rate.change": ("增减（百分点）", "percentage points"),
    "bulletin.rate.basis": ("依据", "basis"),
    "bulletin.rate.why": ("原因", "why"),
    "bulletin.rate.definition": ("计数", "what is counted"),
    "bulletin.rate.cutting": ("取舍", "rounding"),
    "bulletin.rate.remark": ("说明", "remarks"),
    "bulletin.rate.missed": ("，未达到", ", missed"),
    "bulletin.rate.free": ("没有要求", "nothing asked for"),
    "bulletin.rate.counted": ("{over} ÷ {under}", "{over} by {under}"),
    "bulletin.rate.cut": ("{places} 位小数，{rounding}", "{places} place(s), {rounding}"),
    "bulletin.rate.floor": ("不低于 {percent}%", "at least {percent}%"),
    "bulletin.rate.ceiling": ("不高于 {percent}%", "at most {percent}%"),
    "bulletin.rate.none": ("无法确定", "undetermined"),
    "bulletin.rate.cannot": ("本期件数不能认定", "the cases of the period cannot be told"),
    "bulletin.rate.empty": ("分母为0", "nothing under the line"),
    "bulletin.rate.unrounded": ("办法未写取舍", "rounding not told"),
    "bulletin.rate.text": ("{percent}（{above}÷{below}）", "{percent} ({above} of {below})"),
    "bulletin.rate.text_unrounded": (
        "{above}÷{below}（办法未写取舍）",
        "{above} of {below} (rounding not told)",
    ),
    "bulletin.rate.named": ("{name}（{period}）", "{name} ({period})"),
    "bulletin.rates.definitions": ("指标的计算", "How the rates are made"),
    "bulletin.rates.unmade": (
        "下列指标办法有规定，本期不能计算，不列数：",
        "These rates are defined and cannot be told for this period:",
    ),
    "bulletin.rates.undefined": (
        "办法没有规定分子、分母的，不列数：{names}。",
        "The policy does not define these, so they have no number: {names}.",
    ),
    "bulletin.rates.all_undefined": (
        "办法没有规定任何指标的分子、分母，不列比率。",
        "The policy defines no rate.",
    ),
    "bulletin.scores": ("评分", "Scores"),
    "bulletin.score.name": ("评分", "score"),
    "bulletin.score.points": ("得分", "points"),
    "bulletin.score.full": ("满分", "full points"),
    # Limits
    "bulletin.limit": ("期限", "limit"),
    "bulletin.reading": ("理解", "reading"),
    "bulletin.limits.none": ("本期没有事项的期限可以列出。", "No limit of any case can be told."),
    "bulletin.limits.note": (
        "逐项期限计件，一件有几项期限的，各计一次；有几种理解的，另一种理解下状态不同的期限并列。",
        "Each limit counts for itself; what stands otherwise under another reading is listed too.",
    ),
    # Groups
    "bulletin.groups.not_filled": (
        "登记表没有填写{by}，未分组。",
        "The register does not tell the {by}: nothing is put together.",
    ),
    "bulletin.groups.none": ("本期没有事项。", "There are no cases."),
    "bulletin.by.kind": ("事项类别", "kind of matter"),
    "bulletin.by.town": ("镇街", "town or street"),
    "bulletin.by.body": ("承办单位", "handling body"),
    "bulletin.by.agent": ("代理员编号", "number of the agent"),
    # Ratings
    "bulletin.ratings.target": ("评价对象", "who is rated"),
    "bulletin.ratings.participation": ("参评率", "share who rated"),
    "bulletin.ratings.satisfaction": ("满意率", "share satisfied"),
    "bulletin.ratings.product": ("参评满意率", "product of both"),
    "bulletin.ratings.undefined": (
        "办法没有规定参评率、满意率的算法，只列件数。",
        "The policy does not say how the shares are made: counts alone are told.",
    ),
    "bulletin.ratings.open": (
        "尚未评价的是否计入应评件数，办法未载明，参评率、参评满意率无法确定。",
        "Whether those not rated yet are owed is not told, so the shares of all cannot be told.",
    ),
    "bulletin.ratings.note": (
        "逾期未评价的计法：{citation}；{note}",
        "What counts where no rating was given in time: {citation}; {note}",
    ),
    "bulletin.appraised": ("考核对象", "who is appraised"),
    "bulletin.appraised.note": (
        "双评双考：已到评价环节的事项，由考核对象一并计件；分值由办法规定，没有规定的不评分。",
        "Both are appraised for each matter that has come to be rated; points are the policy's.",
    ),
    # Overdue
    "bulletin.overdue.number": ("序号", "no."),
    "bulletin.overdue.case_no": ("信访件编号", "case number"),
    "bulletin.overdue.limit": ("逾期的期限", "limit"),
    "bulletin.overdue.due": ("届满日", "due"),
    "bulletin.overdue.days": ("逾期工作日", "working days overdue"),
    "bulletin.overdue.body": ("承办单位", "handling body"),
    "bulletin.overdue.of_period": ("归期", "period"),
    "bulletin.overdue.and_more": ("{limit}，另有 {count} 项", "{limit} and {count} more"),
    "bulletin.overdue.this": ("本期", "this one"),
    "bulletin.overdue.earlier": ("以前", "an earlier one"),
    "bulletin.overdue.none": ("没有。", "None."),
    "bulletin.overdue.note": (
        "截至 {as_of} 届满日已过而未完成的，按逾期工作日从长到短；以前各期的一并列出。",
        "What is past its last day on {as_of} and not done, the longest first, earlier periods too.",
    ),
    # Awards
    "bulletin.awards.agent": ("代理员编号", "number of the agent"),
    "bulletin.awards.month": ("月份", "month"),
    "bulletin.awards.of_month": ("{year}年{month}月", "{year}-{month}"),
    "bulletin.awards.awards": ("计奖件数", "awards"),
    "bulletin.awards.earned": ("奖励（元）", "earned (yuan)"),
    "bulletin.awards.payable": ("应发（元）", "payable (yuan)"),
    "bulletin.awards.appraisals": ("计入考核次数", "appraisal records"),
    "bulletin.awards.undetermined": ("不能确定的件数", "cannot be told"),
    "bulletin.awards.none": ("没有。", "None."),
    "bulletin.awards.sum": ("应发合计 {sum} 元。", "Payable in all: {sum} yuan."),
    "bulletin.awards.finding": ("{text}。", "{text}."),
    "bulletin.awards.undetermined_cap": ("无法确定：{why}。", "Undetermined: {why}."),
    "bulletin.awards.note": (
        "奖励按取得之日归月；不能确定的列件数，不计金额；不计算个人所得税。",
        "An award belongs to the month in which it was earned; what cannot be told counts no money; taxes are not computed.",
    ),
    # Ledger
    "bulletin.ledger.number": ("序号", "no."),
    "bulletin.ledger.day": ("归期日", "day"),
    "bulletin.ledger.case_no": ("信访件编号", "case number"),
    "bulletin.ledger.kind": ("事项类别", "kind"),
    "bulletin.ledger.received": ("收到日期", "received"),
    "bulletin.ledger.accepted": ("受理日期", "accepted"),
    "bulletin.ledger.due": ("届满日", "due"),
    "bulletin.ledger.limit": ("期限", "limit"),
    "bulletin.ledger.standing": ("状态", "status"),
    "bulletin.ledger.closed": ("答复或者办结日期", "answered or concluded"),
    "bulletin.ledger.note": (
        "状态按最差的一项期限，届满日、期限是那一项的。",
        "The status is that of the worst limit, and so are the limit and its last day.",
    ),
    # How it is counted
    "bulletin.counted.day": (
        "归期：以{events}日期为准，前一项未记录的用后一项；{first} 至 {last} 的为本期。自定指标按各自写明的日子和周期。",
        "Cases are put into the period {first} to {last} by {events}, the first that is recorded; declared rates by their own day and period.",
    ),
    "bulletin.counted.as_of": (
        "状态截至 {as_of}，以后的事件不计；上期截至上期相应的日子。",
        "Cases stand as known on {as_of}; those of the period before as of the like day.",
    ),
    "bulletin.counted.matters": (
        "一件信访事项计一件次，不计人次。",
        "A matter counts once, however many people it has.",
    ),
    "bulletin.counted.worst": (
        "一件有几项期限的，状态按最差的一项：逾期未完成、逾期完成、在期、按期；信访人的权利期限不计。",
        "A case with several limits stands as its worst one does; rights of the petitioner do not count.",
    ),
    "bulletin.counted.later": (
        "其中 {count} 件没有{event}日期，用后面的日子归期。",
        "{count} of them have no day of “{event}” and go by a later one.",
    ),
    "bulletin.counted.hidden": (
        "“{mark}”：少于 {least} 件，或者可以由此推算的，不公布（{told}）。",
        "“{mark}”: below {least}, or to be told from others, and so not published ({told}).",
    ),
}
"""Code to Chinese and English template."""
