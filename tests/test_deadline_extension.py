"""An extension belongs to the handling limit; a source without a word on it leaves others open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from assessing import CASES, LOCAL, MAINLAND, POLICIES, RECENT, appeal, assessed, status
from checks import assert_explained, codes, day, deadline_of, extended, present
from strategies import FEWER
from xinfang_core.assessment import assess
from xinfang_core.case import Event, History
from xinfang_core.deadline_extension import NOT_STATED
from xinfang_core.vocabulary import Basis, EventKind, Severity, Status

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.case import Case
    from xinfang_core.deadline import Deadline
    from xinfang_core.decision import Decision

# General, accepted on 3 March: 15 working days end on the 24th. Ten more working days, should the
# extension hold for the reply too, end on 8 April, for the 4th is 清明节.
CAME = {"register": "2025-03-03", "receive": "2025-03-03", "accept": "2025-03-03"}
GRANTED = extended("2025-03-20", 10)


def _reply(as_of: str, *events: Event, **days: str) -> Decision[Deadline]:
    case = appeal(*events, **CAME, **days)
    decision = present(assessed(case, as_of).limits.reply_deadline)
    assert_explained(decision)
    return decision


class TestReply:
    """Online-proxy says nothing of extensions: nobody is called late who may have had one."""

    def test_replied_in_the_time_that_an_extension_would_have_given(self) -> None:
        decision = _reply("2025-04-30", GRANTED, reply="2025-03-28")
        outcome = deadline_of(decision)
        assert (outcome.status, outcome.due) == (Status.undetermined, day("2025-03-24"))
        assert outcome.overdue_working_days == 0
        assert decision.missing == ("extension",)
        assert decision.reasons[-1].citation is NOT_STATED
        assert decision.basis is Basis.interpreted

    @pytest.mark.parametrize(
        ("as_of", "wanted"),
        [
            ("2025-03-24", Status.open),
            ("2025-03-25", Status.open),
            ("2025-04-08", Status.open),
            ("2025-04-09", Status.overdue),
        ],
    )
    def test_not_replied_it_is_open_until_both_have_passed(
        self, as_of: str, wanted: Status
    ) -> None:
        assert deadline_of(_reply(as_of, GRANTED)).status is wanted

    def test_past_both_the_delay_is_told_by_the_limit_that_is_stated(self) -> None:
        decision = _reply("2025-04-09", GRANTED)
        assert deadline_of(decision).overdue_working_days == 11
        assert codes(decision.reasons)[-1] == "deadline.extension_even_so"
        late = _reply("2025-04-30", GRANTED, reply="2025-04-09")
        assert deadline_of(late).status is Status.late

    @pytest.mark.parametrize("event", [[], [extended("2025-03-25", 10)]])
    def test_an_extension_after_the_limit_saves_nothing(self, event: list[Event]) -> None:
        decision = _reply("2025-03-28", *event)
        assert deadline_of(decision).status is Status.overdue
        assert NOT_STATED not in [one.citation for one in decision.reasons]

    def test_one_on_its_last_day_may(self) -> None:
        decision = _reply("2025-03-28", extended("2025-03-24", 10))
        assert deadline_of(decision).status is Status.open

    def test_the_reply_is_still_owed(self) -> None:
        owed = assessed(appeal(GRANTED, **CAME), "2025-03-28").obligations
        (reply,) = [one for one in owed if one.duty is EventKind.reply]
        assert (reply.due, reply.overdue) == (day("2025-03-24"), False)

    def test_what_it_belongs_to_is_said(self) -> None:
        answer = assessed(appeal(GRANTED, **CAME), "2025-03-28")
        told = [one.text() for one in present(answer.limits.handling_deadline).reasons]
        assert "2025-03-20 批准延长办理期限10日（自然日）" in told
        last = present(answer.limits.reply_deadline).reasons[-1]
        assert last.text() == (
            "2025-03-20 批准的延期属条例的办理期限，是否延长此项期限未载明，尚不能认定逾期"
        )

    def test_outside_the_calendar_nobody_is_called_late(self) -> None:
        decision = _reply("2025-03-28", extended("2025-03-20", 99_999))
        assert deadline_of(decision).status is Status.open


PROMISED = Event(EventKind.promise, day("2025-03-03"), until=day("2025-03-31"))
HANDED_OVER = {"register": "2025-03-03", "receive": "2025-03-03", "assign": "2025-03-03"}


class TestOthers:
    """The same for every other limit to finish a matter whose source has no word on it."""

    @pytest.mark.parametrize(
        ("as_of", "wanted"), [("2025-04-10", "open"), ("2025-04-11", "overdue")]
    )
    def test_a_promised_day(self, as_of: str, wanted: str) -> None:
        case = appeal(PROMISED, GRANTED, **CAME, start="2025-03-03")
        assert status(assessed(case, as_of, "jiuyuan"), "promised_deadline") is Status[wanted]

    @pytest.mark.parametrize(
        ("as_of", "wanted"), [("2025-03-18", "open"), ("2025-04-02", "overdue")]
    )
    def test_general_work(self, as_of: str, wanted: str) -> None:
        granted = extended("2025-03-10", 10)
        case = evolve(
            appeal(granted, **HANDED_OVER), major=False, complicated=False, resolvable=True
        )
        answer = assessed(case, as_of, "qiaocheng")
        assert status(answer, "resolution_deadline") is Status[wanted]
        behind = "resolution_deadline.behind" in codes(answer.findings)
        assert behind is (wanted == "overdue")

    @pytest.mark.parametrize(
        ("as_of", "wanted"),
        [("2025-04-04", "open"), ("2025-04-14", "open"), ("2025-04-15", "overdue")],
    )
    def test_a_major_problem_has_as_many_days_as_were_granted(
        self, as_of: str, wanted: str
    ) -> None:
        """One month from 3 March ends on 3 April; ten days more on Sunday the 13th, so the 14th."""
        case = evolve(appeal(GRANTED, **HANDED_OVER), major=True)
        answer = assessed(case, as_of, "qiaocheng")
        assert status(answer, "resolution_deadline") is Status[wanted]

    def test_ten_days_on_top_of_a_month_are_not_ten_months(self) -> None:
        days = dict.fromkeys(HANDED_OVER, "2025-09-22")
        case = evolve(appeal(extended("2025-10-13", 10), **days), major=True)
        answer = assessed(case, "2026-08-01", "qiaocheng")
        found = deadline_of(present(answer.limits.resolution_deadline))
        assert (found.due, found.status) == (day("2025-10-22"), Status.overdue)

    @pytest.mark.parametrize(("as_of", "late"), [("2025-03-25", False), ("2025-04-02", True)])
    def test_a_date_of_its_own_beside_the_month(self, as_of: str, late: object) -> None:
        case = evolve(
            appeal(extended("2025-03-10", 10), **HANDED_OVER),
            major=True,
            own_deadline=day("2025-03-20"),
        )
        found = codes(assessed(case, as_of, "qiaocheng").findings)
        assert ("resolution_deadline.past_own_date" in found) is late

    def test_the_simplified_procedure(self) -> None:
        case = evolve(appeal(extended("2025-03-10", 10), **CAME), simplified=True)
        answer = assessed(case, "2025-03-20", "national")
        assert status(answer, "simplified_handling_deadline") is Status.open

    @FEWER
    @given(CASES, st.sampled_from(LOCAL), RECENT, st.integers(1, 30))
    def test_under_no_shipped_policy_is_anybody_accused_by_it(
        self, case: Case, policy: str, as_of: date, days: int
    ) -> None:
        """Approved while it ran, an extension never makes a limit later, and may leave it open."""
        granted = Event(EventKind.extend, as_of, extension=days)
        later = evolve(case, history=History((*case.history.until(as_of).events, granted)))
        pack = POLICIES[policy].in_force(case, as_of)
        plain, more = (assess(one, pack, MAINLAND, as_of) for one in (case, later))
        for rule in ("reply_deadline", "promised_deadline", "resolution_deadline"):
            if status(plain, rule) not in {Status.late, Status.overdue}:
                assert status(more, rule) not in {Status.late, Status.overdue}
        assert Severity.violation not in {
            one.severity for one in more.findings if one.reason.citation is NOT_STATED
        }
