"""A summary counts every case once under each reading, and adds up what is paid."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from assessing import with_rules
from checks import day, rated, recorded
from strategies import DAYS, FEWER, cases, packs
from xinfang_core.assessment import assess
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import Agent, Case
from xinfang_core.codec.lacking import Lack
from xinfang_core.codec.outcomes import DEADLINES
from xinfang_core.codec.summary import Tally, status_of, summary_json
from xinfang_core.decision import Decision, Reason
from xinfang_core.policy import PolicyPack, load_policy
from xinfang_core.policy.declared import BESIDE_LIMITS
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.vocabulary import (
    Absent,
    AgentCategory,
    AwardKind,
    CaseClass,
    Grade,
    ReplyKind,
    Settled,
    Undetermined,
)

if TYPE_CHECKING:
    from datetime import date

CALENDAR = mainland_calendar()
PROXY = load_policy("online-proxy")
AS_OF = day("2025-11-03")
DONE = {"accept": "2025-09-22", "reply": "2025-09-26", "deliver": "2025-09-26"}
VOLUNTEER = Agent(AgentCategory.community_volunteer)
REGISTER = (
    # 5 working days from 22 September 2025 end on Sunday the 28th, a worked one; the 27th, day
    # 5 of calendar days, is a Saturday and moves there too.
    Case("1", recorded(**DONE), category=ReplyKind.consultation, agent=VOLUNTEER),
    Case(
        "2",
        recorded(rated("2025-10-14", Grade.satisfied), **DONE),
        category=ReplyKind.consultation,
        settled=Settled.yes,
        agent=VOLUNTEER,
    ),
    Case("3", recorded(accept="2025-09-22"), category=ReplyKind.consultation),
    # 15 working days from 22 September end on 20 October, 15 calendar days on 9 October.
    Case(
        "4",
        recorded(accept="2025-09-22", reply="2025-10-13"),
        category=ReplyKind.general,
        agent=Agent(AgentCategory.civil_servant),
    ),
    Case("5", recorded(register="2025-01-01"), case_class=CaseClass.suggestion),
)


def tallied(variant: str | None = None) -> Tally:
    """The register counted under one reading."""
    policy = PROXY.with_variant(variant)
    tally = Tally(variant, "“日”按…")
    for case in REGISTER:
        tally.add(assess(case, policy.in_force(case, AS_OF), CALENDAR, AS_OF))
    return tally


class TestFigures:
    """Worked by hand, with the calendar on the wall."""

    def test_under_working_days(self) -> None:
        wanted = {
            "variant": None,
            "title": "“日”按…",
            "reply_deadline": {
                "consultation": {"met": 2, "overdue": 1},
                "general": {"met": 1, "not_started": 1},
            },
            "notice_deadline": {"all": {"not_started": 1}},
            "handling_deadline": {"all": {"none": 1}},
            "awards": {"appraisal": 1, "money": 2, "undetermined": 2},
            "award_total": 30,
        }
        shown = tallied().as_json()
        assert {name: shown[name] for name in wanted} == wanted
        assert set(shown) - set(wanted) <= {*DEADLINES, "findings"}

    def test_under_calendar_days(self) -> None:
        shown = tallied("calendar_days").as_json()
        assert shown["reply_deadline"] == {
            "consultation": {"met": 2, "overdue": 1},
            "general": {"late": 1, "not_started": 1},
        }
        assert shown["award_total"] == 30

    def test_side_by_side(self) -> None:
        readings = [tallied(), tallied("calendar_days")]
        lacks = (Lack(("people",), ("group_petition",), 5), Lack(("a", "b"), ("x", "y"), 1))
        shown = summary_json(readings, 5, "online-proxy", AS_OF, day("2025-11-01"), lacks)
        assert shown == {
            "cases": 5,
            "policy": "online-proxy",
            "as_of": "2025-11-03",
            "known_on": "2025-11-01",
            "award_total": 30,
            "readings": [reading.as_json() for reading in readings],
            "missing": [
                {"names": ["people"], "rules": ["group_petition"], "cases": 5},
                {"names": ["a", "b"], "rules": ["x", "y"], "cases": 1},
            ],
        }
        assert summary_json(readings, 5, "x", AS_OF, None)["known_on"] is None

    def test_nothing_counted(self) -> None:
        assert Tally(None, "默认").as_json() == {
            "variant": None,
            "title": "默认",
            "findings": {},
            "awards": {},
            "award_total": 0,
        }

    def test_a_case_counts_once_for_each_thing_that_is_out_of_order(self) -> None:
        case = Case("1", recorded(reply="2025-09-22", deliver="2025-09-23"))
        answer = assess(case, PROXY.in_force(case, AS_OF), CALENDAR, AS_OF)
        answer = evolve(answer, findings=(*answer.findings, *answer.findings))
        codes = [one.reason.code for one in answer.findings]
        tally = Tally(None, "")
        for _ in range(2):
            tally.add(answer)
        found = tally.as_json()["findings"]
        assert found == dict.fromkeys(sorted({*codes}), 2)
        assert isinstance(found, dict)
        assert [*found] == sorted(found)

    def test_who_petitions_in_person_is_counted_apart_and_not_as_undetermined(self) -> None:
        agent = evolve(VOLUNTEER, is_petitioner=True)
        case = Case("1", recorded(**DONE), agent=agent)
        tally = Tally(None, "")
        tally.add(assess(case, PROXY.in_force(case, AS_OF), CALENDAR, AS_OF))
        assert tally.as_json()["awards"] == {"none": 1}

    def test_money_with_cents_adds_up_exactly(self) -> None:
        case = Case("1", recorded(**DONE), agent=VOLUNTEER)
        made = assess(case, PROXY.in_force(case, AS_OF), CALENDAR, AS_OF)
        tally = Tally(None, "")
        award = Decision(Award(AwardKind.money, None, Decimal("0.1")), ())
        for _ in range(3):
            tally.add(with_rules(made, incentive=award))
        assert tally.as_json()["award_total"] == 0.3


class TestStatus:
    """A decision about a deadline is counted by its status; a matter without one as none."""

    def test_without_a_limit_and_without_an_answer(self) -> None:
        reason = (Reason("deadline.no_limit", (("clause", "一"),)),)
        assert status_of(Decision(Absent.none, reason)) == "none"
        assert status_of(Decision(Undetermined.undetermined, reason)) == "undetermined"


@FEWER
@given(register=st.lists(st.tuples(cases(), packs()), max_size=4), as_of=DAYS)
def test_each_case_is_counted_once_by_every_rule_it_has(
    register: list[tuple[Case, PolicyPack]], as_of: date
) -> None:
    """The counts agree with counting the assessments one by one."""
    tally = Tally(None, "")
    made = [assess(case, pack, CALENDAR, as_of) for case, pack in register]
    for assessment in made:
        tally.add(assessment)
    shown: dict[str, Any] = tally.as_json()
    for rule in DEADLINES:
        decisions = [decision for one in made if (decision := one.decision(rule))]
        counted: Counter[str] = Counter()
        for by_status in shown.get(rule, {}).values():
            counted.update(by_status)
        assert counted == Counter(map(status_of, decisions))
    awards = [one.follow_through.incentive.outcome for one in made if one.follow_through.incentive]
    assert sum(shown["awards"].values()) == len(awards)
    money = [one.amount for one in awards if isinstance(one, Award)]
    assert Decimal(str(shown["award_total"])) == sum(money)


def test_no_declared_limit_is_called_like_what_stands_beside_the_limits() -> None:
    assert {*Tally(None, "").as_json()} == {*BESIDE_LIMITS}
