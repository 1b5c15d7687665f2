"""What the regulation leaves outside is what its list names, and nothing else."""

from __future__ import annotations

import pytest
from attrs import evolve

from assessing import IN_2025, POLICIES
from checks import day, present
from xinfang_core.case import Case
from xinfang_core.decision import Finding, Reason
from xinfang_core.errors import InvalidFactError
from xinfang_core.outside import Params, judge
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Basis, OutsideAs, Severity

PARAMS = present(IN_2025.outside)


def only(entry: OutsideAs) -> Params:
    """A regulation that leaves one thing outside."""
    listed = PARAMS.outside_as
    steps = tuple(step for step in listed.steps if step.value is entry)
    return evolve(PARAMS, outside_as=CitedList(steps, listed.citation))


def judged(
    outside_as: OutsideAs | None,
    declared: OutsideAs | None = None,
    params: Params | None = PARAMS,
    *,
    petition: bool | None = None,
    allow_assumed: bool = True,
) -> Reason | Finding | None:
    return judge(outside_as, declared, params, petition=petition, allow_assumed=allow_assumed)


class TestTheList:
    """No text lists what is no petition: the list is read off what a petition is."""

    @pytest.mark.parametrize(
        ("on", "clause"), [("2005-05-01", "第二条第一款"), ("2022-05-01", "第十七条第一款")]
    )
    def test_both_texts_say_what_a_petition_is(self, on: str, clause: str) -> None:
        listed = present(POLICIES["national"].on(day(on)).outside).outside_as
        assert listed.values == tuple(OutsideAs)
        assert {step.citation.clause for step in listed.steps} == {clause}
        assert {step.citation.phrase for step in listed.steps} == {"提出建议、意见或者投诉请求"}

    def test_that_of_hotlines_nothing_is_written_makes_it_an_assumption(self) -> None:
        bases = {step.value: step.citation.basis for step in PARAMS.outside_as.steps}
        assert bases == {
            OutsideAs.consultation: Basis.interpreted,
            OutsideAs.hotline: Basis.assumed,
        }
        assert "请区信访部门和热线主管部门确认" in PARAMS.outside_as.cited(OutsideAs.hotline).note


class TestWhatIsRecorded:
    """A matter is a petition until something else is recorded of it."""

    def test_unrecorded_means_petition(self) -> None:
        assert judged(None) is None

    def test_what_is_recorded_is_cited(self) -> None:
        reason = judged(OutsideAs.consultation, petition=False)
        cited = PARAMS.outside_as.cited(OutsideAs.consultation)
        facts = (("outside_as", OutsideAs.consultation),)
        assert reason == Reason("outside.recorded", facts, cited)

    def test_a_policy_declares_it_of_all_its_matters(self) -> None:
        reason = judged(None, OutsideAs.hotline)
        assert isinstance(reason, Reason)
        assert reason.code == "outside.declared"
        assert reason.citation is PARAMS.outside_as.cited(OutsideAs.hotline)

    def test_the_record_of_a_case_says_as_what_before_its_policy(self) -> None:
        reason = judged(OutsideAs.consultation, OutsideAs.hotline, petition=False)
        assert isinstance(reason, Reason)
        assert reason.facts == (("outside_as", OutsideAs.consultation),)

    def test_a_case_recorded_as_a_petition_is_one_whatever_its_policy_declares(self) -> None:
        assert judged(None, OutsideAs.hotline, petition=True) is None

    def test_without_a_regulation_in_force_there_is_nothing_to_switch_off(self) -> None:
        assert judged(OutsideAs.hotline, None, None, petition=False) is None


class TestInVain:
    """What is declared without the regulation's leave changes nothing, and that is told."""

    @pytest.mark.parametrize("entry", OutsideAs)
    def test_what_the_list_does_not_name(self, entry: OutsideAs) -> None:
        (other,) = set(OutsideAs) - {entry}
        params = only(other)
        found = judged(entry, None, params, petition=False)
        reason = Reason("outside.not_listed", (("outside_as", entry),), params.outside_as.citation)
        assert found == Finding(Severity.warning, reason)

    def test_what_is_only_assumed_where_the_host_does_not_accept_that(self) -> None:
        found = judged(OutsideAs.hotline, petition=False, allow_assumed=False)
        assert isinstance(found, Finding)
        assert found.severity is Severity.notice
        assert found.reason.code == "outside.assumed_refused"
        assert found.reason.citation is None
        assert "第十七条第一款" in found.reason.text()
        assert "请区信访部门" in found.reason.text()

    def test_a_reading_is_no_assumption(self) -> None:
        found = judged(OutsideAs.consultation, petition=False, allow_assumed=False)
        assert isinstance(found, Reason)


class TestContradictions:
    """No petition, but as what? A petition, but outside? The record has to say one thing."""

    def test_no_petition_needs_to_say_as_what(self) -> None:
        with pytest.raises(InvalidFactError) as caught:
            Case("A-1", petition=False)
        (fault,) = caught.value.faults
        assert (fault.code, fault.path) == ("case.outside_as_what", "outside_as")
        assert "咨询、热线工单" in str(caught.value)

    @pytest.mark.parametrize("petition", [True, None])
    def test_what_is_outside_is_recorded_as_no_petition(self, *, petition: bool | None) -> None:
        with pytest.raises(InvalidFactError) as caught:
            Case("A-1", petition=petition, outside_as=OutsideAs.hotline)
        (fault,) = caught.value.faults
        assert (fault.code, fault.path) == ("case.outside_and_petition", "petition")
        assert "“热线工单”" in str(caught.value)

    @pytest.mark.parametrize("petition", [True, None])
    def test_a_petition_is_outside_of_nothing(self, *, petition: bool | None) -> None:
        assert Case("A-1", petition=petition).outside_as is None
