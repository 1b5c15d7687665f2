"""The values of a policy file as it writes them (办法文件的取值), each with where it stands.

Unlike ``policy.listing`` it is about the text: which parts of a citation a value has, be they its
own or handed down, under which id its clause stands, and what a table leaves out is not there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from attrs import evolve, field, frozen

from xinfang_core.policy.citations import PARTS
from xinfang_core.policy.pack import DECLARED, PARAMS
from xinfang_core.policy.sections import OPEN
from xinfang_core.policy.values import INHERITED
from xinfang_core.vocabulary import Absent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.toml_reader import Path

    Raw = Mapping[str, object]

STEP = "#"
"""Begins the key of a step of a list, which is its number."""

FROM = "from"
"""The key of a band, which is where it starts."""

_LISTS = ("cells", "bands", "steps")


@frozen
class Written:
    """One value as it is written.

    Attributes:
        rule: the rule it belongs to; ``SECTION.KEY`` of what a policy declares itself.
        parameter: its name.
        names: the names under which the parameter has values of its own.
        keys: column and key of each table key, ``from`` and the start of a band, ``#`` and the
            number of a step; empty for a single value.
        path: the way to it in the file.
        value: the value in the file's own types.
        parts: its unit and the parts of its citation, as far as it has them, own or handed down.
        variant: the variant it belongs to; empty for the default reading.

    """

    rule: str
    parameter: str
    names: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]
    path: Path
    value: object
    parts: Mapping[str, object] = field(hash=False)
    variant: str = ""

    @property
    def address(self) -> str:
        """What tells it from every other value of the file, such as ``x.limit kind=general``."""
        head = f"variant.{self.variant}." if self.variant else ""
        picks = (f" {'step' if name == STEP else name}={key}" for name, key in self.keys)
        return "".join((head, ".".join((self.rule, self.parameter, *self.names)), *picks))


def written(data: Raw) -> tuple[Written, ...]:
    """Every value of a policy file that reads without faults, variants last.

    Args:
        data: the file as TOML gives it.

    """
    variants = cast("Mapping[str, Raw]", data.get("variant", {}))
    return (
        *_sections(data, (), ""),
        *(
            one
            for name, section in variants.items()
            for one in _sections(section, ("variant", name), name)
        ),
    )


def _sections(data: Raw, path: Path, variant: str) -> Iterator[Written]:
    """The values of the rules and declared things of a file, or of one of its variants."""
    for section, found in data.items():
        if section in PARAMS:
            yield from _parameters(cast("Raw", found), (*path, section), section, variant)
        elif section in DECLARED:
            for key, raw in cast("Mapping[str, Raw]", found).items():
                here = (*path, section, key)
                yield from _parameters(raw, here, f"{section}.{key}", variant)


def _parameters(raw: Raw, path: Path, rule: str, variant: str) -> Iterator[Written]:
    """The values of one rule, or of one thing that is declared, by the names of parameters."""
    above = _parts(raw, {})
    for name, found in raw.items():
        if name not in (*PARTS, OPEN):
            start = Written(rule, name, (), (), (*path, name), None, above, variant)
            yield from _values(start, found)


def _values(start: Written, found: object) -> Iterator[Written]:
    """What stands at one place: a value, several in a list, or values under names of their own."""
    if isinstance(found, list):
        yield from _listed(start, found, "steps")
        return
    if not isinstance(found, dict):
        yield _one(evolve(start, parts=_plain_parts(found, start.parts)), {"value": found})
        return
    name = next((name for name in _LISTS if isinstance(found.get(name), list)), None)
    if name is not None:
        here = _at(start, name, _parts(found, start.parts))
        yield from _listed(here, found[name], name)
    elif "value" in found:
        yield _one(start, found)
    else:
        yield from _named(start, found)


def _named(start: Written, found: Raw) -> Iterator[Written]:
    """The values under names; the citation beside them is handed down."""
    above = _parts(found, start.parts)
    for name, one in found.items():
        if name not in PARTS:
            here = _at(start, name, above)
            yield from _values(evolve(here, names=(*start.names, name)), one)


def _listed(start: Written, found: list[object], shape: str) -> Iterator[Written]:
    """The cells of a table, the bands or the steps of a list."""
    for number, item in enumerate(found, 1):
        raw: Raw = item if isinstance(item, dict) else {"value": item}
        keys = tuple((name, str(raw[name])) for name in raw if name not in ("value", *INHERITED))
        here = _at(start, number - 1, start.parts)
        yield _one(evolve(here, keys=((STEP, str(number)),) if shape == "steps" else keys), raw)


def _one(start: Written, raw: Raw) -> Written:
    """The value of a table that has one, with what is handed down to it."""
    return evolve(start, value=raw["value"], parts=_parts(raw, start.parts))


def _plain_parts(found: object, above: Mapping[str, object]) -> Mapping[str, object]:
    """What is handed down to a bare value: where the source has none, no phrase and no basis."""
    if found != Absent.silent.name:
        return above
    return {part: above[part] for part in above if part in ("clause", "note")}


def _parts(raw: Raw, above: Mapping[str, object]) -> dict[str, object]:
    """The unit and the parts of a citation: its own, or else those from above."""
    return {**above, **{part: raw[part] for part in INHERITED if part in raw}}


def _at(start: Written, key: str | int, parts: Mapping[str, object]) -> Written:
    return evolve(start, path=(*start.path, key), parts=parts)
