"""What is owed next, by whom, to whom, by when: soonest first, undated last."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from assessing import (
    CASES,
    EVERY_RULE,
    EXAMPLES,
    MAINLAND,
    NATIONAL,
    OLD_AND_NEW,
    POLICIES,
    RECENT,
    SHIPPED,
    appeal,
    assessed,
    status,
    triggers_of,
    with_rules,
)
from checks import assert_speaks, codes, day, deadline_of, present, rated
from strategies import FEWER, packs
from strategies_params import CITATIONS
from xinfang_core.assessment import RULES, Assessment, Obligation, assess
from xinfang_core.assessment.unfinished import is_ended
from xinfang_core.case import Agent, Case, Event, History
from xinfang_core.case.receipt import is_with_body
from xinfang_core.decision import Reason
from xinfang_core.periods import WorkingDays
from xinfang_core.policy import read_policy
from xinfang_core.policy.pack import PARAMS
from xinfang_core.rules.follow_through.supervision import Supervision
from xinfang_core.rules.limits import DUTIES
from xinfang_core.sources import CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    AgentCategory,
    CaseClass,
    Certainty,
    Conduct,
    DocumentForm,
    EarlierStage,
    EventKind,
    FeedbackMode,
    Grade,
    Level,
    ProxyForm,
    ReceivingBody,
    ReplyKind,
    Role,
    Settled,
    Status,
    Step,
    Subject,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.policy import PolicyPack

ANY = packs() | SHIPPED | st.just(EVERY_RULE)
RIGHTS = ("review_request_deadline", "re_review_request_deadline", "evaluation_window_deadline")
"""Limits of the petitioner, who owes nobody anything."""

JUDGED_AFTERWARDS = "simplified_transfer_deadline"
"""The limit of levels that passed the matter on, so that it is met or late, and never runs."""

CAME = {"register": "2025-03-03", "receive": "2025-03-03"}
RUNNING = appeal(receive="2025-03-03", accept="2025-03-04")
ACCEPTED = appeal(**CAME, accept="2025-03-04", notify="2025-03-04")
ANSWERED = {
    **CAME,
    "transfer": "2025-03-03",
    "notify": "2025-03-04",
    "accept": "2025-03-04",
    "conclude": "2025-03-18",
    "reply": "2025-03-18",
    "deliver": "2025-03-19",
}
SIMPLE = evolve(
    appeal(**CAME),
    simplified=True,
    superior_assigned=False,
    may_not_support=False,
    multi_department=False,
    joint_signature=False,
    earlier_stage=EarlierStage.never,
)
WORK = evolve(appeal(**CAME, assign="2025-03-04"), major=False, complicated=False, resolvable=True)
AGENT = Agent(AgentCategory.community_volunteer)


def _more(case: Case, *details: Event, **days: str) -> Case:
    """The case with more events."""
    more = (*appeal(*details, **days).history.events, *case.history.events)
    return evolve(case, history=History(more))


def _until(kind: EventKind, on: str, until: str) -> Event:
    return Event(kind, day(on), until=day(until))


OFFICE, BODY, PETITIONER = Role.petition_office, Role.handling_body, Role.petitioner
LIMITS: list[tuple[str, str | PolicyPack, Case, str, tuple[str, Role, Role, str]]] = [
    (
        "transfer_deadline",
        "national",
        appeal(**CAME),
        "2025-03-10",
        ("transfer", OFFICE, BODY, "2025-03-18"),
    ),
    (
        "notice_deadline",
        "national",
        evolve(appeal(**CAME), received_by=ReceivingBody.body),
        "2025-03-10",
        ("notify", BODY, PETITIONER, "2025-03-18"),
    ),
    (
        "objection_deadline",
        "national",
        evolve(appeal(**CAME, transfer="2025-03-05"), not_competent=True),
        "2025-03-10",
        ("object", BODY, OFFICE, "2025-03-12"),
    ),
    (
        "assigned_deadline",
        "national",
        evolve(
            appeal(**CAME, assign="2025-03-05"),
            superior_assigned=True,
            own_deadline=day("2025-04-30"),
        ),
        "2025-03-10",
        ("feed_back", BODY, OFFICE, "2025-04-30"),
    ),
    (
        "handling_deadline",
        "national",
        ACCEPTED,
        "2025-03-10",
        ("conclude", BODY, PETITIONER, "2025-05-06"),
    ),
    (
        "review_deadline",
        "national",
        appeal(**ANSWERED, request_review="2025-04-01"),
        "2025-04-03",
        ("review", Role.reviewing_body, PETITIONER, "2025-05-06"),
    ),
    (
        "re_review_deadline",
        "national",
        appeal(
            **ANSWERED,
            request_review="2025-04-01",
            review="2025-04-10",
            request_re_review="2025-04-20",
        ),
        "2025-04-23",
        ("re_review", Role.re_reviewing_body, PETITIONER, "2025-05-20"),
    ),
    (
        "suggestion_feedback_deadline",
        NATIONAL.on(day("2010-01-01")),
        appeal(receive="2010-03-01", accept="2010-03-02", suggest="2010-03-10"),
        "2010-03-12",
        ("answer_suggestion", BODY, OFFICE, "2010-04-09"),
    ),
    (
        "simplified_acceptance_deadline",
        "national",
        _more(SIMPLE, transfer="2025-03-04"),
        "2025-03-05",
        ("accept", BODY, PETITIONER, "2025-03-07"),
    ),
    (
        "simplified_handling_deadline",
        "national",
        _more(SIMPLE, transfer="2025-03-04", accept="2025-03-05"),
        "2025-03-06",
        ("conclude", BODY, PETITIONER, "2025-03-19"),
    ),
    (
        "acceptance_deadline",
        "yubei",
        evolve(appeal(**CAME), village_can_handle=True),
        "2025-03-04",
        ("accept", BODY, PETITIONER, "2025-03-03"),
    ),
    (
        "reply_deadline",
        "online-proxy",
        ACCEPTED,
        "2025-03-10",
        ("reply", BODY, PETITIONER, "2025-03-25"),
    ),
    (
        "promised_deadline",
        "yubei",
        _more(ACCEPTED, _until(EventKind.promise, "2025-03-04", "2025-03-20"), start="2025-03-04"),
        "2025-03-10",
        ("conclude", BODY, PETITIONER, "2025-03-20"),
    ),
    (
        "deploy_work",
        "qiaocheng",
        WORK,
        "2025-03-04",
        ("deploy", BODY, OFFICE, "2025-03-04"),
    ),
    (
        "progress_feedback_deadline",
        "qiaocheng",
        _more(WORK, deploy="2025-03-04"),
        "2025-03-05",
        ("feed_back", BODY, Role.inspection_office, "2025-03-07"),
    ),
    (
        "resolution_deadline",
        "qiaocheng",
        _more(WORK, deploy="2025-03-04"),
        "2025-03-05",
        ("resolve", BODY, PETITIONER, "2025-03-13"),
    ),
    (
        "progress_report_deadline",
        "qiaocheng",
        evolve(
            _more(WORK, _until(EventKind.plan, "2025-03-06", "2025-08-06"), deploy="2025-03-04"),
            major=True,
        ),
        "2025-03-10",
        ("report", BODY, OFFICE, "2025-04-07"),
    ),
]
"""Of each limit of an office a case in which it runs, and what it asks for."""


class TestLimits:
    """What a limit asks for is owed while it is open or overdue."""

    def test_each_limit_of_an_office_has_its_example_and_those_of_petitioners_have_none(
        self,
    ) -> None:
        assert {rule for rule, *_ in LIMITS} == {*DUTIES, "deploy_work"}
        limits = {rule for rule in RULES if rule.endswith("_deadline")}
        assert limits - {rule for rule, *_ in LIMITS} == {*RIGHTS, JUDGED_AFTERWARDS}

    @FEWER
    @given(CASES, RECENT)
    def test_a_level_that_passed_the_matter_on_owes_that_no_more(
        self, case: Case, as_of: date
    ) -> None:
        answer = assess(evolve(case, simplified=True), EVERY_RULE, MAINLAND, as_of)
        assert status(answer, JUDGED_AFTERWARDS) not in {Status.open, Status.overdue}

    @pytest.mark.parametrize(("received", "moves"), [("2026-12-11", False), ("2026-12-25", True)])
    def test_a_day_that_a_later_notice_may_move_is_provisional(
        self, received: str, *, moves: bool
    ) -> None:
        answer = assessed(appeal(receive=received, register=received), "2026-12-26", "national")
        owed = {one.duty: (one.due, one.provisional) for one in answer.obligations}
        due = deadline_of(present(answer.limits.transfer_deadline)).due
        assert owed[EventKind.transfer] == (due, moves)

    @FEWER
    @given(CASES, ANY, RECENT)
    def test_exactly_what_is_open_or_overdue(
        self, case: Case, policy: PolicyPack, as_of: date
    ) -> None:
        answer = assess(case, policy, MAINLAND, as_of)
        known = case.history.until(as_of)
        waiting = not is_with_body(known, case.received_by)
        by_limit = [
            Obligation(
                *DUTIES[rule][:3],
                deadline_of(decision).due,
                decision.reasons[-1],
                status(answer, rule) is Status.overdue,
                provisional=deadline_of(decision).certainty is Certainty.provisional,
            )
            for rule, decision in answer.decisions()
            if rule in DUTIES and status(answer, rule) in {Status.open, Status.overdue}
            if not (DUTIES[rule].lapses and is_ended(known))
            if not (DUTIES[rule].waits and waiting)
        ]
        for one in by_limit:
            assert one in answer.obligations
        others = [one for one in answer.obligations if one not in by_limit]
        limits = {
            reason
            for rule, decision in answer.decisions()
            if rule.endswith("_deadline")
            for reason in decision.reasons
        }
        assert not [one for one in others if one.reason in limits and one.due]


PROXY_STARTED = evolve(_more(ACCEPTED, start="2025-03-04"), proxy_form=ProxyForm.entrusted)
FINDINGS: list[tuple[str, str | PolicyPack, Case, str, tuple[str, Role, Role]]] = [
    (
        "workflow.not_accepted",
        "national",
        evolve(appeal(**CAME), received_by=ReceivingBody.body),
        "2025-03-10",
        ("accept", BODY, PETITIONER),
    ),
    (
        "mandate.missing",
        "jiuyuan",
        PROXY_STARTED,
        "2025-03-10",
        ("sign_mandate", Role.agent, PETITIONER),
    ),
    (
        "mandate.missing_again",
        "jiuyuan",
        _more(
            PROXY_STARTED,
            Event(EventKind.start, day("2025-03-07")),
            sign_mandate="2025-03-03",
            withdraw_mandate="2025-03-06",
        ),
        "2025-03-10",
        ("sign_mandate", Role.agent, PETITIONER),
    ),
    (
        "promised_deadline.missing",
        "yubei",
        PROXY_STARTED,
        "2025-03-10",
        ("promise", Role.agent, PETITIONER),
    ),
    (
        "feedback_mode.not_told",
        "yubei",
        appeal(**ANSWERED),
        "2025-03-20",
        ("inform", BODY, PETITIONER),
    ),
    (
        "feedback_mode.other_mode",
        "yubei",
        evolve(
            appeal(Event(EventKind.inform, day("2025-03-18"), mode=FeedbackMode.phone), **ANSWERED),
            people=6,
        ),
        "2025-03-20",
        ("inform", BODY, PETITIONER),
    ),
    (
        "feedback_mode.not_followed",
        "yubei",
        appeal(Event(EventKind.inform, day("2025-03-18"), mode=FeedbackMode.phone), **ANSWERED),
        "2025-03-20",
        ("revisit", BODY, PETITIONER),
    ),
    (
        "document_form.bare",
        "yubei",
        evolve(ACCEPTED, document_form=DocumentForm.promise),
        "2025-03-20",
        ("promise", BODY, PETITIONER),
    ),
    (
        "progress_report_deadline.no_plan",
        "qiaocheng",
        evolve(WORK, major=True),
        "2025-06-20",
        ("plan", BODY, OFFICE),
    ),
    (
        "ladder.not_taken",
        EVERY_RULE,
        evolve(ACCEPTED, repeats=3),
        "2025-03-10",
        ("supervise", OFFICE, BODY),
    ),
]
"""Of each finding that asks for something a case that has it, and what it asks for."""

ASKING = {code for code, *_ in FINDINGS}


class TestFindings:
    """Some findings ask for something, though no day is set."""

    @pytest.mark.parametrize(
        ("code", "policy", "case", "as_of", "wanted"), FINDINGS, ids=[one[0] for one in FINDINGS]
    )
    def test_it_is_owed_without_a_day(
        self,
        code: str,
        policy: str | PolicyPack,
        case: Case,
        as_of: str,
        wanted: tuple[str, Role, Role],
    ) -> None:
        answer = assessed(case, as_of, policy)
        assert code in codes(answer.findings)
        (found,) = (one for one in answer.obligations if one.reason.code == code)
        duty, debtor, creditor = wanted
        assert found[:4] == (EventKind[duty], debtor, creditor, None)

    @FEWER
    @given(CASES, ANY, RECENT)
    def test_a_duty_that_is_told_with_its_day_is_not_told_again_without(
        self, case: Case, policy: PolicyPack, as_of: date
    ) -> None:
        answer = assess(case, policy, MAINLAND, as_of)
        by_finding = [one for one in answer.obligations if one.reason.code in ASKING]
        for one in by_finding:
            same = [
                other
                for other in answer.obligations
                if (other.duty, other.creditor) == (one.duty, one.creditor)
            ]
            assert same == [one]


EVERY_FIVE_DAYS = with_rules(
    EVERY_RULE,
    follow_up=evolve(
        present(EVERY_RULE.follow_through.follow_up), interval=Sourced(WorkingDays(5), CITATIONS[0])
    ),
)
EARNED = evolve(
    appeal(rated("2025-03-20", Grade.satisfied), **ANSWERED), settled=Settled.yes, agent=AGENT
)
Wanted = tuple[str, Role | Undetermined, Role, str | None]
OUTCOMES: list[tuple[str, str | PolicyPack, Case, str, Wanted]] = [
    (
        "weekly_meeting",
        "jiuyuan",
        PROXY_STARTED,
        "2025-03-10",
        ("meet", Role.agent, PETITIONER, "2025-03-11"),
    ),
    (
        "follow_up",
        EVERY_FIVE_DAYS,
        ACCEPTED,
        "2025-03-10",
        ("report", Role.agent, PETITIONER, "2025-03-11"),
    ),
    (
        "first_contact",
        "jiuyuan",
        evolve(PROXY_STARTED, agent=Agent(AgentCategory.grid_worker, first_contact=True)),
        "2025-03-10",
        ("assign", Role.agent, BODY, None),
    ),
    (
        "service_loop",
        "gongshu",
        appeal(**ANSWERED),
        "2025-03-20",
        ("revisit", Role.petition_worker, PETITIONER, None),
    ),
    (
        "write_off",
        "qiaocheng",
        appeal(**ANSWERED),
        "2025-03-20",
        ("write_off", BODY, OFFICE, None),
    ),
    (
        "supervision",
        "national",
        evolve(ACCEPTED, conduct=(Conduct.shirking,)),
        "2025-03-10",
        ("supervise", Undetermined.undetermined, BODY, None),
    ),
    (
        "suggestion",
        "national",
        evolve(ACCEPTED, conduct=(Conduct.shirking,)),
        "2025-03-10",
        ("suggest", Undetermined.undetermined, BODY, None),
    ),
    (
        "urgent_report",
        "national",
        evolve(ACCEPTED, social_impact=True, major=True, urgent=True),
        "2025-03-10",
        ("escalate", BODY, Role.party_and_government, None),
    ),
    (
        "incentive",
        "online-proxy",
        EARNED,
        "2025-03-31",
        ("pay_award", OFFICE, Role.agent, None),
    ),
]
"""Of each other outcome that says what is owed a case, and what it says."""


@pytest.mark.parametrize(
    ("rule", "policy", "case", "as_of", "wanted"),
    [*LIMITS, *OUTCOMES],
    ids=[one[0] for one in (*LIMITS, *OUTCOMES)],
)
def test_what_a_limit_or_another_outcome_asks_for_is_owed_until_it_is_on_record(
    rule: str,
    policy: str | PolicyPack,
    case: Case,
    as_of: str,
    wanted: Wanted,
) -> None:
    answer = assessed(case, as_of, policy)
    duty, debtor, creditor, due = wanted
    decision = present(answer.decision(rule))
    until, overdue = day(due) if due else None, status(answer, rule) is Status.overdue
    expected = Obligation(EventKind[duty], debtor, creditor, until, decision.reasons[-1], overdue)
    assert expected in answer.obligations
    amount = Decimal(20) if duty == "pay_award" else None
    act = Event(EventKind[duty], day(as_of), amount=amount)
    done = assessed(_more(case, act), as_of, policy)
    assert (expected.duty, until) not in [(one.duty, one.due) for one in done.obligations]


def _of(answer: Assessment, duty: EventKind) -> list[Obligation]:
    """What is owed of one kind."""
    return [one for one in answer.obligations if one.duty is duty]


class TestOutcomes:
    """Other outcomes say what is owed, as long as it is not on record."""

    def test_nothing_is_owed_for_any_other_reason(self) -> None:
        modules = {rule: import_module(PARAMS[rule].__module__) for rule in RULES}
        telling = {rule for rule, module in modules.items() if hasattr(module, "owed")}
        assert {rule for rule, *_ in OUTCOMES} == telling

    def test_the_first_contact_registers_for_the_petitioner_and_assigns_to_the_body(self) -> None:
        agent = Agent(AgentCategory.grid_worker, first_contact=True)
        answer = assessed(Case("A-1", agent=agent), "2025-03-10", "jiuyuan")
        owed = {one.duty: one.creditor for one in answer.obligations}
        assert owed[EventKind.register] is PETITIONER
        assert owed[EventKind.assign] is BODY

    def test_what_a_limit_asks_for_already_is_not_told_again(self) -> None:
        """Who received the matter first has to pass it on, and the office by its limit."""
        duties = CitedList((Sourced(EventKind.transfer, CITATIONS[0]),), CITATIONS[0])
        jiuyuan = POLICIES["jiuyuan"].on(day("2025-01-01"))
        both = with_rules(
            jiuyuan, first_contact=evolve(present(jiuyuan.people.first_contact), duties=duties)
        )
        case = evolve(appeal(**CAME, start="2025-03-04"), agent=Agent(first_contact=True))
        alone = assessed(case, "2025-03-10", with_rules(both, transfer_deadline=None))
        assert [one.due for one in _of(alone, EventKind.transfer)] == [None]
        dated = assessed(case, "2025-03-10", both)
        assert [one.due for one in _of(dated, EventKind.transfer)] == [day("2025-03-18")]

    def test_nothing_of_it_is_owed_where_nothing_of_it_arises(self) -> None:
        done = appeal(**ANSWERED, revisit="2025-03-20", write_off="2025-03-20")
        owed = {one.duty for one in assessed(done, "2025-03-21", "national").obligations}
        assert owed == set()


class TestEndedProxy:
    """Nothing is owed under a mandate that ended."""

    UNDER_A_MANDATE = frozenset({EventKind.promise, EventKind.meet, EventKind.report})

    @given(CASES, st.sampled_from(("jiuyuan", "yubei")), st.integers(0, 60))
    def test_once_it_is_withdrawn_the_agent_owes_nothing_of_it(
        self, case: Case, policy: str, later: int
    ) -> None:
        last = max((one.day for one in case.history.events), default=date(2025, 3, 3))
        withdrawn = Event(EventKind.withdraw_mandate, last + timedelta(1))
        ended = evolve(case, history=History((*case.history.events, withdrawn)), document_form=None)
        answer = assessed(ended, str(withdrawn.day + timedelta(later)), policy)
        owed = [one for one in answer.obligations if one.duty in self.UNDER_A_MANDATE]
        assert [one for one in owed if one.debtor is Role.agent] == []
        if ended.history.day(EventKind.start):
            assert status(answer, "promised_deadline") not in {Status.open, Status.overdue}

    def test_a_promise_is_owed_while_it_lasts(self) -> None:
        running = assessed(PROXY_STARTED, "2025-03-10", "jiuyuan")
        assert _of(running, EventKind.promise)
        ended = _more(PROXY_STARTED, withdraw_mandate="2025-03-10")
        assert not _of(assessed(ended, "2025-03-11", "jiuyuan"), EventKind.promise)


class TestPayment:
    """An agent is paid once the award is certain, and while fit to serve."""

    @pytest.mark.parametrize(
        "case",
        [
            evolve(EARNED, agent=evolve(AGENT, trained=False)),
            evolve(EARNED, agent=evolve(AGENT, registered=False)),
            evolve(EARNED, settled=None),
        ],
        ids=["untrained", "unregistered", "unsettled"],
    )
    def test_nothing_is_paid_while_something_stands_against_it(self, case: Case) -> None:
        answer = assessed(case, "2025-03-31", "online-proxy")
        assert present(answer.follow_through.incentive).outcome is Undetermined.undetermined
        assert _of(answer, EventKind.pay_award) == []
        assert _of(assessed(EARNED, "2025-03-31", "online-proxy"), EventKind.pay_award)


REVIEWED = evolve(appeal(**ANSWERED, request_review="2025-04-15"), competent_level=Level.town)


class TestSupervised:
    """2022 Art. 40: supervised is the body that is late, by the office of that body's level."""

    @staticmethod
    def _told(case: Case, as_of: str) -> set[tuple[Step, Role | Undetermined, Role, Level | None]]:
        answer = assessed(case, as_of, "national")
        duties = {EventKind.supervise, EventKind.suggest}
        owed = [one for one in answer.obligations if one.duty in duties]
        return {(one.duty, one.debtor, one.creditor, one.level) for one in owed}

    @pytest.mark.parametrize(
        ("competent", "office", "level"),
        [
            (Level.town, OFFICE, Level.district),
            (Level.province, OFFICE, Level.nation),
            (Level.nation, Undetermined.undetermined, None),
            (None, Undetermined.undetermined, None),
        ],
    )
    def test_a_review_that_is_late_is_held_against_the_reviewing_body_alone(
        self, competent: Level | None, office: Role | Undetermined, level: Level | None
    ) -> None:
        case = evolve(REVIEWED, competent_level=competent)
        told = self._told(case, "2025-06-30")
        assert told == {
            (duty, office, Role.reviewing_body, level)
            for duty in (EventKind.supervise, EventKind.suggest)
        }

    def test_a_re_review_is_two_levels_up(self) -> None:
        again = _more(REVIEWED, review="2025-04-30", request_re_review="2025-05-15")
        told = self._told(again, "2025-09-01")
        assert {one[2:] for one in told} == {(Role.re_reviewing_body, Level.city)}

    def test_what_was_concluded_late_is_nothing_to_urge_while_the_review_runs(self) -> None:
        late = appeal(**CAME, accept="2025-03-04", notify="2025-03-04", conclude="2025-06-30")
        case = _more(late, reply="2025-06-30", deliver="2025-06-30", request_review="2025-07-10")
        answer = assessed(case, "2025-07-20", "national")
        assert status(answer, "handling_deadline") is Status.late
        assert triggers_of(answer) == (Conduct.overdue,)
        assert self._told(case, "2025-07-20") == set()
        assert {one[2] for one in self._told(case, "2025-12-01")} == {Role.reviewing_body}

    def test_a_record_made_before_that_limit_began_is_about_something_else(self) -> None:
        acts = {"supervise": "2025-03-10", "suggest": "2025-03-10"}
        assert self._told(_more(REVIEWED, **acts), "2025-06-30")
        since = {"supervise": "2025-06-20", "suggest": "2025-06-20"}
        assert self._told(_more(REVIEWED, **since), "2025-06-30") == set()

    @pytest.mark.parametrize("days", [{}, {"transfer": "2025-04-10"}])
    def test_the_office_does_not_supervise_its_own_delay_nor_the_body_for_it(
        self, days: dict[str, str]
    ) -> None:
        case = evolve(appeal(**CAME, **days), contact_unclear=True)
        answer = assessed(case, "2025-04-11", "national")
        assert status(answer, "transfer_deadline") in {Status.late, Status.overdue}
        assert present(answer.follow_through.supervision).outcome is Absent.none
        assert self._told(case, "2025-04-11") == set()

    def test_the_office_is_named_with_its_level(self) -> None:
        answer = assessed(REVIEWED, "2025-06-30", "national")
        told = [one.text() for one in _of(answer, EventKind.supervise)]
        assert told == ["区（县）信访部门应督办复查机关"]
        unknown = assessed(evolve(REVIEWED, competent_level=None), "2025-06-30", "national")
        told = [one.text() for one in _of(unknown, EventKind.supervise)]
        assert told == ["信访部门（哪一级待定）应督办复查机关"]

    @FEWER
    @given(CASES, st.sampled_from(OLD_AND_NEW), RECENT)
    def test_nobody_is_supervised_who_is_not_late_and_did_nothing_wrong(
        self, case: Case, first: str, as_of: date
    ) -> None:
        answer = assess(case, NATIONAL.on(day(first)), MAINLAND, as_of)
        late = {
            duty.debtor
            for rule, duty in DUTIES.items()
            if duty.delay and status(answer, rule) in {Status.late, Status.overdue}
        }
        for one in _of(answer, EventKind.supervise):
            assert one.creditor in late or (case.conduct and one.creditor is BODY)


UNDELIVERED = {name: on for name, on in ANSWERED.items() if name != "deliver"}


class TestDelivery:
    """2022 Art. 35: the right to a review runs from the receipt, so that a reply is delivered."""

    @staticmethod
    def _owed(case: Case, as_of: str) -> list[tuple[Role | Undetermined, Role, date | None]]:
        found = _of(assessed(case, as_of, "national"), EventKind.deliver)
        return [(one.debtor, one.creditor, one.due) for one in found]

    def test_a_reply_has_to_be_delivered(self) -> None:
        assert self._owed(appeal(**UNDELIVERED), "2025-03-20") == [(BODY, PETITIONER, None)]

    def test_what_was_delivered_before_it_is_no_reply(self) -> None:
        early = appeal(**UNDELIVERED, deliver="2025-03-10")
        assert self._owed(early, "2025-03-20") == [(BODY, PETITIONER, None)]

    def test_nothing_of_it_before_the_reply_or_after_the_delivery(self) -> None:
        assert self._owed(ACCEPTED, "2025-03-20") == []
        assert self._owed(appeal(**ANSWERED), "2025-03-20") == []

    def test_a_refuted_delivery_is_owed_again(self) -> None:
        refuted = appeal(**ANSWERED, refute_delivery="2025-03-24")
        assert self._owed(refuted, "2025-03-24") == [(BODY, PETITIONER, None)]


class TestAfterTheEnd:
    """What an ended matter owes no more, and what a reopened one owes again."""

    def test_accepted_anew_it_owes_them_by_the_day_of_the_new_round(self) -> None:
        again = Event(EventKind.accept, day("2025-04-16"))
        case = appeal(again, **ANSWERED, reopen="2025-04-15")
        (one,) = assessed(case, "2025-06-16", "national").obligations[:1]
        assert one[:4] == (EventKind.conclude, BODY, PETITIONER, day("2025-06-16"))
        late = assessed(case, "2025-06-18", "national")
        (one,) = _of(late, EventKind.conclude)
        assert one.overdue
        assert not _of(late, EventKind.reply)
        assert codes(late.findings) == []

    def test_a_first_round_that_was_late_still_calls_for_supervision(self) -> None:
        more = {"accept": "2025-03-04", "conclude": "2025-06-02", "reply": "2025-06-02"}
        days = {**ANSWERED, **more, "deliver": "2025-06-03", "reopen": "2025-06-10"}
        for again in ((), (Event(EventKind.accept, day("2025-06-11")),)):
            answer = assessed(appeal(*again, **days), "2025-06-12", "national")
            assert "deadline.late_before" in codes(answer.findings)
            found = present(answer.follow_through.supervision).outcome
            assert isinstance(found, Supervision)
            assert found.triggers == (Conduct.overdue,)
            # What was late then is done; there is nothing left to urge.
            assert not _of(answer, EventKind.supervise)

    def test_a_reopened_matter_owes_conclusion_and_reply_again_without_a_day(self) -> None:
        reopened = appeal(**ANSWERED, reopen="2025-04-15")
        answer = assessed(reopened, "2025-09-01")
        for duty in (EventKind.conclude, EventKind.reply):
            (one,) = _of(answer, duty)
            assert (one.due, one.overdue) == (None, False)
            assert one.reason.code == "obligation.again"

    def test_concluded_and_answered_again_it_owes_them_no_more(self) -> None:
        again = [Event(kind, day("2025-05-06")) for kind in (EventKind.conclude, EventKind.reply)]
        reopened = appeal(*again, **ANSWERED, reopen="2025-04-15")
        answer = assessed(reopened, "2025-09-01")
        assert not _of(answer, EventKind.conclude)
        assert not _of(answer, EventKind.reply)

    @pytest.mark.parametrize("policy", POLICIES)
    def test_whatever_the_matter_is_about_it_is_owed_again(self, policy: str) -> None:
        reopened = evolve(appeal(**ANSWERED, reopen="2025-04-15"), case_class=None, route=None)
        duties = {one.duty for one in assessed(reopened, "2025-09-01", policy).obligations}
        assert {EventKind.conclude, EventKind.reply} <= duties

    def test_a_conclusion_shows_the_resolution_and_a_reply_the_conclusion(self) -> None:
        again = Event(EventKind.reply, day("2025-05-06"))
        reopened = appeal(again, **ANSWERED, resolve="2025-03-17", reopen="2025-04-15")
        duties = {one.duty for one in assessed(reopened, "2025-09-01", "national").obligations}
        assert duties == {EventKind.deliver}

    def test_what_is_done_again_on_that_very_day_is_done(self) -> None:
        on = {"conclude": "2025-04-15", "reply": "2025-04-15", "deliver": "2025-04-15"}
        again = [Event(EventKind[kind], day(when)) for kind, when in on.items()]
        answer = assessed(appeal(*again, **ANSWERED, reopen="2025-04-15"), "2025-09-01", "national")
        assert answer.obligations == ()
        assert "workflow.twice" not in codes(answer.findings)

    def test_an_open_review_is_supervised_though_the_first_answer_stands(self) -> None:
        reviewed = appeal(**ANSWERED, request_review="2025-04-15")
        answer = assessed(reviewed, "2025-09-01", "national")
        assert triggers_of(answer) == (Conduct.overdue,)
        assert _of(answer, EventKind.supervise)

    def test_who_asked_for_a_review_has_got_the_reply(self) -> None:
        asked = appeal(**UNDELIVERED, request_review="2025-04-15")
        assert not _of(assessed(asked, "2025-04-20", "national"), EventKind.deliver)

    def test_supervision_is_owed_while_the_matter_is_open(self) -> None:
        conduct = (Conduct.shirking,)
        running = assessed(evolve(ACCEPTED, conduct=conduct), "2025-03-20", "national")
        ended = assessed(evolve(appeal(**ANSWERED), conduct=conduct), "2025-03-20", "national")
        assert triggers_of(running) == triggers_of(ended)
        for duty in (EventKind.supervise, EventKind.suggest):
            assert _of(running, duty)
            assert not _of(ended, duty)

    def test_what_leads_to_the_resolution_is_owed_until_then(self) -> None:
        handed_over = {"register": "2025-03-03", "receive": "2025-03-03", "assign": "2025-03-03"}
        running = assessed(appeal(**handed_over), "2025-04-30", "qiaocheng")
        ended = assessed(appeal(**handed_over, resolve="2025-03-20"), "2025-04-30", "qiaocheng")
        assert status(ended, "deploy_work") is Status.overdue
        assert _of(running, EventKind.deploy)
        assert not _of(ended, EventKind.deploy)

    @pytest.mark.parametrize("policy", POLICIES)
    @pytest.mark.parametrize("by", [None, ReceivingBody.petition_office])
    def test_while_the_petition_office_has_it_no_body_owes_what_waits_for_the_passing_on(
        self, by: ReceivingBody | None, policy: str
    ) -> None:
        came = evolve(appeal(**CAME), received_by=by)
        answer = assessed(came, "2025-04-30", policy)
        waiting = {EventKind.notify, EventKind.feed_back}
        assert not [one for one in answer.obligations if one.duty in waiting]
        (transfer,) = _of(answer, EventKind.transfer)
        assert (transfer.debtor, transfer.due, transfer.overdue) == (
            OFFICE,
            day("2025-03-18"),
            True,
        )
        if policy == "national":
            owed = {(one.duty, one.debtor) for one in answer.obligations}
            assert {debtor for _, debtor in owed} == {OFFICE}

    def test_nor_is_the_feedback_of_an_assigned_matter_owed_before(self) -> None:
        waiting, passed_on = (
            evolve(case, superior_assigned=True, own_deadline=day("2025-03-31"))
            for case in (appeal(**CAME), appeal(**CAME, transfer="2025-03-10"))
        )
        assert not _of(assessed(waiting, "2025-03-12", "national"), EventKind.feed_back)
        assert _of(assessed(passed_on, "2025-03-12", "national"), EventKind.feed_back)

    def test_a_reply_to_a_suggestion_that_was_not_delivered_is_owed_its_delivery(self) -> None:
        suggestion = evolve(appeal(**UNDELIVERED), case_class=CaseClass.suggestion, route=None)
        answer = assessed(suggestion, "2025-03-20", "national")
        assert present(answer.limits.review_request_deadline).outcome is Absent.none
        (one,) = _of(answer, EventKind.deliver)
        assert one.reason.code == "obligation.undelivered"
        delivered = evolve(suggestion, history=appeal(**ANSWERED).history)
        assert not _of(assessed(delivered, "2025-03-20", "national"), EventKind.deliver)

    def test_a_matter_that_goes_elsewhere_owes_no_acceptance(self) -> None:
        elsewhere = evolve(appeal(**CAME), subject=Subject.discipline)
        answer = assessed(elsewhere, "2025-04-30", "national")
        assert "workflow.not_accepted" in codes(answer.findings)
        assert not _of(answer, EventKind.accept)


def _justified(answer: Assessment) -> Iterator[object]:
    """Every reason that an assessment gives."""
    for _, decision in answer.decisions():
        yield from decision.reasons
        yield from (finding.reason for finding in decision.findings)
    yield from (finding.reason for finding in answer.findings)


class TestAllOfThem:
    """Soonest first, undated last, each for a reason that the assessment gives."""

    @FEWER
    @given(CASES, ANY, RECENT)
    def test_in_order_and_justified(self, case: Case, policy: PolicyPack, as_of: date) -> None:
        answer = assess(case, policy, MAINLAND, as_of)
        due = [one.due or date.max for one in answer.obligations]
        assert due == sorted(due)
        reasons = list(_justified(answer))
        # What a reopening, or a reply without a delivery, leaves undone has reasons of its own.
        owed = [one for one in answer.obligations if not one.reason.code.startswith("obligation.")]
        assert all(one.reason in reasons for one in owed)
        assert all(one.debtor is not PETITIONER for one in answer.obligations)
        assert_speaks(one.reason for one in answer.obligations)

    @FEWER
    @given(CASES, ANY, RECENT)
    def test_no_duty_is_told_twice_to_one_party_without_a_day(
        self, case: Case, policy: PolicyPack, as_of: date
    ) -> None:
        owed = assess(case, policy, MAINLAND, as_of).obligations
        told = [(one.duty, one.creditor) for one in owed]
        assert all(
            told.count(both) == 1 for both, one in zip(told, owed, strict=True) if not one.due
        )

    def test_a_contact_at_set_times_that_is_overdue_is_told_so(self) -> None:
        owed = assessed(ACCEPTED, "2025-03-20", EVERY_FIVE_DAYS).obligations
        assert [one.overdue for one in owed if one.duty is EventKind.report] == [True]

    def test_one_missing_promise_is_owed_once(self) -> None:
        case = evolve(PROXY_STARTED, document_form=DocumentForm.promise)
        answer = assessed(case, "2025-03-10", "yubei")
        wanted = {"document_form.bare", "promised_deadline.missing"}
        assert wanted <= set(codes(answer.findings))
        owed = [one.debtor for one in answer.obligations if one.duty is EventKind.promise]
        assert owed == [BODY]

    def test_a_running_case_owes_notice_reply_and_conclusion(self) -> None:
        owed = assessed(RUNNING, "2025-03-10").obligations
        assert [(one.duty.name, str(one.due)) for one in owed] == [
            ("notify", "2025-03-18"),
            ("reply", "2025-03-25"),
            ("conclude", "2025-05-06"),
        ]
        assert {(one.debtor, one.creditor) for one in owed} == {(BODY, PETITIONER)}
        assert [one.reason.code for one in owed] == ["deadline.open"] * 3

    def test_the_sooner_duty_comes_first_whatever_its_name(self) -> None:
        owed = assessed(evolve(RUNNING, category=ReplyKind.urgent), "2025-03-04").obligations
        assert [one.duty.name for one in owed] == ["reply", "notify", "conclude"]

    def test_what_is_overdue_is_still_owed(self) -> None:
        received = evolve(RUNNING, received_by=ReceivingBody.body)
        owed = assessed(received, "2025-03-26").obligations
        assert [one.reason.code for one in owed if one.due] == [
            "deadline.overdue",
            "deadline.overdue",
            "deadline.open",
        ]
        assert [one.overdue for one in owed if one.due] == [True, True, False]
        notice = owed[0]
        assert notice.due == day("2025-03-18")
        assert notice.text() == "承办单位应在 2025-03-18 届满前书面告知信访人，已逾期"
        told = (
            "the handling body was to tell the petitioner in writing by 2025-03-18, and is overdue"
        )
        assert notice.text("en") == told

    def test_what_is_done_is_owed_no_more(self) -> None:
        case = appeal(
            **CAME,
            transfer="2025-03-03",
            accept="2025-03-04",
            notify="2025-03-10",
            conclude="2025-03-21",
            reply="2025-03-21",
            deliver="2025-03-21",
        )
        assert assessed(case, "2025-06-30").obligations == ()

    @pytest.mark.parametrize("policy", POLICIES)
    def test_of_an_empty_record_nothing_is_owed_by_a_day(self, policy: str) -> None:
        owed = assessed(Case("A-1"), "2025-03-10", policy).obligations
        assert not [one for one in owed if one.due]

    def test_an_obligation_in_words(self) -> None:
        case = appeal(**CAME, transfer="2025-03-03")
        notice, accept = assessed(case, "2025-03-10").obligations
        assert notice.text() == "承办单位应在 2025-03-18 届满前书面告知信访人"
        assert accept.text() == "承办单位应受理"
        assert (
            notice.text("en")
            == "the handling body is to tell the petitioner in writing by 2025-03-18"
        )
        assert accept.text("en") == "the handling body is to accept the matter"


LOCALITIES = EXAMPLES / "localities"


class TestDeclaredLimits:
    """What a district's own limits ask for stands among what is owed."""

    @pytest.mark.parametrize(("as_of", "overdue"), [("2025-11-07", False), ("2025-11-10", True)])
    def test_a_call_that_the_conclusion_asks_for_is_owed_after_it(
        self, as_of: str, *, overdue: bool
    ) -> None:
        # A calendar day after Thursday the 6th.
        policy = read_policy(LOCALITIES / "bureau-12345")
        case = appeal(register="2025-11-03", assign="2025-11-03", conclude="2025-11-06")
        answer = assess(case, policy.in_force(case, day(as_of)), MAINLAND, day(as_of))
        (owed,) = (one for one in answer.obligations if one.duty is EventKind.revisit)
        assert (owed.debtor, owed.creditor) == (Role.handling_body, Role.petitioner)
        assert (owed.due, owed.overdue) == (day("2025-11-07"), overdue)
        called = _more(case, revisit=as_of)
        later = assess(called, policy.in_force(case, day(as_of)), MAINLAND, day(as_of))
        assert EventKind.revisit not in {one.duty for one in later.obligations}

    def test_a_dispatch_owed_to_the_petitioner_is_not_addressed_to_them(self) -> None:
        policy = read_policy(LOCALITIES / "beijing")
        received = Event(EventKind.receive, datetime(2025, 11, 5, 9, 10))  # noqa: DTZ001
        case = evolve(appeal(received, register="2025-11-05"), category=None, urgent=True)
        answer = assess(case, policy.in_force(case, day("2025-11-05")), MAINLAND, day("2025-11-05"))
        (owed,) = (one for one in answer.obligations if one.duty is EventKind.assign)
        assert owed.text() == "信访部门应在 2025-11-05 10:10 届满前交办"

    @pytest.mark.parametrize("act", ["transfer", "assign", "object", "supervise", "suggest"])
    def test_what_an_office_does_to_another_names_no_petitioner(self, act: str) -> None:
        kind, reason = EventKind[act], Reason("deadline.open")
        toward = [
            Obligation(kind, Role.petition_office, creditor, None, reason)
            for creditor in (Role.petitioner, Role.handling_body)
        ]
        assert [Role.petitioner.value in one.text() for one in toward] == [False, False]
        assert [Role.handling_body.value in one.text() for one in toward] == [False, True]
