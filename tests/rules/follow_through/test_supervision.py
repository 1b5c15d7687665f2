"""Does the handling call for supervision, and why?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_national import some
from strategies_params import params
from xinfang_core.obligation import Delay, Overseen
from xinfang_core.policy import load_policy
from xinfang_core.rules.follow_through.supervision import (
    BY_THE_OFFICE_OF_ITS_LEVEL,
    Params,
    Supervision,
    decide,
    owed,
)
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Absent, Basis, Conduct, EventKind, Level, Role, Undetermined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).follow_through.supervision)
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).follow_through.supervision)


def _decide(
    conduct: Iterable[Conduct] = (),
    policy: Params = TEXT_2022,
    *bodies: Overseen,
    overdue: bool = False,
) -> Decision[Supervision]:
    decision = decide(Delay(tuple(conduct), overdue, bodies), policy)
    assert_explained(decision)
    assert decision.findings == ()
    return decision


class TestTriggers2022:
    """Art. 40: against the rules; shirked; falsified; an opinion not carried out; and the like."""

    @pytest.mark.parametrize(
        ("conduct", "basis"),
        [
            ("breach_of_rules", "stated"),
            ("shirking", "stated"),
            ("refusal_to_execute", "stated"),
            ("no_feedback", "interpreted"),
            ("breach_of_procedure", "interpreted"),
            ("overdue", "interpreted"),
            ("other", "interpreted"),
        ],
    )
    def test_each_of_them(self, conduct: str, basis: str) -> None:
        decision = _decide((Conduct[conduct],))
        assert decision.outcome == Supervision((Conduct[conduct],))
        assert decision.basis is Basis[basis]

    @pytest.mark.parametrize("conduct", [Conduct.grave_consequences, Conduct.policy_problem])
    def test_what_calls_for_a_suggestion_only(self, conduct: Conduct) -> None:
        assert _decide((conduct,)).outcome is Absent.none


class TestTriggers2005:
    """Art. 36: six cases, the last one of which is open."""

    CASES = (
        Conduct.overdue,
        Conduct.no_feedback,
        Conduct.breach_of_procedure,
        Conduct.shirking,
        Conduct.refusal_to_execute,
        Conduct.other,
    )

    def test_the_six(self) -> None:
        assert TEXT_2005.triggers.values == self.CASES
        assert _decide(reversed(self.CASES), TEXT_2005).outcome == Supervision(self.CASES)


class TestOverdue:
    """A limit that is overdue is a case by itself; without anything there is none."""

    @pytest.mark.parametrize("policy", [TEXT_2005, TEXT_2022])
    def test_overdue(self, policy: Params) -> None:
        assert _decide(policy=policy, overdue=True).outcome == Supervision((Conduct.overdue,))

    @pytest.mark.parametrize("policy", [TEXT_2005, TEXT_2022])
    def test_nothing(self, policy: Params) -> None:
        decision = _decide(policy=policy)
        assert decision.outcome is Absent.none
        assert codes(decision.reasons) == ["supervision.nothing"]

    def test_a_silent_list(self) -> None:
        silent: CitedList[Conduct] = CitedList((), TEXT_2022.triggers.citation, Absent.silent)
        decision = _decide((Conduct.shirking,), evolve(TEXT_2022, triggers=silent))
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]


class TestBodies:
    """Supervised is the body that is late, by the petition office of that body's own level."""

    REVIEW = Overseen(Role.reviewing_body, late=True, level=Level.city, since=day("2025-04-15"))

    def test_the_office_of_its_level_owes_it_and_says_whether_there_was_a_good_reason(self) -> None:
        decision = _decide((), TEXT_2022, self.REVIEW, overdue=True)
        assert isinstance(decision.outcome, Supervision)
        (one,) = owed(decision.outcome)
        assert one.duty[:3] == (
            EventKind.supervise,
            Role.petition_office,
            Role.reviewing_body,
        )
        assert (one.duty.level, one.since) == (Level.city, day("2025-04-15"))
        last = decision.reasons[-1]
        assert last.citation is BY_THE_OFFICE_OF_ITS_LEVEL
        assert last.text() == "由市信访部门督办复查机关，并认定逾期有无正当理由"
        assert decision.basis is Basis.interpreted

    def test_where_its_level_is_not_recorded_no_office_is_named(self) -> None:
        unknown = self.REVIEW._replace(level=None)
        decision = _decide((), TEXT_2022, unknown, overdue=True)
        assert isinstance(decision.outcome, Supervision)
        (one,) = owed(decision.outcome)
        assert one.duty.debtor is Undetermined.undetermined
        assert decision.reasons[-1].missing == ("competent_level",)

    @pytest.mark.parametrize("level", [Level.town, None])
    def test_what_was_found_needs_no_good_reason(self, level: Level | None) -> None:
        body = Overseen(Role.handling_body, level=level)
        reason = _decide((Conduct.shirking,), TEXT_2022, body).reasons[-1]
        assert "承办单位" in reason.text()
        assert "正当理由" not in reason.text()

    def test_where_nothing_is_left_to_urge_nobody_owes_it(self) -> None:
        decision = _decide(overdue=True)
        assert isinstance(decision.outcome, Supervision)
        assert [*owed(decision.outcome)] == []


class TestTotality:
    """Any facts have an answer: the listed cases that were found, in the list's order."""

    @given(conduct=some(Conduct), overdue=st.booleans(), policy=params(Params))
    def test_any_facts(
        self, *, conduct: tuple[Conduct, ...], overdue: bool, policy: Params
    ) -> None:
        decision = decide(Delay(conduct, overdue), policy)
        assert_explained(decision)
        if isinstance(decision.outcome, Supervision):
            found = {*conduct, *((Conduct.overdue,) if overdue else ())}
            met = decision.outcome.triggers
            assert met
            assert met == tuple(one for one in policy.triggers.values if one in found)
