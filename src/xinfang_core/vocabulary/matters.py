"""The terms of petition matters and what happens to them (信访事项用语)."""

from xinfang_core.vocabulary.terms import Term


class EventKind(Term):
    """What can happen to a case (事项), in the order in which a day's events are taken."""

    receive = "收到"
    register = "登记"
    accept = "受理"
    notify = "告知"
    extend = "延期"
    conclude = "办结"
    reply = "答复"
    deliver = "送达"
    evaluate = "评价"


class CaseClass(Term):
    """The three classes of petition matters (信访事项类别): 条例 Arts. 29, 30, 31."""

    suggestion = "建议意见"
    accusation = "检举控告"
    appeal = "申诉求决"


class Route(Term):
    """The six routes of an appeal matter (申诉求决的办理途径): 条例 Art. 31 (一)-(六)."""

    judicial = "诉讼等法律程序"
    arbitration = "仲裁"
    party = "党员申诉、申请复审"
    administrative = "行政复议等行政程序"
    statutory_duty = "申请查处或者履行职责"
    petition = "信访程序"


class HandlingScope(Term):
    """Which matters the handling limit covers (办理期限的适用范围)."""

    all_matters = "全部信访事项"
    petition_route = "依信访程序办理的申诉求决事项"


class ReplyKind(Term):
    """The four kinds of matters that set the reply limit (答复类别)."""

    urgent = "紧急事项"
    consultation = "咨询类事项"
    general = "一般信访事项"
    investigation = "需要调查、协调解决的事项"


class Severity(Term):
    """How grave a finding is (问题程度)."""

    notice = "提示"
    warning = "警示"
    violation = "违规"
