"""``xinfang policy diff``: what another edition says otherwise (办法比较)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from xinfang_core.change.difference import difference
from xinfang_core.change.difference_forms import (
    difference_json,
    difference_markdown,
    difference_page,
    heads,
    rows,
    sentences,
)
from xinfang_core.cli.choice import chosen_policy
from xinfang_core.cli.output import console, drawn, opened
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.policy.versions import pick

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence
    from datetime import date

    from xinfang_core.change.entries import Difference
    from xinfang_core.policy import Edition, Policy

FORMATS = ("text", "markdown", "json", "html")
"""Text for the terminal, Markdown and HTML for papers, JSON for programs."""


def add_diff(parser: argparse.ArgumentParser) -> None:
    """What ``policy diff`` takes."""
    parser.set_defaults(run=run_diff)
    for name, words in (("old_policy", "原来的办法"), ("new_policy", "现在的办法")):
        parser.add_argument(
            name,
            metavar=words,
            help="办法编号[@日期]，或者办法文件、文件夹；不写日期的为最新版本",
        )
    add_forms(parser)


def add_forms(parser: argparse.ArgumentParser) -> None:
    """In which form the answer comes, and where it goes."""
    parser.add_argument("--format", choices=FORMATS, default="text", help="输出格式")
    parser.add_argument("--output", metavar="文件", help="写入文件，缺省为屏幕")


def run_diff(arguments: argparse.Namespace) -> bool:
    """Tell what differs; never a failure."""
    old, new = (
        chosen_edition(*chosen_policy(text))
        for text in (arguments.old_policy, arguments.new_policy)
    )
    found, form = difference(old, new), arguments.format
    with opened(arguments.output, wire=form != "text") as stream:
        _WRITERS[form](stream, found)
    return False


def chosen_edition(policy: Policy, pinned: date | None) -> Edition:
    """The policy's own edition in force on a day; without one the newest.

    Raises:
        MisuseError: none was in force on that day.

    """
    if pinned is None:
        return policy.editions[0]
    edition, notes = pick(policy.editions, None, pinned)
    if edition is None:
        raise MisuseError(*(Fault(one.reason.code, one.reason.facts) for one in notes))
    return edition


def _write_markdown(stream: TextIO, found: Difference) -> None:
    stream.write(difference_markdown(found))


def _write_html(stream: TextIO, found: Difference) -> None:
    stream.write(difference_page(found))


def _write_json(stream: TextIO, found: Difference) -> None:
    write_json(stream, difference_json(found))


def _write_text(stream: TextIO, found: Difference) -> None:
    screen = console(stream)
    stream.writelines(f"{one}\n" for one in sentences(found))
    if found.entries:
        stream.write(drawn(screen, rich_table(heads(), rows(found))))


def rich_table(titles: Iterable[str], cells: Iterable[Sequence[object]]) -> object:
    """A table for the terminal."""
    from rich.table import Table

    table = Table(show_lines=True)
    for title in titles:
        table.add_column(title, overflow="fold")
    for row in cells:
        table.add_row(*map(str, row))
    return table


def write_json(stream: TextIO, value: object) -> None:
    """A value as JSON, indented."""
    stream.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


_WRITERS = {
    "text": _write_text,
    "markdown": _write_markdown,
    "json": _write_json,
    "html": _write_html,
}
