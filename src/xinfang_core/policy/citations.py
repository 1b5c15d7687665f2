"""Citations of a policy file, checked against the values they carry (依据核对)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from xinfang_core.periods import CalendarDays, Months, Period, SameDay, WorkingDays
from xinfang_core.policy.phrases import numbers_in
from xinfang_core.sources import Citation
from xinfang_core.vocabulary import Absent, Basis, Term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.policy.location import Location

LONGEST_PHRASE = 20
"""Characters of a phrase; a longer quotation is the source's text, not a pointer to it."""

_SAME_DAY = ("当日", "当天", "即日", "不隔夜", "不过夜")
"""Words that say the very day; “1日内” does not."""

_COUNTED = (WorkingDays, CalendarDays, Months)

PARTS = ("clause", "phrase", "basis", "note")
"""The keys of a citation."""


def read_citation(
    location: Location, parts: Mapping[str, object], value: object
) -> Citation | None:
    """The citation of ``value``; None with faults where it is missing or contradicts it.

    Of a value that the source does not give, nothing is stated, whatever a table hands down.
    """
    if value is Absent.silent:
        parts = {**parts, "basis": Basis.assumed.name}
    missing = tuple(name for name in ("clause", "basis") if name not in parts)
    if missing:
        location.refuse("citation.missing", ("names", missing))
        return None
    written = (parts["clause"], parts.get("phrase"), parts["basis"], parts.get("note"))
    citation = _known(location, written) or _read(location, parts)
    if citation is None:
        return None
    location.file.citations[written] = citation
    _check_clause(location, parts["clause"])
    _check_note(location, citation, value)
    _check_phrase(location, citation, value)
    return citation


def _known(location: Location, written: tuple[object, ...]) -> Citation | None:
    """The same citation as elsewhere in the file: what cells and steps inherit is one."""
    try:
        return location.file.citations.get(written)
    except TypeError:  # a list or a table, to be refused
        return None


def _read(location: Location, parts: Mapping[str, object]) -> Citation | None:
    """The citation made of its parts."""
    basis = location.optional(parts, "basis", Basis)
    clause, phrase, note = (
        location.optional(parts, name, str, "") for name in ("clause", "phrase", "note")
    )
    if basis is None or None in (clause, phrase, note):
        return None
    return Citation(*location.file.cited(clause), phrase, basis, note)


def _check_clause(location: Location, clause: object) -> None:
    """The clause is one of those that the file lists."""
    known = location.file.clauses
    if clause not in known:
        location.at("clause").check_name("clause.unknown", clause, known, at_value=True)


def _check_note(location: Location, citation: Citation, value: object) -> None:
    """Whatever is not stated needs a note."""
    if citation.note:
        return
    if citation.basis is not Basis.stated or value is Absent.silent:
        location.at("basis").refuse("note.missing", ("basis", citation.basis))


def _check_phrase(location: Location, citation: Citation, value: object) -> None:
    """The phrase is a test of a stated value: its number, and 工作日 or not."""
    phrase = citation.phrase
    if len(phrase) > LONGEST_PHRASE:
        here = location.at("phrase")
        here.refuse("phrase.too_long", ("found", len(phrase)), ("most", LONGEST_PHRASE))
        return
    if citation.basis is not Basis.stated or isinstance(value, Absent):
        return
    if not phrase:
        location.refuse("phrase.missing")
        return
    if isinstance(value, Term):
        return
    number = _number(value)
    if number is not None and number not in numbers_in(phrase):
        facts = (("number", number), ("phrase", phrase))
        location.at("phrase").refuse("phrase.without_number", *facts)
    if isinstance(value, Period) and not _says_unit(phrase, value):
        location.at("phrase").refuse("phrase.other_unit", ("phrase", phrase), ("value", value))


def _says_unit(phrase: str, value: Period) -> bool:
    """Whether the phrase speaks of the period's unit: 工作日 exactly for working days."""
    if isinstance(value, SameDay):
        return any(word in phrase for word in _SAME_DAY)
    if isinstance(value, Months):
        return "月" in phrase
    if isinstance(value, WorkingDays):
        return "工作日" in phrase
    return "工作日" not in phrase and ("日" in phrase or "天" in phrase)


def _number(value: object) -> Decimal | None:
    """The number that a value is made of; None where it has none."""
    if isinstance(value, _COUNTED):
        return Decimal(value.count)
    return Decimal(value) if isinstance(value, (Decimal, int)) else None
