"""The forms of letters: what each takes, who reads it, and what a form may not be."""

from __future__ import annotations

import pytest

from letter_samples import lines, sample_letter
from xinfang_core.documents.letters.assessed_words import ASSESSED
from xinfang_core.documents.letters.facts_words import FACTS
from xinfang_core.documents.letters.form import BLANK, Field, Form, Grid
from xinfang_core.documents.letters.form_reading import (
    form_of,
    marks_in,
    read_form,
    read_shared,
)
from xinfang_core.documents.letters.people_words import PEOPLE
from xinfang_core.documents.letters.template_checks import checked_template
from xinfang_core.documents.letters.templates import default_template
from xinfang_core.errors import PolicyDataError
from xinfang_core.vocabulary import Audience, LetterKind, LetterLayout

FORMS = tuple(map(form_of, LetterKind))
HEADS = {
    LetterLayout.official: {"issuer", "number", "signer", "copies", "printed_by", "printed_on"},
    LetterLayout.letter: {"issuer", "number", "copies"},
    LetterLayout.form: set[str](),
}
"""What stands in the head and at the foot of each layout."""


def _named(form: Form) -> set[str]:
    """The fields that stand in the words of a form."""
    names = set(marks_in(form.title))
    for part in form.body:
        if isinstance(part, Grid):
            names |= {name for row in part.rows for cell in row for name in marks_in(cell)}
        else:
            names |= {*marks_in(part.text), part.each}
    return names - {"", "each"}


class TestForms:
    """Seventeen kinds, in three layouts."""

    @pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind.name)
    def test_every_field_stands_somewhere(self, form: Form) -> None:
        """What the office fills in is printed: by the words, or where the layout puts it."""
        printed = checked_template(default_template(form), "", form).used() - {"each"}
        assert printed == {one.name for one in form.fields}
        assert printed - _named(form) == HEADS[form.layout] - _named(form)

    @pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind.name)
    def test_every_field_has_one_that_gives_it(self, form: Form) -> None:
        given = {"facts": FACTS, "assessment": ASSESSED, "parties": PEOPLE}
        for field in form.fields:
            assert field.giver == "host" or field.name in given[field.giver]

    def test_nothing_is_given_that_no_form_takes(self) -> None:
        taken = {field.name for form in FORMS for field in form.fields}
        assert not {*FACTS, *ASSESSED, *PEOPLE} - taken

    def test_each_kind_is_laid_out_as_the_standard_has_it(self) -> None:
        by_layout = {
            one: {form.kind for form in FORMS if form.layout is one} for one in LetterLayout
        }
        assert by_layout[LetterLayout.form] == {
            *(LetterKind.mandate, LetterKind.registration_form, LetterKind.delivery_receipt),
        }
        assert by_layout[LetterLayout.letter] == {
            *(LetterKind.transfer_letter, LetterKind.assignment_letter, LetterKind.objection),
            *(LetterKind.reminder_letter, LetterKind.key_supervision_letter),
            LetterKind.accountability_letter,
        }

    @pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind.name)
    def test_a_head_names_who_writes_and_a_form_needs_none(self, form: Form) -> None:
        fields = {one.name: one for one in form.fields}
        if form.layout is LetterLayout.form:
            assert "number" not in fields
        else:
            assert fields["issuer"].required

    def test_what_is_known_by_name_only_leaves_the_rest_blank(self) -> None:
        known = {form.kind for form in FORMS if form.known_by_name}
        assert known == {
            *(LetterKind.reminder_letter, LetterKind.key_supervision_letter),
            *(LetterKind.accountability_letter, LetterKind.interview_notice),
        }
        for kind in known:
            told = [*lines(sample_letter(kind))]
            assert any("逾期" in line for line in told)
        assert BLANK in [*lines(sample_letter(LetterKind.interview_notice))]

    def test_every_free_text_is_of_the_host(self) -> None:
        free = [field for form in FORMS for field in form.fields if field.is_free]
        assert free
        assert all(field.giver == "host" for field in free)

    @pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind.name)
    def test_every_kind_renders_for_each_of_its_readers(self, form: Form) -> None:
        for audience in form.audiences:
            made = sample_letter(form.kind, audience)
            assert made.audience is audience
            assert made.values.keys() == {one.name for one in form.fields}
            assert "None" not in "".join(lines(made))

    @pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind.name)
    def test_the_public_and_the_accused_side_read_no_name(self, form: Form) -> None:
        for audience in {Audience.public, Audience.accused} & set(form.audiences):
            told = "".join(lines(sample_letter(form.kind, audience)))
            assert not [
                one for one in ("甲某某", "乙某某", "丙某某", "甲路", "0000") if one in told
            ]


SHARED = {"a": Field("a", "甲", "host"), "list": Field("list", "列", "host", is_list=True)}
FORM = """\
kind = "mandate"
title = "书"
layout = "form"
audiences = ["petitioner"]
shared = ["a", "list"]
required = ["a"]

[[field]]
name = "b"
title = "乙"
giver = "facts"

[[part]]
style = "text"
text = "{{ a }}{{ b }}"

[[part]]
style = "text"
text = "{{ each }}"
each = "list"

[[part]]
style = "space"

[[part]]
rows = [["甲", "{{ a }}"], ["列", "{{ list }}"]]
widths = [1, 2]
heights = [1, 3]
"""


def _codes(text: str) -> list[str]:
    with pytest.raises(PolicyDataError) as raised:
        read_form(text, "x.toml", SHARED)
    assert all(fault.line for fault in raised.value.faults)
    return [fault.code for fault in raised.value.faults]


class TestReading:
    """A form that cannot be taken as written is refused with every place."""

    def test_a_form_is_read_as_it_stands(self) -> None:
        form = read_form(FORM, "x.toml", SHARED)
        assert [one.name for one in form.fields] == ["a", "list", "b"]
        assert [one.required for one in form.fields] == [True, False, False]
        assert form.body[3] == Grid((("甲", "{{ a }}"), ("列", "{{ list }}")), (1, 2), (1, 3))

    @pytest.mark.parametrize(
        ("before", "after", "codes"),
        [
            ('kind = "mandate"', 'kind = "letter"', ["value.unknown_term"]),
            ('layout = "form"', 'layout = "form"\nlook = 1', ["key.unknown"]),
            ('["petitioner"]', "[]", ["key.missing"]),
            ('["petitioner"]', '["nobody"]', ["value.unknown_term", "key.missing"]),
            ('["a", "list"]', '["a", "a", "list"]', ["letter.field_twice"]),
            ('["a", "list"]', '["lst", "a", "list"]', ["letter.unknown_field_near"]),
            ('required = ["a"]', 'required = ["b"]', ["letter.unknown_field"]),
            ('name = "b"', 'name = "a"', ["letter.field_twice", "letter.unknown_field"]),
            ('name = "b"', 'name = "each"', ["letter.field_twice", "letter.unknown_field"]),
            ('giver = "facts"', 'giver = "fact"', ["key.unknown_near", "letter.unknown_field"]),
            ('giver = "facts"', 'giver = "facts"\nis_list = 1', ["letter.not_truth"]),
            ('giver = "facts"', "", ["key.missing", "letter.unknown_field"]),
            ("{{ a }}{{ b }}", "{{ a }} {{b}}", ["letter.braces"]),
            ("{{ a }}{{ b }}", "{{ a }}{{ c }}", ["letter.unknown_field"]),
            ("{{ a }}{{ b }}", "{{ list }}", ["letter.list_in_words"]),
            ('each = "list"', 'each = "a"', ["letter.not_list"]),
            ('each = "list"', 'each = "lists"', ["letter.unknown_field_near"]),
            ('"{{ each }}"', '"甲"', ["letter.no_each"]),
            ('style = "space"', 'style = "spaces"', ["key.unknown_near", "key.missing"]),
            ('style = "space"', 'style = "text"', ["key.missing"]),
            ('["甲", "{{ a }}"]', '["甲"]', ["letter.row"]),
            ('["甲", "{{ a }}"]', '["", "{{ a }}"]', ["letter.row"]),
            ('"{{ list }}"', '"{{ list }}。"', ["letter.list_in_words"]),
            ("[1, 3]", "[1]", ["letter.heights"]),
            ("[1, 3]", '[1, "3"]', ["value.not_integer"]),
            ("[1, 2]", "[1, 0]", ["value.below"]),
            ("[[part]]\nrows", "[[part]]\nstyle = 1\nrows", ["key.unknown"]),
        ],
    )
    def test_what_is_wrong_is_told_with_its_place(
        self, before: str, after: str, codes: list[str]
    ) -> None:
        assert before in FORM
        assert sorted(set(_codes(FORM.replace(before, after, 1)))) == sorted(codes)

    def test_the_shared_fields_are_read_alike(self) -> None:
        with pytest.raises(PolicyDataError) as raised:
            read_shared('[[field]]\nname = "a"\ntitle = "甲"\ngiver = "hst"', "shared.toml")
        assert [one.code for one in raised.value.faults] == ["key.unknown_near"]
