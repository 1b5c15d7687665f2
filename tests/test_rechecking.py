"""Which open cases have new dates because the calendar changed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import work_calendars
from checks import LANGS, UNFILLED, day, recorded
from strategies import FEWER, cases
from xinfang_core.assessment import assess
from xinfang_core.calendar import WorkCalendar, mainland_calendar
from xinfang_core.case import Case
from xinfang_core.deadline import Deadline
from xinfang_core.errors import MisuseError
from xinfang_core.policy import load_policy
from xinfang_core.rechecking import Moved, recheck
from xinfang_core.vocabulary import CaseClass, ReplyKind, Route, Status

if TYPE_CHECKING:
    from xinfang_core.policy import Policy

CALENDAR = mainland_calendar()
# The amendment for Labour Day 2019: 28 April and 5 May worked, 2 and 3 May off.
OLD, NEW = CALENDAR.known_on(date(2019, 3, 21)), CALENDAR.known_on(date(2019, 3, 22))
PROXY, NATIONAL = load_policy("online-proxy"), load_policy("national")
POLICIES = (PROXY, PROXY.with_variant("calendar_days"), NATIONAL)
AS_OF = day("2019-04-26")


def general(case_no: str, accepted: str, **days: str) -> Case:
    """An appeal accepted on the day of its receipt, to be answered in 15 days."""
    return Case(
        case_no,
        recorded(receive=accepted, accept=accepted, **days),
        category=ReplyKind.general,
        case_class=CaseClass.appeal,
        route=Route.petition,
    )


# Fifteen working days from 11 April end on 3 May by the old calendar, on 5 May by the new one.
MOVED = general("甲-2", "2019-04-11")
# From 12 April the 15th is 6 May by both: two days off, two days worked.
STAYS = general("甲-3", "2019-04-12", notify="2019-04-15")
DONE = general("甲-4", "2019-04-11", reply="2019-04-25", notify="2019-04-15")
LATE = general("甲-5", "2019-01-02", reply="2019-04-25", notify="2019-04-15")
OVERDUE = general("甲-6", "2019-01-02", notify="2019-01-03")
LATER = general("甲-7", "2019-06-11")
NOT_STARTED = Case("甲-8", recorded(receive="2019-04-11"), category=ReplyKind.general)


def moved(
    *register: Case, policy: Policy = PROXY, as_of: date = AS_OF
) -> list[tuple[str, str, date | None, date | None]]:
    found = recheck(register, policy, OLD, NEW, as_of)
    return [(one.case_no, one.rule, one.before.due, one.after.due) for one in found]


class TestAcrossTheAmendmentOf2019:
    """Just the limits still open whose last day moved, as the register has them."""

    def test_a_limit_that_ended_on_a_day_now_off(self) -> None:
        (found,) = recheck((MOVED,), PROXY, OLD, NEW, AS_OF)
        assert (found.case_no, found.rule) == ("甲-2", "reply_deadline")
        assert (found.before.due, found.after.due) == (day("2019-05-03"), day("2019-05-05"))
        assert [one.after.day for one in found.days] == [
            *map(day, ("2019-04-28", "2019-05-02", "2019-05-03", "2019-05-05"))
        ]
        assert found.text().startswith(
            "甲-2 答复期限：2019-05-03 改为 2019-05-05，因 2019-04-28 由周末改为劳动节调休上班"
        )
        assert found.text("en").startswith(
            "甲-2 reply deadline: 2019-05-03 became 2019-05-05, because 2019-04-28 was weekend"
        )

    def test_a_limit_that_ended_on_a_day_now_worked(self) -> None:
        # Sixty days from 6 March end on Sunday 5 May, and fifteen from 13 April on Sunday 28 April.
        longer = general("乙-1", "2019-03-06")
        shorter = general("乙-2", "2019-04-13")
        assert moved(longer, shorter, policy=NATIONAL) == [
            ("乙-1", "handling_deadline", day("2019-05-06"), day("2019-05-05")),
            ("乙-2", "notice_deadline", day("2019-04-29"), day("2019-04-28")),
        ]

    @pytest.mark.parametrize(
        "case", [STAYS, DONE, LATE, OVERDUE, LATER, NOT_STARTED], ids=lambda case: case.case_no
    )
    def test_what_is_done_or_stays_where_it_was_is_not_told(self, case: Case) -> None:
        assert moved(case) == []

    def test_what_was_done_later_was_open_on_the_day_asked_about(self) -> None:
        assert moved(DONE, as_of=day("2019-04-24")) == [
            ("甲-4", "reply_deadline", day("2019-05-03"), day("2019-05-05"))
        ]

    def test_the_order_is_that_of_the_register(self) -> None:
        register = (DONE, general("丙", "2019-04-11"), STAYS, general("乙", "2019-04-11"), MOVED)
        assert [case_no for case_no, *_ in moved(*register)] == ["丙", "乙", "甲-2"]
        assert [case_no for case_no, *_ in moved(*reversed(register))] == ["甲-2", "乙", "丙"]

    def test_an_overdue_limit_whose_day_moved_is_told(self) -> None:
        assert moved(MOVED, as_of=day("2019-05-20")) == [
            ("甲-2", "reply_deadline", day("2019-05-03"), day("2019-05-05"))
        ]

    def test_a_pinned_day_picks_the_version(self) -> None:
        case = general("乙-1", "2019-03-06")
        in_its_time = list(recheck((case,), NATIONAL, OLD, NEW, AS_OF))
        pinned = list(recheck((case,), NATIONAL, OLD, NEW, AS_OF, pinned=day("2005-05-01")))
        before_any = list(recheck((case,), NATIONAL, OLD, NEW, AS_OF, pinned=day("2004-01-01")))
        assert [one.rule for one in in_its_time] == ["handling_deadline"]
        assert pinned == in_its_time
        assert before_any == []

    def test_a_limit_that_one_calendar_cannot_tell_is_not_compared(self) -> None:
        # A calendar that begins with 2021 knows nothing of April 2019.
        short = WorkCalendar(tuple(one for one in CALENDAR.notices if one.year >= 2021))
        assert list(recheck((MOVED,), PROXY, OLD, short, AS_OF)) == []

    def test_an_instant_is_refused(self) -> None:
        with pytest.raises(MisuseError):
            list(recheck((MOVED,), PROXY, OLD, NEW, datetime(2019, 4, 26, tzinfo=UTC)))


class TestProperties:
    """Any cases and calendars: told is what two assessments differ in, and nothing else."""

    @FEWER
    @given(
        st.lists(cases(st.dates(date(2005, 1, 1), date(2033, 1, 1))), max_size=3),
        work_calendars(regional=True),
        st.sampled_from(POLICIES),
        st.dates(date(2005, 1, 1), date(2034, 1, 1)),
    )
    def test_nothing_moves_when_the_calendars_are_equal(
        self, register: list[Case], calendar: WorkCalendar, policy: Policy, as_of: date
    ) -> None:
        same = WorkCalendar(calendar.notices, calendar.known_until)
        assert list(recheck(register, policy, calendar, same, as_of)) == []

    @FEWER
    @given(
        st.lists(cases(st.dates(date(2018, 6, 1), date(2019, 5, 31))), max_size=4),
        st.sampled_from(POLICIES),
        st.dates(date(2019, 3, 1), date(2019, 6, 30)),
    )
    def test_told_is_what_two_assessments_differ_in(
        self, register: list[Case], policy: Policy, as_of: date
    ) -> None:
        found = list(recheck(register, policy, OLD, NEW, as_of))
        assert [(one.case_no, one.rule, one.before, one.after) for one in found] == [
            moved for case in register for moved in self._differing(case, policy, as_of)
        ]
        for one in found:
            assert_tells_why(one)

    @staticmethod
    def _differing(
        case: Case, policy: Policy, as_of: date
    ) -> list[tuple[str, str, Deadline, Deadline]]:
        """The open limits of a case that two assessments end on different days."""
        before, after = (
            dict(assess(case, policy.in_force(case, as_of), one, as_of).decisions())
            for one in (OLD, NEW)
        )
        differing = []
        for rule, decision in before.items():
            old, new = decision.outcome, after[rule].outcome
            if not isinstance(old, Deadline) or not isinstance(new, Deadline):
                continue
            if {old.status, new.status} <= {Status.open, Status.overdue} and old.due != new.due:
                differing.append((case.case_no, rule, old, new))
        return differing


def assert_tells_why(one: Moved) -> None:
    """There is a day that explains the move, before or at its later end."""
    assert one.before.due is not None
    assert one.after.due is not None
    assert one.days
    assert all(changed.after.day <= max(one.before.due, one.after.due) for changed in one.days)
    for lang in LANGS:
        assert not UNFILLED.search(one.text(lang))
