"""What a new version changes, held against what is said beside it (改动的前后照应).

A changed value rests on a clause that came with the version; words that repeat the old number are
told, be they of the same policy or of a file that fills it in.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from xinfang_core.decision import Reason
from xinfang_core.periods import (
    CalendarDays,
    Hours,
    Minutes,
    Months,
    WorkingDays,
    WorkingHours,
)
from xinfang_core.policy.listing import lines
from xinfang_core.policy.phrases import numbers_in
from xinfang_core.policy.wording import (
    is_step,
    parameter_title,
    placed,
    unit_of,
    value_words,
    whole_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.policy.edition import Edition
    from xinfang_core.policy.listing import Line

_Key = tuple[object, ...]

_UNITS: Mapping[type, tuple[str, ...]] = {
    WorkingDays: ("日", "天"),
    CalendarDays: ("日", "天"),
    Months: ("月",),
    Hours: ("小时",),
    WorkingHours: ("小时",),
    Minutes: ("分", "刻钟"),
}
"""The words by which a period is known again, be they of one kind of day or another."""


def not_since(newer: Edition, older: Edition) -> Iterator[Reason]:
    """The values that changed, or were added to a table or list, and cite a clause of before.

    A source that the older version does not know is new as a whole.
    """
    before, wholes = _lines(older), {whole_of(line) for line in lines(older)}
    known = {clause.source or older.title for clause in older.clauses}
    came = {
        (clause.source or newer.title, clause.locator)
        for clause in newer.clauses
        if clause.since and (older.effective is None or clause.since > older.effective)
    }
    for key, (line, place) in _lines(newer).items():
        was = before[key][0] if key in before else None
        if (was is None and whole_of(line) not in wholes) or (was and was.value == line.value):
            continue
        cited = line.citation
        if cited.source in known and (cited.source, cited.clause) not in came:
            facts = (
                ("label", newer.label),
                ("place", _words(line, place)),
                ("now", value_words(line)),
                ("clause", f"{cited.source} {cited.clause}"),
                ("day", newer.effective),
            )
            if was is None:
                yield Reason("caution.added_not_since", facts)
            else:
                yield Reason("caution.not_since", (*facts, ("was", value_words(was))))


def repeating(newer: Edition, older: Edition) -> Iterator[Reason]:
    """The phrases and notes of other values that did not change and hold an old number.

    What a variant says of a rule that changed is told elsewhere, and so is what it departs from.
    """
    before, now = _lines(older), _lines(newer)
    changed = [
        (before[key][0], line, place)
        for key, (line, place) in now.items()
        if key in before and not line.variant and before[key][0].value != line.value
    ]
    told: set[tuple[_Key, str]] = set()
    rules = {line.rule for _, line, _ in changed}
    for was, line, place in changed:
        number = _number(was.value)
        for key, (other, where) in now.items():
            if number is None or _is_told_elsewhere(newer, other, rules) or key not in before:
                continue
            for text in _kept_words(before[key][0], other):
                if _repeats(text, number, was, other) and (key, text) not in told:
                    told.add((key, text))
                    facts = (
                        ("label", newer.label),
                        ("place", _words(line, place)),
                        ("was", value_words(was)),
                        ("now", value_words(line)),
                        ("other", _words(other, where)),
                        ("text", text),
                    )
                    yield Reason("caution.repeats", facts)


def _lines(edition: Edition) -> dict[_Key, tuple[Line, str]]:
    """Each value with the words of its place, by what is the same in another version."""
    return {
        (*whole_of(line), value_words(line) if is_step(line) else place): (line, place)
        for line, place in placed(lines(edition))
    }


def _is_told_elsewhere(newer: Edition, line: Line, rules: set[str]) -> bool:
    """Whether a line is a variant's that was confirmed, or that is held against its rule."""
    variant = newer.variants.get(line.variant)
    if variant is None:
        return False
    return variant.confirmed == newer.effective or line.rule in rules


def _kept_words(was: Line, now: Line) -> Iterator[str]:
    """What a value is cited with as before."""
    for old, new in (
        (was.citation.phrase, now.citation.phrase),
        (was.citation.note, now.citation.note),
    ):
        if new and old == new:
            yield new


def _repeats(text: str, number: Decimal, was: Line, other: Line) -> bool:
    """Whether words about another value hold the number; of another rule also what it counts."""
    if number not in numbers_in(text) or _number(other.value) == number:
        return False
    measure = unit_of(was)
    units = _UNITS.get(type(was.value), (measure.value,) if measure else ())
    return other.rule == was.rule or any(unit in text for unit in units)


def _number(value: object) -> Decimal | None:
    """The number that a value is made of; None where it has none."""
    found = getattr(value, "count", None) if type(value) in _UNITS else value
    return Decimal(found) if isinstance(found, (int, Decimal)) else None


def _words(line: Line, place: str) -> str:
    of_variant = f"（{line.variant}）" if line.variant else ""
    named = parameter_title(line.rule, line.parameter) + of_variant
    return " ".join(filter(None, (line.title, named, place)))
