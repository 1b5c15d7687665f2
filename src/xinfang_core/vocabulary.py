"""The closed lists of the field (术语表).

A member's name is the English key, used in JSON, TOML and CSV; its value is the official
Chinese term. On input both are accepted, on output always the key.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from xinfang_core.messages import Lang


class Term(Enum):
    """Base of every closed list: English key by name, Chinese term by value."""

    # Members are singletons; hashing by identity keeps table look-ups as fast as they can be.
    __hash__ = object.__hash__

    def text(self, lang: Lang = "zh") -> str:
        """The official term in Chinese, or the key as English words."""
        return str(self.value) if lang == "zh" else self.name.replace("_", " ")


TermType = TypeVar("TermType", bound=Term)


def find_term(terms: type[TermType], text: str) -> TermType | None:
    """The member whose English key or Chinese term is ``text``; None where there is none."""
    for member in terms:
        if text in (member.name, member.value):
            return member
    return None


class Basis(Term):
    """How firmly a value rests on its source (依据性质), firmest first."""

    stated = "原文载明"
    interpreted = "解释"
    assumed = "推定"


class Absent(Term):
    """What may stand in place of a value (空缺): there is none, or the source does not say."""

    none = "无"
    silent = "原文未载明"


class Undetermined(Term):
    """The outcome of a question that cannot be answered from what is known (无法确定)."""

    undetermined = "无法确定"


class Unit(Term):
    """Units of a period (期限单位)."""

    working_day = "工作日"
    calendar_day = "自然日"
    month = "个月"


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


class Grade(Term):
    """Grades of satisfaction (满意度等次); ``unrated`` says that none was given."""

    satisfied = "满意"
    basically_satisfied = "基本满意"
    dissatisfied = "不满意"
    unrated = "未评价"


class Settled(Term):
    """Whether the petitioner ended complaint and petition (息诉息访)."""

    yes = "是"
    no = "否"


class AwardKind(Term):
    """How the work of an agent is recognised (奖励方式)."""

    money = "以奖代补"
    appraisal = "年度考核"


class AwardLevel(Term):
    """Levels of the award for one case, lowest first (奖励档次)."""

    completed = "成功代理"
    accepted = "评价基本满意以上"
    resolved = "息诉息访且满意"


class AwardScheme(Term):
    """How the levels of one case combine (奖励计算方式)."""

    highest_level = "按最高一档"


class AgentCategory(Term):
    """Who serves as an agent (代理员类别)."""

    civil_servant = "公务员"
    public_institution_staff = "事业单位工作人员"
    village_committee_cadre = "村（社区）“两委”干部"
    graduate_village_official = "大学生村官"
    residents_group_leader = "村（居）民小组长"
    community_volunteer = "社区志愿者"
    deputy_or_member = "“两代表一委员”"
    property_manager = "物业管理人员"
    public_spirited_resident = "热心服务群众人士"


class Role(Term):
    """Who owes a duty, to whom, or is rated (当事方)."""

    petitioner = "信访人"
    agent = "代理员"
    handling_body = "承办单位"
    petition_office = "信访部门"


class Status(Term):
    """Where a deadline stands on the day asked about (时限状态)."""

    met = "按期"
    late = "逾期完成"
    open = "在期"
    overdue = "逾期未完成"
    not_started = "未起算"
    undetermined = "无法确定"


class Certainty(Term):
    """Whether a date is settled by published notices or an interval (确定程度)."""

    settled = "已确定"
    provisional = "暂定"


class Severity(Term):
    """How grave a finding is (问题程度)."""

    notice = "提示"
    warning = "警示"
    violation = "违规"
