"""What assessments, reports and the command line say."""

TEXTS: dict[str, tuple[str, str]] = {
    # Assessment
    "assessment.head": (
        "信访件 {case_no}，依 {policy}，截至 {as_of}",
        "case {case_no} under {policy} as of {as_of}",
    ),
    "assessment.rests_on": (
        "最弱依据：{basis}（{citation}）{note}",
        "weakest basis: {basis} ({citation}) {note}",
    ),
    "assessment.finding": ("{severity}：{text}", "{severity}: {text}"),
    "award.text": ("{kind} {amount} 元", "{kind}, {amount} yuan"),
    "obligation.due": (
        "{debtor}须在 {due} 届满前对{creditor}完成{duty}",
        "the {debtor} owes the {creditor}: {duty} by {due}",
    ),
    "obligation.undated": (
        "{debtor}须对{creditor}完成{duty}",
        "the {debtor} owes the {creditor}: {duty}",
    ),
    # Rules
    "rule.reply_kind": ("答复类别", "reply kind"),
    "rule.reply_deadline": ("答复期限", "reply deadline"),
    "rule.notice_deadline": ("告知期限", "notice deadline"),
    "rule.handling_deadline": ("办理期限", "handling deadline"),
    "rule.incentive": ("代理奖励", "incentive"),
}
