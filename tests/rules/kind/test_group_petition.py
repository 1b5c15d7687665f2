"""How many petition together, and how many may come as representatives?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies import FLAGS
from strategies_national import FORMS
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.kind.group_petition import ONE_PERSON, RECORDED, Params, decide
from xinfang_core.sources import Bands, Citation, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    PetitionForm,
    PetitionSize,
    Severity,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
EDITIONS = [
    present(NATIONAL.on(day(one)).kind.group_petition) for one in ("2005-05-01", "2022-05-01")
]
TEXT = EDITIONS[-1]
VISIT = PetitionForm.visit
ZHEJIANG = Citation("浙江省信访条例", "第十五条", "", Basis.stated)
GRADED = evolve(TEXT, representatives=Bands((0, 11), (Sourced(3, ZHEJIANG), Sourced(5, ZHEJIANG))))
"""As a locality grades them: up to ten people choose three, more choose five."""


def _decide(
    people: int | None,
    representatives: int | None = None,
    form: PetitionForm | None = VISIT,
    policy: Params = TEXT,
    *,
    group: bool | None = None,
) -> Decision[PetitionSize]:
    decision = decide(form, people, representatives, policy, group=group)
    assert_explained(decision)
    return decision


@pytest.mark.parametrize("policy", EDITIONS)
class TestSize:
    """Practice, assumed: five or more people are a group."""

    @pytest.mark.parametrize(
        ("people", "size"),
        [(2, "several"), (4, "several"), (5, "group"), (6, "group")],
    )
    def test_by_the_number_of_people(self, policy: Params, people: int, size: str) -> None:
        decision = _decide(people, policy=policy)
        assert decision.outcome is PetitionSize[size]
        assert decision.basis is Basis.assumed

    def test_one_person_needs_no_threshold(self, policy: Params) -> None:
        silent: Sourced[int] = Sourced(Absent.silent, policy.fewest.citation)
        for found in (policy, evolve(policy, fewest=silent)):
            decision = _decide(1, policy=found)
            assert decision.outcome is PetitionSize.single
            assert [one.citation for one in decision.reasons] == [ONE_PERSON]

    def test_an_unknown_number(self, policy: Params) -> None:
        decision = _decide(None, policy=policy)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["group_petition.people_not_recorded"]

    @pytest.mark.parametrize(
        ("people", "group", "size"),
        [(3, True, "group"), (9, False, "several"), (None, True, "group"), (None, False, "single")],
    )
    def test_the_recorded_flag_wins(
        self, policy: Params, people: int | None, size: str, *, group: bool
    ) -> None:
        decision = _decide(people, form=None, policy=policy, group=group)
        assert decision.outcome is PetitionSize[size]
        assert decision.reasons[0].citation is RECORDED

    def test_localities_may_have_their_own(self, policy: Params) -> None:
        assert policy.fewest.value == 5
        assert all("group_petition" in one.open_rules for one in NATIONAL.editions)

    def test_silence_is_named(self, policy: Params) -> None:
        silent: Sourced[int] = Sourced(Absent.silent, policy.fewest.citation)
        decision = _decide(7, policy=evolve(policy, fewest=silent))
        assert codes(decision.reasons) == ["value.silent"]
        assert codes(decision.findings) == ["group_petition.not_chosen"]


@pytest.mark.parametrize("policy", EDITIONS)
class TestRepresentatives:
    """2022 Art. 20, 2005 Art. 18: several who call in person choose at most five."""

    @pytest.mark.parametrize(("came", "code"), [(5, None), (6, "group_petition.too_many")])
    def test_at_most_five(self, policy: Params, came: int, code: str | None) -> None:
        decision = _decide(30, came, policy=policy)
        assert codes(decision.findings) == ([code] if code else [])
        assert {one.severity for one in decision.findings} <= {Severity.notice}

    @pytest.mark.parametrize(("people", "code"), [(5, None), (6, "group_petition.not_chosen")])
    def test_nobody_recorded_who_represents(
        self, policy: Params, people: int, code: str | None
    ) -> None:
        assert codes(_decide(people, policy=policy).findings) == ([code] if code else [])

    @pytest.mark.parametrize("form", [one for one in PetitionForm if one is not VISIT])
    def test_only_visits(self, policy: Params, form: PetitionForm) -> None:
        assert _decide(30, 9, form, policy).findings == ()

    def test_the_two_fives_are_different_rules(self, policy: Params) -> None:
        assert policy.fewest.citation.basis is Basis.assumed
        assert policy.representatives[100].citation.basis is Basis.stated


class TestLocality:
    """A locality's bands: up to ten people three representatives, more than ten five."""

    @pytest.mark.parametrize(
        ("people", "came", "most"), [(10, 3, None), (10, 4, 3), (11, 5, None), (11, 6, 5)]
    )
    def test_graded_by_people(self, people: int, came: int, most: int | None) -> None:
        findings = _decide(people, came, policy=GRADED).findings
        assert [dict(one.reason.facts)["most"] for one in findings] == ([most] if most else [])

    def test_no_limit_is_no_finding(self) -> None:
        none: Bands[int] = Bands((0,), (Sourced(Absent.none, ZHEJIANG),))
        assert _decide(30, 30, policy=evolve(TEXT, representatives=none)).findings == ()


class TestTotality:
    """Any facts have an answer, and more people are never a smaller size."""

    COUNTS = st.none() | st.integers(1, 120)

    @given(form=FORMS, people=COUNTS, representatives=COUNTS, policy=params(Params), group=FLAGS)
    def test_any_facts(
        self,
        *,
        form: PetitionForm | None,
        people: int | None,
        representatives: int | None,
        policy: Params,
        group: bool | None,
    ) -> None:
        decision = decide(form, people, representatives, policy, group=group)
        assert_explained(decision)
        assert (decision.outcome is Undetermined.undetermined) is (
            group is None
            and (people is None or (people > 1 and policy.fewest.value is Absent.silent))
        )

    @given(st.integers(1, 120), st.integers(1, 120), params(Params))
    def test_monotone_in_people(self, one: int, other: int, policy: Params) -> None:
        sizes = [
            decide(None, people, None, policy, group=None).outcome
            for people in sorted((one, other))
        ]
        if policy.fewest.value is not Absent.silent:
            order = list(PetitionSize)
            below, above = (order.index(size) for size in sizes if isinstance(size, PetitionSize))
            assert below <= above
