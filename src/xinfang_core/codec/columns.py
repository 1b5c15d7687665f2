"""Which column feeds which field (列对应): our names, Chinese headers, or a host's own."""

from __future__ import annotations

import re
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING
from unicodedata import normalize

from attrs import frozen

from xinfang_core.codec.fields import FIELDS, NAMES
from xinfang_core.errors import Fault, RecordError
from xinfang_core.refusals import shown, unknown_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xinfang_core.codec.fields import Field
    from xinfang_core.codec.options import ReadOptions
    from xinfang_core.codec.rows import Listing
    from xinfang_core.decision import Facts
    from xinfang_core.messages import Lang

EVENTS = "events"
"""The key under which a JSON record may carry its history."""

ALIASES = {
    "信访编号": "case_no",
    "信访件号": "case_no",
    "件号": "case_no",
    "信访事项编号": "case_no",
    "事项编号": "case_no",
    "办件编号": "case_no",
    "工单编号": "case_no",
    "工单号": "case_no",
}
"""Other names of the same, as registers have them; read where nothing else is the field."""

AMBIGUOUS = {
    "派单日期": ("assigned_at", "transferred_at"),
    "转办日期": ("transferred_at", "assigned_at"),
}
"""Names that may be either of two fields, and would change answers if they were ignored."""

LIKELY = {
    "来件日期": "received_at",
    "来信日期": "received_at",
    "来访日期": "received_at",
    "信访日期": "received_at",
    "收件日期": "received_at",
    "接收日期": "received_at",
    "立案日期": "accepted_at",
    "回复日期": "replied_at",
    "结案日期": "concluded_at",
    "办毕日期": "concluded_at",
    "完成日期": "concluded_at",
}
"""Names that are proposed for a field, and never read without being asked for."""

# So alike is a slip of the pen, not another column of the host.
_SLIP = 0.85

# A number by which a register tells its records apart.
_NUMBER = re.compile(r"(?i).*(编号|单号|件号)|序号|id|no\.?|number")
_MOST_SLIPS = 20
# No register has as many columns; a JSON file may have a key of its own in each record.
_MOST_TRIED = 1000
# A column about somebody is none of ours: 信访人 is no 信访人数, assigned_to no assigned_at, and
# petitioner no petition.
_SOMEBODY = re.compile(r".*(?:人|_by|_to)|信访人类别|petitioner")


def read_column_map(text: str, file: str, names: Mapping[str, Field] = NAMES) -> dict[str, str]:
    """A host's column map from TOML: under ``[columns]``, our field = the host's column.

    Raises:
        PolicyDataError: not TOML.
        RecordError: unknown fields, or columns that are no text.

    """
    from xinfang_core.toml_reader import read_toml

    document = read_toml(text, file)
    columns = document.data.get("columns")
    if not isinstance(columns, dict) or len(document.data) > 1:
        other = next((name for name in document.data if name != "columns"), "columns")
        raise RecordError(document.fault("columns.missing", (other,)))
    faults = []
    found: dict[str, str] = {}
    for name, column in columns.items():
        path = ("columns", name)
        if name not in names:
            refused = unknown_name("columns.unknown_field", name, _field_names(names))
            faults.append(document.fault(refused.code, path, refused.facts))
        elif not isinstance(column, str) or not column.strip():
            facts = (("found", shown(column)),)
            faults.append(document.fault("value.not_text", path, facts, at_value=True))
        elif names[name].name in found:
            same = (("found", name), ("other", names[name].name))
            faults.append(document.fault("columns.same_field", path, same))
        else:
            found[names[name].name] = column.strip()
    if faults:
        raise RecordError(*faults)
    return found


def parse_column(text: str, names: Mapping[str, Field] = NAMES) -> tuple[str, str]:
    """One ``FIELD=COLUMN`` of the command line.

    Raises:
        RecordError: no such field, with the nearest one; or not of that form.

    """
    name, equals, column = (part.strip() for part in text.partition("="))
    if not equals or not column:
        raise RecordError(Fault("columns.bad_form", (("found", text),), path="--column"))
    if name not in names:
        refused = unknown_name("columns.unknown_field", name, _field_names(names))
        raise RecordError(Fault(refused.code, refused.facts, path="--column"))
    return names[name].name, column


def _field_names(names: Mapping[str, Field]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(field.name for field in names.values()))


@frozen
class Matched:
    """Which column feeds which field.

    Attributes:
        source: the column of each field.
        unused: the columns that feed none.
        notes: what was read under another name than its own.

    """

    source: Mapping[str, str]
    unused: tuple[str, ...] = ()
    notes: tuple[Fault, ...] = ()


@frozen
class _Typed:
    """Options as they are typed, for a message; whether the case number is among them."""

    has_case_no: bool
    options: tuple[str, ...]

    def text(self, lang: Lang = "zh") -> str:
        """The options; a column that is not known is for the reader to fill in."""
        unknown = f"--column case_no={'列名' if lang == 'zh' else 'COLUMN'}"
        return " ".join(self.options if self.has_case_no else (unknown, *self.options))


def is_known(name: str, chosen: Mapping[str, str], names: Mapping[str, Field] = NAMES) -> bool:
    """Whether a column is read: by its name, by a near one, or because the host says so."""
    return name in names or name == EVENTS or _plain(name) in _NEAR or name in chosen.values()


def match_columns(
    listing: Listing,
    chosen: Mapping[str, str],
    options: ReadOptions,
    names: Mapping[str, Field] = NAMES,
) -> Matched:
    """The column of each field, and the columns that feed none.

    Args:
        listing: the file, with the names of its columns.
        chosen: the host's map, field to column; it wins over a column's own name.
        options: the columns to leave out.
        names: the fields by their names, those that the policy declares among them.

    Raises:
        RecordError: a chosen column that is not there, a field that two columns claim, a column
            whose name is nearly a field's, no column for the case number.

    """
    faults = list(_not_there(listing, chosen, options))
    source = {name: column for name, column in chosen.items() if column in listing.names}
    strange = []
    for column in listing.names:
        field = names.get(column)
        if column in options.ignored or (field and field.name in chosen):
            continue
        if field is None:
            strange.append(column)
        elif field.name in source:
            facts = (("found", column), ("other", source[field.name]))
            faults.append(_at(listing, column, "columns.same_field", facts))
        else:
            source[field.name] = column
    fed = {*chosen.values(), EVENTS}
    strange = [column for column in strange if column not in fed]
    near = _near(strange, source)
    source |= near
    if "case_no" not in {*source, *chosen}:
        faults.append(_no_case_no(listing, strange, source))
    elif not options.only_known:
        faults += _doubts(listing, strange, source, chosen)
    if faults:
        raise RecordError(*faults)
    used = {*source.values(), EVENTS}
    unused = tuple(column for column in listing.names if column not in used)
    return Matched(source, unused, _notes(listing, near))


def _notes(listing: Listing, near: Mapping[str, str]) -> tuple[Fault, ...]:
    """That columns were read by a near name, if any were."""
    pairs = tuple(f"{column}→{NAMES[name].chinese}" for name, column in near.items())
    return (Fault("columns.read_as", (("pairs", pairs),), listing.file),) if pairs else ()


def _not_there(
    listing: Listing, chosen: Mapping[str, str], options: ReadOptions
) -> Iterator[Fault]:
    """Columns that somebody named and the file does not have, or that are both read and not."""
    named = (*chosen.items(), *(("--ignore-column", column) for column in options.ignored))
    for path, column in named:
        if column not in listing.names:
            refused = unknown_name("columns.not_there", column, listing.names[:_MOST_TRIED])
            yield Fault(refused.code, refused.facts, listing.file, listing.line, path=path)
    for column in options.ignored:
        if column in chosen.values():
            yield Fault("columns.ignored_and_read", (("found", column),), path="--ignore-column")


def _near(strange: Iterable[str], source: Mapping[str, str]) -> dict[str, str]:
    """The fields that one column, and no other, means by a name that is not quite ours."""
    claims: dict[str, list[str]] = {}
    for column in strange:
        name = _NEAR.get(_plain(column))
        if name is not None and name not in source:
            claims.setdefault(name, []).append(column)
    return {name: columns[0] for name, columns in claims.items() if len(columns) == 1}


def _doubts(
    listing: Listing, strange: Iterable[str], source: Mapping[str, str], chosen: Mapping[str, str]
) -> Iterator[Fault]:
    """The columns that may be ours: to ignore one would change answers."""
    used = set(source.values())
    slips = 0
    for tried, column in enumerate(strange):
        plain = _plain(column)
        name = _NEAR.get(plain)
        either = AMBIGUOUS.get(plain)
        if column in used or _SOMEBODY.fullmatch(column) or name in chosen:
            continue
        if name is not None:
            yield from _beside(listing, column, name, source)
        elif either is not None:
            yield from _either(listing, column, either, chosen)
        elif slips < _MOST_SLIPS and tried < _MOST_TRIED:
            nearest = _nearest(plain)
            if nearest is not None and nearest not in chosen:
                slips += 1
                yield _slip(listing, column, nearest)


def _beside(listing: Listing, column: str, name: str, source: Mapping[str, str]) -> Iterator[Fault]:
    """A column that means a field which another one feeds; other numbers of a case are no slip."""
    meant = NAMES[name].chinese
    facts = (("found", column), ("name", name), ("meant", meant), ("quoted", _quoted(column)))
    if name not in source:
        yield _at(listing, column, "columns.one_of_several", facts)
    elif name != "case_no":
        yield _at(listing, column, "columns.beside", (*facts, ("other", source[name])))


def _either(
    listing: Listing, column: str, names: tuple[str, str], chosen: Mapping[str, str]
) -> Iterator[Fault]:
    """A column that may be either of two fields, unless the host has said which is which."""
    if chosen.keys().isdisjoint(names):
        first, second = names
        facts = (
            *(("found", column), ("quoted", _quoted(column))),
            *(("first", NAMES[first].chinese), ("one", _option(first, column))),
            *(("second", NAMES[second].chinese), ("other", _option(second, column))),
        )
        yield _at(listing, column, "columns.either", facts)


def _slip(listing: Listing, column: str, nearest: str) -> Fault:
    """A column whose name is hardly any other than one of ours."""
    facts = (("found", column), ("nearest", nearest), ("quoted", _quoted(column)))
    return _at(listing, column, "columns.slip", facts)


def _nearest(plain: str) -> str | None:
    """The name of ours that differs by a slip of the pen."""
    close = get_close_matches(plain, _KNOWN, 1, _SLIP)
    return _KNOWN[close[0]] if close else None


def _no_case_no(listing: Listing, strange: Iterable[str], source: Mapping[str, str]) -> Fault:
    """The one fault of a register that lacks the case number, with all that could be meant."""
    meant: dict[str, str] = {}
    for column in islice(strange, _MOST_TRIED):
        name = _guess(column)
        if name is not None and name not in {*source, *meant} and column.isprintable():
            meant[name] = column
    ordered = sorted(meant, key=_ORDER.index)[:_MOST_SLIPS]
    line = _Typed("case_no" in meant, tuple(_option(name, meant[name]) for name in ordered))
    facts = (("columns", listing.names), ("line", line))
    return Fault("columns.no_case_no", facts, listing.file, listing.line)


def _guess(column: str) -> str | None:
    """The field that a column may be meant for, to be proposed."""
    plain = _plain(column)
    if _NUMBER.fullmatch(column):
        return "case_no"
    either = AMBIGUOUS.get(plain, ())
    meant = next((name for name in (_NEAR.get(plain), LIKELY.get(plain), *either) if name), None)
    field = NAMES.get(meant or _nearest(plain) or "")
    return field.name if field else None


def _option(name: str, column: str) -> str:
    return f"--column {_quoted(f'{name}={column}')}"


def _quoted(text: str) -> str:
    """A word as a shell takes it for one."""
    from shlex import quote

    return text if re.fullmatch(r"[\w=.-]+", text) else quote(text)


def _at(listing: Listing, name: str, code: str, facts: Facts) -> Fault:
    """A fault about one column; only a table has its header on a line."""
    return Fault(code, facts, listing.file, listing.line, listing.places.get(name, 0), name)


def _plain(name: str) -> str:
    """A name without what people vary: case and underscores, and whether a 日期 is a 时间 or 日."""
    plain = re.sub(r"[\s_*:]", "", normalize("NFKC", name)).casefold()
    for ending in ("日期", "时间", "日"):
        if plain.endswith(ending):
            return plain.removesuffix(ending) + "日期"
    return plain


_KNOWN = {_plain(name): name for name in (*NAMES, EVENTS)} | {"事件": EVENTS}
"""What a slip may have been meant for; 事件 is a key of an event, never of a record."""

_NEAR = {_plain(name): field.name for name, field in NAMES.items()} | ALIASES
_ORDER = tuple(field.name for field in FIELDS)
