"""How examples came out, as workflow commands of GitHub (算例报告): marks beside the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.errors import SHEET
from xinfang_core.examples.reports.lines import place_of, told
from xinfang_core.examples.results import by_file, counted
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xinfang_core.examples.results import Mismatch, Result

_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_TEXT, ":": "%3A", ",": "%2C"}


def github_report(results: Sequence[Result]) -> str:
    """An error for each cell that is not as wanted, a notice for each file with open rows."""
    return "".join(f"{line}\n" for line in _commands(results))


def _commands(results: Sequence[Result]) -> Iterator[str]:
    for one in results:
        yield from (_error(one, wrong) for wrong in one.mismatches)
    for found in by_file(results).values():
        count = counted(found).unconfirmed
        if count:
            text = render("check.unconfirmed", {"count": count})
            yield _command("notice", {"file": found[0].example.path}, text)


def _error(one: Result, wrong: Mismatch) -> str:
    row = one.example.row
    place = {"file": one.example.path}
    if row.line and not row.file.endswith(SHEET):
        place |= {"line": str(row.line), "title": f"{one.example.key} {wrong.cell}"}
    return _command("error", place, "\n".join((place_of(one, wrong.cell), *told(one, wrong))))


def _command(name: str, properties: dict[str, str], text: str) -> str:
    said = ",".join(f"{key}={_escaped(one, _IN_PROPERTY)}" for key, one in properties.items())
    return f"::{name} {said}::{_escaped(text, _IN_TEXT)}"


def _escaped(text: str, signs: dict[str, str]) -> str:
    """A text that ends no command and begins none."""
    return "".join(signs.get(sign, sign) for sign in text)
