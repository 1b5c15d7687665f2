"""Where two editions say other values, or cite them otherwise (取值差异)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.change.entries import ChangeKind, Entry, Part, Subject
from xinfang_core.change.pairing import merged, paired
from xinfang_core.change.renaming import NAME
from xinfang_core.codec.plain import plain
from xinfang_core.messages import render
from xinfang_core.policy.listing import lines
from xinfang_core.policy.pack import is_declared
from xinfang_core.policy.wording import names_of, placed, shape_of, value_words
from xinfang_core.sources import Bands, CitedList
from xinfang_core.vocabulary import Absent

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from xinfang_core.change.renaming import Renaming
    from xinfang_core.policy import Edition, Line
    from xinfang_core.sources import Citation


class Said(NamedTuple):
    """A value of an edition, as the newer edition would call and cite it.

    Attributes:
        line: the value, as its edition has it.
        place: the words of where it stands.
        keys: its keys.
        value: the value.
        citation: its citation, where the edition's own source has no name.
        clause: the place that it cites, in its own edition's words.

    """

    line: Line
    place: str
    keys: tuple[object, ...]
    value: object
    citation: Citation
    clause: str

    @property
    def words(self) -> str:
        """The value in words."""
        return value_words(self.line)


Section = tuple[str, str]
"""A variant, empty for the default reading, and a rule."""

Parameter = tuple[str, tuple[object, ...]]
"""A parameter, and the names under which it has values of its own."""

Values = dict[Parameter, list[Said]]


def sections(edition: Edition, names: Renaming | None, read: Renaming) -> dict[Section, Values]:
    """The values of an edition by variant, rule and parameter.

    Args:
        edition: the edition.
        names: what the newer edition calls otherwise; None where this is the newer one.
        read: by which citations are written without the source's own title.

    """
    found: dict[Section, Values] = {}
    for line, place in placed(lines(edition)):
        rule = names.rule(line.rule) if names else line.rule
        variant = names.names.get(line.variant, line.variant) if names else line.variant
        keys = tuple(map(names.value, line.keys)) if names else line.keys
        value = names.value(line.value) if names else line.value
        citation = read.citation(line.citation) if names else read.own(line.citation)
        values = found.setdefault((variant, rule), {})
        # The keys of a mapping are names that are declared nowhere else.
        at = values.setdefault((line.parameter, names_of(line)), [])
        at.append(Said(line, place, keys, value, citation, _clause(line, edition)))
    return found


def _clause(line: Line, edition: Edition) -> str:
    """The place that a value cites; the edition's own source needs no name."""
    cited = line.citation
    return cited.clause if cited.source == edition.title else f"{cited.source} {cited.clause}"


def section_entries(section: Section, old: Values | None, new: Values | None) -> Iterator[Entry]:
    """What differs in a rule, or in what a variant says of it."""
    if old is None or new is None:
        yield whole(Subject.rule, _path(section), _all(old), _all(new))
        return
    for parameter in merged(old, new):
        yield from _parameter_entries(section, old.get(parameter, []), new.get(parameter, []))


def _all(values: Values | None) -> list[Said]:
    return [one for found in (values or {}).values() for one in found]


def _path(section: Section, parameter: str = "") -> str:
    variant, rule = section
    return ".".join(filter(None, ("variant" if variant else "", variant, rule, parameter)))


def _parameter_entries(
    section: Section, old: Sequence[Said], new: Sequence[Said]
) -> Iterator[Entry]:
    """What differs in a parameter, which one side may lack."""
    path = _path(section, (new or old)[0].line.parameter)
    if not old or not new:
        yield whole(Subject.value, path, old, new)
        return
    if _is_other_shape(old, new):
        yield _reshaped(path, old, new)
        return
    pairs = paired(old, new, *_signs(new[0].line))
    if len(old) == len(new) == 1:
        pairs = ((old[0], new[0]),)
    kept = [(one, other) for one, other in pairs if one and other]
    if shape_of(new[0].line) is CitedList:
        yield from _reordered(path, old, kept)
    for one, other in pairs:
        yield from _pair_entries(path, one, other)


def _is_other_shape(old: Sequence[Said], new: Sequence[Said]) -> bool:
    """Whether one side has one value and the other several, or a list that the other lacks."""
    if len(old) == len(new) == 1:
        return False
    shapes = {shape_of(one[0].line) for one in (old, new)}
    lacks = {isinstance(one[0].value, Absent) for one in (old, new)}
    return len(shapes) > 1 or (shapes == {CitedList} and len(lacks) > 1)


def _signs(line: Line) -> tuple[Callable[[Said], Hashable], ...]:
    """By what the values of a parameter are the same, the surest sign first."""
    shape = shape_of(line)
    if shape is CitedList:
        return (lambda one: one.value,)
    if shape is Bands:
        return (
            lambda one: (one.keys, one.value),
            lambda one: one.value,
            lambda one: one.keys,
        )
    return (lambda one: one.keys,)


def _reordered(
    path: str, old: Sequence[Said], kept: Sequence[tuple[Said, Said]]
) -> Iterator[Entry]:
    """That the steps both have stand in another order."""
    before = [one for one in old if any(one is kept_one for kept_one, _ in kept)]
    if before == [one for one, _ in kept]:
        return
    facts = {"old": "、".join(one.words for one in before)}
    facts["new"] = "、".join(other.words for _, other in kept)
    part = Part("order", render("difference.part.order", {}), facts["old"], facts["new"])
    yield Entry(ChangeKind.reordered, Subject.value, path, kept[0][1].line.title, "", (part,))


def _pair_entries(path: str, old: Said | None, new: Said | None) -> Iterator[Entry]:
    """How a value differs from what it was, if it does."""
    if old is None or new is None:
        yield whole(Subject.value, path, [old] if old else [], [new] if new else [])
        return
    kind = _kind(old, new)
    if kind is None:
        return
    parts = (*_moved_start(old, new), *_parts(old, new))
    yield Entry(
        kind, Subject.value, path, new.line.title, new.place, parts, (old.line,), (new.line,)
    )


def _kind(old: Said, new: Said) -> ChangeKind | None:
    if old.value != new.value:
        if is_declared(new.line.rule) and new.line.parameter == NAME:
            return ChangeKind.renamed
        return ChangeKind.unit if _is_of_other_unit(old.value, new.value) else ChangeKind.changed
    if old.keys != new.keys:
        return ChangeKind.threshold
    return None if old.citation == new.citation else ChangeKind.cited


def _is_of_other_unit(old: object, new: object) -> bool:
    """Whether a period has the same count, of another unit."""
    counts = [one["count"] for one in map(plain, (old, new)) if isinstance(one, dict)]
    return counts == [getattr(new, "count", None)] * 2


def _moved_start(old: Said, new: Said) -> Iterator[Part]:
    """The threshold of a band, where it is another one."""
    if old.keys != new.keys:
        yield Part("start", render("difference.part.start", {}), old.place, new.place)


def _parts(old: Said | None, new: Said | None) -> Iterator[Part]:
    """A value and its citation on both sides."""
    before, after = _told(old), _told(new)
    for name in after or before:
        yield _part(name, before.get(name, ""), after.get(name, ""))


def _part(name: str, old: str, new: str) -> Part:
    return Part(name, render(f"difference.part.{name}", {}), old, new)


def _told(one: Said | None) -> Mapping[str, str]:
    """What is said of a value, in words."""
    if one is None:
        return {}
    cited = one.line.citation
    return {
        "value": one.words,
        "clause": one.clause,
        "phrase": cited.phrase,
        "basis": cited.basis.text(),
        "note": cited.note,
    }


def whole(subject: Subject, path: str, old: Sequence[Said], new: Sequence[Said]) -> Entry:
    """What only one side has: one value with its citation, or all values of a rule."""
    found, kind = (new, ChangeKind.added) if new else (old, ChangeKind.removed)
    single = subject is Subject.value and len(found) == 1
    sides = (None, found[0]) if new else (found[0], None)
    parts = tuple(_parts(*sides) if single else _listed(found, new, subject))
    title, place = found[0].line.title, found[0].place if single else ""
    return Entry(kind, subject, path, title, place, parts, _lines(old), _lines(new))


def _listed(found: Iterable[Said], new: Sequence[Said], subject: Subject) -> Iterator[Part]:
    """A part for each value."""
    for one in found:
        named = one.line.parameter if subject is not Subject.value else ""
        label = " ".join(filter(None, (named, one.place)))
        text = one.words + one.citation.text()
        yield Part("value", label, "" if new else text, text if new else "")


def _reshaped(path: str, old: Sequence[Said], new: Sequence[Said]) -> Entry:
    """A value that depends on something now, or no longer, or a list that is told now."""
    before, after = map(_together, (old, new))
    part = _part("value", before, after)
    line = new[0].line
    return Entry(
        ChangeKind.changed, Subject.value, path, line.title, "", (part,), _lines(old), _lines(new)
    )


def _together(found: Sequence[Said]) -> str:
    """All values with where they stand, in one sentence."""
    return "；".join("：".join(filter(None, (one.place, one.words))) for one in found)


def _lines(found: Iterable[Said]) -> tuple[Line, ...]:
    return tuple(one.line for one in found)


def by_variant(found: Mapping[Section, Values]) -> dict[str, list[Said]]:
    """All values of each variant."""
    values: dict[str, list[Said]] = defaultdict(list)
    for (variant, _), section in found.items():
        values[variant] += _all(section)
    return values
