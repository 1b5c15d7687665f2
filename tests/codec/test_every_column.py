"""Every column of a register: written once by hand, and read under both of its names."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import fields_dict

from record_files import cases_in
from xinfang_core.case import Agent, Case, Event, History
from xinfang_core.codec.fields import EVENT_FIELDS, FACTS, FIELDS, FLAT_EVENTS
from xinfang_core.vocabulary import (
    AgentCategory,
    CaseClass,
    CaseStage,
    CaseWeight,
    Conduct,
    DocumentForm,
    EarlierStage,
    EventKind,
    FeedbackMode,
    Grade,
    HotTopic,
    IntakeChannel,
    Level,
    MandateProof,
    OutsideAs,
    PetitionForm,
    ProxyForm,
    Purpose,
    ReceivingBody,
    ReplyKind,
    Role,
    Route,
    Settled,
    Sign,
    Subject,
)

if TYPE_CHECKING:
    from pathlib import Path

FULL = {
    "case_no": " 甲〔2025〕1号 ",
    "registered_at": "2025/9/1",
    "received_at": "2025-09-01T08:05",
    "mandate_signed_at": "2025.9.1",
    "transferred_at": "2025-09-01 09:00",
    "assigned_at": "2025-09-01 10:00",
    "objected_at": "2025-09-01 11:00",
    "started_at": "2025-09-01 12:00",
    "filed_at": "2025-09-01 13:00",
    "accepted_at": "2025年9月2日",
    "notified_at": "2025-09-10",
    "deployed_at": "2025-09-11",
    "promised_at": "2025-09-12",
    "promised_until": "2025-10-30",
    "fed_back_at": "2025-09-15",
    "planned_at": "2025-09-16",
    "planned_until": "2025-10-31T17:00",
    "extended_at": "2025-10-20",
    "extension": "30",
    "reason_told": "是",
    "resolved_at": "2025-11-02",
    "concluded_at": "2025-11-03",
    "replied_at": "2025-11-04T16:05Z",
    "informed_at": "2025-11-05",
    "feedback_mode": "公示栏公示",
    "delivered_at": "2025-11-06",
    "review_requested_at": "2025-11-07",
    "reviewed_at": "2025-11-08",
    "re_review_requested_at": "2025-11-09",
    "re_reviewed_at": "2025-11-10",
    "award_paid_at": "2025-11-20",
    "award_paid": "20.50",
    "archived_at": "2025-11-21",
    "written_off_at": "2025-11-22",
    "mandate_withdrawn_at": "2025-11-23",
    "evaluated_at": "2025-11-10",
    "agent_grade": "满意",
    "handling_body_grade": "basically_satisfied",
    "petition_office_grade": "未评价",
    "petition_worker_grade": "不满意",
    "petition": "否",
    "outside_as": "热线工单",
    "category": "咨询类事项",
    "urgent": "否",
    "social_impact": "是",
    "needs_investigation": "TRUE",
    "consultation": "1",
    "case_class": "appeal",
    "handling_opinion": "是",
    "route": "信访程序",
    "contact_unclear": "no",
    "settled": "是",
    "purpose": "求决",
    "form": "走访",
    "received_by": "信访部门",
    "people": "12",
    "representatives": "5",
    "group": "是",
    "repeats": "3",
    "earlier_within_limit": "是",
    "same_person": "是",
    "same_matter": "否",
    "same_grounds": "是",
    "earlier_stage": "首次提出",
    "visited_level": "市",
    "competent_level": "district",
    "not_competent": "否",
    "major": "是",
    "complicated": "否",
    "group_complex": "yes",
    "wide_reach": "no",
    "case_weight": "重大信访",
    "case_stage": "初始简单矛盾",
    "document_form": "答复件",
    "intake_channel": next(iter(IntakeChannel)).name,
    "hot_topic": str(next(iter(HotTopic)).value),
    "village_can_handle": "否",
    "town_can_handle": "否",
    "city_level": "是",
    "multi_department": "是",
    "cross_town": "否",
    "policy_bound": "否",
    "resolvable": "是",
    "own_deadline": "2025年11月15日",
    "simplified": "否",
    "superior_assigned": "是",
    "may_not_support": "否",
    "joint_signature": "是",
    "service_fee": "0",
    "proxy_form": "委托代办",
    "mandate_agents": "2",
    "signs": "集体访苗头、苗头性、倾向性问题；重复访苗头",
    "conduct": "推诿、敷衍、拖延、弄虚作假",
    "subject": str(next(iter(Subject)).value),
    "acceptance_disputed": "否",
    "common_superior": "是",
    "mandate_proofs": "kinship;recommendation",
    "agent_no": "D-0042",
    "agent_category": "社区志愿者",
    "agent_registered": "是",
    "agent_trained": "是",
    "agent_is_petitioner": "否",
    "agent_works_offline": "否",
    "agent_first_contact": "是",
}


def at(month: int, day: int, hour: int | None = None, minute: int = 0) -> date:
    """A day or an hour of 2025."""
    if hour is None:
        return date(2025, month, day)
    return datetime(2025, month, day, hour, minute)  # noqa: DTZ001


def rated(grade: Grade, target: Role) -> Event:
    """A rating of 10 November 2025."""
    return Event(EventKind.evaluate, at(11, 10), grade=grade, target=target)


HISTORY = History(
    (
        Event(EventKind.register, at(9, 1)),
        Event(EventKind.receive, at(9, 1, 8, 5)),
        Event(EventKind.sign_mandate, at(9, 1)),
        Event(EventKind.transfer, at(9, 1, 9)),
        Event(EventKind.assign, at(9, 1, 10)),
        Event(EventKind.object, at(9, 1, 11)),
        Event(EventKind.start, at(9, 1, 12)),
        Event(EventKind.file, at(9, 1, 13)),
        Event(EventKind.accept, at(9, 2)),
        Event(EventKind.notify, at(9, 10)),
        Event(EventKind.deploy, at(9, 11)),
        Event(EventKind.promise, at(9, 12), until=at(10, 30)),
        Event(EventKind.feed_back, at(9, 15)),
        Event(EventKind.plan, at(9, 16), until=at(10, 31)),
        Event(EventKind.extend, at(10, 20), extension=30, reason_told=True),
        Event(EventKind.resolve, at(11, 2)),
        Event(EventKind.conclude, at(11, 3)),
        Event(EventKind.reply, at(11, 5, 0, 5)),
        Event(EventKind.inform, at(11, 5), mode=FeedbackMode.notice_board),
        Event(EventKind.deliver, at(11, 6)),
        Event(EventKind.request_review, at(11, 7)),
        Event(EventKind.review, at(11, 8)),
        Event(EventKind.request_re_review, at(11, 9)),
        Event(EventKind.re_review, at(11, 10)),
        Event(EventKind.pay_award, at(11, 20), amount=Decimal("20.50")),
        Event(EventKind.archive, at(11, 21)),
        Event(EventKind.write_off, at(11, 22)),
        Event(EventKind.withdraw_mandate, at(11, 23)),
        rated(Grade.satisfied, Role.agent),
        rated(Grade.basically_satisfied, Role.handling_body),
        rated(Grade.unrated, Role.petition_office),
        rated(Grade.dissatisfied, Role.petition_worker),
    )
)
FULL_CASE = Case(
    "甲〔2025〕1号",
    HISTORY,
    petition=False,
    outside_as=OutsideAs.hotline,
    category=ReplyKind.consultation,
    urgent=False,
    social_impact=True,
    needs_investigation=True,
    consultation=True,
    case_class=CaseClass.appeal,
    handling_opinion=True,
    route=Route.petition,
    contact_unclear=False,
    settled=Settled.yes,
    agent=Agent(
        AgentCategory.community_volunteer,
        "D-0042",
        registered=True,
        trained=True,
        is_petitioner=False,
        works_offline=False,
        first_contact=True,
    ),
    purpose=Purpose.settlement,
    form=PetitionForm.visit,
    received_by=ReceivingBody.petition_office,
    people=12,
    representatives=5,
    group=True,
    same_person=True,
    same_matter=False,
    same_grounds=True,
    repeats=3,
    earlier_within_limit=True,
    earlier_stage=EarlierStage.never,
    visited_level=Level.city,
    competent_level=Level.district,
    not_competent=False,
    major=True,
    complicated=False,
    group_complex=True,
    wide_reach=False,
    case_weight=CaseWeight.major,
    case_stage=CaseStage.initial,
    document_form=DocumentForm.reply,
    intake_channel=next(iter(IntakeChannel)),
    hot_topic=next(iter(HotTopic)),
    village_can_handle=False,
    town_can_handle=False,
    city_level=True,
    multi_department=True,
    cross_town=False,
    policy_bound=False,
    resolvable=True,
    own_deadline=at(11, 15),
    simplified=False,
    superior_assigned=True,
    may_not_support=False,
    joint_signature=True,
    service_fee=Decimal(0),
    proxy_form=ProxyForm.entrusted,
    mandate_agents=2,
    signs=(Sign.group_visit, Sign.tendency, Sign.repeat_visit),
    conduct=(Conduct.shirking,),
    subject=next(iter(Subject)),
    acceptance_disputed=False,
    common_superior=True,
    mandate_proofs=(MandateProof.kinship, MandateProof.recommendation),
)
NEVER_FLAT = {
    EventKind.escalate,
    EventKind.meet,
    EventKind.call,
    EventKind.handle,
    EventKind.suspend,
    EventKind.resume,
    EventKind.report,
    EventKind.suggest,
    EventKind.answer_suggestion,
    EventKind.supervise,
    EventKind.refute_delivery,
    EventKind.revisit,
    EventKind.reopen,
}
"""What may come again by its nature, and so stands in ``events``."""


def table(row: dict[str, str]) -> str:
    """One row as CSV."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows((row.keys(), row.values()))
    return stream.getvalue()


def test_every_column_in_english(tmp_path: Path) -> None:
    assert list(FULL) == [field.name for field in FIELDS]
    assert cases_in(tmp_path, table(FULL)) == (FULL_CASE,)


def test_every_column_in_chinese(tmp_path: Path) -> None:
    names = {field.name: field.chinese for field in FIELDS}
    chinese = {names[name]: cell for name, cell in reversed(FULL.items())}
    assert cases_in(tmp_path, table(chinese)) == (FULL_CASE,)


def test_every_key_of_a_json_record(tmp_path: Path) -> None:
    typed: dict[type, dict[str, object]] = {
        bool: {"是": True, "TRUE": True, "1": True, "yes": True},
        int: {"12": 12, "5": 5, "2": 2, "3": 3, "30": 30},
        Decimal: {"20.50": 20.5, "0": 0},
    }
    record = {
        field.name: typed[field.kind].get(FULL[field.name], False)
        if field.kind in typed
        else FULL[field.name]
        for field in FIELDS
    }
    record["service_fee"] = 0
    record["signs"] = ["group_visit", "苗头性、倾向性问题", "重复访苗头"]
    assert cases_in(tmp_path, json.dumps([record]), "r.json") == (FULL_CASE,)


class TestNothingIsForgotten:
    """What a case, an agent or an event can hold can be read from a register."""

    def test_every_fact_has_a_header(self) -> None:
        apart = {"case_no", "history", "agent"}
        assert {field.fact for field in FACTS} | apart == set(fields_dict(Case))
        assert all(getattr(FULL_CASE, name) not in (None, ()) for name in fields_dict(Case))
        agent = FULL_CASE.agent
        assert agent is not None
        assert all(getattr(agent, name) is not None for name in fields_dict(Agent))

    def test_every_event_has_a_column_unless_it_may_come_again(self) -> None:
        assert {event.kind for event in FLAT_EVENTS} == set(EventKind) - NEVER_FLAT

    def test_every_part_of_an_event_is_a_key_of_the_history(self) -> None:
        assert [field.fact for field in EVENT_FIELDS] == list(fields_dict(Event))

    def test_no_two_columns_share_a_name(self) -> None:
        names = [name for field in FIELDS for name in (field.name, field.chinese)]
        assert len(names) == len(set(names))
