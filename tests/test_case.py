"""Cases: facts and dated events, nothing computed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import LANGS, day, extended, rated, recorded
from strategies import DAYS, cases, events, histories
from xinfang_core.case import Agent, Case, Event, History
from xinfang_core.case.facts import NEVER_BEFORE_RECEIPT
from xinfang_core.case.moments import SHANGHAI
from xinfang_core.errors import InvalidFactError
from xinfang_core.vocabulary import (
    AgentCategory,
    CaseClass,
    EventKind,
    FeedbackMode,
    Grade,
    Role,
    Route,
    Sign,
    SupervisionStep,
    SuspensionCause,
)

EASTERN = timezone(timedelta(hours=-5))
DETAILS: dict[str, tuple[EventKind, object]] = {
    "extension": (EventKind.extend, 30),
    "reason_told": (EventKind.extend, False),
    "grade": (EventKind.evaluate, Grade.satisfied),
    "target": (EventKind.evaluate, Role.agent),
    "until": (EventKind.promise, date(2025, 3, 28)),
    "cause": (EventKind.suspend, SuspensionCause.hearing),
    "step": (EventKind.supervise, SupervisionStep.red_card),
    "mode": (EventKind.inform, FeedbackMode.phone),
    "amount": (EventKind.pay_award, Decimal(15)),
}
"""Each detail with a kind of event that it belongs to, and a value."""


def _details(kind: EventKind) -> dict[str, Any]:
    return {name: value for name, (own, value) in DETAILS.items() if own is kind}


def _faults(error: pytest.ExceptionInfo[InvalidFactError]) -> list[tuple[str, str]]:
    for fault in error.value.faults:
        assert all(fault.text(lang) for lang in LANGS)
    return [(fault.code, fault.path) for fault in error.value.faults]


class TestTime:
    """Instants are converted to Asia/Shanghai before their date is taken; naive ones are there."""

    def test_late_evening_in_greenwich_is_the_next_day_in_shanghai(self) -> None:
        event = Event(EventKind.receive, datetime(2022, 10, 7, 23, 30, tzinfo=UTC))
        assert event.day == day("2022-10-08")
        assert event.at == datetime(2022, 10, 8, 7, 30)  # noqa: DTZ001

    def test_the_day_turns_at_midnight_in_shanghai(self) -> None:
        before = datetime(2022, 10, 7, 15, 59, 59, tzinfo=UTC)
        assert Event(EventKind.receive, before).day == day("2022-10-07")
        after = before + timedelta(seconds=1)
        assert Event(EventKind.receive, after).day == day("2022-10-08")

    def test_a_western_clock_is_a_day_behind(self) -> None:
        event = Event(EventKind.receive, datetime(2022, 10, 7, 11, 0, tzinfo=EASTERN))
        assert event.day == day("2022-10-08")

    @given(st.datetimes(min_value=datetime(2004, 1, 1), max_value=datetime(2036, 1, 1)))  # noqa: DTZ001
    def test_an_instant_without_a_zone_stays_as_it_is(self, at: datetime) -> None:
        event = Event(EventKind.receive, at)
        assert event.at == at
        assert event.day == at.date()

    @given(DAYS, st.times(), st.integers(-12, 14))
    def test_one_instant_is_one_event_whatever_the_zone(
        self, on: date, at: time, hours: int
    ) -> None:
        there = datetime.combine(on, at, timezone(timedelta(hours=hours)))
        here = Event(EventKind.receive, there.astimezone(SHANGHAI))
        assert Event(EventKind.receive, there) == here

    @given(DAYS, st.times(), st.integers(-12, 14))
    def test_a_promise_ends_at_one_instant_whatever_the_zone(
        self, on: date, at: time, hours: int
    ) -> None:
        there = datetime.combine(on, at, timezone(timedelta(hours=hours)))
        promised = Event(EventKind.promise, on, until=there)
        assert promised.until == there.astimezone(SHANGHAI).replace(tzinfo=None)
        assert promised == Event(EventKind.promise, on, until=there.astimezone(SHANGHAI))

    @given(DAYS, st.times())
    def test_the_end_of_a_plan_without_a_zone_stays_as_it_is(self, on: date, at: time) -> None:
        for until in (None, on, datetime.combine(on, at)):
            assert Event(EventKind.plan, on, until=until).until == until

    def test_a_date_is_its_own_day(self) -> None:
        assert Event(EventKind.receive, day("2022-10-07")).day == day("2022-10-07")


class TestDetails:
    """An extension says how much, a rating says what grade and of whom; nothing else does."""

    @pytest.mark.parametrize("name", DETAILS)
    @pytest.mark.parametrize("kind", EventKind)
    def test_a_detail_belongs_to_its_kind_of_event(self, kind: EventKind, name: str) -> None:
        owner, value = DETAILS[name]
        details = _details(kind)
        if kind is owner:
            assert getattr(Event(kind, day("2025-03-03"), **details), name) == value
            return
        if name == "until" and kind is EventKind.plan:
            assert Event(kind, day("2025-03-03"), until=date(2025, 3, 28)).until
            return
        with pytest.raises(InvalidFactError) as caught:
            Event(kind, day("2025-03-03"), **{**details, name: value})
        assert _faults(caught) == [("event.foreign_detail", name)]

    @pytest.mark.parametrize("kind", [EventKind.promise, EventKind.suspend, EventKind.inform])
    def test_an_event_that_says_nothing_without_its_detail(self, kind: EventKind) -> None:
        (name,) = _details(kind)
        with pytest.raises(InvalidFactError) as caught:
            Event(kind, day("2025-03-03"))
        assert _faults(caught) == [("event.missing_detail", name)]

    def test_a_plan_may_lack_its_dates_and_a_supervision_its_step(self) -> None:
        assert Event(EventKind.plan, day("2025-03-03")).until is None
        assert Event(EventKind.supervise, day("2025-03-03")).step is None

    @pytest.mark.parametrize("amount", [Decimal(0), Decimal(-10), Decimal("NaN")])
    def test_an_award_that_was_paid_is_positive(self, amount: Decimal) -> None:
        with pytest.raises(InvalidFactError) as caught:
            Event(EventKind.pay_award, day("2025-03-03"), amount=amount)
        assert _faults(caught) == [("event.amount_not_positive", "amount")]

    def test_an_extension_says_how_much(self) -> None:
        with pytest.raises(InvalidFactError) as caught:
            Event(EventKind.extend, day("2025-03-03"))
        assert _faults(caught) == [("event.missing_detail", "extension")]

    def test_whether_the_reason_was_told_may_be_unrecorded(self) -> None:
        assert extended("2025-03-03", 30, told=None).reason_told is None

    def test_a_rating_says_the_grade_and_who_was_rated(self) -> None:
        with pytest.raises(InvalidFactError) as caught:
            Event(EventKind.evaluate, day("2025-03-03"))
        assert _faults(caught) == [
            ("event.missing_detail", "grade"),
            ("event.missing_detail", "target"),
        ]

    @pytest.mark.parametrize("count", [0, -1])
    def test_an_extension_is_positive(self, count: int) -> None:
        with pytest.raises(InvalidFactError) as caught:
            Event(EventKind.extend, day("2025-03-03"), extension=count)
        assert _faults(caught) == [("event.extension_not_positive", "extension")]

    @pytest.mark.parametrize("count", [True, 1.5, "30"])
    def test_an_extension_is_a_whole_number(self, count: object) -> None:
        with pytest.raises(InvalidFactError) as caught:
            Event(EventKind.extend, day("2025-03-03"), extension=count)  # type: ignore[arg-type]
        assert _faults(caught) == [("case.wrong_type", "extension")]

    def test_all_faults_come_at_once(self) -> None:
        with pytest.raises(InvalidFactError) as caught:
            Event(EventKind.reply, day("2025-03-03"), 0, reason_told=True, grade=Grade.satisfied)
        assert _faults(caught) == [
            ("event.foreign_detail", "extension"),
            ("event.foreign_detail", "reason_told"),
            ("event.foreign_detail", "grade"),
            ("event.extension_not_positive", "extension"),
        ]


class TestHistory:
    """The events in order of time, however they were recorded."""

    @given(st.lists(events(), max_size=6), st.data())
    def test_the_order_of_recording_does_not_matter(
        self, found: list[Event], data: st.DataObject
    ) -> None:
        shuffled = data.draw(st.permutations(found))
        assert History(tuple(shuffled)) == History(tuple(found))

    @given(histories())
    def test_no_event_comes_before_an_earlier_one(self, history: History) -> None:
        days = [event.day for event in history.events]
        assert days == sorted(days)

    def test_a_days_events_come_in_their_usual_order(self) -> None:
        history = recorded(reply="2025-03-03", accept="2025-03-03", receive="2025-03-03")
        kinds = [event.kind.name for event in history.events]
        assert kinds == ["receive", "accept", "reply"]

    def test_the_clock_decides_where_it_is_known(self) -> None:
        early = Event(EventKind.reply, datetime(2025, 3, 3, 9))  # noqa: DTZ001
        late = Event(EventKind.accept, datetime(2025, 3, 3, 9, 0, 1))  # noqa: DTZ001
        assert History((late, early)).events == (early, late)

    @pytest.mark.parametrize("better", [Grade.satisfied, Grade.basically_satisfied])
    def test_of_two_ratings_at_one_moment_the_lower_counts_as_the_later(
        self, better: Grade
    ) -> None:
        low, high = rated("2025-03-03", Grade.dissatisfied), rated("2025-03-03", better)
        assert History((low, high)).events == History((high, low)).events == (high, low)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (extended("2025-03-03", 10), extended("2025-03-03", 20)),
            (extended("2025-03-03", 10), extended("2025-03-03", 10, told=False)),
            (extended("2025-03-03", 10), extended("2025-03-03", 10, told=None)),
            (rated("2025-03-03", Grade.satisfied), rated("2025-03-03", Grade.unrated)),
            (
                rated("2025-03-03", Grade.satisfied),
                rated("2025-03-03", Grade.satisfied, Role.handling_body),
            ),
        ],
    )
    def test_events_of_one_moment_have_one_order(self, one: Event, other: Event) -> None:
        assert History((one, other)) == History((other, one))

    def test_a_rating_given_is_later_than_none_given(self) -> None:
        none, low = rated("2025-03-03", Grade.unrated), rated("2025-03-03", Grade.satisfied)
        assert History((low, none)).events == (none, low)

    def test_the_first_of_several_of_a_kind(self) -> None:
        days = ("2025-03-05", "2025-03-03", "2025-03-04")
        history = recorded(*(Event(EventKind.call, day(on)) for on in days), accept="2025-03-04")
        assert history.day(EventKind.call) == day("2025-03-03")
        assert history.first(EventKind.call) == history.all(EventKind.call)[0]
        assert history.earliest(EventKind.accept, EventKind.call) == day("2025-03-03")
        assert history.earliest(EventKind.reply) is None

    @given(histories(), st.sampled_from(EventKind))
    def test_first_and_all_and_day_agree(self, history: History, kind: EventKind) -> None:
        found = history.all(kind)
        assert found == tuple(event for event in history.events if event.kind is kind)
        assert history.first(kind) == (found[0] if found else None)
        assert history.day(kind) == (found[0].day if found else None)

    @given(histories(), DAYS)
    def test_what_is_known_on_a_day_is_what_happened_by_its_end(
        self, history: History, until: date
    ) -> None:
        known = history.until(until).events
        assert known == tuple(event for event in history.events if event.day <= until)

    def test_an_event_late_in_the_evening_is_known_at_the_end_of_the_day(self) -> None:
        event = Event(EventKind.reply, datetime(2025, 3, 3, 23, 59))  # noqa: DTZ001
        assert History((event,)).until(day("2025-03-03")).events == (event,)
        assert History((event,)).until(day("2025-03-02")).events == ()


AFTER_RECEIPT = [kind for kind in EventKind if kind in NEVER_BEFORE_RECEIPT]


def _plain(kind: EventKind, at: date) -> Event:
    return Event(kind, at, **_details(kind))


class TestContradictions:
    """Nothing happens to a matter before it is received, save that somebody registers it."""

    @pytest.mark.parametrize("kind", AFTER_RECEIPT)
    def test_a_step_before_the_receipt_is_an_error(self, kind: EventKind) -> None:
        events = (_plain(kind, day("2025-03-02")), _plain(EventKind.receive, day("2025-03-03")))
        with pytest.raises(InvalidFactError) as caught:
            Case("A-1", History(events))
        assert _faults(caught) == [("case.before_receipt", kind.name)]
        assert "2025-03-02" in str(caught.value)
        assert "2025-03-03" in caught.value.text("en")

    @pytest.mark.parametrize("kind", EventKind)
    def test_a_step_on_the_day_of_receipt_is_none(self, kind: EventKind) -> None:
        events = (_plain(kind, day("2025-03-03")), _plain(EventKind.receive, day("2025-03-03")))
        assert Case("A-1", History(events)).history.first(kind)

    @pytest.mark.parametrize("step", ["register", "sign_mandate", "start", "meet", "call"])
    def test_what_an_agent_does_may_come_before_the_receipt(self, step: str) -> None:
        history = recorded(receive="2025-03-03", **{step: "2025-03-02"})
        assert Case("A-1", history).history == history

    def test_the_clock_decides_within_a_day_where_both_have_one(self) -> None:
        received = Event(EventKind.receive, datetime(2025, 3, 3, 9))  # noqa: DTZ001
        replied = Event(EventKind.reply, datetime(2025, 3, 3, 8, 59))  # noqa: DTZ001
        with pytest.raises(InvalidFactError) as caught:
            Case("A-1", History((received, replied)))
        assert _faults(caught) == [("case.before_receipt", "reply")]
        same = Event(EventKind.reply, datetime(2025, 3, 3, 9))  # noqa: DTZ001
        assert Case("A-1", History((received, same))).case_no == "A-1"

    def test_a_date_and_an_instant_of_one_day_do_not_contradict_each_other(self) -> None:
        received = Event(EventKind.receive, datetime(2025, 3, 3, 9))  # noqa: DTZ001
        replied = Event(EventKind.reply, day("2025-03-03"))
        assert Case("A-1", History((received, replied))).case_no == "A-1"

    def test_without_a_receipt_nothing_is_before_it(self) -> None:
        assert Case("A-1", recorded(reply="2025-03-03")).case_no == "A-1"

    def test_all_contradictions_come_at_once(self) -> None:
        history = recorded(accept="2025-03-01", reply="2025-03-02", receive="2025-03-03")
        with pytest.raises(InvalidFactError) as caught:
            Case("A-1", history, case_class=CaseClass.accusation, route=Route.petition)
        assert _faults(caught) == [
            ("case.before_receipt", "accept"),
            ("case.before_receipt", "reply"),
            ("case.route_without_appeal", "route"),
        ]

    @pytest.mark.parametrize("case_class", CaseClass)
    @pytest.mark.parametrize("route", Route)
    def test_only_an_appeal_has_a_route(self, case_class: CaseClass, route: Route) -> None:
        if case_class is CaseClass.appeal:
            assert Case("A-1", case_class=case_class, route=route).route is route
            return
        with pytest.raises(InvalidFactError) as caught:
            Case("A-1", case_class=case_class, route=route)
        assert _faults(caught) == [("case.route_without_appeal", "route")]

    @pytest.mark.parametrize("name", ["people", "representatives", "mandate_agents"])
    def test_a_number_of_people_is_positive(self, name: str) -> None:
        facts: dict[str, Any] = {"case_no": "A-1", name: 0}
        with pytest.raises(InvalidFactError) as caught:
            Case(**facts)
        assert ("case.not_positive", name) in _faults(caught)

    def test_a_group_of_one_contradicts_itself(self) -> None:
        with pytest.raises(InvalidFactError) as caught:
            Case("A-1", group=True, people=1)
        assert _faults(caught) == [("case.group_of_one", "people")]
        assert Case("A-1", group=True, people=2).group
        assert Case("A-1", group=False, people=1).people == 1

    def test_more_representatives_than_people_contradict_each_other(self) -> None:
        with pytest.raises(InvalidFactError) as caught:
            Case("A-1", people=3, representatives=4)
        assert _faults(caught) == [("case.more_representatives", "representatives")]
        assert Case("A-1", people=3, representatives=3).representatives == 3
        assert Case("A-1", representatives=4).people is None

    @pytest.mark.parametrize("fee", [Decimal(-1), Decimal("Infinity")])
    def test_a_fee_is_an_amount(self, fee: Decimal) -> None:
        with pytest.raises(InvalidFactError) as caught:
            Case("A-1", service_fee=fee)
        assert _faults(caught) == [("case.negative", "service_fee")]
        assert Case("A-1", service_fee=Decimal(0)).service_fee == 0

    def test_how_often_a_matter_came_again_may_be_never(self) -> None:
        assert Case("A-1", repeats=0).repeats == 0
        with pytest.raises(InvalidFactError) as caught:
            Case("A-1", repeats=-1)
        assert _faults(caught) == [("case.negative", "repeats")]

    def test_a_route_without_a_class_is_no_contradiction(self) -> None:
        assert Case("A-1", route=Route.petition).case_class is None


class TestKnown:
    """On a day only what happened by then is known."""

    @given(cases(), DAYS)
    def test_later_events_are_cut(self, case: Case, until: date) -> None:
        known = case.history.until(until)
        assert known.events == tuple(one for one in case.history.events if one.day <= until)

    @given(cases())
    def test_nothing_is_cut_on_the_last_day(self, case: Case) -> None:
        assert case.history.until(date.max) is case.history


class TestTypes:
    """A fact of another type than declared is refused where it is given, never converted."""

    @pytest.mark.parametrize(
        ("name", "value", "wanted"),
        [
            ("urgent", "否", "bool"),
            ("urgent", 1, "bool"),
            ("settled", True, "Settled"),
            ("category", "urgent", "ReplyKind"),
            ("history", (), "History"),
            ("agent", "张三", "Agent"),
            ("case_no", 7, "str"),
            ("people", True, "int"),
            ("signs", [Sign.group_visit], "tuple"),
            ("own_deadline", datetime(2025, 3, 3), "date"),  # noqa: DTZ001
        ],
    )
    def test_a_fact_of_a_case(self, name: str, value: object, wanted: str) -> None:
        facts: dict[str, Any] = {"case_no": "A-1", name: value}
        with pytest.raises(InvalidFactError) as caught:
            Case(**facts)
        assert _faults(caught) == [("case.wrong_type", name)]
        assert str(caught.value) == (f"{name}: {name} 须为 {wanted}，实际为 {type(value).__name__}")

    def test_each_of_several_signs(self) -> None:
        wrong: Any = (Sign.group_visit, "集体访苗头")
        with pytest.raises(InvalidFactError) as caught:
            Case("A-1", signs=wrong)
        assert _faults(caught) == [("case.wrong_type", "signs[1]")]

    @pytest.mark.parametrize("name", ["category", "agent_no", "trained", "is_petitioner"])
    def test_a_fact_of_an_agent(self, name: str) -> None:
        facts: dict[str, Any] = {name: 1}
        with pytest.raises(InvalidFactError) as caught:
            Agent(**facts)
        assert _faults(caught) == [("case.wrong_type", name)]

    @pytest.mark.parametrize(
        ("name", "value"),
        [("kind", "receive"), ("at", "2025-09-30"), ("grade", "满意"), ("target", "agent")],
    )
    def test_a_detail_of_an_event(self, name: str, value: object) -> None:
        details: dict[str, Any] = {
            "kind": EventKind.evaluate,
            "at": day("2025-09-30"),
            "grade": Grade.satisfied,
            "target": Role.agent,
            name: value,
        }
        with pytest.raises(InvalidFactError) as caught:
            Event(**details)
        assert _faults(caught) == [("case.wrong_type", name)]

    def test_the_events_of_a_history(self) -> None:
        events: Any = (Event(EventKind.receive, day("2025-09-30")), "2025-10-09")
        with pytest.raises(InvalidFactError) as caught:
            History(events)
        assert _faults(caught) == [("case.wrong_type", "events[1]")]


class Missing(datetime):
    """What data frames write for a day that is not recorded: it equals nothing, not itself."""

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True

    __hash__ = datetime.__hash__


NOT_A_TIME = Missing(1, 1, 1)


class NotAvailable:
    """What data frames write for a number that is not recorded: it answers no question."""

    def __eq__(self, other: object) -> bool:
        raise TypeError

    __ne__ = __eq__
    __hash__ = None  # type: ignore[assignment]


class Several:
    """A column instead of one of its values."""

    ndim = 1

    def __eq__(self, other: object) -> bool:
        raise ValueError

    __ne__ = __eq__
    __hash__ = None  # type: ignore[assignment]


class Dressed:
    """A number or truth value as numpy holds it."""

    ndim = 0

    def __init__(self, value: object) -> None:
        self.value = value

    def item(self) -> object:
        """The plain value."""
        return self.value


class TestDataFrames:
    """What a data frame makes of a fact is taken back; the rest is refused as ever."""

    @pytest.mark.parametrize(
        ("name", "value", "plain"),
        [
            ("urgent", Dressed(value=True), True),
            ("urgent", Dressed(value=False), False),
            ("people", Dressed(5), 5),
            ("people", Dressed(5.0), 5),
            ("people", 5.0, 5),
            ("people", float("nan"), None),
            ("people", NotAvailable(), None),
            ("urgent", float("nan"), None),
            ("own_deadline", NOT_A_TIME, None),
            ("category", float("nan"), None),
        ],
    )
    def test_a_fact_is_taken_back(self, name: str, value: object, plain: object) -> None:
        facts: dict[str, Any] = {"case_no": "A-1", name: value}
        assert getattr(Case(**facts), name) is plain or getattr(Case(**facts), name) == plain
        assert type(getattr(Case(**facts), name)) is type(plain)

    def test_of_events_and_agents_too(self) -> None:
        facts: dict[str, Any] = {"agent_no": float("nan"), "trained": Dressed(value=True)}
        assert Agent(**facts) == Agent(trained=True)
        details: dict[str, Any] = {"extension": 30.0, "reason_told": Dressed(value=False)}
        at = day("2025-09-30")
        assert Event(EventKind.extend, at, **details) == extended("2025-09-30", 30, told=False)
        plan = Event(EventKind.plan, at, until=NOT_A_TIME)
        assert plan == Event(EventKind.plan, at)

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("urgent", Dressed(1)),
            ("urgent", 1.0),
            ("people", 5.5),
            ("people", Dressed(value=True)),
            ("people", Several()),
            ("people", "5"),
            ("case_no", float("nan")),
            ("case_no", Dressed(7)),
        ],
    )
    def test_anything_else_is_refused(self, name: str, value: object) -> None:
        facts: dict[str, Any] = {"case_no": "A-1", name: value}
        with pytest.raises(InvalidFactError) as caught:
            Case(**facts)
        assert _faults(caught) == [("case.wrong_type", name)]

    def test_an_instant_of_a_data_frame_is_one(self) -> None:
        class Stamp(datetime):
            """An instant with something more to it."""

        event = Event(EventKind.reply, Stamp(2025, 9, 30, 8, 5))
        assert (event.at, event.day) == (datetime(2025, 9, 30, 8, 5), day("2025-09-30"))  # noqa: DTZ001

    def test_an_event_that_did_not_happen_is_no_event(self) -> None:
        with pytest.raises(InvalidFactError) as caught:
            Event(EventKind.reply, NOT_A_TIME)
        assert str(caught.value) == "at: at 须为 date，实际为 Missing"

    @pytest.mark.parametrize("number", ["", " ", "\t"])
    def test_a_case_has_a_number(self, number: str) -> None:
        with pytest.raises(InvalidFactError) as caught:
            Case(number)
        assert _faults(caught) == [("case.no_number", "case_no")]
        assert str(caught.value) == "case_no: 信访件编号不能为空"


class TestPrivacy:
    """Rules need no name, number or address; the agent's number stays out of repr."""

    def test_the_agents_number_is_not_printed(self) -> None:
        agent = Agent(AgentCategory.community_volunteer, agent_no="D-0042")
        assert "D-0042" not in repr(agent)
        assert "D-0042" not in repr(Case("A-1", agent=agent))
        assert agent.agent_no == "D-0042"

    def test_money_is_not_printed(self) -> None:
        assert "77" not in repr(Case("A-1", service_fee=Decimal(77)))
        assert "77" not in repr(Event(EventKind.pay_award, day("2025-03-03"), amount=Decimal(77)))
