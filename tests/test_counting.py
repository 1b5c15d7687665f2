"""Indicators over a collection of cases: assessed, counted, divided."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checks import day, present, rated, recorded
from xinfang_core.assessment import assess, matter_of
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import Case
from xinfang_core.codec import read_records
from xinfang_core.policy import PolicyPack, load_policy, read_policy
from xinfang_core.rules.ledger import indicators, tallies
from xinfang_core.rules.ledger.indicators import Rate
from xinfang_core.vocabulary import (
    Absent,
    CaseClass,
    Grade,
    Indicator,
    PetitionForm,
    Role,
    Settled,
    Tally,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xinfang_core.rules.ledger.tallies import Matter

ROOT = Path(__file__).parents[1]
MAINLAND = mainland_calendar()
PROXY = load_policy("online-proxy")
RATES = read_policy(ROOT / "examples" / "policies" / "common-rates")


def _counts(matters: Iterable[Matter], pack: PolicyPack) -> Mapping[Tally, int]:
    counts = tallies.count(matters, present(pack.ledger.tallies)).outcome
    assert not isinstance(counts, Undetermined | Absent)
    return counts


def _rate(indicator: Indicator, counts: Mapping[Tally, int], pack: PolicyPack) -> Decimal:
    rate = indicators.rate(indicator, counts, present(pack.ledger.indicators)).outcome
    assert isinstance(rate, Rate)
    return present(rate.percent)


@cache
def _letters() -> tuple[Matter, ...]:
    path = ROOT / "examples" / "mayor_mailbox.csv"
    cases = read_records(path, {"accepted_at": "received_at"}).cases
    return tuple(
        matter_of(
            one,
            assess(one, PROXY.in_force(one, day("2020-01-31")), MAINLAND, day("2020-01-31")),
            Role.handling_body,
        )
        for one in cases
    )


class TestLetters:
    """The real letters: 194 and 719 of 1,401 were answered in time by working days."""

    def test_replies_in_time(self) -> None:
        pack = RATES.on(day("2020-01-31"))
        counts = _counts(_letters(), pack)
        assert counts[Tally.reply_owed] == 1401
        assert counts[Tally.replied_in_time] == 194 + 719
        assert _rate(Indicator.timely_reply, counts, pack) == Decimal("65.17")

    def test_what_nobody_recorded_is_not_counted(self) -> None:
        counts = _counts(_letters(), RATES.on(day("2020-01-31")))
        assert counts[Tally.rated] == counts[Tally.noticed_in_time] == counts[Tally.concluded] == 0


def _visit(number: int, grade: Grade | None, *, again: bool = False) -> Case:
    rating = [] if grade is None else [rated("2025-03-24", grade, Role.handling_body)]
    return Case(
        f"A-{number}",
        recorded(
            *rating,
            receive="2025-03-03",
            register="2025-03-03",
            accept="2025-03-04",
            notify="2025-03-05",
            conclude="2025-03-20",
            reply="2025-03-20",
            deliver="2025-03-21",
        ),
        form=PetitionForm.visit,
        case_class=CaseClass.suggestion,
        same_person=again,
        same_matter=again,
        settled=Settled.yes,
    )


class TestRatings:
    """Of four visits three are rated, two of them well; how the fourth counts is a reading."""

    CASES = (
        _visit(1, Grade.satisfied),
        _visit(2, Grade.basically_satisfied, again=True),
        _visit(3, Grade.dissatisfied),
        _visit(4, None),
    )

    def _matters(self) -> list[Matter]:
        windowed = {one: PROXY.in_force(one, day("2025-06-30")) for one in self.CASES}
        return [
            matter_of(one, assess(one, pack, MAINLAND, day("2025-06-30")), Role.handling_body)
            for one, pack in windowed.items()
        ]

    @pytest.mark.parametrize(
        ("indicator", "wanted"),
        [
            (Indicator.participation, "100.00"),
            (Indicator.satisfaction, "66.67"),
            (Indicator.repetition, "25.00"),
            (Indicator.timely_notice, "100.00"),
        ],
    )
    def test_the_rates(self, indicator: Indicator, wanted: str) -> None:
        # The window for ratings is silent, so the fourth is not overdue and not owed yet.
        pack = RATES.on(day("2025-06-30"))
        assert _rate(indicator, _counts(self._matters(), pack), pack) == Decimal(wanted)

    def test_one_who_is_not_rated_at_all_counts_nothing(self) -> None:
        pack = RATES.on(day("2025-06-30"))
        counts = _counts(self._matters(), pack)
        assert counts[Tally.total] == 4
        assert counts[Tally.rating_owed] == 3

    def test_a_role_that_the_policy_does_not_rate(self) -> None:
        case = self.CASES[0]
        answer = assess(case, PROXY.in_force(case, day("2025-06-30")), MAINLAND, day("2025-06-30"))
        matter = matter_of(case, answer, Role.petition_office)
        assert matter.rating is None
        assert matter.grade is None

    def test_a_policy_without_ratings(self) -> None:
        answer = assess(self.CASES[0], PolicyPack("甲@none"), MAINLAND, day("2025-06-30"))
        matter = matter_of(self.CASES[0], answer, Role.handling_body)
        assert matter.limits == {}
        assert matter.repeated is None
