"""All decisions about one case on one day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import work_calendars
from checks import (
    LANGS,
    UNFILLED,
    assert_explained,
    assert_speaks,
    award_of,
    codes,
    day,
    deadline_of,
    extended,
    present,
    rated,
    recorded,
)
from strategies import FEWER, cases, events, packs
from xinfang_core.assessment import RULES, Assessment, assess, outcome_text
from xinfang_core.calendar import WorkCalendar, mainland_calendar
from xinfang_core.case import Agent, Case, Event, History
from xinfang_core.deadline import Deadline
from xinfang_core.decision import Decision
from xinfang_core.errors import InvalidFactError, MisuseError
from xinfang_core.policy import PolicyPack, load_policy
from xinfang_core.rules import (
    handling_deadline,
    incentive,
    notice_deadline,
    reply_deadline,
    reply_kind,
)
from xinfang_core.rules.incentive import Award
from xinfang_core.sources import weakest
from xinfang_core.vocabulary import (
    Absent,
    AgentCategory,
    AwardKind,
    AwardLevel,
    Basis,
    CaseClass,
    EventKind,
    Grade,
    ReplyKind,
    Role,
    Route,
    Settled,
    Severity,
    Status,
    Undetermined,
)

MAINLAND = mainland_calendar()
PROXY, NATIONAL = load_policy("online-proxy"), load_policy("national")
IN_2025 = PROXY.on(day("2025-01-01"))
SHIPPED = st.sampled_from(
    [
        policy.on(day(effective))
        for policy in (PROXY, PROXY.with_variant("calendar_days"), NATIONAL)
        for effective in ("2005-05-01", "2022-05-01")
    ]
)
RECENT = st.dates(date(2021, 1, 1), date(2026, 12, 31))
CASES = cases(RECENT)
DEADLINES = ("reply_deadline", "notice_deadline", "handling_deadline")


def _assess(case: Case, as_of: str, policy: PolicyPack = IN_2025) -> Assessment:
    return assess(case, policy, MAINLAND, day(as_of))


def _appeal(*details: Event, **days: str) -> Case:
    return Case(
        "A-1",
        recorded(*details, **days),
        category=ReplyKind.general,
        case_class=CaseClass.appeal,
        route=Route.petition,
    )


def _status(assessment: Assessment, rule: str) -> Status | None:
    decision = getattr(assessment, rule)
    outcome = decision.outcome if decision else None
    return outcome.status if isinstance(outcome, Deadline) else None


class TestTotality:
    """Every case has an answer under every policy and calendar, in words, in both languages."""

    @FEWER
    @given(CASES, packs() | SHIPPED, st.just(MAINLAND) | work_calendars(), RECENT, st.booleans())
    def test_every_decision_explains_itself(
        self,
        case: Case,
        policy: PolicyPack,
        calendar: WorkCalendar,
        as_of: date,
        allow_assumed: bool,  # noqa: FBT001
    ) -> None:
        answer = assess(case, policy, calendar, as_of, allow_assumed=allow_assumed)
        for name in RULES:
            assert (getattr(answer, name) is None) is (getattr(policy, name) is None)
        assert [name for name, _ in answer.decisions()] == [
            name for name in RULES if getattr(policy, name) is not None
        ]
        for _, decision in answer.decisions():
            assert_explained(decision)
        assert_speaks(finding.reason for finding in answer.findings)
        for lang in LANGS:
            assert not UNFILLED.search(answer.explain(lang))
        cited = [decision.weakest for _, decision in answer.decisions()]
        assert answer.weakest == weakest(one for one in cited if one)

    @FEWER
    @given(CASES, SHIPPED, RECENT)
    def test_the_same_question_has_the_same_answer(
        self, case: Case, policy: PolicyPack, as_of: date
    ) -> None:
        before = repr(case), repr(policy)
        first = assess(case, policy, MAINLAND, as_of)
        assert assess(case, policy, MAINLAND, as_of) == first
        assert assess(case, policy, mainland_calendar(), as_of).explain() == first.explain()
        assert (repr(case), repr(policy)) == before

    @FEWER
    @given(CASES, SHIPPED, RECENT, st.data())
    def test_the_order_in_which_events_were_recorded_does_not_matter(
        self, case: Case, policy: PolicyPack, as_of: date, data: st.DataObject
    ) -> None:
        shuffled = History(tuple(data.draw(st.permutations(case.history.events))))
        again = assess(evolve(case, history=shuffled), policy, MAINLAND, as_of)
        assert again == assess(case, policy, MAINLAND, as_of)

    def test_a_policy_without_rules_leaves_only_the_order_of_steps(self) -> None:
        case = _appeal(receive="2025-03-03")
        answer = _assess(case, "2025-03-03", PolicyPack("甲@undated"))
        assert dict(answer.decisions()) == {}
        assert answer.weakest is None
        assert answer.weakest_basis is None
        assert codes(answer.findings) == ["workflow.not_accepted"]
        assert answer.explain("en").splitlines()[0] == "case A-1 under 甲@undated as of 2025-03-03"

    def test_a_limit_without_a_rule_for_the_kind_cannot_be_told(self) -> None:
        policy = evolve(IN_2025, reply_kind=None)
        answer = _assess(_appeal(accept="2025-03-03"), "2025-03-03", policy)
        assert answer.reply_kind is None
        assert _status(answer, "reply_deadline") is Status.undetermined


class TestFacts:
    """Each rule gets the facts it asks for, and nothing else decides."""

    @FEWER
    @given(CASES, RECENT)
    def test_an_assessment_is_what_its_rules_say(self, case: Case, as_of: date) -> None:
        answer = _assess(case, str(as_of))
        history = case.history.until(as_of)
        kind = reply_kind.decide(
            case.category,
            urgent=case.urgent,
            needs_investigation=case.needs_investigation,
            consultation=case.consultation,
            params=present(IN_2025.reply_kind),
        )
        assert answer.reply_kind == kind
        assert answer.reply_deadline == reply_deadline.decide(
            kind.outcome, history, as_of, present(IN_2025.reply_deadline), MAINLAND
        )
        assert answer.notice_deadline == notice_deadline.decide(
            history,
            as_of,
            present(IN_2025.notice_deadline),
            MAINLAND,
            contact_unclear=case.contact_unclear,
        )
        assert answer.handling_deadline == handling_deadline.decide(
            case.case_class,
            case.route,
            history,
            as_of,
            present(IN_2025.handling_deadline),
            MAINLAND,
        )
        assert answer.incentive == incentive.decide(
            case.agent, case.settled, history, present(IN_2025.incentive)
        )

    def test_unclear_contact_reaches_the_notice(self) -> None:
        case = evolve(_appeal(receive="2025-03-03"), contact_unclear=True)
        answer = _assess(case, "2025-06-30")
        assert present(answer.notice_deadline).outcome is Absent.none


class TestAsOf:
    """Events after the day asked about are not known yet."""

    @FEWER
    @given(CASES, SHIPPED, RECENT, st.data())
    def test_later_events_change_nothing(
        self, case: Case, policy: PolicyPack, as_of: date, data: st.DataObject
    ) -> None:
        later = st.dates(as_of + timedelta(days=2), as_of + timedelta(days=400))
        more = data.draw(st.lists(events(later), min_size=1, max_size=4))
        known = evolve(case, history=case.history.until(as_of))
        if known.history.first(EventKind.receive) is None:
            more = [event for event in more if event.kind is not EventKind.receive]
        history = History((*known.history.events, *more))
        answer = assess(known, policy, MAINLAND, as_of)
        assert assess(evolve(case, history=history), policy, MAINLAND, as_of) == answer
        assert assess(case, policy, MAINLAND, as_of) == answer

    @FEWER
    @given(CASES, SHIPPED, RECENT, st.integers(1, 400))
    def test_a_later_day_never_turns_met_into_anything_else(
        self, case: Case, policy: PolicyPack, as_of: date, days: int
    ) -> None:
        now = assess(case, policy, MAINLAND, as_of)
        later = assess(case, policy, MAINLAND, as_of + timedelta(days=days))
        concluded = case.history.day(EventKind.conclude)
        replied = case.history.day(EventKind.reply)
        for rule in DEADLINES:
            if rule == "handling_deadline" and concluded and replied and replied < concluded:
                # A conclusion takes the place of the earlier reply that stood for it.
                continue
            if _status(now, rule) is Status.met:
                assert _status(later, rule) is Status.met

    def test_a_case_wholly_later_has_not_started(self) -> None:
        case = _appeal(receive="2025-03-03", accept="2025-03-04", reply="2025-03-05")
        answer = _assess(case, "2025-03-02")
        assert [_status(answer, rule) for rule in DEADLINES] == [Status.not_started] * 3
        assert answer.findings == ()
        assert answer.obligations == ()

    def test_an_instant_is_no_day_to_ask_about(self) -> None:
        with pytest.raises(MisuseError) as caught:
            assess(_appeal(), IN_2025, MAINLAND, datetime(2025, 3, 3, tzinfo=UTC))
        (fault,) = caught.value.faults
        assert (fault.code, fault.path) == ("assess.not_a_date", "as_of")
        assert "datetime.datetime(2025, 3, 3" in fault.text("en")

    def test_a_late_evening_in_greenwich_is_the_next_day_in_shanghai(self) -> None:
        # Saturday 8 October 2022 is worked and is the first working day after the holiday.
        replied = Event(EventKind.reply, datetime(2022, 10, 7, 23, 30, tzinfo=UTC))
        accepted = Event(EventKind.accept, day("2022-09-30"))
        case = Case("A-1", History((accepted, replied)), urgent=True)
        answer = _assess(case, "2022-10-31")
        assert deadline_of(answer.reply_deadline).due == day("2022-10-08")
        assert _status(answer, "reply_deadline") is Status.met
        assert _status(_assess(case, "2022-10-07"), "reply_deadline") is Status.open


class TestPlaces:
    """A local policy adds its own rules; the national decisions do not change."""

    @FEWER
    @given(CASES, st.sampled_from(("2005-05-01", "2022-05-01")), RECENT, st.booleans())
    def test_national_decisions_are_the_same_under_a_local_policy(
        self,
        case: Case,
        effective: str,
        as_of: date,
        variant: bool,  # noqa: FBT001
    ) -> None:
        local = PROXY.with_variant("calendar_days" if variant else None).on(day(effective))
        national = assess(case, NATIONAL.on(day(effective)), MAINLAND, as_of)
        answer = assess(case, local, MAINLAND, as_of)
        assert answer.notice_deadline == national.notice_deadline
        assert answer.handling_deadline == national.handling_deadline
        names = [name for name, _ in national.decisions()]
        assert names == ["notice_deadline", "handling_deadline"]


class TestVersions:
    """National texts by the day of registration: 2005-05-01, and 2022-05-01 from that day on."""

    @pytest.mark.parametrize(
        ("registered", "policy", "outcome"),
        [
            ("2022-04-30", "national@2005-05-01", "在期，期限至 2022-06-29"),
            ("2022-05-01", "national@2022-05-01", "不设期限"),
        ],
    )
    def test_a_suggestion_registered_on_the_last_day_of_the_old_text_or_the_first_of_the_new(
        self, registered: str, policy: str, outcome: str
    ) -> None:
        history = recorded(receive="2022-04-30", register=registered, accept="2022-04-30")
        case = Case("A-1", history, case_class=CaseClass.suggestion)
        answer = _assess(case, "2022-05-05", NATIONAL.in_force(case))
        assert answer.policy == policy
        assert outcome_text(present(answer.handling_deadline)) == outcome
        assert answer.findings == ()

    def test_where_registration_is_not_recorded_the_receipt_picks_with_a_finding(self) -> None:
        case = _appeal(receive="2022-04-30", accept="2022-05-05")
        answer = _assess(case, "2022-05-05", NATIONAL.in_force(case))
        assert answer.policy == "national@2005-05-01"
        assert codes(answer.findings) == ["version.by_receipt"]

    def test_before_the_first_text_it_is_a_finding_and_not_an_exception(self) -> None:
        case = _appeal(receive="2005-04-29", register="2005-04-30", accept="2005-04-30")
        answer = _assess(case, "2005-05-09", PROXY.in_force(case))
        assert answer.notice_deadline is answer.handling_deadline is None
        assert _status(answer, "reply_deadline") is Status.open
        (finding,) = answer.findings
        assert finding.severity is Severity.warning
        assert finding.reason.code == "version.none_in_force"
        assert dict(finding.reason.facts)["first"] == day("2005-05-01")

    def test_findings_about_the_version_come_first(self) -> None:
        case = _appeal(receive="2022-05-01")
        answer = _assess(case, "2022-05-09", NATIONAL.in_force(case))
        assert codes(answer.findings) == ["version.by_receipt", "workflow.not_accepted"]


class TestSteps:
    """The usual order of steps; what is missing is said, and what follows from it is owed."""

    def test_without_acceptance_limits_have_not_started_and_acceptance_is_owed(self) -> None:
        answer = _assess(_appeal(receive="2025-03-03"), "2025-03-10")
        assert _status(answer, "reply_deadline") is Status.not_started
        assert _status(answer, "handling_deadline") is Status.not_started
        assert codes(answer.findings) == ["workflow.not_accepted"]
        owed = [(one.duty, one.due) for one in answer.obligations]
        assert owed == [(EventKind.notify, day("2025-03-18")), (EventKind.accept, None)]

    def test_a_reply_before_acceptance_is_in_time_with_a_finding(self) -> None:
        case = _appeal(receive="2025-03-03", reply="2025-03-04", accept="2025-03-05")
        answer = _assess(case, "2025-03-10")
        assert _status(answer, "reply_deadline") is Status.met
        assert "workflow.too_early" in codes(answer.findings)

    def test_a_reply_before_the_receipt_is_an_error(self) -> None:
        with pytest.raises(InvalidFactError):
            _appeal(receive="2025-03-03", reply="2025-03-02")

    def test_a_conclusion_recorded_after_the_reply_is_the_one_that_counts(self) -> None:
        case = _appeal(accept="2025-09-30", reply="2025-11-28", conclude="2025-12-03")
        assert _status(_assess(case, "2025-12-02"), "handling_deadline") is Status.met
        assert _status(_assess(case, "2025-12-03"), "handling_deadline") is Status.late

    def test_findings_of_rules_come_after_those_of_the_order(self) -> None:
        case = _appeal(
            extended("2025-09-26", 30, told=False),
            receive="2025-09-26",
            accept="2025-09-30",
            reply="2025-09-30",
        )
        answer = _assess(evolve(case, category=ReplyKind.urgent), "2025-10-31")
        assert codes(answer.findings) == [
            "workflow.too_early",
            "reply_deadline.stretched",
            "notice_deadline.not_recorded",
            "handling_deadline.reason_not_told",
        ]


class TestObligations:
    """What is owed next, by whom, to whom, by when: soonest first, undated last."""

    def test_a_running_case_owes_notice_reply_and_conclusion(self) -> None:
        case = _appeal(receive="2025-03-03", accept="2025-03-04")
        owed = _assess(case, "2025-03-10").obligations
        assert [(one.duty.name, str(one.due)) for one in owed] == [
            ("notify", "2025-03-18"),
            ("reply", "2025-03-25"),
            ("conclude", "2025-05-06"),
        ]
        assert {(one.debtor, one.creditor) for one in owed} == {
            (Role.handling_body, Role.petitioner)
        }
        assert [one.reason.code for one in owed] == ["deadline.open"] * 3

    def test_the_sooner_duty_comes_first_whatever_its_name(self) -> None:
        case = evolve(_appeal(receive="2025-03-03", accept="2025-03-04"), category=ReplyKind.urgent)
        owed = _assess(case, "2025-03-04").obligations
        assert [one.duty.name for one in owed] == ["reply", "notify", "conclude"]

    def test_what_is_overdue_is_still_owed(self) -> None:
        owed = _assess(_appeal(receive="2025-03-03", accept="2025-03-04"), "2025-03-26").obligations
        assert [one.reason.code for one in owed] == [
            "deadline.overdue",
            "deadline.overdue",
            "deadline.open",
        ]

    def test_what_is_done_is_owed_no_more(self) -> None:
        case = _appeal(
            receive="2025-03-03",
            accept="2025-03-04",
            notify="2025-03-20",
            conclude="2025-03-21",
            reply="2025-06-30",
        )
        assert _assess(case, "2025-06-30").obligations == ()

    def test_an_obligation_in_words(self) -> None:
        notice, accept = _assess(_appeal(receive="2025-03-03"), "2025-03-10").obligations
        assert notice.text() == "承办单位须在 2025-03-18 届满前对信访人完成告知"
        assert accept.text() == "承办单位须对信访人完成受理"
        assert notice.text("en") == "the handling body owes the petitioner: notify by 2025-03-18"
        assert accept.text("en") == "the handling body owes the petitioner: accept"

    @FEWER
    @given(CASES, SHIPPED, RECENT)
    def test_exactly_what_is_open_or_overdue_is_owed_soonest_first(
        self, case: Case, policy: PolicyPack, as_of: date
    ) -> None:
        answer = assess(case, policy, MAINLAND, as_of)
        due = [one.due or date.max for one in answer.obligations]
        assert due == sorted(due)
        duties = {
            "notice_deadline": EventKind.notify,
            "reply_deadline": EventKind.reply,
            "handling_deadline": EventKind.conclude,
        }
        expected = {
            (duty, deadline_of(getattr(answer, rule)).due)
            for rule, duty in duties.items()
            if _status(answer, rule) in {Status.open, Status.overdue}
        }
        if "workflow.not_accepted" in codes(answer.findings):
            expected.add((EventKind.accept, None))
        assert {(one.duty, one.due) for one in answer.obligations} == expected
        assert_speaks(one.reason for one in answer.obligations)


class TestAssumed:
    """A decision that rests on an assumed value is undetermined where the host refuses those."""

    @FEWER
    @given(CASES, packs() | SHIPPED, RECENT)
    def test_exactly_those_decisions_are_refused(
        self, case: Case, policy: PolicyPack, as_of: date
    ) -> None:
        loose = assess(case, policy, MAINLAND, as_of)
        strict = assess(case, policy, MAINLAND, as_of, allow_assumed=False)
        kind_refused = loose.reply_kind and loose.reply_kind.basis is Basis.assumed
        for name, decision in loose.decisions():
            refused: Decision[object] = getattr(strict, name)
            if name == "reply_deadline" and kind_refused:
                assert codes(refused.reasons) == ["reply_deadline.kind_undetermined"]
            elif decision.basis is Basis.assumed:
                assert refused.outcome is Undetermined.undetermined
                assert set(codes(refused.reasons)) == {"value.assumed_refused"}
                assumed = [
                    reason.citation
                    for reason in decision.reasons
                    if reason.citation and reason.citation.basis is Basis.assumed
                ]
                assert [reason.citation for reason in refused.reasons] == assumed
                assert [dict(reason.facts) for reason in refused.reasons] == [
                    {"clause": one.clause, "note": one.note} for one in assumed
                ]
            else:
                assert refused == decision

    def test_of_the_shipped_policy_only_the_award_rests_on_assumptions(self) -> None:
        case = evolve(
            _appeal(
                rated("2025-03-20", Grade.satisfied), accept="2025-03-03", deliver="2025-03-19"
            ),
            agent=Agent(AgentCategory.community_volunteer),
            settled=Settled.yes,
        )
        loose = _assess(case, "2025-03-31")
        assert award_of(loose.incentive).amount == Decimal(20)
        assert loose.weakest_basis is Basis.assumed
        strict = assess(case, IN_2025, MAINLAND, day("2025-03-31"), allow_assumed=False)
        assert present(strict.incentive).outcome is Undetermined.undetermined
        assert present(loose.weakest).clause in present(strict.incentive).explain()
        assert strict.reply_deadline == loose.reply_deadline
        assert strict.handling_deadline == loose.handling_deadline

    def test_who_is_appraised_by_a_stated_word_is_appraised_anyway(self) -> None:
        case = evolve(_appeal(), agent=Agent(AgentCategory.civil_servant))
        strict = assess(case, IN_2025, MAINLAND, day("2025-03-31"), allow_assumed=False)
        assert award_of(strict.incentive).kind is AwardKind.appraisal


class TestWords:
    """An assessment in words: the weakest basis first, then each decision with its reasons."""

    @pytest.mark.parametrize(
        ("outcome", "chinese", "english"),
        [
            (ReplyKind.urgent, "紧急事项", "urgent"),
            (Undetermined.undetermined, "无法确定", "undetermined"),
            (Absent.none, "不设期限", "no limit"),
            (Deadline(Status.not_started), "未起算", "not started"),
            (
                Deadline(Status.open, day("2025-10-09")),
                "在期，期限至 2025-10-09",
                "open, due on 2025-10-09",
            ),
            (
                Deadline(Status.overdue, day("2025-10-09"), overdue_working_days=2),
                "逾期未完成，期限至 2025-10-09，逾期 2 个工作日",
                "overdue, due on 2025-10-09, 2 working day(s) past",
            ),
            (
                Deadline(Status.late, day("2025-10-09"), overdue_working_days=0),
                "逾期完成，期限至 2025-10-09，逾期 0 个工作日",
                "late, due on 2025-10-09, 0 working day(s) past",
            ),
            (
                Award(AwardKind.money, AwardLevel.accepted, Decimal(15)),
                "以奖代补 15 元",
                "money, 15 yuan",
            ),
            (Award(AwardKind.appraisal), "年度考核 0 元", "appraisal, 0 yuan"),
        ],
    )
    def test_each_kind_of_outcome(self, outcome: object, chinese: str, english: str) -> None:
        decision = Decision(outcome, ())
        assert outcome_text(decision) == chinese
        assert outcome_text(decision, "en") == english

    def test_the_weakest_value_stands_in_the_second_line_with_its_note(self) -> None:
        case = evolve(_appeal(), agent=Agent(AgentCategory.community_volunteer))
        second = _assess(case, "2025-03-31").explain().splitlines()[1]
        assumed = present(IN_2025.incentive).earned_by.citation
        assert second.startswith("最弱依据：推定")
        assert assumed.text() in second
        assert second.endswith(assumed.note)

    @FEWER
    @given(CASES, SHIPPED, RECENT)
    def test_every_reason_finding_and_obligation_has_its_line(
        self, case: Case, policy: PolicyPack, as_of: date
    ) -> None:
        answer = assess(case, policy, MAINLAND, as_of)
        lines = answer.explain().splitlines()
        reasons = [one for _, decision in answer.decisions() for one in decision.reasons]
        told = [line.removeprefix("  - ") for line in lines if line.startswith("  - ")]
        assert told == [reason.cited_text() for reason in reasons]
        rules = len(list(answer.decisions()))
        rest = 2 + rules + len(reasons) + len(answer.findings) + len(answer.obligations)
        assert len(lines) == rest

    def test_the_agents_number_is_never_printed(self) -> None:
        agent = Agent(AgentCategory.community_volunteer, agent_no="D-0042")
        answer = _assess(evolve(_appeal(accept="2025-03-03"), agent=agent), "2025-03-31")
        assert "D-0042" not in repr(answer)
        assert all("D-0042" not in answer.explain(lang) for lang in LANGS)
