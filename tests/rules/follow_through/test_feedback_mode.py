"""In which way is the result made known?"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present, recorded
from strategies import FLAGS, histories
from strategies_params import params as any_params
from xinfang_core.case import Event, History
from xinfang_core.policy import load_policy
from xinfang_core.rules.follow_through.feedback_mode import SECRECY, SIDE_BY_SIDE, Params, decide
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    CaseClass,
    EventKind,
    FeedbackCase,
    FeedbackMode,
    PetitionSize,
    Severity,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

YUBEI = present(load_policy("yubei").on(day("2025-01-01")).follow_through.feedback_mode)
SINGLE, GROUP = PetitionSize.single, PetitionSize.group
SIZES = st.sampled_from((None, *PetitionSize, Undetermined.undetermined, Absent.none))
CLASSES = st.sampled_from((None, *CaseClass, Undetermined.undetermined, Absent.none))


def _told(on: str, mode: FeedbackMode) -> Event:
    return Event(EventKind.inform, day(on), mode=mode)


CALLED = _told("2025-03-20", FeedbackMode.phone)
POSTED = _told("2025-03-20", FeedbackMode.notice_board)
MET = _told("2025-03-20", FeedbackMode.meeting)


def _decide(
    *events: Event,
    size: PetitionSize | Undetermined | None = SINGLE,
    case_class: CaseClass | Undetermined | None = CaseClass.appeal,
    policy_bound: bool | None = False,
    params: Params = YUBEI,
    **days: str,
) -> Decision[tuple[FeedbackMode, ...]]:
    decision = decide(
        size, case_class, recorded(*events, **days), params, policy_bound=policy_bound
    )
    assert_explained(decision)
    return decision


class TestThreeWays:
    """Yubei 19: by telephone, on the notice board, face to face."""

    @pytest.mark.parametrize(
        ("size", "policy_bound", "mode"),
        [
            ("single", False, ["phone"]),
            ("several", False, ["phone"]),
            ("group", False, ["notice_board"]),
            ("single", True, ["phone", "meeting"]),
            ("group", True, ["notice_board", "meeting"]),
        ],
    )
    def test_by_the_kind_of_matter(
        self,
        size: str,
        policy_bound: bool,  # noqa: FBT001 - a row of the table
        mode: list[str],
    ) -> None:
        decision = _decide(size=PetitionSize[size], policy_bound=policy_bound)
        assert decision.outcome == tuple(FeedbackMode[one] for one in mode)
        assert decision.reasons[-1].citation is SIDE_BY_SIDE
        assert decision.basis is Basis.interpreted

    def test_what_is_not_recorded_is_read_as_no_and_said_so(self) -> None:
        decision = _decide(size=None, policy_bound=None)
        assert decision.outcome == (FeedbackMode.phone,)
        unknown = [one for one in decision.reasons if one.code == "feedback_mode.not_recorded"]
        assert [dict(one.facts)["case"] for one in unknown] == [
            FeedbackCase.policy_bound,
            FeedbackCase.group,
        ]
        assert {one.citation for one in unknown} == {SIDE_BY_SIDE}

    def test_an_unknown_size_is_never_put_on_the_board(self) -> None:
        decision = _decide(size=Undetermined.undetermined)
        assert decision.outcome == (FeedbackMode.phone,)

    def test_where_policy_delays_the_size_still_has_to_be_known(self) -> None:
        decision = _decide(size=None, policy_bound=True)
        assert decision.outcome == (FeedbackMode.phone, FeedbackMode.meeting)
        assert codes(decision.reasons)[0] == "feedback_mode.not_recorded"

    @given(SIZES, CLASSES, histories())
    def test_what_policy_delays_adds_a_way_and_takes_none(
        self,
        size: PetitionSize | Undetermined | Absent | None,
        case_class: CaseClass | Undetermined | Absent | None,
        history: History,
    ) -> None:
        plain, delayed = (
            decide(size, case_class, history, YUBEI, policy_bound=bound).outcome
            for bound in (False, True)
        )
        assert isinstance(plain, tuple)
        assert delayed == (*plain, FeedbackMode.meeting)


class TestSecrecy:
    """2022 Art. 30: what accusers bring is kept secret, so that no board tells of it."""

    def test_a_group_of_accusers_is_told_one_by_one(self) -> None:
        decision = _decide(size=GROUP, case_class=CaseClass.accusation)
        assert decision.outcome == (FeedbackMode.phone,)
        assert codes(decision.reasons)[:2] == ["feedback_mode.accusation", "feedback_mode.by_case"]
        assert decision.reasons[0].citation is SECRECY

    @pytest.mark.parametrize("case_class", [None, Undetermined.undetermined])
    def test_nor_is_a_matter_of_unknown_class_published(
        self, case_class: Undetermined | None
    ) -> None:
        decision = _decide(size=GROUP, case_class=case_class)
        assert decision.outcome == (FeedbackMode.phone,)
        assert codes(decision.reasons)[0] == "feedback_mode.class_unknown"

    @pytest.mark.parametrize(
        ("told", "days", "others"),
        [
            ([POSTED], {"conclude": "2025-03-14"}, ["other_mode"]),
            ([POSTED, CALLED], {"conclude": "2025-03-14", "revisit": "2025-03-28"}, []),
            ([POSTED], {"conclude": "2025-03-14", "reopen": "2025-04-01"}, []),
        ],
    )
    def test_an_accusation_on_the_board_breaks_secrecy_whatever_else_was_done(
        self, told: list[Event], days: dict[str, str], others: list[str]
    ) -> None:
        events = recorded(*told, **days).events
        decision = _decide(*events, size=GROUP, case_class=CaseClass.accusation)
        first, *more = decision.findings
        assert (first.severity, first.reason.code) == (
            Severity.violation,
            "feedback_mode.published",
        )
        assert codes(more) == [f"feedback_mode.{one}" for one in others]

    def test_published_again_and_again_it_is_told_since_when(self) -> None:
        events = recorded(_told("2025-03-24", FeedbackMode.notice_board), POSTED).events
        decision = _decide(*events, size=GROUP, case_class=CaseClass.accusation)
        assert dict(decision.findings[0].reason.facts)["at"] == day("2025-03-20")

    def test_an_accusation_that_was_told_by_telephone_is_in_order(self) -> None:
        decision = _decide(
            CALLED,
            size=GROUP,
            case_class=CaseClass.accusation,
            conclude="2025-03-14",
            revisit="2025-03-28",
        )
        assert decision.findings == ()

    @given(SIZES, CLASSES, FLAGS, histories())
    def test_only_what_is_no_accusation_is_published(
        self,
        size: PetitionSize | Undetermined | Absent | None,
        case_class: CaseClass | Undetermined | Absent | None,
        policy_bound: bool | None,  # noqa: FBT001
        history: History,
    ) -> None:
        decision = decide(size, case_class, history, YUBEI, policy_bound=policy_bound)
        assert isinstance(decision.outcome, tuple)
        if FeedbackMode.notice_board in decision.outcome:
            assert case_class in {CaseClass.suggestion, CaseClass.appeal}


class TestTold:
    """Whether the result was made known, and in the right way."""

    def test_nobody_told_after_the_conclusion(self) -> None:
        (finding,) = _decide(conclude="2025-03-14").findings
        assert finding.severity is Severity.notice
        assert finding.reason.code == "feedback_mode.not_told"

    def test_a_reply_is_an_end_too(self) -> None:
        assert codes(_decide(reply="2025-03-14").findings) == ["feedback_mode.not_told"]

    def test_before_the_conclusion_there_is_nothing_to_tell(self) -> None:
        assert not _decide(accept="2025-03-03").findings

    def test_where_policy_delays_a_meeting_is_owed_from_the_acceptance(self) -> None:
        found = _decide(policy_bound=True, accept="2025-03-03").findings
        assert codes(found) == ["feedback_mode.not_told"]
        assert not _decide(policy_bound=True, receive="2025-03-03").findings

    @pytest.mark.parametrize(("told", "left"), [(POSTED, "召集当面沟通"), (MET, "公示栏公示")])
    def test_of_two_ways_the_one_that_was_left_out_is_told(self, told: Event, left: str) -> None:
        ended = recorded(accept="2025-03-03", conclude="2025-03-14").events
        (finding,) = _decide(told, *ended, size=GROUP, policy_bound=True).findings
        assert finding.reason.code == "feedback_mode.not_told"
        assert left in finding.reason.text()

    def test_the_result_is_published_once_there_is_one(self) -> None:
        decision = _decide(MET, size=GROUP, policy_bound=True, accept="2025-03-03")
        assert decision.findings == ()

    def test_told_in_another_way(self) -> None:
        (finding,) = _decide(CALLED, size=GROUP, conclude="2025-03-14").findings
        assert finding.severity is Severity.warning
        assert finding.reason.text() == "应以公示栏公示反馈，记录为电话告知"

    @pytest.mark.parametrize(("events", "policy_bound"), [([POSTED], False), ([POSTED, MET], True)])
    def test_told_in_the_right_way(
        self,
        events: list[Event],
        policy_bound: bool,  # noqa: FBT001
    ) -> None:
        decision = _decide(*events, size=GROUP, policy_bound=policy_bound, conclude="2025-03-14")
        assert not decision.findings

    def test_one_right_way_among_others_will_do(self) -> None:
        assert not _decide(CALLED, POSTED, size=GROUP, conclude="2025-03-14").findings


class TestRevisit:
    """Yubei 19: a person who was told by telephone is called again."""

    def test_not_called_again(self) -> None:
        found = _decide(CALLED, conclude="2025-03-14").findings
        assert codes(found) == ["feedback_mode.not_followed"]

    def test_called_again(self) -> None:
        assert not _decide(CALLED, conclude="2025-03-14", revisit="2025-03-28").findings

    def test_a_group_needs_no_call(self) -> None:
        assert not _decide(POSTED, size=GROUP, conclude="2025-03-14").findings


class TestReopening:
    """A matter that was opened again is told again."""

    def test_told_before_it_was_opened_again(self) -> None:
        decision = _decide(
            CALLED,
            Event(EventKind.conclude, day("2025-04-20")),
            conclude="2025-03-14",
            revisit="2025-03-28",
            reopen="2025-04-01",
        )
        assert codes(decision.findings) == ["feedback_mode.not_told"]

    def test_opened_again_and_not_concluded_yet(self) -> None:
        decision = _decide(CALLED, conclude="2025-03-14", reopen="2025-04-01")
        assert not decision.findings

    def test_told_again_in_the_right_way(self) -> None:
        again = _told("2025-04-22", FeedbackMode.phone)
        decision = _decide(CALLED, again, reopen="2025-04-01", revisit="2025-04-28")
        assert not decision.findings


class TestAlwaysAnAnswer:
    """Whatever is recorded and whatever the policy says, there is an explained answer."""

    @given(SIZES, CLASSES, FLAGS, histories(), any_params(Params))
    def test_total(
        self,
        size: PetitionSize | Undetermined | Absent | None,
        case_class: CaseClass | Undetermined | Absent | None,
        policy_bound: bool | None,  # noqa: FBT001
        history: History,
        params: Params,
    ) -> None:
        assert_explained(decide(size, case_class, history, params, policy_bound=policy_bound))

    @given(SIZES, CLASSES, FLAGS, histories(), histories())
    def test_events_never_change_the_way(
        self,
        size: PetitionSize | Undetermined | Absent | None,
        case_class: CaseClass | Undetermined | Absent | None,
        policy_bound: bool | None,  # noqa: FBT001
        one: History,
        other: History,
    ) -> None:
        ways = {
            decide(size, case_class, known, YUBEI, policy_bound=policy_bound).outcome
            for known in (one, other)
        }
        assert len(ways) == 1

    def test_the_order_of_recording_is_irrelevant(self) -> None:
        events = (CALLED, *recorded(conclude="2025-03-14", revisit="2025-03-28").events)
        found = {
            decide(SINGLE, None, History(order), YUBEI, policy_bound=None)
            for order in permutations(events)
        }
        assert len(found) == 1

    def test_a_silent_way_is_named(self) -> None:
        cells = dict(YUBEI.mode.cells)
        cells[FeedbackCase.group] = Sourced(Absent.silent, cells[FeedbackCase.group].citation)
        silent = evolve(YUBEI, mode=Table(cells))
        decision = _decide(size=GROUP, policy_bound=None, params=silent)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["feedback_mode.not_recorded", "value.silent"]
