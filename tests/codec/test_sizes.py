"""Three sizes: whatever one says, the next one says at the same place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from assessing import CASES, EVERY_RULE, MAINLAND, RECENT, SHIPPED, appeal, assessed, with_rules
from strategies import packs
from wire import plainly
from xinfang_core.assessment import Assessment, assess
from xinfang_core.assessment.groups import OWN
from xinfang_core.codec import AnswerEncoder, encode_assessment
from xinfang_core.codec.sizes import SIZES, known_size, says_something
from xinfang_core.deadline import Deadline
from xinfang_core.decision import Decision, Reason
from xinfang_core.errors import UnknownNameError
from xinfang_core.vocabulary import Absent, Role, Status, Undetermined

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.case import Case
    from xinfang_core.policy import PolicyPack

ENCODERS = {size: AnswerEncoder(size) for size in SIZES}
"""Kept from one example to the next: what was remembered must not change an answer."""

ANY_PACK = SHIPPED | packs() | st.just(EVERY_RULE)


def statements(value: Any, path: str = "") -> dict[str, Any]:  # noqa: ANN401 - plain JSON
    """Every value that is no object and no list, by its path."""
    if isinstance(value, dict):
        parts = [(f"{path}.{name}", item) for name, item in value.items()]
    elif isinstance(value, list):
        parts = [(f"{path}[{place}]", item) for place, item in enumerate(value)]
    else:
        return {path: value}
    return {place: item for at, part in parts for place, item in statements(part, at).items()}


@given(case=CASES, pack=ANY_PACK, as_of=RECENT, assumed=st.booleans())
def test_each_size_says_a_strict_part_of_what_the_next_one_says(
    case: Case, pack: PolicyPack, as_of: date, *, assumed: bool
) -> None:
    """Unchanged, at the same path; of obligations, findings and reasons none is left out."""
    answer = assess(case, pack, MAINLAND, as_of, allow_assumed=assumed)
    brief, standard, full = (statements(encode_assessment(answer, size)) for size in SIZES)
    assert brief.items() < standard.items() < full.items()
    shown = {size: encode_assessment(answer, size) for size in SIZES}
    for name in ("obligations", "findings"):
        assert len({len(one[name]) for one in shown.values()}) == 1  # type: ignore[arg-type]
    for group in ("kind", "people", "limits", "follow_through"):
        small: dict[str, Any] = shown["standard"][group]  # type: ignore[assignment]
        large: dict[str, Any] = shown["full"][group]  # type: ignore[assignment]
        pairs = [(small, large), (small.pop(OWN, {}), large.pop(OWN, {}))]
        for told, whole in pairs:
            for rule, decision in told.items():
                assert len(decision["reasons"]) == len(whole[rule]["reasons"])


@given(case=CASES, pack=ANY_PACK, as_of=RECENT, assumed=st.booleans())
def test_what_is_remembered_is_written_as_if_it_were_new(
    case: Case, pack: PolicyPack, as_of: date, *, assumed: bool
) -> None:
    """The text is the plain structure, dumped: nothing of today's answer is lost in full."""
    answer = assess(case, pack, MAINLAND, as_of, allow_assumed=assumed)
    for size, encoder in ENCODERS.items():
        wanted = plainly(answer, size)
        text = encoder.encode(answer)
        assert text == json.dumps(wanted, ensure_ascii=False, separators=(",", ":"))
        assert text == AnswerEncoder(size).encode(answer)
        assert encode_assessment(answer, size) == {
            **wanted,
            "made_by": json.loads(encoder.maker(answer).text),
        }


@settings(max_examples=30)
@given(number=st.text(min_size=1).filter(str.strip))
def test_a_number_of_any_signs_survives(number: str) -> None:
    """Also with the sign that holds a place for a citation."""
    answer = assessed(appeal(receive="2025-03-03"), "2025-04-01")
    odd = evolve(answer, case_no=f"{number}\0")
    for size in SIZES:
        assert encode_assessment(odd, size)["case_no"] == f"{number}\0"


class TestBrief:
    """What runs, what is owed, what is out of order."""

    def test_the_whole_of_it(self) -> None:
        case = appeal(receive="2025-09-01", register="2025-09-01", accept="2025-09-22")
        answer = assessed(case, "2025-12-15", "national")
        shown = encode_assessment(answer, "brief")
        assert list(shown) == [
            *("made_by", "case_no", "policy", "weakest_basis"),
            *("limits", "obligations", "findings"),
        ]
        limits = shown["limits"]
        assert isinstance(limits, dict)
        # Fifteen days from 1 September: the 16th; it was dealt with on the 22nd.
        assert limits["transfer_deadline"] == {
            "status": "late",
            "due": "2025-09-16",
            "overdue_working_days": 4,
        }
        # Sixty days from 22 September.
        assert limits["handling_deadline"] == {
            "status": "overdue",
            "due": "2025-11-21",
            "overdue_working_days": 16,
        }
        assert "review_request_deadline" not in limits

    def test_a_limit_that_stands_still_has_no_day(self) -> None:
        answer = assessed(appeal(receive="2025-09-01", accept="2025-09-01"), "2025-09-02")
        standing = Decision(Deadline(Status.open), (Reason("counting.months"),))
        shown = encode_assessment(with_rules(answer, handling_deadline=standing), "brief")
        assert shown["limits"]["handling_deadline"] == {"status": "open"}  # type: ignore[index]


class TestSaying:
    """Which decisions say something."""

    @pytest.mark.parametrize(
        ("outcome", "missing", "says"),
        [
            (Role.agent, (), True),
            ((), (), True),
            (Absent.none, (), False),
            (Undetermined.undetermined, ("people",), False),
            (Undetermined.undetermined, (), True),
            (Deadline(Status.not_started), (), False),
            (Deadline(Status.undetermined), ("notify",), False),
            (Deadline(Status.undetermined), (), True),
            (Deadline(Status.open), (), True),
        ],
    )
    def test_a_decision(self, outcome: object, missing: tuple[str, ...], *, says: bool) -> None:
        reason = Reason("reply_kind.unknown", (), None, missing)
        assert says_something(Decision(outcome, (reason,))) is says


class TestBadInput:
    """An unknown size: one clear sentence, with the nearest name."""

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            ("breif", "“breif”不是可用的取值，是否为“brief”？可用：brief、standard、full"),
            ("Full", "“Full”不是可用的取值，是否为“full”？可用：brief、standard、full"),
            ("大", "“大”不是可用的取值，可用：brief、standard、full"),
        ],
    )
    def test_a_size_that_is_none(self, name: Any, told: str) -> None:  # noqa: ANN401 - wrong
        answer: Assessment = assessed(appeal(receive="2025-03-03"), "2025-04-01")
        for wrong in (known_size, AnswerEncoder, lambda size: encode_assessment(answer, size)):
            with pytest.raises(UnknownNameError) as error:
                wrong(name)
            assert error.value.text() == f"size: {told}"

    def test_the_default_is_standard(self) -> None:
        answer = assessed(appeal(receive="2025-03-03"), "2025-04-01")
        assert encode_assessment(answer) == encode_assessment(answer, size="standard")
