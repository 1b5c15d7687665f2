"""The columns of a flat record (登记表字段), in English and official Chinese.

Each is a fact of ``case`` under its header; how it is read follows from its type.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from xinfang_core.case import Agent, Case, Event
from xinfang_core.case.types import fact_types
from xinfang_core.codec.moments import read_day, read_moment
from xinfang_core.codec.reading import Reader, reader
from xinfang_core.vocabulary import EventKind, Grade, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from xinfang_core.codec.moments import DateOrder
    from xinfang_core.vocabulary import Declarations, Declared, Step

_AT = "at"
"""The part of an event that says when it happened, which may be an instant."""


@frozen
class Field:
    """One column.

    Attributes:
        name: English key.
        chinese: official header.
        fact: the name of the fact that it holds, of the case, its agent or an event.
        kind: the type of the fact, or of its members; where a policy declares names, those that
            may stand here.
        many: whether the fact is a list.
        target: for a grade, who is rated.
        read: how its values are read.

    """

    name: str
    chinese: str
    fact: str
    kind: Any
    many: bool = False
    target: Role | None = None
    read: Reader = field(init=False, eq=False, repr=False)

    @read.default
    def _by_type(self) -> Reader:
        if self.fact == _AT:
            return Reader(read_moment, read_moment)
        return reader(self.kind, many=self.many)

    def reads(self, order: DateOrder | None, *, cell: bool) -> Callable[[object], object]:
        """How a value is read: a cell of a table or one of JSON, with its date in an order."""
        if order and self.fact == _AT:
            return partial(read_moment, order=order)
        if order and self.kind is date:
            return partial(read_day, order=order)
        return self.read.cell if cell else self.read.value


@frozen
class EventColumns:
    """The columns of one kind of event: its day, and what tells more about it."""

    kind: Step
    at: Field
    details: tuple[Field, ...]


_CASE_HEADERS = {
    "petition": "是否信访事项",
    "outside_as": "不属信访事项的情形",
    "category": "事项类别",
    "urgent": "紧急标志",
    "social_impact": "可能造成社会影响",
    "needs_investigation": "需要调查协调",
    "consultation": "咨询标志",
    "case_class": "信访类别",
    "handling_opinion": "出具处理意见书",
    "route": "办理途径",
    "contact_unclear": "姓名住址不清",
    "settled": "息诉息访",
    "purpose": "信访目的",
    "form": "信访形式",
    "received_by": "收到机关",
    "people": "信访人数",
    "representatives": "代表人数",
    "group": "集体访标志",
    "repeats": "重复次数",
    "earlier_within_limit": "此前事项在期",
    "same_person": "信访人相同",
    "same_matter": "事项相同",
    "same_grounds": "事实和理由相同",
    "earlier_stage": "此前办理情况",
    "visited_level": "走访层级",
    "competent_level": "有权处理层级",
    "not_competent": "不属本机关职权",
    "major": "重大标志",
    "complicated": "复杂标志",
    "group_complex": "涉及群体复杂",
    "wide_reach": "牵涉面广",
    "case_weight": "信访轻重",
    "case_stage": "矛盾阶段",
    "document_form": "五件式类别",
    "intake_channel": "收集途径",
    "hot_topic": "诉求热点",
    "village_can_handle": "村社能办理",
    "town_can_handle": "镇街能办理",
    "city_level": "涉及市级层面",
    "multi_department": "涉及多部门",
    "cross_town": "跨镇街标志",
    "policy_bound": "政策性问题",
    "resolvable": "可以解决",
    "own_deadline": "上级指定期限",
    "simplified": "简易办理",
    "superior_assigned": "上级交办",
    "may_not_support": "可能不予支持",
    "joint_signature": "联名标志",
    "service_fee": "代办收费",
    "proxy_form": "代办形式",
    "mandate_agents": "受托人数",
    "signs": "苗头",
    "conduct": "办理问题",
    "subject": "反映对象",
    "acceptance_disputed": "受理争议",
    "common_superior": "共同上一级",
    "mandate_proofs": "委托证明",
}
"""The facts of a case; its number, its history and its agent have columns of their own."""

_AGENT_HEADERS = {
    "agent_no": "代理员编号",
    "category": "代理员类别",
    "registered": "代理员登记造册",
    "trained": "代理员培训合格",
    "is_petitioner": "本人代理",
    "works_offline": "代理员书面登记",
    "first_contact": "首接员标志",
}
"""The facts of the agent."""

_KEY_HEADERS = {
    "kind": "事件",
    "at": "时间",
    "extension": "延长天数",
    "reason_told": "已告知延期理由",
    "grade": "满意度",
    "target": "评价对象",
    "until": "截止日期",
    "cause": "暂停原因",
    "step": "督办措施",
    "mode": "反馈方式",
    "amount": "金额",
}
"""The keys of one event in a history."""

_EVENT_HEADERS: dict[EventKind, dict[str, tuple[str, str]]] = {
    EventKind.register: {"at": ("registered_at", "登记日期")},
    EventKind.receive: {"at": ("received_at", "收到日期")},
    EventKind.sign_mandate: {"at": ("mandate_signed_at", "委托书签订日期")},
    EventKind.transfer: {"at": ("transferred_at", "转送日期")},
    EventKind.assign: {"at": ("assigned_at", "交办日期")},
    EventKind.object: {"at": ("objected_at", "提出异议日期")},
    EventKind.start: {"at": ("started_at", "启动代办日期")},
    EventKind.file: {"at": ("filed_at", "代为提交日期")},
    EventKind.accept: {"at": ("accepted_at", "受理日期")},
    EventKind.notify: {"at": ("notified_at", "告知日期")},
    EventKind.deploy: {"at": ("deployed_at", "研究部署日期")},
    EventKind.promise: {
        "at": ("promised_at", "作出承诺日期"),
        "until": ("promised_until", "承诺办结日期"),
    },
    EventKind.feed_back: {"at": ("fed_back_at", "反馈日期")},
    EventKind.plan: {
        "at": ("planned_at", "制定方案日期"),
        "until": ("planned_until", "方案完成日期"),
    },
    EventKind.extend: {
        "at": ("extended_at", "延期批准日期"),
        "extension": ("extension", "延长天数"),
        "reason_told": ("reason_told", "已告知延期理由"),
    },
    EventKind.resolve: {"at": ("resolved_at", "解决日期")},
    EventKind.conclude: {"at": ("concluded_at", "办结日期")},
    EventKind.reply: {"at": ("replied_at", "答复日期")},
    EventKind.inform: {
        "at": ("informed_at", "结果告知日期"),
        "mode": ("feedback_mode", "反馈方式"),
    },
    EventKind.deliver: {"at": ("delivered_at", "送达日期")},
    EventKind.request_review: {"at": ("review_requested_at", "申请复查日期")},
    EventKind.review: {"at": ("reviewed_at", "复查日期")},
    EventKind.request_re_review: {"at": ("re_review_requested_at", "申请复核日期")},
    EventKind.re_review: {"at": ("re_reviewed_at", "复核日期")},
    EventKind.pay_award: {
        "at": ("award_paid_at", "奖励发放日期"),
        "amount": ("award_paid", "奖励发放金额"),
    },
    EventKind.archive: {"at": ("archived_at", "归档日期")},
    EventKind.write_off: {"at": ("written_off_at", "销号日期")},
    EventKind.withdraw_mandate: {"at": ("mandate_withdrawn_at", "撤回委托日期")},
    EventKind.evaluate: {"at": ("evaluated_at", "评价日期")},
}
"""The events that happen once, each with the columns of its parts: key and header.

What may come again by its nature (meetings, calls, suspensions, steps of supervision, visits
afterwards) stands in the list ``events`` of a JSON record.
"""

_GRADE_HEADERS = {
    Role.agent: "代理员满意度",
    Role.handling_body: "承办单位满意度",
    Role.petition_office: "信访部门满意度",
    Role.petition_worker: "信访工作人员满意度",
}
"""Columns of the grades, by who is rated."""

_CASE, _CASE_LISTS = fact_types(Case)
_AGENT, _ = fact_types(Agent)
_EVENT, _ = fact_types(Event)

CASE_NO = Field("case_no", "信访件编号", "case_no", str)

GRADES = tuple(
    Field(f"{role.name}_grade", chinese, "grade", Grade, target=role)
    for role, chinese in _GRADE_HEADERS.items()
)
"""The grades of an evaluation."""


def _columns(kind: EventKind, parts: Mapping[str, tuple[str, str]]) -> EventColumns:
    at, *details = (Field(*column, part, _EVENT[part]) for part, column in parts.items())
    return EventColumns(kind, at, GRADES if kind is EventKind.evaluate else tuple(details))


FLAT_EVENTS = tuple(_columns(kind, parts) for kind, parts in _EVENT_HEADERS.items())
"""The events that a flat record can hold."""

FACTS = tuple(
    Field(name, chinese, name, {**_CASE, **_CASE_LISTS}[name], many=name in _CASE_LISTS)
    for name, chinese in _CASE_HEADERS.items()
)
"""The facts of the case itself."""

AGENT = tuple(
    Field(name if name == "agent_no" else f"agent_{name}", chinese, name, _AGENT[name])
    for name, chinese in _AGENT_HEADERS.items()
)
"""The facts of the agent."""

FIELDS = (
    CASE_NO,
    *(one for event in FLAT_EVENTS for one in (event.at, *event.details)),
    *FACTS,
    *AGENT,
)
"""Every column of a flat record, in the order of a register."""

EVENT_FIELDS = tuple(
    Field(name, chinese, name, _EVENT[name]) for name, chinese in _KEY_HEADERS.items()
)
"""The keys of one event in a history."""


def _by_name(fields: Iterable[Field]) -> Mapping[str, Field]:
    return {name: one for one in fields for name in (one.name, one.chinese)}


NAMES = _by_name(FIELDS)
"""A field by either of its names."""

EVENT_NAMES = _by_name(EVENT_FIELDS)
"""A key of an event by either of its names."""


@frozen
class Layout:
    """What a record can hold under a policy (登记表栏目): ours, and what the policy declares.

    Attributes:
        names: a column of a flat record by either of its names.
        events: the events that a flat record can hold.
        keys: a key of an event in a history by either of its names.

    """

    names: Mapping[str, Field] = field(factory=lambda: NAMES)
    events: tuple[EventColumns, ...] = FLAT_EVENTS
    keys: Mapping[str, Field] = field(factory=lambda: EVENT_NAMES)


def layout_under(declared: Declarations) -> Layout:
    """What a record can hold under a policy with names of its own."""
    if not (declared.kinds or declared.steps):
        return Layout()
    columns = _by_name(map(_own_column, declared.steps))
    # A step has one column, whatever the editions of a policy call it.
    steps = tuple(EventColumns(one, _own_column(one), ()) for one in dict.fromkeys(declared.steps))
    keys = _by_name([evolve(EVENT_NAMES["kind"], kind=(*EventKind, *declared.steps))])
    own: Mapping[str, Field] = {}
    if declared.kinds:
        own = _by_name([evolve(NAMES["category"], kind=declared.kinds)])
    return Layout({**columns, **NAMES, **own}, (*FLAT_EVENTS, *steps), {**EVENT_NAMES, **keys})


def _own_column(step: Declared) -> Field:
    """The column of the day of a declared step."""
    return Field(f"{step.name}_at", f"{step.value}日期", _AT, date)
