"""The contract refuses: whatever is changed in an answer so that it is none of ours does not fit.

A whole answer is walked, and in each place one thing is made wrong. What still fits is listed
here, with the reason why it may.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from jsonschema_rs import Draft202012Validator

from contract import held_to, real_answers, rich_answers, schema, told
from mutants import Fits, form, refuse
from xinfang_core.assessment import GROUPS
from xinfang_core.codec import encode_assessment
from xinfang_core.codec.sizes import SIZES
from xinfang_core.rules.follow_through.incentive import Award

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.assessment import Assessment
    from xinfang_core.codec.sizes import Size


def parts(answer: dict[str, Any], size: str) -> Iterator[tuple[str, Any, Draft202012Validator]]:
    """The members of an answer, of groups their decisions, each with what it is held to.

    What its part of the schema refuses the whole one does.
    """
    whole = schema(f"assessment-{size}")

    def held(part: dict[str, Any]) -> Draft202012Validator:
        return Draft202012Validator({**part, "$defs": whole["$defs"]})

    for name, value in answer.items():
        part = whole["properties"][name]
        if name not in GROUPS:
            yield f"/{name}", value, held(part)
            continue
        for rule, decision in value.items():
            yield f"/{name}/{rule}", decision, held(part["properties"][rule])


RULE = "/(kind|people|limits|follow_through)/[a-z_]+"
BESIDE = "(basis|reasons|outcome|status|due|certainty|earliest|latest|overdue_working_days|missing)"


OF_ALL = (
    Fits("removed", "/(limits|follow_through)/declared/[a-z_]+", "a policy may declare nothing"),
    Fits("made dict", "/(limits|follow_through)/declared", "a policy may declare nothing"),
    Fits("made list", "/outside/rules", "none may be switched off"),
    Fits("made NoneType", "/weakest_basis", "nothing may be decided"),
    Fits("made list", "/(obligations|findings)", "nothing may be owed, or out of order"),
    Fits("removed", "/made_by/editions/.*", "they are as many as apply"),
    Fits("made dict", "/made_by/editions", "none may be in force"),
)
OF_MOST = (
    Fits("made NoneType", "/weakest_citation", "nothing may be decided"),
    Fits("made list", "/(missing|citations)", "nothing may be lacking, or cited"),
    Fits("made list", f"{RULE}/(?!reasons)[a-z_]+", "a list of which nothing may be met"),
    Fits("made NoneType", "/follow_through/follow_up/outcome", "there may be no last contact"),
    Fits("made int|made float", "/follow_through/incentive/outcome", "no other number is wrong"),
)
LEFT_OUT = (
    Fits("removed", r"/obligations/\d+/(due|level|overdue)", "there may be none"),
    Fits("removed", "/limits/(declared/)?[a-z_]+/(due|due_at)", "a limit may stand still"),
)
FITS: dict[str, tuple[Fits, ...]] = {
    "brief": (*OF_ALL, *LEFT_OUT),
    "standard": (
        *OF_ALL,
        *OF_MOST,
        *LEFT_OUT,
        Fits("removed", ".*/citation", "a reason may only report the record"),
        Fits("removed", f"{RULE}/(?!{BESIDE}).*", "a part that may be empty is left out"),
        Fits("made NoneType", f"{RULE}/bodies/.*/(level|since)", "it may not be known"),
    ),
    "full": (
        *OF_ALL,
        *OF_MOST,
        Fits("made NoneType", RULE, "the policies may lack a rule"),
        Fits("made NoneType", ".*/citation", "a reason may only report the record"),
        Fits("made NoneType", r"/obligations/\d+/(due|level)", "there may be none"),
        Fits("made NoneType", f"{RULE}/(?!{BESIDE}).*", "a part that there may not be"),
        Fits("removed", f"{RULE}/(.*/)?(missing|due_at)", "told only where there is any"),
    ),
}
"""What fits in an answer of each size although it was changed."""


def answers_of_every_kind() -> Iterator[Assessment]:
    """Those that say most, with what a policy declares, in hours, outside of the regulation."""
    yield max(rich_answers(), key=lambda one: len(one.obligations))
    for has in (
        lambda one: type(one.decision("incentive").outcome) is Award,
        lambda one: one.limits.declared,
        lambda one: one.follow_through.declared,
        lambda one: one.outside,
        lambda one: any(getattr(each.outcome, "due_at", None) for _, each in one.decisions()),
    ):
        yield next(one for one in real_answers() if has(one))


@pytest.mark.parametrize("size", SIZES)
def test_whatever_is_changed_does_not_fit(size: Size) -> None:
    shown = (told(encode_assessment(answer, size)) for answer in answers_of_every_kind())
    each = {
        (path, form(value)): (path, value, held)
        for one in shown
        for path, value, held in parts(one, size)
    }
    refuse(each.values(), FITS[size])


@pytest.mark.parametrize("size", SIZES)
def test_an_answer_that_lacks_a_member_or_has_another_does_not_fit(size: Size) -> None:
    held = held_to(f"assessment-{size}")
    for answer in answers_of_every_kind():
        shown = told(encode_assessment(answer, size))
        held.validate(shown)
        assert not held.is_valid({**shown, "colour": "red"})
        for name in shown:
            rest = {one: part for one, part in shown.items() if one != name}
            assert held.is_valid(rest) is (name == "outside"), name


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (("made_by", "contract"), 2),
        (("made_by", "contract"), "1"),
        (("made_by", "id"), "0123456789ABCDEF"),
        (("made_by", "as_of"), "2025-13-01"),
        (("made_by", "as_of"), "2025-02-32"),
        (("made_by", "as_of"), "2025-2-3"),
        (("made_by", "as_of"), "2025-02-03T00:00:00"),
        (("made_by",), "0123456789abcde"),
        (("weakest_basis",), "guessed"),
        (("weakest_citation",), -1),
        (("limits", "handling_deadline", "status"), "late_"),
        (("limits", "handling_deadline", "status"), "逾期"),
        (("limits", "handling_deadline", "certainty"), "certain"),
        (("limits", "handling_deadline", "outcome"), "silent"),
        (("limits", "handling_deadline", "outcome"), "undetermined"),
        (("limits", "handling_deadline", "due_at"), "2025-02-03T09:00:00"),
        (("kind", "case_class", "outcome"), "申诉求决"),
        (("kind", "case_class", "outcome"), "Appeal"),
        (("findings", 0, "severity"), "grave"),
        (("findings", 0, "code"), "Not a code"),
        (("obligations", 0, "duty"), "受理"),
        (("missing", 0), "some words"),
    ],
)
def test_a_wrong_word_does_not_fit(place: tuple[str | int, ...], wrong: object) -> None:
    shown = told(encode_assessment(next(answers_of_every_kind()), "full"))
    held_to("assessment-full").validate(shown)
    *above, last = place
    holder = shown
    for step in above:
        holder = holder[step]
    holder[last] = wrong
    assert not held_to("assessment-full").is_valid(shown)
