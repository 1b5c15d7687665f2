"""Where does a limit stand that a policy declares itself?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, deadline_of, extended, recorded
from strategies_limits import meeting
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import Case, Event, History
from xinfang_core.context import Context
from xinfang_core.deadline import Deadline, clock_for, judge
from xinfang_core.declared.limit import KEYS, Params, apply, decide
from xinfang_core.periods import CalendarDays, Months, Period, SameDay, WorkingDays
from xinfang_core.sources import Citation, CitedList, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Declared,
    Dimension,
    EventKind,
    Force,
    Level,
    Role,
    Severity,
    Status,
    Truth,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

MAINLAND = mainland_calendar()
CITED = Citation("示例县办法", "第三条", "5个工作日", Basis.stated)
SIGN = Declared("sign", "签收")
K = EventKind


def _cited(value: Any) -> Sourced[Any]:  # noqa: ANN401 - any value
    return Sourced(value, CITED)


FIVE = WorkingDays(5)


def limit_of(period: Period | Absent = FIVE, **others: Any) -> Params:  # noqa: ANN401
    """A limit from the assignment to the reply."""
    known: dict[str, Any] = {
        "name": _cited("答复时限"),
        "start": _cited(K.assign),
        "met_by": _cited(K.reply),
        "owed_by": _cited(Role.handling_body),
        "owed_to": _cited(Role.petitioner),
        "limit": _cited(period),
    }
    return Params(**{**known, **others})


def by(*dimensions: Dimension) -> CitedList[Dimension]:
    """What a limit depends on."""
    return CitedList(tuple(_cited(one) for one in dimensions), CITED)


def stands(
    params: Params, history: History, as_of: str, keys: tuple[object, ...] = ()
) -> Decision[Deadline]:
    """Where the limit stands, explained."""
    decision = decide(keys, history, day(as_of), params, MAINLAND)
    assert_explained(decision)
    return decision


class TestJudging:
    """One judgement for all limits: ``deadline.judge``."""

    def test_a_limit_that_was_met(self) -> None:
        found = deadline_of(
            stands(limit_of(), recorded(assign="2025-09-28", reply="2025-10-10"), "2025-10-31")
        )
        assert (found.status, found.due) == (Status.met, day("2025-10-11"))

    def test_a_limit_that_was_missed(self) -> None:
        found = deadline_of(stands(limit_of(), recorded(assign="2025-09-28"), "2025-10-14"))
        assert (found.status, found.overdue_working_days) == (Status.overdue, 2)

    def test_a_step_that_the_policy_declares_meets_it(self) -> None:
        params = limit_of(WorkingDays(1), met_by=_cited(SIGN))
        history = recorded(Event(SIGN, day("2025-11-04")), assign="2025-11-03")
        assert deadline_of(stands(params, history, "2025-11-30")).status is Status.met

    def test_it_starts_from_a_step_that_the_policy_declares(self) -> None:
        params = limit_of(WorkingDays(1), start=_cited(SIGN))
        history = recorded(Event(SIGN, day("2025-11-04")))
        assert deadline_of(stands(params, history, "2025-11-04")).due == day("2025-11-05")

    def test_it_has_not_started_before_its_step(self) -> None:
        assert deadline_of(stands(limit_of(), recorded(), "2025-11-04")).status is (
            Status.not_started
        )

    def test_there_is_no_limit_where_the_source_sets_none(self) -> None:
        history = recorded(assign="2025-11-03")
        assert stands(limit_of(Absent.none), history, "2025-11-04").outcome is Absent.none

    def test_a_silent_act_leaves_it_undetermined(self) -> None:
        silent: Sourced[Any] = Sourced(Absent.silent, CITED, "limit.reply.met_by")
        decision = stands(limit_of(met_by=silent), recorded(assign="2025-11-03"), "2025-11-04")
        assert decision.missing == ("limit.reply.met_by",)

    def test_what_binds_in_principle_says_so_while_it_runs(self) -> None:
        params = limit_of(force=_cited(Force.in_principle))
        running = stands(params, recorded(assign="2025-11-03"), "2025-11-04")
        assert codes(running.reasons)[-1] == "limit.in_principle"
        assert "limit.in_principle" not in codes(stands(params, recorded(), "2025-11-04").reasons)

    def test_what_only_some_matters_need_makes_nobody_late(self) -> None:
        params = limit_of(force=_cited(Force.where_needed))
        assert params.duty is None
        for asked in ("2025-11-04", "2025-11-30"):
            found = stands(params, recorded(assign="2025-11-03"), asked)
            assert (found.outcome, codes(found.reasons)) == (Absent.none, ["limit.where_needed"])
        done = recorded(assign="2025-11-03", reply="2025-11-20")
        assert deadline_of(stands(params, done, "2025-11-30")).status is Status.late

    def test_what_binds_strictly_says_nothing_of_it(self) -> None:
        params = limit_of(force=_cited(Force.must))
        decision = stands(params, recorded(assign="2025-11-03"), "2025-11-04")
        assert "limit.in_principle" not in codes(decision.reasons)

    @given(meeting(K.assign, K.reply, K.accept), st.dates(date(2020, 1, 1), date(2026, 12, 31)))
    def test_it_is_the_one_judgement_that_all_limits_share(
        self, history: History, as_of: date
    ) -> None:
        known = history.until(as_of)
        params = limit_of()
        clock = clock_for(params.start, params.limit, known)  # type: ignore[arg-type]
        plain = judge(clock, known.day(K.reply), as_of, MAINLAND)
        assert decide((), known, as_of, params, MAINLAND) == plain

    @given(meeting(K.assign, K.reply, K.extend, K.reopen, K.accept), st.randoms())
    def test_the_order_of_recording_is_irrelevant(self, history: History, random: Any) -> None:  # noqa: ANN401
        shuffled = [*history.events]
        random.shuffle(shuffled)
        params = limit_of(extension=_cited(WorkingDays(10)))
        asked = date(2026, 6, 30)
        assert decide((), History(tuple(shuffled)), asked, params, MAINLAND) == decide(
            (), history, asked, params, MAINLAND
        )


class TestDimensions:
    """The period may depend on closed lists of facts; what is not known is not guessed."""

    BY_LEVEL = limit_of(
        by=by(Dimension.level, Dimension.urgent),
        limit=Table(
            {
                (level, urgent): _cited(WorkingDays(1 if urgent is Truth.yes else place))
                for place, level in enumerate(Level, 2)
                for urgent in Truth
            }
        ),
    )

    def test_a_period_by_level_and_urgency(self) -> None:
        history = recorded(assign="2025-11-03")
        found = stands(self.BY_LEVEL, history, "2025-11-04", (Level.town, Truth.no))
        assert deadline_of(found).due == day("2025-11-06")
        urgent = stands(self.BY_LEVEL, history, "2025-11-04", (Level.town, Truth.yes))
        assert deadline_of(urgent).due == day("2025-11-04")

    def test_what_is_not_recorded_is_named(self) -> None:
        found = stands(self.BY_LEVEL, recorded(assign="2025-11-03"), "2025-11-04", (None, Truth.no))
        assert found.is_undetermined
        assert found.missing == ("competent_level",)

    @pytest.mark.parametrize(("urgent", "due"), [(True, "2025-11-04"), (False, "2025-11-06")])
    def test_facts_come_from_the_case(self, urgent: bool, due: str) -> None:  # noqa: FBT001
        history = recorded(assign="2025-11-03")
        case = Case("A-1", history, competent_level=Level.town, urgent=urgent)
        context = Context(case, history, MAINLAND, day("2025-11-04"), allow_assumed=True)
        assert deadline_of(apply(context, self.BY_LEVEL, {})).due == day(due)

    @pytest.mark.parametrize("kind", [Undetermined.undetermined, Absent.none])
    def test_an_undetermined_kind_leaves_the_limit_undetermined(self, kind: object) -> None:
        params = limit_of(
            by=by(Dimension.kind),
            limit=Table({Declared("help", "求助"): _cited(WorkingDays(3))}),
        )
        context = Context(Case("A-1"), History(), MAINLAND, day("2025-11-04"), allow_assumed=True)
        found = apply(context, params, {Dimension.kind: kind})
        assert found.missing == ("reply_kind",)

    def test_each_dimension_has_the_list_of_its_keys(self) -> None:
        assert KEYS.keys() == set(Dimension)


class TestExtension:
    """An extension of working days counts while they run, as far as the policy allows."""

    PARAMS = limit_of(extension=_cited(WorkingDays(10)), extensions=_cited(1))

    def test_what_was_granted_in_time_is_added(self) -> None:
        history = recorded(extended("2025-11-05", 4), assign="2025-11-03")
        found = stands(self.PARAMS, history, "2025-11-04")
        assert deadline_of(stands(self.PARAMS, history, "2025-11-30")).due == day("2025-11-14")
        assert not found.findings

    def test_of_a_longer_one_the_most_counts(self) -> None:
        history = recorded(extended("2025-11-05", 30), assign="2025-11-03")
        found = stands(self.PARAMS, history, "2025-11-06")
        assert deadline_of(found).due == day("2025-11-24")
        assert codes(found.findings) == ["limit.extension_too_long"]

    def test_one_too_many_does_not_count(self) -> None:
        history = recorded(
            extended("2025-11-05", 1), extended("2025-11-06", 1), assign="2025-11-03"
        )
        found = stands(self.PARAMS, history, "2025-11-06")
        assert deadline_of(found).due == day("2025-11-11")
        assert codes(found.findings) == ["limit.extended_again"]

    def test_one_after_the_last_day_does_not_count(self) -> None:
        history = recorded(extended("2025-11-11", 5), assign="2025-11-03")
        found = stands(self.PARAMS, history, "2025-11-12")
        assert deadline_of(found).status is Status.overdue
        assert [one.severity for one in found.findings] == [Severity.violation]
        assert codes(found.findings) == ["limit.extension_late"]

    def test_one_from_before_the_limit_began_does_not_count(self) -> None:
        history = recorded(extended("2025-11-01", 5), assign="2025-11-03")
        found = stands(self.PARAMS, history, "2025-11-04")
        assert deadline_of(found).due == day("2025-11-10")
        assert codes(found.findings) == ["limit.extension_early"]

    def test_where_no_bound_is_told_each_counts(self) -> None:
        history = recorded(
            extended("2025-11-05", 1), extended("2025-11-06", 1), assign="2025-11-03"
        )
        params = evolve(self.PARAMS, extensions=None)
        assert deadline_of(stands(params, history, "2025-11-06")).due == day("2025-11-12")

    def test_a_policy_that_excludes_extensions_says_so(self) -> None:
        history = recorded(extended("2025-11-05", 5), assign="2025-11-03")
        found = stands(limit_of(extension=_cited(Absent.none)), history, "2025-11-12")
        assert codes(found.findings) == ["limit.extension_not_provided"]
        assert deadline_of(found).status is Status.overdue

    def test_where_the_most_is_not_told_what_was_approved_counts(self) -> None:
        history = recorded(extended("2025-11-05", 5), assign="2025-11-03", reply="2025-11-17")
        found = stands(limit_of(extension=_cited(Absent.silent)), history, "2025-11-30")
        assert deadline_of(found).due == day("2025-11-17")
        assert codes(found.reasons)[0] == "limit.extended"

    def test_what_no_calendar_reaches_is_not_told(self) -> None:
        history = recorded(extended("2025-11-05", 99_999), assign="2025-11-03")
        found = stands(limit_of(extension=_cited(Absent.silent)), history, "2025-11-30")
        assert codes(found.reasons)[-1] == "deadline.outside_calendar"

    def test_a_limit_of_the_same_day_is_not_lengthened_by_what_is_not_told(self) -> None:
        history = recorded(extended("2025-11-03", 5), assign="2025-11-03", reply="2025-11-04")
        params = limit_of(SameDay(), extension=_cited(Absent.silent))
        found = stands(params, history, "2025-11-30")
        assert "deadline.extension_not_stated" in codes(found.reasons)

    def test_where_extensions_are_not_mentioned_nobody_is_late_within_one(self) -> None:
        history = recorded(extended("2025-11-05", 5), assign="2025-11-03", reply="2025-11-12")
        found = stands(limit_of(), history, "2025-11-30")
        assert "deadline.extension_not_stated" in codes(found.reasons)
        assert found.missing == ("extension",)

    @given(
        st.integers(1, 40),
        st.integers(1, 30),
        st.integers(0, 20),
        st.sampled_from((WorkingDays, CalendarDays, Months)),
        st.dates(date(2010, 1, 1), date(2025, 12, 31)),
    )
    def test_an_extension_only_adds(
        self,
        length: int,
        most: int,
        after: int,
        unit: Any,  # noqa: ANN401
        start: date,
    ) -> None:
        params = limit_of(unit(length), extension=_cited(unit(most)))
        history = recorded(assign=start.isoformat())
        longer = recorded(
            extended((start + timedelta(after)).isoformat(), 7), assign=start.isoformat()
        )
        asked = start + timedelta(after)
        bare, more = (decide((), one, asked, params, MAINLAND) for one in (history, longer))
        assert deadline_of(more).due >= deadline_of(bare).due  # type: ignore[operator]


class TestExtendedMonths:
    """A register keeps an extension in days: on top of months they are calendar days."""

    START = "2025-03-03"

    def _stands(self, most: object, *granted: int, as_of: str = "2025-03-20") -> Decision[Deadline]:
        params = limit_of(Months(1), extension=_cited(most))
        events = (extended("2025-03-20", days) for days in granted)
        found = stands(params, recorded(*events, assign=self.START), as_of)
        assert_explained(found)
        return found

    @pytest.mark.parametrize("most", [Absent.silent, Months(1), Months(2)])
    def test_ten_days_after_the_same_day_of_the_month(self, most: object) -> None:
        """3 April, ten days on Sunday the 13th, moved on to the 14th."""
        found = self._stands(most, 10)
        assert deadline_of(found).due == day("2025-04-14")
        assert found.findings == ()
        told = [one.text() for one in found.reasons]
        assert told[0] == "2025-03-20批准延期，延长10日（自然日）"
        assert "期限1个月、10日（自然日），至 2025-04-14 届满" in told
        assert "counting.days_on_months" in codes(found.reasons)

    def test_the_last_day_moves_on_once(self) -> None:
        """3 April is worked, the 4th to the 6th are a holiday."""
        assert deadline_of(self._stands(Months(1), 1)).due == day("2025-04-07")
        assert deadline_of(self._stands(Months(1), 4)).due == day("2025-04-07")
        assert deadline_of(self._stands(Months(1), 5)).due == day("2025-04-08")

    @pytest.mark.parametrize(
        ("days", "due", "cut"), [(30, "2025-05-06", False), (31, "2025-05-06", True)]
    )
    def test_a_month_more_is_as_many_days_as_it_has(self, days: int, due: str, cut: object) -> None:
        """3 April to Saturday 3 May has 30 days; the holiday ends on the 5th."""
        found = self._stands(Months(1), days)
        assert deadline_of(found).due == day(due)
        assert bool(found.findings) is cut

    def test_of_a_longer_one_the_most_counts(self) -> None:
        found = self._stands(Months(1), 40)
        (finding,) = found.findings
        assert finding.reason.text() == "2025-03-20批准延期的天数为40，超过最长的1个月，按最长计"
        assert "counting.days_on_months" not in codes(found.reasons)

    def test_several_are_added_to_the_months_in_days(self) -> None:
        assert deadline_of(self._stands(Months(1), 10, 10)).due == day("2025-04-23")
        assert deadline_of(self._stands(Months(1), 40, 10)).due == day("2025-05-13")

    @given(
        st.dates(date(2010, 1, 1), date(2025, 6, 1)),
        st.integers(1, 12),
        st.integers(1, 6),
        st.integers(1, 400),
    )
    def test_they_end_as_many_days_later_and_never_past_the_most(
        self, start: date, months: int, most: int, days: int
    ) -> None:
        """Held against dateutil, the months first."""
        params = limit_of(Months(months), extension=_cited(Months(most)))
        history = recorded(extended(start.isoformat(), days), assign=start.isoformat())
        found = decide((), history, start, params, MAINLAND)
        wanted = start + relativedelta(months=months) + timedelta(days)
        longest = start + relativedelta(months=months + most)
        due = deadline_of(found).due
        assert due == MAINLAND.find_on_or_after(min(wanted, longest))
        assert bool(found.findings) is (wanted > longest)


class TestLeftBehind:
    """A matter that goes back, or elsewhere, leaves the limit behind."""

    PARAMS = limit_of(ended_by=CitedList((_cited(SIGN), _cited(K.object)), CITED))

    def test_in_time_nothing_is_owed_any_more(self) -> None:
        history = recorded(Event(SIGN, day("2025-11-04")), assign="2025-11-03")
        found = stands(self.PARAMS, history, "2025-11-30")
        assert (found.outcome, codes(found.reasons)) == (Absent.none, ["limit.ended"])

    def test_past_the_last_day_that_stays_told_and_nobody_owes_it(self) -> None:
        history = recorded(Event(SIGN, day("2025-11-12")), assign="2025-11-03")
        found = stands(self.PARAMS, history, "2025-11-30")
        assert deadline_of(found).status is Status.lapsed
        assert codes(found.findings) == ["limit.ended_late"]

    def test_of_several_the_first_ends_it(self) -> None:
        history = recorded(Event(SIGN, day("2025-11-12")), assign="2025-11-03", object="2025-11-05")
        assert stands(self.PARAMS, history, "2025-11-30").outcome is Absent.none

    @pytest.mark.parametrize("reply", ["2025-11-06", "2025-11-20"])
    def test_what_was_done_stays_judged(self, reply: str) -> None:
        history = recorded(Event(SIGN, day("2025-11-04")), assign="2025-11-03", reply=reply)
        assert deadline_of(stands(self.PARAMS, history, "2025-11-30")).due == day("2025-11-10")

    def test_while_it_stays_the_limit_runs(self) -> None:
        found = stands(self.PARAMS, recorded(assign="2025-11-03"), "2025-11-04")
        assert deadline_of(found).status is Status.open


class TestDuty:
    """What an open limit obliges whom to do."""

    def test_it_is_owed_by_whom_the_policy_names(self) -> None:
        duty = limit_of().duty
        assert duty is not None
        assert (duty.act, duty.debtor, duty.creditor) == (
            K.reply,
            Role.handling_body,
            Role.petitioner,
        )

    @pytest.mark.parametrize("name", ["met_by", "owed_by", "owed_to"])
    def test_nobody_owes_what_is_not_told(self, name: str) -> None:
        assert limit_of(FIVE, **{name: _cited(Absent.silent)}).duty is None

    def test_a_step_on_the_way_lapses_with_the_end_of_the_matter(self) -> None:
        assert limit_of().duty.lapses is False  # type: ignore[union-attr]
        assert limit_of(met_by=_cited(SIGN)).duty.lapses is True  # type: ignore[union-attr]

    @pytest.mark.parametrize("kind", [K.resolve, K.inform, K.revisit, K.archive, K.write_off])
    def test_an_act_that_ends_the_matter_or_comes_after_does_not(self, kind: EventKind) -> None:
        assert limit_of(met_by=_cited(kind)).duty.lapses is False  # type: ignore[union-attr]

    @pytest.mark.parametrize("kind", [K.resolve, K.conclude, K.reply, K.deliver, K.evaluate])
    def test_nor_does_what_begins_with_the_end_of_the_matter(self, kind: EventKind) -> None:
        begun = limit_of(start=_cited(kind), met_by=_cited(SIGN))
        assert begun.duty.lapses is False  # type: ignore[union-attr]


class TestTotality:
    """Whatever is declared, every history has an answer with its reasons."""

    @given(
        meeting(K.assign, K.reply, K.extend, K.reopen, K.accept, K.object),
        st.sampled_from((WorkingDays(3), CalendarDays(7), Months(1), SameDay(), Absent.none)),
        st.none() | st.sampled_from((WorkingDays(3), Absent.none, Absent.silent)).map(_cited),
        st.dates(date(2018, 1, 1), date(2027, 12, 31)),
    )
    def test_every_combination_has_an_answer(
        self,
        history: History,
        period: Any,  # noqa: ANN401
        extension: Any,  # noqa: ANN401
        as_of: date,
    ) -> None:
        if extension is not None and not isinstance(extension.value, Absent):
            unit = type(period) if type(period) in {WorkingDays, CalendarDays, Months} else None
            extension = _cited(unit(3)) if unit else None
        params = limit_of(period, extension=extension)
        assert_explained(decide((), history.until(as_of), as_of, params, MAINLAND))
