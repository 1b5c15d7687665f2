"""What declared rates and scores say (自定指标和评分)."""

TEXTS: dict[str, tuple[str, str]] = {
    # declared/measure
    "measure.text": ("{percent}%（{above}÷{below}）", "{percent}% ({above} of {below})"),
    "measure.text_counts": (
        "{above}÷{below}，办法未写取舍",
        "{above} of {below}; the policy does not say how it is rounded",
    ),
    "measure.text_unknown": (
        "{text}；另有 {count} 件不能认定",
        "{text}; {count} more cannot be told",
    ),
    "measure.period": (
        "按{event}之日，计 {first} 至 {last} 的事项",
        "matters of which the event “{event}” is dated {first} to {last}",
    ),
    "measure.by_happened": ("{line}：已记录{values}", "{line} the line: recorded are {values}"),
    "measure.by_status": (
        "{line}：{limit}为{values}",
        "{line} the line: {limit} stands at {values}",
    ),
    "measure.by_kind": ("{line}：类别为{values}", "{line} the line: the kind is {values}"),
    "measure.by_form": (
        "{line}：信访形式为{values}",
        "{line} the line: the petition is brought as {values}",
    ),
    "measure.by_grade": ("{line}：评价为{values}", "{line} the line: the grade is {values}"),
    "measure.by_flags": ("{line}：登记为{values}", "{line} the line: flagged as {values}"),
    "measure.counted": (
        "分子 {above} 件，分母 {below} 件",
        "{above} over the line, {below} under it",
    ),
    "measure.nothing_under": ("分母为0，不计算", "nothing under the line, so there is no rate"),
    "measure.unknown": (
        "{count} 件不能认定，不计入分子",
        "{count} cannot be told and do not count over the line",
    ),
    "measure.range": (
        "查明以后，比率在 {lowest}% 至 {highest}% 之间",
        "once they are, the rate is from {lowest}% to {highest}%",
    ),
    "measure.rounded": ("{rounding}，得 {percent}%", "{rounding}: {percent}%"),
    "measure.running": (
        "本期至 {last}，尚未结束，不与限值比较",
        "the period runs to {last} and is compared with no bound before",
    ),
    "measure.floor_missed": (
        "低于办法要求的 {wanted}%",
        "below the {wanted}% that the policy asks for",
    ),
    "measure.floor_unclear": (
        "是否达到 {wanted}%，须先查明不能认定的事项",
        "whether {wanted}% is reached depends on what cannot be told",
    ),
    "measure.ceiling_missed": (
        "高于办法允许的 {wanted}%",
        "above the {wanted}% that the policy allows",
    ),
    "measure.ceiling_unclear": (
        "是否超过 {wanted}%，须先查明不能认定的事项",
        "whether {wanted}% is exceeded depends on what cannot be told",
    ),
    # declared/score
    "score.text": ("{points} 分", "{points} points"),
    "score.part": ("{part}得 {points} 分", "“{part}”: {points} points"),
    "score.whole": (
        "不足一个百分点的，不加分也不扣分",
        "less than a whole percentage point counts for nothing",
    ),
    "score.total": ("合计 {points} 分", "{points} points in all"),
    "score.not_known": (
        "{part}所需的数字未提供，或者无法确定",
        "a figure for “{part}” is not given or not known",
    ),
    "score.nothing_under": (
        "{part}：比率的分母为0，无从计分",
        "“{part}”: nothing stands under the line of its rate, so there are no points",
    ),
    "score.part_unclear": (
        "{part}在 {fewest} 分至 {most} 分之间，须先查明不能认定的事项",
        "“{part}” has {fewest} to {most} points; it depends on what cannot be told",
    ),
    "score.no_figure": (
        "{part}的件数须为不小于0的整数，名次须为不小于1的整数，实际为 {found}",
        "“{part}” wants a whole number, from 0 as a count and from 1 as a rank; found {found}",
    ),
    # policy/measures
    "measure.empty_filter": (
        "没有写明计数条件",
        "the filter asks for nothing",
    ),
    "measure.empty_list": (
        "清单为空，没有一件事项符合",
        "the list is empty, so no matter fits",
    ),
    "measure.no_limit": (
        "写了时限状态，须以 limit 写明是哪项期限",
        "a status is asked for, so limit has to say of which limit",
    ),
    "measure.limit_unused": (
        "写了 limit，分子、分母却都没有写时限状态（status）",
        "a limit is named, yet no filter asks for its status",
    ),
    "measure.status_unknown": (
        "“{found}”的事项另列，不能写入计数条件",
        "matters “{found}” are counted apart and cannot be asked for",
    ),
    "measure.never": (
        "分子要求为{found}，分母都不包括，比率永远为0",
        "the numerator asks for {found}, which the denominator leaves out: the rate is always 0",
    ),
    "measure.same_filter": (
        "分子的条件不比分母多，比率永远为100%",
        "the numerator asks for no more than the denominator: the rate is always 100%",
    ),
    "measure.month_needless": (
        "按月计算的，不写起始月份",
        "what goes by the month has no first month",
    ),
    "measure.no_month": ("起始月份须为1至12，实际为 {found}", "a month is 1 to 12, found {found}"),
    "measure.over_hundred": (
        "限值不能超过100%，实际为 {found}%",
        "a bound is at most 100%, found {found}%",
    ),
    "measure.bounds_crossed": (
        "下限 {floor}% 高于上限 {ceiling}%",
        "the floor {floor}% is above the ceiling {ceiling}%",
    ),
    "score.no_part": ("没有评分项", "the score has no parts"),
    "score.other_total": (
        "各项分值合计 {found} 分，写明的满分是 {wanted} 分",
        "the points add up to {found}, and the clause says {wanted}",
    ),
    "score.part_lacks": (
        "计分方式为“{shape}”，缺“{name}”",
        "a part by “{shape}” needs “{name}”",
    ),
    "score.part_needless": (
        "计分方式为“{shape}”，“{name}”用不上",
        "a part by “{shape}” has no use for “{name}”",
    ),
    "score.off_or_on": (
        "每件加分（on）、扣分（off）须写其中一项，且只写一项",
        "for each matter points go on or off: one of the two, not both",
    ),
    "score.off_nothing": (
        "每件扣分的，须以 points 写明从多少分扣起",
        "points come off, so points has to say what they come off",
    ),
    "score.bounds_crossed": (
        "最低 {least} 分高于最高 {most} 分",
        "the least, {least}, is more than the most, {most}",
    ),
}
