"""What is counted for a bulletin (通报的件数): counters, and no case but those that are listed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from attrs import Factory, define, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from xinfang_core.declared.measure import Counted
    from xinfang_core.documents.bulletin.asked import By
    from xinfang_core.documents.bulletin.period import Period
    from xinfang_core.documents.bulletin.standing import Missed
    from xinfang_core.policy import PolicyPack
    from xinfang_core.policy.published import Mark
    from xinfang_core.rules.ledger.agent_totals import Earning
    from xinfang_core.vocabulary import EvaluationState, Grade, Role, Status, Tally

    Rated = Grade | EvaluationState


@define
class Bunch:
    """The counts of some cases (一组事项的件数).

    Attributes:
        cases: how many there are in the period.
        standing: how many stand where, by their worst limit; None: no limit says anything.
        tallies: how many are of each kind that rates are made of.
        counted: what the rates that the policy declares need; of the periods that they are for.

    """

    cases: int = 0
    standing: Counter[Status | None] = Factory(Counter)
    tallies: Counter[Tally] = Factory(Counter)
    counted: list[Counted] = Factory(list)

    def add(self, standing: Status | None, tallies: Mapping[Tally, int]) -> None:
        """Count one more case of the period."""
        self.cases += 1
        self.standing[standing] += 1
        self.tallies.update(tallies)


class Overdue(NamedTuple):
    """A case with a limit that has passed (逾期未完成的事项).

    Attributes:
        case_no: its number.
        body: who handles it; empty where the register does not tell.
        missed: its overdue limits, the longest first; one at least.
        is_earlier: whether it is of an earlier period.

    """

    case_no: str
    body: str
    missed: tuple[Missed, ...]
    is_earlier: bool


class Entry(NamedTuple):
    """A case in the ledger (台账的一行); None is what is not recorded.

    Attributes:
        day: the day that puts it into the period.
        case_no: its number.
        kind: its kind, in words.
        received: the day on which it was received.
        accepted: the day on which it was accepted.
        due: the last day of the limit that decides where it stands.
        limit: that limit's rule; empty where there is none.
        standing: where it stands.
        closed: the day of the answer, or else of the conclusion.
        groups: what it is put together by.

    """

    day: date
    case_no: str
    kind: str
    received: date | None
    accepted: date | None
    due: date | None
    limit: str
    standing: Status | None
    closed: date | None
    groups: tuple[str, ...]


@frozen
class Figures:
    """The counts of one period (一期的件数).

    Attributes:
        period: the period.
        pack: the parameters by which rates are made.
        known: the kinds of which the policy lets cases be told.
        all: all cases of the period.
        kinds: the same by kind, in words.
        groups: the same by what the cases are put together by.
        months: how many cases each month has, by its first day.
        limits: where each limit stands, by reading and rule; the chosen reading is ``""``.
        titles: what the limits are called, by rule.
        ratings: how often each target got which grade, or none.
        appraised: in how many cases who is appraised.
        overdue: the cases with a limit that has passed, those of earlier periods among them.
        earnings: the awards that were earned in the period, and those that cannot be told yet.
        entries: every case of the period, where they are listed.
        undated: how many cases have no day that puts them into a period.
        dated_later: how many cases are counted by another event than the first one.
        ungoverned: how many cases of the period no edition of the policy governs.
        marks: the editions that applied.

    """

    period: Period
    pack: PolicyPack
    known: frozenset[Tally]
    all: Bunch
    kinds: Mapping[str, Bunch]
    groups: Mapping[By, Mapping[str, Bunch]]
    months: Mapping[date, int]
    limits: Mapping[tuple[str, str], Counter[Status]]
    titles: Mapping[str, str]
    ratings: Mapping[Role, Counter[Rated]]
    appraised: Mapping[Role, int]
    overdue: tuple[Overdue, ...]
    earnings: tuple[Earning, ...]
    entries: tuple[Entry, ...]
    undated: int
    dated_later: int
    ungoverned: int
    marks: tuple[Mark, ...]

    def counts(self, bunch: Bunch) -> dict[Tally, int]:
        """How many cases of a bunch are of each kind that can be told."""
        return {tally: bunch.tallies[tally] for tally in self.known}


def case_numbers(figures: Figures) -> frozenset[str]:
    """The numbers of the cases that a bulletin names."""
    overdue = frozenset(one.case_no for one in figures.overdue)
    return overdue | {one.case_no for one in figures.entries}
