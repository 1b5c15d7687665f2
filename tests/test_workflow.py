"""Which event may follow which: findings about a history, refusals before recording."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from checks import assert_speaks, codes, day, extended, rated, recorded
from flows import BOTH, CITED, FLOW, NOTHING, PROXY, SMALL
from strategies import at_least, histories
from strategies_limits import meeting
from xinfang_core.case import Event, History
from xinfang_core.case.revocation import REVOKES
from xinfang_core.errors import InvalidFactError
from xinfang_core.policy import load_policy, policy_ids
from xinfang_core.sources import CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Declared,
    EventKind,
    FeedbackMode,
    Grade,
    Severity,
    Step,
    SuspensionCause,
)
from xinfang_core.workflow import (
    ALTERNATING,
    REVOCATION,
    Flow,
    Later,
    flow_of,
    may_follow,
    not_yet_known,
    out_of_order,
    record,
)

if TYPE_CHECKING:
    from random import Random

K = EventKind
NATIONAL = load_policy("national").on(day("2025-01-01")).flow
STEPS = {kind: needs[0][0] for kind, needs in FLOW.needs.items() if needs}
ACCEPTED = {"receive": "2025-03-03", "accept": "2025-03-04"}
REPLIED = {**ACCEPTED, "reply": "2025-03-07"}
CONCLUDED = {**ACCEPTED, "conclude": "2025-03-05"}
CLOSED = {**CONCLUDED, "write_off": "2025-03-06"}


def _step(kind: Step, on: str | date) -> Event:
    at = day(on) if isinstance(on, str) else on
    if kind is K.extend:
        return Event(kind, at, extension=10)
    if kind is K.evaluate:
        return rated(at.isoformat(), Grade.satisfied)
    if kind is K.promise:
        return Event(kind, at, until=at)
    if kind is K.suspend:
        return Event(kind, at, cause=SuspensionCause.hearing)
    if kind is K.inform:
        return Event(kind, at, mode=FeedbackMode.phone)
    if kind is K.pay_award:
        return Event(kind, at, amount=Decimal(10))
    return Event(kind, at)


def _disorder(history: History) -> list[str]:
    """What is out of order of the steps; that a matter is not accepted yet is no disorder."""
    found = codes(out_of_order(history, NATIONAL))
    return [code for code in found if code != "workflow.not_accepted"]


def _facts(history: History, code: str) -> list[dict[str, object]]:
    found = (finding.reason for finding in out_of_order(history, FLOW))
    return [dict(reason.facts) for reason in found if reason.code == code]


class TestOrder:
    """A step needs the one before it; on one day their order is left open."""

    @pytest.mark.parametrize("step", STEPS)
    def test_a_step_without_the_one_before_it_is_a_finding(self, step: EventKind) -> None:
        expected = {"event": step, "at": day("2025-03-10"), "wanted": STEPS[step]}
        assert _facts(recorded(_step(step, "2025-03-10")), "workflow.missing") == [expected]

    @pytest.mark.parametrize("step", STEPS)
    def test_a_step_before_its_time_is_a_finding(self, step: EventKind) -> None:
        history = recorded(_step(step, "2025-03-10"), _step(STEPS[step], "2025-03-11"))
        expected = {
            "event": step,
            "at": day("2025-03-10"),
            "wanted": STEPS[step],
            "other": day("2025-03-11"),
        }
        assert expected in _facts(history, "workflow.too_early")

    @pytest.mark.parametrize("step", STEPS)
    @pytest.mark.parametrize("later", ["2025-03-11", "2025-03-12"])
    def test_a_step_on_the_same_day_or_later_is_in_order(self, step: EventKind, later: str) -> None:
        history = recorded(_step(step, later), _step(STEPS[step], "2025-03-11"))
        for code in ("workflow.too_early", "workflow.missing"):
            assert step not in [finding["event"] for finding in _facts(history, code)]

    def test_a_date_and_a_time_of_one_day_do_not_contradict_each_other(self) -> None:
        nine = Event(K.accept, datetime(2025, 3, 4, 9, 0))  # noqa: DTZ001
        history = recorded(nine, receive="2025-03-03", reply="2025-03-04")
        assert out_of_order(history, FLOW) == ()

    def test_an_ordinary_case_has_no_findings(self) -> None:
        history = recorded(
            extended("2025-04-01", 30),
            rated("2025-05-20", Grade.satisfied),
            receive="2025-03-03",
            register="2025-03-03",
            accept="2025-03-04",
            notify="2025-03-05",
            conclude="2025-05-06",
            reply="2025-05-07",
            deliver="2025-05-08",
        )
        assert out_of_order(history, FLOW) == ()

    def test_a_step_that_may_come_once_is_a_finding_the_second_time(self) -> None:
        twice = recorded(_step(K.reply, "2025-03-08"), **REPLIED)
        assert _facts(twice, "workflow.twice") == [{"event": K.reply, "at": day("2025-03-08")}]

    def test_nothing_but_a_reopening_follows_what_closes_the_case(self) -> None:
        late = recorded(_step(K.extend, "2025-03-07"), **CLOSED)
        expected = {"event": K.extend, "at": day("2025-03-07"), "closed": K.write_off}
        assert _facts(late, "workflow.after_closing") == [expected]
        reopened = recorded(**CLOSED, archive="2025-03-07", reopen="2025-03-08")
        assert out_of_order(reopened, FLOW) == ()

    @pytest.mark.parametrize("kind", [K.extend, Declared("instruct", "局长批示")])
    def test_what_is_recorded_for_the_day_of_the_end_may_have_come_before_it(
        self, kind: Step
    ) -> None:
        flow = evolve(FLOW, needs={**FLOW.needs, kind: ()}, closed=FLOW.closed | {kind})
        same_day = recorded(_step(kind, "2025-03-06"), **CLOSED)
        assert out_of_order(same_day, flow) == ()
        later = recorded(_step(kind, "2025-03-07"), **CLOSED)
        assert codes(out_of_order(later, flow)) == ["workflow.after_closing"]
        assert K.extend in [
            one.kind for one in record(same_day, _step(K.extend, "2025-03-06"), flow).events
        ]

    @pytest.mark.parametrize(
        ("hour", "found"), [(9, []), (10, []), (11, ["workflow.after_closing"])]
    )
    def test_where_both_have_a_time_the_clock_decides(self, hour: int, found: list[str]) -> None:
        closed = Event(K.write_off, datetime(2025, 3, 6, 10))  # noqa: DTZ001
        other = evolve(_step(K.extend, "2025-03-06"), at=datetime(2025, 3, 6, hour))  # noqa: DTZ001
        assert codes(out_of_order(recorded(closed, other, **CONCLUDED), FLOW)) == found

    def test_an_end_of_an_earlier_day_is_named_beside_one_of_the_same_day(self) -> None:
        flow = evolve(FLOW, closing={**FLOW.closing, K.conclude: CITED})
        late = recorded(_step(K.extend, "2025-03-06"), **CLOSED)
        (reason,) = (one.reason for one in out_of_order(late, flow))
        assert dict(reason.facts)["closed"] is K.conclude

    def test_what_comes_on_the_day_of_the_reopening_may_have_come_after_it(self) -> None:
        again = recorded(_step(K.extend, "2025-03-10"), **CLOSED, reopen="2025-03-10")
        assert out_of_order(again, FLOW) == ()
        before = recorded(_step(K.extend, "2025-03-09"), **CLOSED, reopen="2025-03-10")
        assert codes(out_of_order(before, FLOW)) == ["workflow.after_closing"]

    def test_no_policy_closes_what_the_petitioner_may_do(self) -> None:
        closed = recorded(**CLOSED, reply="2025-03-05")
        rating = rated("2025-03-10", Grade.satisfied)
        assert K.evaluate in may_follow(closed, FLOW)
        assert out_of_order(record(closed, rating, FLOW), FLOW) == ()

    def test_a_policy_closes_its_own_steps_only(self) -> None:
        closed = recorded(
            **CLOSED, register="2025-03-03", sign_mandate="2025-03-03", start="2025-03-04"
        )
        assert K.meet in may_follow(closed, BOTH)
        assert K.extend not in may_follow(closed, BOTH)

    def test_what_two_policies_want_is_missed_once(self) -> None:
        twice = flow_of((SMALL, SMALL))
        assert codes(out_of_order(recorded(reply="2025-03-10"), twice)) == ["workflow.missing"]

    def test_after_a_reopening_the_steps_come_again(self) -> None:
        history = recorded(
            _step(K.conclude, "2025-03-20"),
            _step(K.reply, "2025-03-21"),
            **CLOSED,
            reply="2025-03-05",
            reopen="2025-03-10",
        )
        assert out_of_order(history, FLOW) == ()

    @pytest.mark.parametrize("on", ["2025-03-10", "2025-03-11"])
    def test_an_acceptance_after_a_reopening_is_no_second_record(self, on: str) -> None:
        again = _step(K.accept, on)
        reopened = recorded(again, **CONCLUDED, reply="2025-03-05", reopen="2025-03-10")
        assert out_of_order(reopened, FLOW) == ()
        assert K.accept in may_follow(recorded(**CONCLUDED, reopen="2025-03-10"), FLOW)
        more = History((*reopened.events, _step(K.accept, "2025-03-12")))
        assert codes(out_of_order(more, FLOW)) == ["workflow.twice"]

    def test_so_is_a_receipt_after_a_passing_on_and_an_acceptance_by_another_body(self) -> None:
        days = {"receive": "2025-03-03", "transfer": "2025-03-05", "accept": "2025-03-07"}
        own = _step(K.receive, "2025-03-06")
        assert out_of_order(recorded(own, **days), NATIONAL) == ()
        assert codes(out_of_order(recorded(own, receive="2025-03-03"), NATIONAL)) == [
            "workflow.twice",
            "workflow.not_accepted",
        ]
        other = [_step(K.transfer, "2025-03-11"), _step(K.accept, "2025-03-12")]
        handed_over = recorded(own, *other, **days, object="2025-03-10")
        assert out_of_order(handed_over, NATIONAL) == ()
        assert codes(out_of_order(recorded(own, *other, **days), NATIONAL)) == ["workflow.twice"]

    def test_of_two_receipts_on_the_day_of_the_passing_on_one_may_be_the_other_bodys(self) -> None:
        twice = [_step(K.receive, "2025-03-03")] * 2
        assert _disorder(recorded(*twice, transfer="2025-03-03")) == []
        assert _disorder(recorded(*twice, transfer="2025-03-04")) == ["workflow.twice"]
        assert _disorder(recorded(*twice, receive="2025-03-02", transfer="2025-03-03")) == []
        known = [evolve(twice[0], at=datetime(2025, 3, 3, hour)) for hour in (8, 9)]  # noqa: DTZ001
        passed = Event(K.transfer, datetime(2025, 3, 3, 10))  # noqa: DTZ001
        assert _disorder(recorded(*known, passed)) == ["workflow.twice"]

    def test_of_two_acts_one_may_be_another_bodys_only_where_one_objected(self) -> None:
        acts = [_step(K.accept, "2025-03-05"), _step(K.accept, "2025-03-06")]
        days = {"receive": "2025-03-03", "transfer": "2025-03-05"}
        assert _disorder(recorded(*acts, **days)) == ["workflow.twice"]
        assert _disorder(recorded(*acts, **days, object="2025-03-05")) == []
        assert _disorder(
            recorded(*acts, **{**days, "transfer": "2025-03-04"}, object="2025-03-04")
        ) == ["workflow.twice"]

    def test_a_standstill_on_the_day_of_the_acceptance_does_not_lack_it(self) -> None:
        # The acceptance is read as that of the second round, so it stands behind all of that day.
        days = {"receive": "2025-03-03", "reply": "2025-03-04", "reopen": "2025-03-06"}
        history = recorded(_step(K.suspend, "2025-03-06"), **days, accept="2025-03-06")
        assert [one.kind for one in history.events][-1] is K.accept
        assert _disorder(history) == ["workflow.too_early"]  # the reply, before any acceptance

    def test_a_second_standstill_before_the_end_is_told_and_is_one(self) -> None:
        turns = [_step(K.suspend, "2025-12-15"), _step(K.suspend, "2025-12-17")]
        history = recorded(*turns, **ACCEPTED, resume="2025-12-20")
        (finding,) = out_of_order(history, NATIONAL)
        assert finding.severity is Severity.warning
        assert finding.reason.code == "workflow.still_stands"
        assert finding.reason.citation is ALTERNATING
        assert dict(finding.reason.facts) == {"event": K.suspend, "at": day("2025-12-17")}
        assert K.suspend not in may_follow(recorded(turns[0], **ACCEPTED), NATIONAL)
        assert K.suspend in may_follow(
            recorded(turns[0], **ACCEPTED, resume="2025-12-20"), NATIONAL
        )

    @pytest.mark.parametrize("turns", [(), ("suspend 15", "resume 20")])
    def test_a_resumption_without_a_standstill_is_told_as_such(
        self, turns: tuple[str, ...]
    ) -> None:
        events = [_step(EventKind[one.split()[0]], f"2025-12-{one.split()[1]}") for one in turns]
        history = recorded(*events, _step(K.resume, "2025-12-22"), **ACCEPTED)
        (finding,) = out_of_order(history, NATIONAL)
        assert finding.reason.code == "workflow.missing"
        assert dict(finding.reason.facts)["wanted"] is K.suspend
        assert "重新办理" not in finding.reason.cited_text()

    @given(
        meeting(K.receive, K.transfer, K.object, K.accept, K.suspend, K.resume, K.reply, K.reopen)
    )
    def test_what_may_follow_is_in_order_when_it_follows(self, history: History) -> None:
        last = max((one.day for one in history.events), default=day("2025-03-03"))
        for kind in may_follow(history, NATIONAL):
            longer = History((*history.events, _step(kind, last + timedelta(1))))
            assert len(_disorder(longer)) == len(_disorder(history)), kind

    def test_what_a_reopening_took_back_has_to_be_done_again(self) -> None:
        history = recorded(
            **CONCLUDED, reply="2025-03-05", reopen="2025-03-10", deliver="2025-03-11"
        )
        expected = {"event": K.deliver, "at": day("2025-03-11"), "wanted": K.reply}
        assert _facts(history, "workflow.taken_back") == [expected]

    def test_no_more_meetings_without_a_mandate(self) -> None:
        history = recorded(
            register="2025-03-03",
            sign_mandate="2025-03-03",
            start="2025-03-04",
            withdraw_mandate="2025-03-06",
            meet="2025-03-10",
        )
        (finding,) = (
            one
            for one in out_of_order(history, flow_of((PROXY,)))
            if "accept" not in one.reason.code
        )
        assert finding.reason.code == "workflow.taken_back"
        assert finding.reason.citation is REVOCATION

    def test_both_policies_have_to_be_kept_to(self) -> None:
        history = recorded(register="2025-03-03", start="2025-03-04", accept="2025-03-04")
        assert codes(out_of_order(history, BOTH)) == ["workflow.missing", "workflow.missing"]
        assert codes(out_of_order(history, flow_of((SMALL,)))) == ["workflow.missing"]

    @pytest.mark.parametrize("days", [{}, {"accept": "2025-03-11"}])
    def test_a_disorder_is_a_warning_and_cites_the_policy(self, days: dict[str, str]) -> None:
        finding = out_of_order(recorded(reply="2025-03-10", receive="2025-03-01", **days), FLOW)[0]
        assert finding.severity is Severity.warning
        assert finding.reason.citation is CITED

    @given(histories())
    def test_every_history_is_judged_and_every_finding_has_words(self, history: History) -> None:
        for flow in (FLOW, BOTH, NOTHING):
            assert_speaks(finding.reason for finding in out_of_order(history, flow))

    @given(histories())
    def test_a_policy_without_steps_finds_no_disorder(self, history: History) -> None:
        assert set(codes(out_of_order(history, NOTHING))) <= {"workflow.not_accepted"}

    @given(histories(), st.randoms())
    def test_the_order_of_recording_does_not_matter(self, history: History, luck: Random) -> None:
        events = list(history.events)
        luck.shuffle(events)
        assert out_of_order(History(tuple(events)), BOTH) == out_of_order(history, BOTH)
        assert may_follow(History(tuple(events)), BOTH) == may_follow(history, BOTH)


class TestRecording:
    """What is about to be recorded is refused where it is out of order, with what could come."""

    def test_a_case_begins_with_what_opens_it(self) -> None:
        assert may_follow(History(), FLOW) == (K.receive, K.register)

    def test_what_may_follow_a_reply(self) -> None:
        assert may_follow(recorded(**REPLIED), FLOW) == (
            K.register,
            K.extend,
            K.conclude,
            K.deliver,
            K.evaluate,
        )

    def test_after_the_end_only_archiving_and_reopening(self) -> None:
        assert may_follow(recorded(**CLOSED), FLOW) == (K.archive, K.reopen)

    def test_an_illegal_event_is_refused_with_what_could_have_come(self) -> None:
        history = recorded(receive="2025-03-03")
        with pytest.raises(InvalidFactError) as caught:
            record(history, _step(K.reply, "2025-03-04"), FLOW)
        (fault,) = caught.value.faults
        assert (fault.code, fault.path) == ("workflow.illegal", "reply")
        assert dict(fault.facts)["known"] == (K.register, K.accept)
        assert str(caught.value.text()) == (
            "reply: 不能在 2025-03-04 登记答复：已有答复（2025-03-04）而未见受理记录；"
            "此处可以衔接：登记、受理"
        )

    def test_a_third_record_of_one_moment_is_refused_as_the_second_was_wrong(self) -> None:
        received = _step(K.receive, "2025-03-03")
        with pytest.raises(InvalidFactError):
            record(History((received, received)), received, FLOW)

    def test_a_late_entry_is_put_in_its_place(self) -> None:
        longer = record(recorded(**REPLIED), _step(K.extend, "2025-03-05"), FLOW)
        assert [one.kind for one in longer.events] == [K.receive, K.accept, K.extend, K.reply]

    def test_a_late_entry_may_not_spoil_what_follows(self) -> None:
        history = recorded(**REPLIED, conclude="2025-03-07", deliver="2025-03-09")
        with pytest.raises(InvalidFactError) as caught:
            record(history, _step(K.reopen, "2025-03-08"), FLOW)
        assert "workflow.illegal" in [fault.code for fault in caught.value.faults]

    def test_what_could_come_but_for_an_unclear_day_asks_for_the_times(self) -> None:
        history = recorded(register="2025-03-01", sign_mandate="2025-03-02")
        history = record(history, _step(K.withdraw_mandate, "2025-03-02"), BOTH)
        with pytest.raises(InvalidFactError) as raised:
            record(history, _step(K.sign_mandate, "2025-03-02"), BOTH)
        assert "先后不明，请都写明时刻" in str(raised.value)

    def test_a_step_of_no_policy_is_refused(self) -> None:
        with pytest.raises(InvalidFactError) as caught:
            record(recorded(receive="2025-03-03"), _step(K.deploy, "2025-03-04"), FLOW)
        assert "没有“研究部署”这一环节" in caught.value.text()

    def test_a_history_that_is_out_of_order_already_can_go_on(self) -> None:
        history = recorded(reply="2025-03-07")
        assert len(record(history, _step(K.deliver, "2025-03-08"), FLOW).events) == 2

    @given(histories(), st.sampled_from(EventKind), st.integers(0, 200))
    def test_what_is_taken_adds_no_disorder(
        self, history: History, kind: EventKind, days: int
    ) -> None:
        first = history.events[0].day if history.events else date(2025, 3, 3)
        event = _step(kind, first + timedelta(days))
        try:
            longer = record(history, event, BOTH)
        except InvalidFactError as refused:
            codes_found = {fault.code for fault in refused.faults}
        else:
            codes_found = {"workflow.illegal"}
            assert set(longer.events) == {*history.events, event}
            wrong = [one for one in out_of_order(longer, BOTH) if one.severity is Severity.warning]
            before = [
                one for one in out_of_order(history, BOTH) if one.severity is Severity.warning
            ]
            assert len(wrong) <= len(before)
        assert codes_found <= {"workflow.illegal", "workflow.illegal_that_day"}


class TestAcceptance:
    """What was received is accepted; as long as it is neither accepted nor answered, say so."""

    @pytest.mark.parametrize(
        ("received", "accepted", "answer"),
        list(product((None, "receive", "register"), (None, "accept"), (None, "reply", "conclude"))),
    )
    def test_received_and_neither_accepted_nor_answered(
        self, received: str | None, accepted: str | None, answer: str | None
    ) -> None:
        steps = (received, "2025-03-03"), (accepted, "2025-03-04"), (answer, "2025-03-05")
        days = {step: on for step, on in steps if step is not None}
        expected = received is not None and accepted is None and answer is None
        found = codes(out_of_order(recorded(**days), FLOW))
        assert ("workflow.not_accepted" in found) is expected

    def test_the_day_of_receipt_is_named_before_that_of_registration(self) -> None:
        history = recorded(register="2025-03-01", receive="2025-03-03")
        assert _facts(history, "workflow.not_accepted") == [{"at": day("2025-03-03")}]
        (finding,) = out_of_order(history, FLOW)
        assert finding.severity is Severity.notice


class TestSilence:
    """What a policy leaves open asks for nothing."""

    def test_a_silent_step_opens_nothing_and_closes_nothing(self) -> None:
        silent: CitedList[EventKind] = CitedList((Sourced(Absent.silent, CITED),), CITED)
        flow = flow_of((evolve(SMALL, opening=silent, closing=silent),))
        assert not flow.closing
        assert not flow.closed
        assert K.register not in flow.needs
        assert flow.needs[K.accept] == FLOW.needs[K.accept]


FLOWS = (BOTH, *(load_policy(one).on(day("2025-01-01")).flow for one in policy_ids()))


class CaseBook(RuleBasedStateMachine):
    """A host that records what may follow, a day later each time, now and then late."""

    def __init__(self) -> None:
        super().__init__()
        self.history = History()
        self.today = date(2025, 3, 3)
        self.flow = BOTH

    @initialize(flow=st.sampled_from(FLOWS))
    def choose(self, flow: Flow) -> None:
        """An invented flow, or one of those that ship."""
        self.flow = flow

    @precondition(lambda self: bool(may_follow(self.history, self.flow)))
    @rule(pick=st.integers(0, 50), days=st.integers(1, 9))
    def take_a_step(self, pick: int, days: int) -> None:
        """What may follow is never refused on a later day."""
        allowed = may_follow(self.history, self.flow)
        self.today += timedelta(days)
        step = _step(allowed[pick % len(allowed)], self.today)
        self.history = record(self.history, step, self.flow)

    @rule(kind=st.sampled_from(EventKind), days=st.integers(1, 9))
    def try_anything(self, kind: EventKind, days: int) -> None:
        """What may not follow is always refused on a later day."""
        on = self.today + timedelta(days)
        allowed = kind in may_follow(self.history, self.flow)
        try:
            self.history = record(self.history, _step(kind, on), self.flow)
        except InvalidFactError:
            assert not allowed
        else:
            assert allowed
            self.today = on

    @invariant()
    def nothing_is_out_of_order(self) -> None:
        """What was recorded step by step has no disorder."""
        found = out_of_order(self.history, self.flow)
        assert [one for one in found if one.severity is Severity.warning] == []

    @invariant()
    def the_end_is_the_end(self) -> None:
        """Of the policy that wrote the case off nothing follows but archiving and reopening."""
        kinds = [event.kind for event in self.history.events]
        undone = REVOKES[K.reopen]
        if kinds and kinds[-1] is K.write_off and K.write_off in self.flow.closing:
            assert K.write_off in undone
            closed = set(may_follow(self.history, self.flow)) & self.flow.closed
            assert closed <= {K.archive, K.reopen}


TestCaseBook = CaseBook.TestCase
TestCaseBook.settings = settings(at_least(60), stateful_step_count=25)


class TestNotYetKnown:
    """What is recorded after the day asked about is told, and a year away it looks like a slip."""

    def test_nothing_later_nothing_told(self) -> None:
        history = recorded(receive="2025-03-03")
        assert not_yet_known(history, day("2025-03-03")) == ()

    def test_event_and_day_are_named(self) -> None:
        history = recorded(accept="2025-03-03", reply="2025-03-10", conclude="2025-03-11")
        (finding,) = not_yet_known(history, day("2025-03-09"))
        assert finding.severity is Severity.notice
        assert finding.reason.code == "history.after_as_of"
        later = (Later(K.reply, day("2025-03-10")), Later(K.conclude, day("2025-03-11")))
        assert dict(finding.reason.facts)["events"] == later
        assert "答复（2025-03-10）、办结（2025-03-11）" in finding.reason.text()
        assert_speaks([finding.reason])

    def test_a_day_more_than_a_year_away_is_likely_a_slip_of_the_keyboard(self) -> None:
        history = recorded(accept="2025-09-01", reply="2052-09-08", conclude="2025-10-09")
        told, slip = not_yet_known(history, day("2025-10-08"))
        assert len(dict(told.reason.facts)["events"]) == 2  # type: ignore[arg-type]
        assert slip.severity is Severity.warning
        assert slip.reason.code == "history.likely_slip"
        assert dict(slip.reason.facts)["events"] == (Later(K.reply, day("2052-09-08")),)
        assert_speaks([slip.reason])

    @pytest.mark.parametrize(
        ("as_of", "on", "told"),
        [
            ("2025-03-03", "2026-03-03", 1),
            ("2025-03-03", "2026-03-04", 2),
            ("2024-02-29", "2025-02-28", 1),
            ("2024-02-29", "2025-03-01", 2),
            ("2025-03-03", "3020-01-02", 2),
        ],
    )
    def test_a_year_is_a_year_by_the_calendar(self, as_of: str, on: str, told: int) -> None:
        assert len(not_yet_known(recorded(receive=on), day(as_of))) == told

    @given(histories(), st.dates(date(2003, 1, 1), date(2040, 1, 1)))
    def test_every_later_event_is_named_and_no_other(self, history: History, as_of: date) -> None:
        found = not_yet_known(history, as_of)
        later = [one for one in history.events if one.day > as_of]
        named = dict(found[0].reason.facts)["events"] if found else ()
        assert named == tuple(Later(one.kind, one.day) for one in later)
