"""How many matters of a collection are of each kind that rates are made of?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present, recorded
from strategies import FEWER, FLAGS, histories
from strategies_params import params
from xinfang_core.deadline import Deadline
from xinfang_core.policy import load_policy
from xinfang_core.rules.ledger.tallies import Matter, Params, count
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    EvaluationState,
    EventKind,
    Grade,
    OpenMatters,
    PetitionForm,
    Settled,
    Status,
    Tally,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xinfang_core.decision import Decision

QIAOCHENG = present(load_policy("qiaocheng").on(day("2025-01-01")).ledger.tallies)
DUTIES = {
    EventKind.accept: (Tally.acceptance_owed, Tally.accepted_in_time),
    EventKind.notify: (Tally.notice_owed, Tally.noticed_in_time),
    EventKind.reply: (Tally.reply_owed, Tally.replied_in_time),
    EventKind.conclude: (Tally.conclusion_owed, Tally.concluded_in_time),
}
LIMITS = st.none() | st.dictionaries(
    st.sampled_from(tuple(DUTIES)),
    st.sampled_from((*map(Deadline, Status), Undetermined.undetermined, Absent.none)),
)
MATTERS = st.builds(
    Matter,
    histories(),
    st.none() | st.sampled_from(PetitionForm),
    st.none() | st.sampled_from(Settled),
    FLAGS,
    LIMITS,
    st.none() | st.sampled_from(EvaluationState),
    st.none() | st.sampled_from(Grade),
)


def _open(counting: OpenMatters) -> Params:
    """The policy with what it leaves silent filled in."""
    cells = {
        kind: Sourced(counting, cell.citation) for kind, cell in QIAOCHENG.not_due.cells.items()
    }
    return evolve(QIAOCHENG, not_due=Table(cells))


COUNTED, APART = _open(OpenMatters.counted), _open(OpenMatters.apart)


def _found(decision: Decision[Mapping[Tally, int]]) -> Mapping[Tally, int]:
    assert_explained(decision)
    assert not isinstance(decision.outcome, Undetermined | Absent)
    return decision.outcome


def _counted(matters: Sequence[Matter], found: Params = QIAOCHENG) -> Mapping[Tally, int]:
    return _found(count(matters, found))


class TestByRecord:
    """Fifth paragraph: assigned and defused, visits and letters, concluded and settled."""

    MATTERS = (
        Matter(recorded(assign="2025-03-03", resolve="2025-03-10"), PetitionForm.visit),
        Matter(
            recorded(assign="2025-03-03", conclude="2025-03-10"), PetitionForm.visit, Settled.yes
        ),
        Matter(recorded(conclude="2025-03-10"), PetitionForm.letter, Settled.no),
        Matter(recorded(), PetitionForm.network, repeated=True),
        Matter(recorded(), PetitionForm.phone),
    )

    def test_each_kind_is_counted(self) -> None:
        assert _counted(self.MATTERS) == {
            Tally.total: 5,
            Tally.assigned: 2,
            Tally.defused: 1,
            Tally.concluded: 2,
            Tally.settled: 1,
            Tally.visits: 2,
            Tally.visits_concluded: 1,
            Tally.letters: 1,
            Tally.letters_concluded: 1,
            Tally.online: 1,
            Tally.repeated: 1,
        }

    def test_nothing_is_counted_as_zero(self) -> None:
        assert set(_counted(()).values()) == {0}

    def test_an_event_that_the_policy_names_decides_alone(self) -> None:
        cell = evolve(QIAOCHENG.shown_by[Tally.assigned], value=EventKind.assign)
        shown = Table({**QIAOCHENG.shown_by.cells, Tally.visits: cell})
        assert _counted(self.MATTERS, evolve(QIAOCHENG, shown_by=shown))[Tally.visits] == 2
        visit = Matter(recorded(), PetitionForm.visit)
        assert _counted((visit,), evolve(QIAOCHENG, shown_by=shown))[Tally.visits] == 0

    def test_without_a_sign_of_conclusion_nothing_concluded_is_told(self) -> None:
        silent: Sourced[EventKind] = Sourced(
            Absent.silent, QIAOCHENG.shown_by[Tally.concluded].citation
        )
        shown = Table({**QIAOCHENG.shown_by.cells, Tally.concluded: silent})
        found = _counted(self.MATTERS, evolve(QIAOCHENG, shown_by=shown))
        assert not {Tally.concluded, Tally.visits_concluded, Tally.letters_concluded} & set(found)
        assert found[Tally.visits] == 2

    def test_which_duties_cannot_be_told_is_said(self) -> None:
        said = codes(count((), QIAOCHENG).reasons)
        assert said.count("tallies.not_told") == 5
        assert said.count("tallies.shown_by") == 3
        assert "tallies.not_told" not in codes(count((), COUNTED).reasons)


class TestByLimit:
    """What was owed and what was done in time; what is not due yet counts as the policy says."""

    @pytest.mark.parametrize("duty", DUTIES)
    @pytest.mark.parametrize(
        ("status", "owed_counted", "owed_apart", "in_time"),
        [
            (Status.met, 1, 1, 1),
            (Status.late, 1, 1, 0),
            (Status.overdue, 1, 1, 0),
            (Status.open, 1, 0, 0),
            (Status.not_started, 0, 0, 0),
            (Status.undetermined, 0, 0, 0),
        ],
    )
    def test_each_status(
        self, duty: EventKind, status: Status, owed_counted: int, owed_apart: int, in_time: int
    ) -> None:
        matter = Matter(recorded(), limits={duty: Deadline(status)})
        owed, done = DUTIES[duty]
        for params_, wanted in ((COUNTED, owed_counted), (APART, owed_apart)):
            found = _counted((matter,), params_)
            assert (found[owed], found[done]) == (wanted, in_time)

    def test_a_matter_without_a_limit_owes_nothing(self) -> None:
        matters = (Matter(recorded()), Matter(recorded(), limits={EventKind.reply: Absent.none}))
        found = _counted(matters, COUNTED)
        assert found[Tally.reply_owed] == 0


class TestByRating:
    """A rating that was not given in time stands apart, and may count as satisfied beside it."""

    @pytest.mark.parametrize(
        ("state", "grade", "wanted"),
        [
            (EvaluationState.rated, Grade.satisfied, (1, 1, 1, 1)),
            (EvaluationState.rated, Grade.basically_satisfied, (1, 1, 1, 1)),
            (EvaluationState.rated, Grade.dissatisfied, (1, 1, 0, 0)),
            (EvaluationState.overdue_unrated, Grade.unrated, (1, 0, 0, 1)),
            (EvaluationState.unrated, Grade.unrated, (0, 0, 0, 0)),
            (None, None, (0, 0, 0, 0)),
        ],
    )
    def test_each_state(
        self, state: EvaluationState | None, grade: Grade | None, wanted: tuple[int, ...]
    ) -> None:
        found = _counted((Matter(recorded(), rating=state, grade=grade),), APART)
        kinds = (Tally.rating_owed, Tally.rated, Tally.rated_satisfied, Tally.satisfied_or_overdue)
        assert tuple(found[one] for one in kinds) == wanted

    def test_a_rating_that_is_not_due_counts_as_owed_where_the_policy_says_so(self) -> None:
        matter = Matter(recorded(), rating=EvaluationState.unrated)
        assert _counted((matter,), COUNTED)[Tally.rating_owed] == 1


class TestTotality:
    """Matters add up, in any order, and no part is more than its whole."""

    @FEWER
    @given(st.lists(MATTERS, max_size=3), st.lists(MATTERS, max_size=3), params(Params))
    def test_two_collections_add_up(
        self, one: list[Matter], other: list[Matter], found: Params
    ) -> None:
        first, second, both = (_counted(part, found) for part in (one, other, [*other, *one]))
        assert both == {tally: first[tally] + second[tally] for tally in both}
        assert max(both.values(), default=0) <= len(one) + len(other)

    @given(st.lists(MATTERS, max_size=6))
    def test_no_part_is_more_than_its_whole(self, matters: list[Matter]) -> None:
        for found in (_counted(matters, COUNTED), _counted(matters, APART)):
            for owed, done in DUTIES.values():
                assert found[done] <= found[owed]
            assert found[Tally.rated_satisfied] <= found[Tally.rated] <= found[Tally.rating_owed]
            assert found[Tally.visits_concluded] <= found[Tally.visits]
            assert max(found.values()) == found[Tally.total] == len(matters)
