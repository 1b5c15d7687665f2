"""What somebody points to in words (路径的读法): a path, what picks one of its values, a value."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from attrs import evolve

from xinfang_core.change.edits import Edit
from xinfang_core.change.places import columns_at, place_of
from xinfang_core.policy.key_names import key_called
from xinfang_core.policy.pack import DECLARED
from xinfang_core.policy.wording import list_title
from xinfang_core.refusals import RefusedError
from xinfang_core.vocabulary import Measure, Unit, find_term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_COUNTED = re.compile(r"([0-9]{1,18}(?:\.[0-9]+)?) ?个?(.*)")

_TITLES = {"from": "自", "step": "项"}
"""What picks a row that no closed list picks."""


def pointed(data: Mapping[str, Any], path: str, picks: Iterable[str], variant: str = "") -> Edit:
    """The address that a path and what picks one of its values stand for, as an empty edit.

    Args:
        data: the policy file.
        path: rule and parameter, and the names under that, with points between them.
        picks: ``COLUMN=KEY`` each, in either language.
        variant: the variant; empty for the default reading.

    Raises:
        RefusedError: they lead nowhere, to several values, or to what is not given.

    """
    parts = (key_called(path) or path).split(".")
    count = 2 if parts[0] in DECLARED else 1
    if len(parts) <= count:
        raise RefusedError("change.short_path", ("found", path))
    names = tuple(parts[count + 1 :])
    edit = Edit(".".join(parts[:count]), parts[count], names, variant=variant)
    columns = columns_at(data, edit)
    given = dict(map(_pick, picks))
    keys = [
        given.pop(column, given.pop(_TITLES.get(column) or list_title(kind), None))
        for column, kind in columns.items()
    ]
    if not given and keys and not any(keys):
        place_of(data, edit)  # says which rows there are
    if given or None in keys:
        facts = (("found", tuple(given)), ("wanted", tuple(columns)))
        raise RefusedError("change.picks" if columns else "change.no_picks", *facts)
    edit = evolve(edit, keys=(*names, *(str(key) for key in keys)))
    place_of(data, edit)
    return edit


def _pick(text: str) -> tuple[str, str]:
    column, equals, key = unicodedata.normalize("NFKC", text).partition("=")
    if not equals or not column.strip() or not key.strip():
        raise RefusedError("change.no_pick", ("found", text))
    return column.strip(), key.strip()


def typed_value(data: Mapping[str, Any], edit: Edit, text: str) -> dict[str, object]:
    """A value as its file writes it, and its unit where that is said with it, as in 10个工作日.

    Args:
        data: the policy file.
        edit: what the value is to be that of.
        text: the value.

    """
    kind = place_of(data, edit).kind
    if kind is str:
        return {"value": text}
    found = _COUNTED.fullmatch(text.strip())
    if found is None:
        return {"value": text}
    unit = find_term(Unit, found[2]) or find_term(Measure, found[2])
    if found[2] and unit is None:
        return {"value": text}
    number = int(found[1]) if found[1].isdigit() else found[1]
    return {"value": number, **({"unit": unit.name} if unit else {})}
