"""A policy edition as the sheets of a workbook (办法工作簿的内容): values, no workbook yet."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, cast

from attrs import field, frozen

from xinfang_core.messages import render
from xinfang_core.policy.edition import UNDATED
from xinfang_core.policy.location import Location, TomlFile
from xinfang_core.policy.pack import DECLARED, GROUP_OF, GROUPS, PARAMS, declarations, is_declared
from xinfang_core.policy.published import Mark
from xinfang_core.policy.wording import parameter_title
from xinfang_core.toml_reader import read_toml
from xinfang_core.vocabulary import Declarations, Declared, Truth
from xinfang_core.workbook.policy_codes import code_words
from xinfang_core.workbook.policy_values import (
    BASES,
    TEXT,
    TRUTHS,
    Wanted,
    place_words,
    value_read,
    value_shown,
    wanted_unit,
    wanted_value,
)
from xinfang_core.workbook.written import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from xinfang_core.policy import Edition, Policy
    from xinfang_core.workbook.cells import Value
    from xinfang_core.workbook.written import Written

KNOWN = ("path", "rule", "parameter", "place")
"""The columns that say which value a row is about; they are not to be changed."""

PARTS = ("unit", "clause", "phrase", "misprint", "basis", "note")
"""The columns beside the value, called like the parts of a citation in the file."""

OF_CLAUSE = ("id", "locator", "text", "encoded_by", "set_aside", "source", "since")
"""The columns of a clause, called like its keys in the file."""

MORE_CLAUSES = 20
"""Empty rows for new clauses."""

OF_VARIANT = ("name", "title", "reading_of", "confirmed")
"""The columns of a variant as a whole, called like its keys in the file."""

CLAUSES = "clauses"
READINGS = "readings"
VARIANTS = "variants"


class Shown(NamedTuple):
    """One cell.

    Attributes:
        value: what it shows: text, a whole number, a Decimal, a date, or None.
        wanted: what may stand there; None where it is not to be changed.

    """

    value: Value | None
    wanted: Wanted | None = None

    @property
    def form(self) -> Wanted:
        """How it is read, be it to be changed or not."""
        fixed = Wanted("day") if isinstance(self.value, date) else TEXT
        return fixed if self.wanted is None else self.wanted

    def read(self) -> object:
        """What it says, in the types of the file; None of an empty cell."""
        return value_read(self.value, self.form)


@frozen
class Row:
    """One row of a sheet.

    Attributes:
        cells: what it shows, by column.
        one: the value that it is about; None of a clause, and of a variant as a whole.

    """

    cells: Mapping[str, Shown] = field(hash=False)
    one: Written | None = None

    def says(self, column: str, value: object) -> bool:
        """Whether a cell says what another one says; of a text the ends of its lines are alike."""
        found = self.cells[column].read()
        if isinstance(found, str) and isinstance(value, str):
            return found.splitlines() == value.splitlines()
        return found == value


@frozen
class Plan:
    """One sheet.

    Attributes:
        name: ``clauses``, ``readings``, ``variants``, a group of rules, or a section of what is
            declared.
        columns: the columns, by their names in the catalogue.
        rows: its rows.

    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        """What it is called in the workbook."""
        return render(f"book.sheet.{self.name}", {})


@frozen
class PolicyBook:
    """What a workbook says of one edition.

    Attributes:
        label: ``ID@DATE`` of the file itself, of whatever it fills in.
        title: the source's title.
        digest: the digest of its text.
        effective: the first day in force; empty for an undated one.
        notice: title of the document that it is made by; empty where none is told.
        plans: its sheets.

    """

    label: str
    title: str
    digest: str
    effective: str
    notice: str
    plans: tuple[Plan, ...]

    @cached_property
    def lists(self) -> Mapping[tuple[str, ...], str]:
        """The lists to choose from, each with its title."""
        found: dict[tuple[str, ...], str] = {}
        for plan in self.plans:
            for row in plan.rows:
                for cell in row.cells.values():
                    if cell.wanted and cell.wanted.words and cell.wanted.words not in found:
                        found[cell.wanted.words] = cell.wanted.title
        return found


def book_of(policy: Policy, edition: Edition) -> PolicyBook:
    """What the workbook of an edition says; of one that fills in another, what its file gives.

    Args:
        policy: the policy, over the national text or not.
        edition: one of its editions.

    """
    text = edition.texts[-1]
    label = own_label(edition)
    location = _naming(Location(TomlFile(read_toml(text, edition.file))), policy, edition)
    data = location.document.data
    title = str(data["policy"]["title"])  # type: ignore[index]
    _, _, day = label.partition("@")
    digest = Mark(label, (text,)).digest
    since = "" if day == UNDATED else day
    return PolicyBook(label, title, digest, since, edition.notice, tuple(_plans(location)))


def own_label(edition: Edition) -> str:
    """The label of an edition's own file, whatever it fills in."""
    return (edition.parts or (edition.label,))[-1]


def _naming(location: Location, policy: Policy, edition: Edition) -> Location:
    """The place with the names that values may have beside the closed lists."""
    own = declarations(edition.params)
    known = {*edition.params, *(rule for one in policy.national for rule in one.params)}
    ruled = (rule for rule in PARAMS if rule.endswith("_deadline") and rule in known)
    limits = tuple(Declared(rule, render(f"rule.{rule}", {})) for rule in ruled)
    names = Declarations(own.kinds, own.steps, (*own.limits, *limits), own.measures)
    return location.declaring(names)


def _plans(location: Location) -> Iterator[Plan]:
    """The sheets in their order: the clauses, the groups, what is declared, the variants."""
    data = location.document.data
    clauses = cast("Sequence[Mapping[str, object]]", data.get("clause", ()))
    yield Plan(CLAUSES, OF_CLAUSE, tuple(map(_clause_row, clauses)))
    found = written(data)
    own = sorted((one for one in found if not one.variant), key=lambda one: _order(one.rule))
    titles = _titles(data)
    for name, group in groupby(own, lambda one: sheet_of(one.rule)):
        rows = (_row(one, location, titles) for one in group)
        yield Plan(name, (*KNOWN, "value", *PARTS), tuple(rows))
    varied = [one for one in found if one.variant]
    if varied:
        readings = data["variant"].items()  # type: ignore[attr-defined]
        day = data["policy"]["effective"]  # type: ignore[index]
        rows = (_reading_row(name, raw, day) for name, raw in readings)
        yield Plan(READINGS, OF_VARIANT, tuple(rows))
        columns = ("path", "variant", *KNOWN[1:], "value", *PARTS)
        yield Plan(VARIANTS, columns, tuple(_row(one, location, titles) for one in varied))


def sheet_of(rule: str) -> str:
    """The sheet that a rule, or what is declared, stands on."""
    if is_declared(rule):
        return f"own_{rule.partition('.')[0]}"
    return GROUP_OF.get(rule, "workflow")


_SHEETS = (*GROUPS, "workflow", *(f"own_{section}" for section in DECLARED))


def _order(rule: str) -> int:
    return _SHEETS.index(sheet_of(rule))


def _titles(data: Mapping[str, object]) -> Mapping[str, str]:
    """The official names of what the file declares, and the titles of its variants."""
    found = {}
    for section in DECLARED:
        for key, raw in _tables(data.get(section)):
            name = raw.get("name")
            found[f"{section}.{key}"] = str(name["value"] if isinstance(name, dict) else name)
    for key, raw in _tables(data.get("variant")):
        found[f"variant.{key}"] = str(raw["title"])
    return found


def _tables(found: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    yield from found.items() if isinstance(found, dict) else ()


def _shown(value: object, wanted: Wanted | None = None) -> Shown:
    """A cell of what a policy file holds that reads without faults."""
    return Shown(cast("Value", value), wanted)


def _row(one: Written, location: Location, titles: Mapping[str, str]) -> Row:
    """One value with everything beside it."""
    title = titles[one.rule] if is_declared(one.rule) else render(f"rule.{one.rule}", {})
    wanted, unit = wanted_value(one, location), wanted_unit(one)
    cells = {
        "path": _shown(one.address),
        "rule": _shown(title),
        "parameter": _shown(parameter_title(one.rule, one.parameter)),
        "place": _shown(place_words(one, location)),
        "value": _shown(value_shown(one.value, wanted), wanted),
        **{part: _shown(one.parts.get(part), TEXT) for part in PARTS},
        "unit": _named(one, "unit", unit),
        "basis": _named(one, "basis", BASES),
    }
    if one.variant:
        cells["variant"] = _shown(f"{one.variant}：{titles[f'variant.{one.variant}']}")
    return Row(cells, one)


def _named(one: Written, part: str, wanted: Wanted | None) -> Shown:
    """A part that is chosen from a list; one of which there is no choice is not to be changed."""
    found = one.parts.get(part)
    if wanted is None or found is None:
        return _shown(found, wanted)
    shown = value_shown(found, wanted)
    return _shown(shown, wanted if len(wanted.names) > 1 else None)


def _clause_row(raw: Mapping[str, object]) -> Row:
    """A clause of the source; its id and its day are not to be changed."""
    cells = {name: _shown(raw.get(name), TEXT) for name in OF_CLAUSE}
    codes = cast("Sequence[str]", raw.get("encoded_by", ()))
    cells["encoded_by"] = _shown("\n".join(map(code_words, codes)) or None, TEXT)
    fixed = {name: _shown(raw.get(name)) for name in ("id", "since")}
    return Row({**cells, **fixed})


def _reading_row(name: str, raw: Mapping[str, object], day: object) -> Row:
    """A variant as a whole: what it reads differently, and whether that still holds now."""
    confirmed = Truth.yes if raw.get("confirmed") == day else Truth.no
    cells = {
        "name": _shown(name),
        "title": _shown(raw["title"], TEXT),
        "reading_of": _shown(raw.get("reading_of")),
        "confirmed": _shown(confirmed.value, None if day == UNDATED else TRUTHS),
    }
    return Row(cells)
