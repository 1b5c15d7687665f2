"""The terms of time (期限用语)."""

from xinfang_core.vocabulary.terms import Term


class Unit(Term):
    """Units of a period (期限单位)."""

    working_day = "工作日"
    calendar_day = "自然日"
    month = "个月"
    same_day = "当日"
    hour = "小时"
    minute = "分钟"
    working_hour = "工作小时"


class OpenCases(Term):
    """What open cases do when a new edition takes force (在办事项的新旧衔接)."""

    keep = "沿用旧办法"
    switch = "改用新办法"


class Certainty(Term):
    """Whether a date is settled by published notices or an interval (确定程度)."""

    settled = "已确定"
    provisional = "暂定"


class Status(Term):
    """Where a deadline stands on the day asked about (时限状态)."""

    met = "按期"
    late = "逾期完成"
    open = "在期"
    overdue = "逾期未完成"
    lapsed = "期限已过"
    not_started = "未起算"
    undetermined = "无法确定"
