"""Is it the same matter of the same person as before?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies import FLAGS
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.kind.repeat_petition import HOST_SAYS, Params, decide
from xinfang_core.sources import CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    ComparedPerson,
    Repetition,
    SameTest,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
EDITIONS = [
    present(NATIONAL.on(day(one)).kind.repeat_petition) for one in ("2005-05-01", "2022-05-01")
]
TEXT = EDITIONS[-1]


def _decide(
    *,
    person: bool | None,
    matter: bool | None,
    proxied: bool = False,
    policy: Params = TEXT,
) -> Decision[Repetition]:
    decision = decide(same_person=person, same_matter=matter, proxied=proxied, params=policy)
    assert_explained(decision)
    assert decision.findings == ()
    return decision


@pytest.mark.parametrize("policy", EDITIONS)
class TestSame:
    """Practice: same person and same matter; both, and no window of time."""

    def test_both_the_same(self, policy: Params) -> None:
        decision = _decide(person=True, matter=True, policy=policy)
        assert decision.outcome is Repetition.repeat
        assert decision.basis is Basis.interpreted

    @pytest.mark.parametrize(
        ("person", "matter"), [(False, True), (True, False), (False, None), (None, False)]
    )
    def test_one_of_them_differs(
        self, policy: Params, *, person: bool | None, matter: bool | None
    ) -> None:
        decision = _decide(person=person, matter=matter, policy=policy)
        assert decision.outcome is Repetition.first
        assert codes(decision.reasons) == ["repeat_petition.differs"]

    @pytest.mark.parametrize(
        ("person", "matter", "unknown"),
        [
            (None, True, (SameTest.person,)),
            (True, None, (SameTest.matter,)),
            (None, None, (SameTest.person, SameTest.matter)),
        ],
    )
    def test_the_host_has_not_said(
        self,
        policy: Params,
        unknown: tuple[SameTest, ...],
        *,
        person: bool | None,
        matter: bool | None,
    ) -> None:
        decision = _decide(person=person, matter=matter, policy=policy)
        assert decision.outcome is Undetermined.undetermined
        assert dict(decision.reasons[0].facts) == {"tests": unknown}
        assert decision.reasons[0].citation is HOST_SAYS


class TestProxied:
    """Of people who petition through somebody the principals are compared, not the agents."""

    def test_the_principal_is_named(self) -> None:
        decision = _decide(person=True, matter=True, proxied=True)
        assert decision.outcome is Repetition.repeat
        assert dict(decision.reasons[0].facts) == {"compared": ComparedPerson.principal}

    def test_silence_about_whom_to_compare(self) -> None:
        silent: Sourced[ComparedPerson] = Sourced(Absent.silent, TEXT.compared.citation)
        policy = evolve(TEXT, compared=silent)
        decision = _decide(person=True, matter=True, proxied=True, policy=policy)
        assert decision.outcome is Undetermined.undetermined
        alone = _decide(person=True, matter=True, policy=policy)
        assert alone.outcome is Repetition.repeat

    def test_silence_about_the_tests(self) -> None:
        silent: CitedList[SameTest] = CitedList((), TEXT.tests.citation, Absent.silent)
        decision = _decide(person=True, matter=True, policy=evolve(TEXT, tests=silent))
        assert codes(decision.reasons) == ["value.silent"]


class TestTotality:
    """Any facts have an answer; a repeat needs every listed test on record as met."""

    @given(person=FLAGS, matter=FLAGS, proxied=st.booleans(), policy=params(Params))
    def test_any_facts(
        self, *, person: bool | None, matter: bool | None, proxied: bool, policy: Params
    ) -> None:
        decision = decide(same_person=person, same_matter=matter, proxied=proxied, params=policy)
        assert_explained(decision)
        recorded = {SameTest.person: person, SameTest.matter: matter}
        if decision.outcome is Repetition.repeat:
            assert all(recorded[test] for test in policy.tests.values if isinstance(test, SameTest))
