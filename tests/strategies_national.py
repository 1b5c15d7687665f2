"""Strategies of the rules that carry out the two national regulations."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st

from strategies import FLAGS
from xinfang_core.ladder import Measured
from xinfang_core.rules.follow_through.admissibility import Earlier
from xinfang_core.vocabulary import (
    Absent,
    CaseClass,
    EarlierStage,
    Level,
    PetitionForm,
    Route,
    Term,
    Undetermined,
)

T = TypeVar("T", bound=Term)

FORMS = st.none() | st.sampled_from(PetitionForm)
ROUTES = st.none() | st.sampled_from(Route)
LEVELS = st.none() | st.sampled_from(Level)
CLASS_OUTCOMES: st.SearchStrategy[CaseClass | Undetermined | Absent] = (
    st.sampled_from(CaseClass) | st.sampled_from(Undetermined) | st.sampled_from(Absent)
)
MEASURES = st.none() | st.integers(0, 120)


def some(terms: type[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """Some of a closed list, in any order, each once."""
    return st.lists(st.sampled_from(terms), unique=True).map(tuple)


def earlier() -> st.SearchStrategy[Earlier]:
    """What may be recorded of an earlier petition."""
    stages = st.none() | st.sampled_from(EarlierStage)
    return st.builds(Earlier, stages, FLAGS, FLAGS, FLAGS, LEVELS, LEVELS, FLAGS)


def measured() -> st.SearchStrategy[Measured]:
    """Measures, known or not."""
    limit = st.sampled_from(("notice_deadline", "handling_deadline"))
    return st.builds(Measured, MEASURES, limit, MEASURES, limit, MEASURES)
