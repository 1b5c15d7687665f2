"""A letter filled in (文书的填写): what the case, its assessment, its people and the host give.

Every word goes through the masks; the values of people stand in their own fields alone, for the
readers who may see them. What is required and not there is listed, all of it, and no letter made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xinfang_core.documents.blocks import Draft
from xinfang_core.documents.letters.assessed_words import ASSESSED
from xinfang_core.documents.letters.facts_words import FACTS
from xinfang_core.documents.letters.fitting import misfits
from xinfang_core.documents.letters.form import BLANK
from xinfang_core.documents.letters.given_checks import (
    RESULT,
    day_of,
    is_blank,
    joined,
    lines_of,
    odd_result,
    result_of,
    to_accused,
    wrong_given,
)
from xinfang_core.documents.letters.letter import Letter
from xinfang_core.documents.letters.material import Material, day_words
from xinfang_core.documents.letters.people_words import of_people
from xinfang_core.documents.maker import maker
from xinfang_core.documents.privacy.audiences import check_renderable
from xinfang_core.documents.privacy.gate import passed
from xinfang_core.documents.privacy.masking import masks
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.vocabulary import CaseClass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.assessment import Assessment
    from xinfang_core.assessment.made_by import MadeBy
    from xinfang_core.case import Case
    from xinfang_core.documents.letters.form import Field, Form
    from xinfang_core.documents.letters.given import Given
    from xinfang_core.documents.letters.letter import Filled
    from xinfang_core.documents.privacy.masking import Masks
    from xinfang_core.documents.privacy.parties import Parties
    from xinfang_core.policy import PolicyPack
    from xinfang_core.vocabulary import Audience

_ATTACHMENTS: Final = "attachments"
"""The list that is counted where it has several items."""

_DEPENDENT: Final = ("facts", "assessment")
"""Who gives nothing more where the letter does not fit: that alone is told."""


def letter(
    form: Form,
    case: Case,
    pack: PolicyPack,
    assessment: Assessment,
    parties: Parties,
    given: Mapping[str, Given],
    audience: Audience,
) -> Letter:
    """A letter as its readers may see it.

    Args:
        form: which letter.
        case: the facts.
        pack: the policy that applies to the case.
        assessment: what it answers.
        parties: the people of the case.
        given: by the names of fields what the host gives.
        audience: who reads it.

    Raises:
        MisuseError: everything that is wrong at once: a reader whom the letter is not for, facts
            that contradict it, required fields that nobody gives.

    """
    _check_reader(form, case, assessment, audience)
    told_by_host = frozenset(name for name, one in given.items() if not is_blank(one))
    material = Material(form.kind, case, pack, assessment, parties, audience, told_by_host)
    through = masks(audience, parties, (case.case_no,))
    values = {one.name: _value(one, material, given, through) for one in form.fields}
    unfit = tuple(misfits(material, day_of(given.get("written_on"))))
    faults = (
        *unfit,
        *to_accused(form, material, given),
        *wrong_given(form, given),
        *odd_result(material, given),
        *_lacking(form, values, given, _DEPENDENT if unfit else ()),
    )
    if faults:
        raise MisuseError(*faults)
    told = {one.name: _or_blank(one, values[one.name]) for one in form.fields}
    return Letter(form, audience, told, _made_by(assessment.made_by, audience, parties))


def _check_reader(form: Form, case: Case, assessment: Assessment, audience: Audience) -> None:
    """Refuse a reader whom the letter is not for, before anything is put into words.

    Raises:
        MisuseError: it is not.

    """
    if audience not in form.audiences:
        facts = (("kind", form.kind), ("audience", audience), ("known", form.audiences))
        raise MisuseError(Fault("letter.audience", facts, path="--audience"))
    decision = assessment.kind.case_class
    found = decision.outcome if decision else case.case_class
    check_renderable(found if isinstance(found, CaseClass) else case.case_class, audience)


def _value(
    field: Field, material: Material, given: Mapping[str, Given], through: Masks
) -> Filled | None:
    """What a field is filled in with, masked; None where nobody gives it."""
    if field.giver == "parties":
        return of_people(field.name, material, through)
    if field.giver != "host":
        words = (FACTS if field.giver == "facts" else ASSESSED)[field.name](material)
        return _masked(words, through) or None
    one = given.get(field.name)
    if one is None or is_blank(one):
        return None
    if one.readers is not None and material.audience not in one.readers:
        hidden = render("letter.not_for_reader", {})
        return (hidden,) if field.is_list else hidden
    if field.is_phone:
        return _of_office(one, through)
    return _masked(_of_host(field, one, through), through)


def _of_office(one: Given, through: Masks) -> tuple[str, ...]:
    """The office's own telephones: printed, unless they are somebody's of the case."""
    phones = map(through.of_people, lines_of(one))
    return tuple(render("letter.office_phone", {"phone": phone}) for phone in phones)


def _of_host(field: Field, one: Given, through: Masks) -> Filled:
    """The words of the host, a day and a result as letters write them.

    The paragraphs of a list are masked as one text: a name or number may go on in the next one.
    """
    if field.is_list:
        lines = tuple(through.masked("\n".join(lines_of(one))).split("\n"))
        return _attached(lines) if field.name == _ATTACHMENTS else lines
    day = day_of(one) if field.is_date else None
    result = result_of(one) if field.name == RESULT else None
    if day is not None:
        return day_words(day)
    return result.text() if result else joined(one)


def _attached(lines: tuple[str, ...]) -> tuple[str, ...]:
    """What is attached, counted where there are several."""
    if len(lines) == 1:
        return (render("letter.attachment", {"name": lines[0]}),)
    first, *others = [f"{number}. {line}" for number, line in enumerate(lines, 1)]
    return (render("letter.attachment", {"name": first}), *(f"　　　{one}" for one in others))


def _masked(words: Filled | None, through: Masks) -> Filled | None:
    if words is None or isinstance(words, str):
        return None if words is None else through.masked(words)
    return tuple(map(through.masked, words))


def _lacking(
    form: Form,
    values: Mapping[str, Filled | None],
    given: Mapping[str, Given],
    told: tuple[str, ...],
) -> Iterator[Fault]:
    """The required fields that nobody gives, each with who could; not those of ``told`` givers."""
    for field in form.fields:
        if field.required and not values[field.name] and field.giver not in told:
            facts = (("title", field.title), ("note", field.note or field.title))
            path = given[field.name].place.path if field.name in given else field.name
            yield Fault(f"letter.lacks.{field.giver}", facts, path=path)


def _or_blank(field: Field, value: Filled | None) -> Filled:
    """The value, or what stands in its place."""
    if value:
        return value
    if field.is_omitted:
        return () if field.is_list else ""
    return (BLANK,) if field.is_list else BLANK


def _made_by(made_by: MadeBy, audience: Audience, parties: Parties) -> tuple[tuple[str, str], ...]:
    """What made the letter, masked like any word."""
    calendar, allow = made_by.calendar.provenance, made_by.allow_assumed
    told = maker(made_by.editions, calendar, made_by.as_of, made_by.variant, allow_assumed=allow)
    draft = Draft("", (), told)
    return passed(draft, audience, parties).draft.made_by
