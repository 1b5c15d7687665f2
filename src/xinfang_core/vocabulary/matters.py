"""The terms of petition matters (信访事项用语)."""

from xinfang_core.vocabulary.terms import Term


class CaseClass(Term):
    """The three classes of petition matters (信访事项类别): 条例 Arts. 29, 30, 31."""

    suggestion = "建议意见"
    accusation = "检举控告"
    appeal = "申诉求决"


class Purpose(Term):
    """What the petitioner wants, as registers have it (信访目的)."""

    disclosure = "揭发控告"
    settlement = "求决"
    appeal = "申诉"
    suggestion = "意见建议"
    consultation = "咨询"
    other = "其他"


class Route(Term):
    """The six routes of an appeal matter (申诉求决的办理途径): 条例 Art. 31 (一)-(六)."""

    judicial = "诉讼等法律程序"
    arbitration = "仲裁"
    party = "党员申诉、申请复审"
    administrative = "行政复议等行政程序"
    statutory_duty = "申请查处或者履行职责"
    petition = "信访程序"


class HandlingScope(Term):
    """Which matters a limit covers (期限的适用范围)."""

    all_matters = "全部信访事项"
    petition_route = "依信访程序办理的申诉求决事项"


class ReplyKind(Term):
    """The four kinds of matters that set the reply limit (答复类别)."""

    urgent = "紧急事项"
    consultation = "咨询类事项"
    general = "一般信访事项"
    investigation = "需要调查、协调解决的事项"


class PetitionForm(Term):
    """How a petition is brought (信访形式)."""

    network = "信息网络"
    letter = "书信"
    phone = "电话"
    fax = "传真"
    visit = "走访"


class EarlierStage(Term):
    """How far the same matter has come before (此前办理情况)."""

    never = "首次提出"
    in_progress = "已受理或者正在办理"
    re_reviewed = "已经复核"


class RefusalCondition(Term):
    """What an earlier petition has to be before it keeps a matter out (不予受理的条件)."""

    same_person = "同一信访人"
    same_matter = "同一事项"
    same_grounds = "同一事实和理由"
    within_limit = "在此前事项的办理期限内"
    higher_level = "向有权处理层级的上级提出"


class Sign(Term):
    """Signs that a matter may grow (苗头): about the matter, never about a person."""

    group_visit = "集体访苗头"
    skip_level_visit = "越级访苗头"
    repeat_visit = "重复访苗头"
    tendency = "苗头性、倾向性问题"
    action = "行动性、极端性问题"
    emerging = "新发性问题"


class CaseWeight(Term):
    """How heavy a matter is, by who handles it (信访轻重)."""

    simple = "简单信访"
    major = "重大信访"
    difficult = "疑难信访"


class CaseStage(Term):
    """How a matter stands, by its history (矛盾阶段)."""

    initial = "初始简单矛盾"
    repeated = "重复复杂矛盾"
    long_standing = "长期疑难矛盾"


class DocumentForm(Term):
    """The five forms of a case file (五件式)."""

    handling = "办件"
    reply = "答复件"
    promise = "承诺件"
    joint = "联办件"
    referral = "上报件"


class Conduct(Term):
    """What went wrong in the handling of a matter (办理问题)."""

    breach_of_rules = "违反规定受理、办理"
    shirking = "推诿、敷衍、拖延、弄虚作假"
    refusal_to_execute = "拒不执行处理意见"
    grave_consequences = "造成严重后果"
    policy_problem = "政策性问题"
    no_feedback = "未按规定反馈办理结果"
    breach_of_procedure = "未按规定程序办理"
    overdue = "未按期办结"
    other = "其他需要督办的情形"


class Severity(Term):
    """How grave a finding is (问题程度)."""

    notice = "提示"
    warning = "警示"
    violation = "违规"
