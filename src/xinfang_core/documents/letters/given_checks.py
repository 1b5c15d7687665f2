"""What the host gives, held against the form (填写内容的核对): every fault at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from xinfang_core.codec.moments import read_day
from xinfang_core.documents.letters.given import Given, plain_name
from xinfang_core.refusals import RefusedError, unknown_name
from xinfang_core.rules.papers import opinion_content
from xinfang_core.vocabulary import CaseClass, OpinionResult, PartyRole
from xinfang_core.vocabulary.terms import find_term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from xinfang_core.documents.letters.form import Field, Form
    from xinfang_core.documents.letters.material import Material
    from xinfang_core.errors import Fault

LONGEST: Final = 100_000
"""Characters of one field."""

_SENT_TO: Final = ("addressee", "copies")
"""The fields that name to whom a letter goes."""

RESULT: Final = "result"
"""The field that is one of the results of an opinion."""

_PHONE: Final = re.compile(
    r"(?:\+86[ -]?)?"
    r"(?:(?:[(（]?0\d{2,3}[)）]?[ -]?)?\d{5,8}(?: ?[转-] ?\d{1,6})?"
    r"|1\d{10}|[48]00[ -]?\d{3}[ -]?\d{4})"
)
"""A telephone as offices write it, and no other number: it is printed for every reader."""


def wrong_given(form: Form, given: Mapping[str, Given]) -> Iterator[Fault]:
    """What is wrong with what the host gives, whatever the case says."""
    fields = {field.name: field for field in form.fields}
    known = tuple(field.name for field in form.fields if field.giver == "host")
    for name, one in given.items():
        field = fields.get(name)
        if field is None:
            refused = unknown_name("letter.unknown_field", plain_name(name), known)
            yield one.place.fault(refused.code, refused.facts)
        elif field.giver != "host":
            yield one.place.fault(f"letter.given_by.{field.giver}", (("title", field.title),))
        else:
            yield from _wrong(field, one, form)


def _wrong(field: Field, one: Given, form: Form) -> Iterator[Fault]:
    title = (("title", field.title),)
    if len(joined(one)) > LONGEST:
        yield one.place.fault("letter.too_long", (*title, ("most", LONGEST)))
    if field.is_free and one.readers is None:
        yield one.place.fault("letter.no_readers", (*title, ("known", readers_of(form))))
    if field.is_date and day_of(one) is None:
        yield one.place.fault("letter.not_a_day", title)
    if field.is_phone and not all(map(_PHONE.fullmatch, lines_of(one))):
        yield one.place.fault("letter.not_a_phone", title)
    if field.name == RESULT and result_of(one) is None:
        terms = tuple(OpinionResult)
        yield one.place.fault("letter.not_result", (*title, ("known", terms)))


def readers_of(form: Form) -> tuple[str, ...]:
    """For whom a letter may be, by the keys that are written and in words."""
    return tuple(f"{one.name} {one.value}" for one in form.audiences)


def joined(one: Given) -> str:
    """What was given as one text."""
    return one.text if isinstance(one.text, str) else "\n".join(one.text)


def is_blank(one: Given | None) -> bool:
    """Whether nothing was given, or nothing that could be read."""
    return one is None or not joined(one).strip()


def lines_of(one: Given) -> tuple[str, ...]:
    """What was given as paragraphs, without empty ones."""
    lines = joined(one).splitlines()
    return tuple(line for line in lines if line.strip())


def day_of(one: Given | None) -> date | None:
    """The day that was given; None where it is none."""
    try:
        return read_day(joined(one)) if one else None
    except RefusedError:
        return None


def result_of(one: Given | None) -> OpinionResult | None:
    """The result of an opinion that was given, by its key or in Chinese."""
    return find_term(OpinionResult, joined(one).strip()) if one else None


def to_accused(form: Form, material: Material, given: Mapping[str, Given]) -> Iterator[Fault]:
    """A letter about an accusation that goes to the accused side (2022 regulation, Art. 30)."""
    decision = material.assessment.kind.case_class
    found = decision.outcome if decision else material.case.case_class
    if CaseClass.accusation not in {found, material.case.case_class}:
        return
    names = [_bare(one.name) for one in material.parties.of(PartyRole.accused) if one.name]
    titles = {field.name: field.title for field in form.fields}
    for name in _SENT_TO:
        one = given.get(name)
        words = _bare(joined(one)) if one and name in titles else ""
        if one and any(accused in words for accused in names):
            yield one.place.fault("letter.to_accused", (("title", titles[name]),))


def _bare(text: str) -> str:
    """A name without what it may be written with or without."""
    return "".join(normalize("NFKC", text).split()).casefold()


def odd_result(material: Material, given: Mapping[str, Given]) -> Iterator[Fault]:
    """A result that the regulation in force does not know."""
    params, one = material.pack.papers.opinion_content, given.get(RESULT)
    result = result_of(one)
    if params is None or one is None or result is None:
        return
    for finding in opinion_content.decide(params.parts.values, result, None, params).findings:  # type: ignore[arg-type]
        yield one.place.fault(finding.reason.code, finding.reason.facts)
