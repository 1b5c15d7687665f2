"""What does a petition have to state, and who writes it down?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_national import FORMS, some
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.papers.petition_content import ASKED_FOR, Params, Statement, decide
from xinfang_core.sources import CitedList, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    PetitionForm,
    PetitionPart,
    Severity,
    Undetermined,
    WrittenBy,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
EDITIONS = [
    present(NATIONAL.on(day(one)).papers.petition_content) for one in ("2005-05-01", "2022-05-01")
]
TEXT = EDITIONS[-1]


def _decide(
    form: PetitionForm | None = PetitionForm.letter,
    stated: Collection[PetitionPart] | None = None,
    policy: Params = TEXT,
) -> Decision[Statement]:
    decision = decide(form, stated, policy)
    assert_explained(decision)
    return decision


@pytest.mark.parametrize("policy", EDITIONS)
class TestForms:
    """2022 Arts. 17, 19, 2005 Arts. 2, 17: five forms; what is said the body records."""

    @pytest.mark.parametrize(
        ("form", "written_by"),
        [
            ("network", "petitioner"),
            ("letter", "petitioner"),
            ("phone", "body"),
            ("fax", "petitioner"),
            ("visit", "body"),
        ],
    )
    def test_who_writes_it_down(self, policy: Params, form: str, written_by: str) -> None:
        decision = _decide(PetitionForm[form], policy=policy)
        assert decision.outcome == Statement(WrittenBy[written_by])
        assert PetitionForm[form] in policy.forms

    def test_an_unknown_form(self, policy: Params) -> None:
        decision = _decide(None, policy=policy)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["petition_content.form_not_recorded"]


@pytest.mark.parametrize("policy", EDITIONS)
class TestParts:
    """The same articles: name, address, request, facts and grounds."""

    def test_all_there(self, policy: Params) -> None:
        decision = _decide(stated=tuple(PetitionPart), policy=policy)
        assert decision.outcome == Statement(WrittenBy.petitioner)
        assert decision.findings == ()

    def test_what_is_missing_is_asked_for(self, policy: Params) -> None:
        stated = (PetitionPart.grounds, PetitionPart.name, PetitionPart.request)
        decision = _decide(stated=stated, policy=policy)
        missing = (PetitionPart.address, PetitionPart.facts)
        assert decision.outcome == Statement(WrittenBy.petitioner, missing)
        (finding,) = decision.findings
        assert finding.severity is Severity.notice
        assert finding.reason.citation is ASKED_FOR

    def test_what_nobody_recorded_is_not_missing(self, policy: Params) -> None:
        assert _decide(stated=None, policy=policy).findings == ()


class TestSilence:
    """What the source does not say is named."""

    def test_about_who_writes(self) -> None:
        silent: Sourced[Any] = Sourced(Absent.silent, TEXT.parts.citation)
        cells = {**TEXT.written_by.cells, PetitionForm.letter: silent}
        decision = _decide(policy=evolve(TEXT, written_by=Table(cells)))
        assert codes(decision.reasons) == ["value.silent"]

    def test_about_the_parts(self) -> None:
        silent: CitedList[PetitionPart] = CitedList((), TEXT.parts.citation, Absent.silent)
        decision = _decide(policy=evolve(TEXT, parts=silent))
        assert codes(decision.reasons) == ["value.silent"]


class TestTotality:
    """Any facts have an answer; stating more never makes more missing."""

    @given(FORMS, st.none() | some(PetitionPart), params(Params))
    def test_any_facts(
        self,
        form: PetitionForm | None,
        stated: tuple[PetitionPart, ...] | None,
        policy: Params,
    ) -> None:
        decision = decide(form, stated, policy)
        assert_explained(decision)
        if isinstance(decision.outcome, Statement):
            assert set(decision.outcome.missing) <= set(policy.parts.values)
            assert not set(decision.outcome.missing) & set(stated or ())
            assert bool(decision.findings) is bool(decision.outcome.missing)

    @given(some(PetitionPart), some(PetitionPart))
    def test_monotone(
        self, stated: tuple[PetitionPart, ...], more: tuple[PetitionPart, ...]
    ) -> None:
        less, full = (_decide(stated=one).outcome for one in (stated, (*stated, *more)))
        assert isinstance(less, Statement)
        assert isinstance(full, Statement)
        assert set(full.missing) <= set(less.missing)
