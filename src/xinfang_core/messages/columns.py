"""Headers of the columns of answers (评估结果表头)."""

TEXTS: dict[str, tuple[str, str]] = {
    "column.case_no": ("信访件编号", "case number"),
    "column.policy": ("办法", "policy"),
    "column.as_of": ("评估日", "as of"),
    "column.weakest_basis": ("最弱依据", "weakest basis"),
    "column.of_limit": ("{rule}：{part}", "{rule}: {part}"),
    "column.status": ("状态", "status"),
    "column.due": ("届满日", "due"),
    "column.certainty": ("确定程度", "certainty"),
    "column.earliest": ("最早", "earliest"),
    "column.latest": ("最晚", "latest"),
    "column.overdue_working_days": ("逾期工作日", "overdue working days"),
    "column.obligations": ("待办", "obligations"),
    "column.refused": ("没有评估的原因", "why it is not assessed"),
    "column.findings": ("问题", "findings"),
    "column.reasons": ("理由", "reasons"),
    "column.made_by": ("来历编号", "made by"),
}
