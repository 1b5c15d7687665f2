"""``xinfang policy gaps``: of which cases a policy gives no value (空缺)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from xinfang_core.change.gap_forms import (
    gaps_json,
    gaps_markdown,
    gaps_page,
    heads,
    rows,
    sentences,
)
from xinfang_core.change.gaps import Gap, gaps
from xinfang_core.cli.choice import chosen_policy
from xinfang_core.cli.comparing import add_forms, chosen_edition, rich_table, write_json
from xinfang_core.cli.output import console, drawn, opened

if TYPE_CHECKING:
    import argparse

    from xinfang_core.policy import Edition


def add_gaps(parser: argparse.ArgumentParser) -> None:
    """What ``policy gaps`` takes."""
    parser.set_defaults(run=run_gaps)
    parser.add_argument(
        "policy",
        metavar="办法",
        help="办法编号[@日期]，或者办法文件、文件夹；不写日期的为最新版本",
    )
    add_forms(parser)


def run_gaps(arguments: argparse.Namespace) -> bool:
    """Tell what a policy leaves undecided; never a failure: a source may well be silent."""
    edition = chosen_edition(*chosen_policy(arguments.policy))
    form = arguments.format
    with opened(arguments.output, wire=form != "text") as stream:
        _WRITERS[form](stream, edition, gaps(edition))
    return False


def _write_text(stream: TextIO, edition: Edition, found: tuple[Gap, ...]) -> None:
    screen = console(stream)
    stream.writelines(f"{one}\n" for one in sentences(edition, found))
    if found:
        stream.write(drawn(screen, rich_table(heads(), rows(found), lines=True)))


def _write_markdown(stream: TextIO, edition: Edition, found: tuple[Gap, ...]) -> None:
    stream.write(gaps_markdown(edition, found))


def _write_html(stream: TextIO, edition: Edition, found: tuple[Gap, ...]) -> None:
    stream.write(gaps_page(edition, found))


def _write_json(stream: TextIO, edition: Edition, found: tuple[Gap, ...]) -> None:
    write_json(stream, gaps_json(edition, found))


_WRITERS = {
    "text": _write_text,
    "markdown": _write_markdown,
    "json": _write_json,
    "html": _write_html,
}
