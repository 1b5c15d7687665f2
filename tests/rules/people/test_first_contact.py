"""Whoever meets the petitioner first answers for the matter: until when, and for what?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present, recorded
from strategies import FLAGS, histories
from strategies_params import params as any_params
from xinfang_core.case import History
from xinfang_core.policy import load_policy
from xinfang_core.rules.people.first_contact import Charge, Params, decide
from xinfang_core.vocabulary import (
    Absent,
    AnswerableFor,
    ContactRole,
    EventKind,
    Severity,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

JIUYUAN = present(load_policy("jiuyuan").on(day("2025-01-01")).people.first_contact)
ALL_THREE = (ContactRole.first_contact, ContactRole.agent, ContactRole.responsible_person)


def _charge(decision: Decision[Charge]) -> Charge:
    assert_explained(decision)
    assert isinstance(decision.outcome, Charge)
    return decision.outcome


class TestRoles:
    """Jiuyuan 14: first contact, agent and responsible person are one, to the end."""

    def test_the_first_contact_holds_all_three_roles(self) -> None:
        charge = _charge(decide(recorded(receive="2025-03-03"), JIUYUAN, first_contact=True))
        assert charge.roles == ALL_THREE
        assert charge.ended is None
        assert charge.text() == "兼任首接员、代办员、责任人，尚未终结"

    def test_a_conclusion_does_not_end_them(self) -> None:
        history = recorded(receive="2025-03-03", conclude="2025-03-10")
        assert _charge(decide(history, JIUYUAN, first_contact=True)).ended is None

    def test_writing_off_does(self) -> None:
        history = recorded(receive="2025-03-03", register="2025-03-03", write_off="2025-03-20")
        decision = decide(history, JIUYUAN, first_contact=True)
        assert _charge(decision).ended == day("2025-03-20")
        assert _charge(decision).text("en").endswith("until 2025-03-20")
        assert "first_contact.ended" in codes(decision.reasons)

    def test_where_a_conclusion_ends_them_a_reopening_takes_that_back(self) -> None:
        params = evolve(JIUYUAN, until=evolve(JIUYUAN.until, value=EventKind.conclude))
        history = recorded(receive="2025-03-03", conclude="2025-03-10", reopen="2025-03-12")
        assert _charge(decide(history, params, first_contact=True)).ended is None

    def test_another_agent_holds_none(self) -> None:
        decision = decide(recorded(receive="2025-03-03"), JIUYUAN, first_contact=False)
        assert _charge(decision).roles == ()
        assert _charge(decision).text() == "不负首接责任"

    def test_what_is_not_recorded_is_not_guessed(self) -> None:
        decision = decide(recorded(receive="2025-03-03"), JIUYUAN, first_contact=None)
        assert_explained(decision)
        assert decision.outcome is Undetermined.undetermined
        assert decision.reasons[0].code == "first_contact.not_recorded"


class TestDuties:
    """Jiuyuan 14: the first contact registers the matter and assigns it at once."""

    def test_both_are_owed_at_first(self) -> None:
        charge = _charge(decide(recorded(receive="2025-03-03"), JIUYUAN, first_contact=True))
        assert charge.owed == (EventKind.register, EventKind.assign)

    def test_what_is_on_record_is_not_owed(self) -> None:
        history = recorded(register="2025-03-03", assign="2025-03-03")
        assert _charge(decide(history, JIUYUAN, first_contact=True)).owed == ()

    def test_a_transfer_passes_the_matter_on_as_well(self) -> None:
        history = recorded(register="2025-03-03", transfer="2025-03-03")
        assert _charge(decide(history, JIUYUAN, first_contact=True)).owed == ()

    def test_a_gap_is_a_notice_only_at_the_end(self) -> None:
        going_on = recorded(register="2025-03-03")
        assert decide(going_on, JIUYUAN, first_contact=True).findings == ()
        ended = recorded(register="2025-03-03", write_off="2025-03-20")
        (finding,) = decide(ended, JIUYUAN, first_contact=True).findings
        assert finding.severity is Severity.notice
        assert finding.reason.code == "first_contact.duty_not_recorded"
        assert dict(finding.reason.facts) == {"duty": EventKind.assign}
        assert finding.reason.citation == JIUYUAN.duties.cited(EventKind.assign)


class TestAnswerable:
    """Jiuyuan 17: who acts as proxy, who assigns, who inspects, who examines."""

    def test_the_four_questions_in_their_order(self) -> None:
        expected = (
            AnswerableFor.proxy,
            AnswerableFor.assign,
            AnswerableFor.inspect,
            AnswerableFor.examine,
        )
        for first in (True, False):
            charge = _charge(decide(History(), JIUYUAN, first_contact=first))
            assert charge.answerable == expected

    def test_a_policy_with_questions_and_no_roles(self) -> None:
        params = evolve(JIUYUAN, roles=evolve(JIUYUAN.roles, steps=(), absent=Absent.none))
        decision = decide(History(), params, first_contact=None)
        assert _charge(decision).roles == ()
        assert len(_charge(decision).answerable) == 4
        assert codes(decision.reasons) == ["first_contact.no_roles", "first_contact.answerable"]


class TestSilence:
    """What the policy is silent on is named."""

    def test_silent_roles(self) -> None:
        params = evolve(JIUYUAN, roles=evolve(JIUYUAN.roles, steps=(), absent=Absent.silent))
        decision = decide(History(), params, first_contact=True)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]

    def test_a_silent_end(self) -> None:
        params = evolve(JIUYUAN, until=evolve(JIUYUAN.until, value=Absent.silent))
        decision = decide(History(), params, first_contact=True)
        assert decision.outcome is Undetermined.undetermined
        assert decision.reasons[0].citation == JIUYUAN.until.citation


class TestProperties:
    """Any facts have an answer."""

    @given(histories(), any_params(Params), FLAGS)
    def test_total(
        self,
        history: History,
        params: Params,
        first: bool | None,  # noqa: FBT001
    ) -> None:
        decision = decide(history, params, first_contact=first)
        assert_explained(decision)
        if isinstance(decision.outcome, Charge):
            assert decision.outcome.text()
            assert set(decision.outcome.owed) <= set(params.duties.values)
            assert not decision.findings or decision.outcome.ended

    @given(histories(), any_params(Params), st.sampled_from(EventKind))
    def test_more_on_record_never_leaves_more_owed(
        self, history: History, params: Params, kind: EventKind
    ) -> None:
        before = decide(history, params, first_contact=True).outcome
        known = [one for one in history.events if one.kind is not kind]
        fewer = decide(History(known), params, first_contact=True).outcome
        if isinstance(before, Charge) and isinstance(fewer, Charge):
            assert set(before.owed) <= set(fewer.owed)
