"""The facts of a case (事项要素) as the host recorded them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.case.agent import Agent
from xinfang_core.case.event import is_before
from xinfang_core.case.history import History
from xinfang_core.case.types import fact_types, settle_types, wrong_members
from xinfang_core.errors import Fault, InvalidFactError
from xinfang_core.vocabulary import (
    CaseClass,
    CaseStage,
    CaseWeight,
    Conduct,
    DocumentForm,
    EarlierStage,
    EventKind,
    HotTopic,
    IntakeChannel,
    Level,
    MandateProof,
    MatterKind,
    OutsideAs,
    PetitionForm,
    ProxyForm,
    Purpose,
    ReceivingBody,
    Route,
    Settled,
    Sign,
    Subject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

NEVER_BEFORE_RECEIPT = frozenset(EventKind) - {
    EventKind.receive,
    EventKind.register,
    EventKind.sign_mandate,
    EventKind.start,
    EventKind.meet,
    EventKind.call,
}
"""What a record may not date before the receipt: it would contradict itself."""

_COUNTS = ("people", "representatives", "mandate_agents")
_FEWEST_OF_A_GROUP = 2


@frozen
class Case:
    """A petition case as recorded (信访事项). None always means: not recorded.

    Attributes:
        case_no: the number of the case (信访件编号).
        history: what happened, when.
        petition: whether it is a petition matter (是否信访事项); a matter is one unless it is
            recorded that it is none.
        outside_as: as what the regulation leaves it outside, where it is none
            (不属信访事项的情形).
        category: the kind of matter as recorded by the host (事项类别), one that the policy
            declares among them.
        urgent: whether the matter is urgent (紧急).
        social_impact: whether it may affect society (可能造成社会影响).
        needs_investigation: whether it takes investigation or coordination (需要调查、协调).
        consultation: whether it only asks something (咨询).
        case_class: suggestion, accusation or appeal (建议意见、检举控告、申诉求决).
        route: for an appeal, its route by Art. 31 (办理途径).
        handling_opinion: whether a handling opinion was issued (出具信访处理意见书).
        contact_unclear: whether the petitioner's name or address is unclear (姓名、住址不清).
        settled: whether complaint and petition have ended (息诉息访).
        agent: who acts for the petitioner (代理员).
        purpose: what the petitioner wants, as the register has it (信访目的).
        form: how the petition was brought (信访形式).
        received_by: who received it from the petitioner: the petition office, or another body
            (收到机关).
        people: how many people petition (信访人数).
        representatives: how many of them came as representatives (代表人数).
        group: whether the host recorded a group petition (集体访标志).
        same_person: whether an earlier petition was by the same person; of a proxied case
            the principal (同人).
        same_matter: whether an earlier petition was about the same matter (同事).
        same_grounds: whether the petition stands on the same facts and grounds as the earlier one
            (同一事实和理由).
        earlier_stage: how far the same matter came before (此前办理情况).
        repeats: how often the same matter came again (重复次数).
        earlier_within_limit: whether the body that has the same matter is still within its limit
            (此前事项在期).
        visited_level: the level at which the petitioner called in person (走访层级).
        competent_level: the level that is competent (有权处理层级).
        not_competent: whether the body that got the matter is not competent (不属本机关职权).
        major: whether the matter is major (重大).
        complicated: whether it is complex (复杂).
        group_complex: whether the people concerned make it complex (涉及群体复杂).
        wide_reach: whether it touches many parties (牵涉面广).
        case_weight: simple, major or difficult, as recorded (信访轻重).
        case_stage: initial, repeated or long-standing, as recorded (矛盾阶段).
        document_form: which of the five forms, as recorded (五件式).
        intake_channel: in which way the request was gathered (收集途径).
        hot_topic: which hot topic it is about, if any (诉求热点).
        village_can_handle: whether village or community can handle it (村社能办理).
        town_can_handle: whether town or street can handle it (镇街能办理).
        city_level: whether it concerns the city level (涉及市级层面).
        multi_department: whether it concerns several departments (涉及多部门).
        cross_town: whether it crosses towns or streets (跨镇街).
        policy_bound: whether policy keeps it from being resolved at once (政策性问题).
        resolvable: whether it can be resolved (可以解决).
        own_deadline: the day that a superior set for this matter (明确时间节点).
        simplified: whether the competent body chose the simplified procedure (简易办理).
        superior_assigned: whether a superior assigned it (上级交办).
        may_not_support: whether the request may not be supported (可能不予支持).
        joint_signature: whether several people signed it together (联名).
        service_fee: yuan taken from the petitioner for the agent's service (代办收费).
        proxy_form: how the proxy came about (代办形式).
        mandate_agents: how many agents the mandate names (受托人数).
        subject: whose conduct or competence the matter is about (反映对象).
        acceptance_disputed: whether several bodies dispute who accepts it (受理争议).
        common_superior: whether those bodies have a common superior (共同上一级).
        signs: signs that the matter may grow (苗头).
        conduct: what went wrong in the handling, as found (办理问题).
        mandate_proofs: what was shown besides the mandate (委托证明).

    Raises:
        InvalidFactError: facts that contradict each other, all at once.

    """

    case_no: str
    history: History = field(default=History())
    petition: bool | None = None
    outside_as: OutsideAs | None = None
    category: MatterKind | None = None
    urgent: bool | None = None
    social_impact: bool | None = None
    needs_investigation: bool | None = None
    consultation: bool | None = None
    case_class: CaseClass | None = None
    route: Route | None = None
    handling_opinion: bool | None = None
    contact_unclear: bool | None = None
    settled: Settled | None = None
    agent: Agent | None = None
    purpose: Purpose | None = None
    form: PetitionForm | None = None
    received_by: ReceivingBody | None = None
    people: int | None = None
    representatives: int | None = None
    group: bool | None = None
    same_person: bool | None = None
    same_matter: bool | None = None
    same_grounds: bool | None = None
    earlier_stage: EarlierStage | None = None
    repeats: int | None = None
    earlier_within_limit: bool | None = None
    visited_level: Level | None = None
    competent_level: Level | None = None
    not_competent: bool | None = None
    major: bool | None = None
    complicated: bool | None = None
    group_complex: bool | None = None
    wide_reach: bool | None = None
    case_weight: CaseWeight | None = None
    case_stage: CaseStage | None = None
    document_form: DocumentForm | None = None
    intake_channel: IntakeChannel | None = None
    hot_topic: HotTopic | None = None
    village_can_handle: bool | None = None
    town_can_handle: bool | None = None
    city_level: bool | None = None
    multi_department: bool | None = None
    cross_town: bool | None = None
    policy_bound: bool | None = None
    resolvable: bool | None = None
    own_deadline: date | None = None
    simplified: bool | None = None
    superior_assigned: bool | None = None
    may_not_support: bool | None = None
    joint_signature: bool | None = None
    service_fee: Decimal | None = field(default=None, repr=False)
    proxy_form: ProxyForm | None = None
    mandate_agents: int | None = None
    subject: Subject | None = None
    acceptance_disputed: bool | None = None
    common_superior: bool | None = None
    signs: tuple[Sign, ...] = ()
    conduct: tuple[Conduct, ...] = ()
    mandate_proofs: tuple[MandateProof, ...] = ()

    def __attrs_post_init__(self) -> None:
        faults = tuple(self._wrong()) or tuple(self._contradictions())
        if faults:
            raise InvalidFactError(*faults)

    def _wrong(self) -> Iterator[Fault]:
        yield from settle_types(self, _TYPES)
        if not str(self.case_no).strip():
            yield Fault("case.no_number", path="case_no")
        for name, terms in _MEMBERS.items():
            if getattr(self, name) != ():
                yield from wrong_members(name, getattr(self, name), terms)
        if isinstance(self.own_deadline, datetime):
            facts = (("name", "own_deadline"), ("wanted", "date"), ("found", "datetime"))
            yield Fault("case.wrong_type", facts, path="own_deadline")

    def _contradictions(self) -> Iterator[Fault]:
        yield from self._before_receipt()
        yield from self._outside()
        if self.route is not None and self.case_class not in {None, CaseClass.appeal}:
            mixed = (("case_class", self.case_class), ("route", self.route))
            yield Fault("case.route_without_appeal", mixed, path="route")
        for name in _COUNTS:
            count = getattr(self, name)
            if count is not None and count < 1:
                yield Fault("case.not_positive", (("name", name), ("found", count)), path=name)
        if (self.repeats or 0) < 0:
            yield Fault("case.negative", (("name", "repeats"),), path="repeats")
        if self.group and self.people is not None and self.people < _FEWEST_OF_A_GROUP:
            yield Fault("case.group_of_one", (("found", self.people),), path="people")
        if (self.representatives or 0) > (self.people or self.representatives or 0):
            facts = (("found", self.representatives), ("people", self.people))
            yield Fault("case.more_representatives", facts, path="representatives")
        fee = self.service_fee
        if fee is not None and not (fee.is_finite() and fee >= 0):
            yield Fault("case.negative", (("name", "service_fee"),), path="service_fee")

    def _outside(self) -> Iterator[Fault]:
        if self.petition is False and self.outside_as is None:
            known = (("known", tuple(OutsideAs)),)
            yield Fault("case.outside_as_what", known, path="outside_as")
        if self.outside_as is not None and self.petition is not False:
            found = (("outside_as", self.outside_as),)
            yield Fault("case.outside_and_petition", found, path="petition")

    def _before_receipt(self) -> Iterator[Fault]:
        received = self.history.first(EventKind.receive)
        if received is not None:
            for event in self.history.events:
                if event.kind in NEVER_BEFORE_RECEIPT and is_before(event, received):
                    facts = (("event", event.kind), ("at", event.at), ("received", received.at))
                    yield Fault("case.before_receipt", facts, path=event.kind.name)


_TYPES, _MEMBERS = fact_types(Case)
