"""The contract of answers: all that is written fits, also what comes with later rules."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator

from assessing import CASES, EVERY_RULE, MAINLAND, RECENT, SHIPPED
from contract import ANSWERS, held_to, real_answers, rich_answers, schema, told
from strategies import packs
from xinfang_core.assessment import GROUPS, RULES, assess
from xinfang_core.codec import answer_lines, encode_assessment
from xinfang_core.codec.schema import shapes
from xinfang_core.codec.schema.answer import assessment
from xinfang_core.codec.sizes import SIZES

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.assessment import Assessment
    from xinfang_core.case import Case
    from xinfang_core.codec.sizes import Size
    from xinfang_core.policy import PolicyPack

ANY_PACK = SHIPPED | packs() | st.just(EVERY_RULE)


def check(answer: Assessment) -> None:
    """Each size fits, and so does what made it; a line of a stream says the same."""
    for size, held in ANSWERS.items():
        whole = told(encode_assessment(answer, size))
        held.validate(whole)
        maker, line = map(json.loads, answer_lines([answer], size))
        held_to("made-by").validate(maker)
        assert {**line, "made_by": whole["made_by"]} == whole
        # What the schema says of the maker stands alone, so one look at the id is enough.
        assert line["made_by"] == whole["made_by"]["id"]


def test_every_real_answer_fits() -> None:
    for answer in real_answers():
        check(answer)


@pytest.mark.parametrize("size", SIZES)
def test_an_answer_may_name_by_its_id_what_made_it(size: Size) -> None:
    for answer in rich_answers():
        _, line = answer_lines([answer], size)
        ANSWERS[size].validate(json.loads(line))


def test_among_them_is_an_answer_of_every_rule() -> None:
    said: dict[str, Any] = {}
    for answer in real_answers():
        said |= {name: one for name, one in answer.decisions() if not one.missing}
    assert said.keys() >= {*RULES}
    assert any(answer.limits.declared for answer in real_answers())
    assert any(answer.follow_through.declared for answer in real_answers())
    assert any(answer.outside for answer in real_answers())


@given(case=CASES, pack=ANY_PACK, as_of=RECENT, assumed=st.booleans())
def test_every_generated_answer_fits(
    case: Case, pack: PolicyPack, as_of: date, *, assumed: bool
) -> None:
    answer = assess(case, pack, MAINLAND, as_of, allow_assumed=assumed)
    for size in SIZES:
        ANSWERS[size].validate(told(encode_assessment(answer, size)))


class TestLater:
    """What a later library adds within the version fits the copy that was released before."""

    @pytest.mark.parametrize("rule", RULES)
    def test_an_answer_with_a_rule_that_the_copy_does_not_know(self, rule: str) -> None:
        for size in SIZES:
            older = deepcopy(schema(f"assessment-{size}"))
            for group in GROUPS:
                known = older["properties"].get(group, {"required": [], "properties": {}})
                known["properties"].pop(rule, None)
                known["required"] = [one for one in known["required"] if one != rule]
            held = Draft202012Validator(older)
            for answer in rich_answers()[:1]:
                held.validate(told(encode_assessment(answer, size)))

    def test_what_came_later_is_not_told_by_name(self, monkeypatch: pytest.MonkeyPatch) -> None:
        now = assessment("full")
        later = {"reply_deadline", "CaseClass.appeal"}
        monkeypatch.setattr(f"{assessment.__module__}.LATER", later)
        monkeypatch.setattr(shapes, "LATER", later)
        older = assessment("full")
        texts = [json.dumps(one, ensure_ascii=False) for one in (now, older)]
        for told_of in ('"reply_deadline"', '"const": "appeal"'):
            assert [told_of in text for text in texts] == [True, False]
        for answer in rich_answers():
            Draft202012Validator(older).validate(told(encode_assessment(answer, "full")))

    def test_a_rule_that_answers_in_another_shape_does_not_fit(self) -> None:
        groups: tuple[tuple[Size, str], ...] = (
            ("brief", "limits"),
            ("standard", "kind"),
            ("full", "people"),
        )
        wrongs: tuple[object, ...] = ("red", {}, {"outcome": "red"}, [])
        for size, group in groups:
            answer = told(encode_assessment(rich_answers()[0], size))
            for wrong in wrongs:
                mutant = {**answer, group: {**answer[group], "colour": wrong}}
                assert not ANSWERS[size].is_valid(mutant)
