"""Citations of a policy file, checked against the values they carry (依据核对)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from xinfang_core.periods import (
    AnyPeriod,
    CalendarDays,
    Hours,
    Minutes,
    Months,
    SameDay,
    WorkingDays,
    WorkingHours,
)
from xinfang_core.policy.phrases import numbers_in
from xinfang_core.sources import Citation
from xinfang_core.vocabulary import Absent, Basis, Declared, Term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.periods import ClockPeriod
    from xinfang_core.policy.location import Location

LONGEST_PHRASE = 20
"""Characters of a phrase; a longer quotation is the source's text, not a pointer to it."""

PRINTED = "原文印作“{}”"
"""What the note of a repaired misprint begins with."""

_SAME_DAY = ("当日", "当天", "即日", "不隔夜", "不过夜")
"""Words that say the very day; “1日内” does not."""

_NEXT_DAY = ("次日", "翌日", "第二天")
"""Words that say one day without its number."""

_OFFICE_TIME = ("工作小时", "工作时", "办公时", "上班时")
"""Words that say hours of office time; “2小时” alone runs day and night."""

_COUNTED = (WorkingDays, CalendarDays, Months, Hours, Minutes, WorkingHours)

PARTS = ("clause", "phrase", "misprint", "basis", "note")
"""The keys of a citation."""

_MAY_BE_EMPTY = ("phrase", "misprint", "note")


def read_citation(
    location: Location, parts: Mapping[str, object], value: object
) -> Citation | None:
    """The citation of ``value``; None with faults where it is missing or contradicts it.

    Of a value that the source does not give, nothing is stated, whatever a table hands down.
    """
    if value is Absent.silent:
        parts = {**parts, "basis": Basis.assumed.name}
    if "clause" not in parts or "basis" not in parts:
        missing = tuple(name for name in ("clause", "basis") if name not in parts)
        location.refuse("citation.missing", ("names", missing))
        return None
    written = tuple(map(parts.get, PARTS))
    citation = _known(location, written) or _read(location, parts)
    if citation is None:
        return None
    location.file.citations[written] = citation
    _check_clause(location, parts["clause"])
    _check_misprint(location, parts.get("misprint"), citation)
    _check_note(location, citation, value)
    _check_phrase(location, citation, value, parts.get("note"))
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
    clause = location.optional(parts, "clause", str, "")
    phrase, misprint, note = (_words(location, parts, name) for name in _MAY_BE_EMPTY)
    if basis is None or clause is None or phrase is None or misprint is None or note is None:
        return None
    repaired = "；".join(filter(None, (misprint and PRINTED.format(misprint), note)))
    return Citation(*location.file.cited(clause), phrase, basis, repaired)


def _words(location: Location, parts: Mapping[str, object], name: str) -> str | None:
    """The words of a part; an empty text takes back what a table hands down."""
    found: str | None = location.optional(parts, name, str, "") if parts.get(name) != "" else ""
    return found


def _check_clause(location: Location, clause: object) -> None:
    """The clause is one of those that the file lists."""
    known = location.file.clauses
    if clause not in known:
        location.at("clause").check_name("clause.unknown", clause, known, at_value=True)


def _check_misprint(location: Location, misprint: object, citation: Citation) -> None:
    """What is printed stands beside the phrase, which is repaired: that is a reading."""
    if not misprint:
        return
    here = location.at("misprint")
    if citation.basis is Basis.stated:
        here.refuse("misprint.stated", ("found", misprint))
    if str(misprint) in citation.phrase:
        here.refuse("misprint.not_repaired", ("found", misprint), ("phrase", citation.phrase))


def _check_note(location: Location, citation: Citation, value: object) -> None:
    """Whatever is not stated needs a note."""
    if citation.note:
        return
    if value is Absent.silent:
        location.refuse("note.missing_silent")
    elif citation.basis is not Basis.stated:
        location.at("basis").refuse("note.missing", ("basis", citation.basis))


def _check_phrase(location: Location, citation: Citation, value: object, note: object) -> None:
    """The phrase is a test of a value: its number, and where that is stated 工作日 or not."""
    phrase = citation.phrase
    if len(phrase) > LONGEST_PHRASE:
        here = location.at("phrase")
        here.refuse("phrase.too_long", ("found", len(phrase)), ("most", LONGEST_PHRASE))
        return
    is_stated = citation.basis is Basis.stated
    if is_stated and not phrase and not isinstance(value, Absent):
        location.refuse("phrase.missing")
        return
    if isinstance(value, (Absent, Term, Declared)):
        return
    number = _number(value)
    code = number_fault(citation, number, note) if number is not None else ""
    if value == CalendarDays(1) and any(word in phrase for word in _NEXT_DAY):
        code = ""
    if code:
        location.at("phrase").refuse(code, ("number", number), ("phrase", phrase))
    if is_stated and isinstance(value, AnyPeriod) and not _says_unit(phrase, value):
        location.at("phrase").refuse("phrase.other_unit", ("phrase", phrase), ("value", value))


def number_fault(citation: Citation, number: Decimal | int, note: object) -> str:
    """The fault of a number beside its phrase; empty where they agree.

    A stated number stands in its phrase. Another one does, or ``note``, as it is written, names it
    and says where it comes from. A phrase without numbers may well be read as one: 专人 is one
    person at least.
    """
    said = numbers_in(citation.phrase)
    if citation.basis is Basis.stated:
        return "" if number in said else "phrase.without_number"
    agrees = not said or number in said | numbers_in(str(note))
    return "" if agrees else "phrase.other_number"


def _says_unit(phrase: str, value: AnyPeriod) -> bool:
    """Whether the phrase speaks of the period's unit: 工作日 exactly for working days."""
    if isinstance(value, SameDay):
        return any(word in phrase for word in _SAME_DAY)
    if isinstance(value, Months):
        return "月" in phrase
    if isinstance(value, WorkingDays):
        return "工作日" in phrase
    if not isinstance(value, CalendarDays):
        return _says_clock(phrase, value)
    return "工作日" not in phrase and ("日" in phrase or "天" in phrase)


def _says_clock(phrase: str, value: ClockPeriod) -> bool:
    """As ``_says_unit`` for hours and minutes: office time exactly for working hours."""
    if isinstance(value, Minutes):
        return "分" in phrase or "刻钟" in phrase
    of_office = any(word in phrase for word in _OFFICE_TIME)
    return of_office if isinstance(value, WorkingHours) else "小时" in phrase and not of_office


def _number(value: object) -> Decimal | None:
    """The number that a value is made of; None where it has none."""
    if isinstance(value, _COUNTED):
        return Decimal(value.count)
    return Decimal(value) if isinstance(value, (Decimal, int)) else None
