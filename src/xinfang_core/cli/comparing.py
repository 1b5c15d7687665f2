"""``xinfang policy diff``: what another edition says otherwise (办法比较).

And ``xinfang policy impact``: what it would have meant for past cases.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, TextIO

from attrs import evolve

from xinfang_core.case.moments import SHANGHAI
from xinfang_core.change.difference import difference
from xinfang_core.change.difference_forms import (
    difference_json,
    difference_markdown,
    difference_page,
    heads,
    rows,
    sentences,
)
from xinfang_core.change.histogram import Bars, bars_text
from xinfang_core.change.impact_forms import impact_json, impact_markdown, impact_page
from xinfang_core.change.impact_words import sentences as impact_sentences
from xinfang_core.change.impact_words import shown
from xinfang_core.change.replaying import Chosen, replay, sides_of
from xinfang_core.cli.choice import chosen_policy
from xinfang_core.cli.notices import chosen_calendar
from xinfang_core.cli.output import console, drawn, opened, tell, tracked
from xinfang_core.cli.register import SKIP, announce, chosen_register
from xinfang_core.cli.taking import day
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.policy.versions import pick
from xinfang_core.vocabulary import Declarations

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence
    from datetime import date

    from xinfang_core.change.entries import Difference
    from xinfang_core.change.impact import Impact
    from xinfang_core.policy import Edition, Policy

_POLICY = "办法编号[@日期]，或者办法文件、文件夹；不写日期的为最新版本"

FORMATS = ("text", "markdown", "json", "html")
"""Text for the terminal, Markdown and HTML for papers, JSON for programs."""


def add_diff(parser: argparse.ArgumentParser) -> None:
    """What ``policy diff`` takes."""
    parser.set_defaults(run=run_diff)
    add_editions(parser)
    add_forms(parser)


def add_impact(parser: argparse.ArgumentParser) -> None:
    """What ``policy impact`` takes beside what reads a register and chooses a calendar."""
    parser.set_defaults(run=run_impact)
    add_editions(parser)
    parser.add_argument("--cases", dest="file", required=True, metavar="文件", help="登记表")
    parser.add_argument("--variant", metavar="变体", help="两个版本都采用另一种理解")
    parser.add_argument("--as-of", type=day, metavar="日期", help="评估日，缺省为上海当天")
    add_forms(parser)


def add_editions(parser: argparse.ArgumentParser) -> None:
    """The older policy and the newer one."""
    for name, words in (("old_policy", "原来的办法"), ("new_policy", "现在的办法")):
        parser.add_argument(name, metavar=words, help=_POLICY)


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


def run_impact(arguments: argparse.Namespace) -> bool:
    """Tell what the newer edition changes in the answers about past cases; never a failure."""
    old, new = chosen_both(arguments)
    as_of = arguments.as_of or datetime.now(SHANGHAI).date()
    if arguments.as_of is None:
        tell(render("cli.as_of_today", {"day": as_of}))
    found = found_impact(arguments, old, new, as_of)
    form = arguments.format
    with opened(arguments.output, wire=form != "text") as stream:
        _IMPACT_WRITERS[form](stream, found)
    return False


def found_impact(arguments: argparse.Namespace, old: Chosen, new: Chosen, as_of: date) -> Impact:
    """What the newer edition changes for the cases that the command line names."""
    arguments.on_error = arguments.on_error or SKIP
    with chosen_register(arguments, declared_by(old.policy, new.policy)) as records:
        sides = sides_of(old, new, chosen_calendar(arguments), as_of)
        announce(records)
        rows = tracked(iter(records), records.count + records.refused, render("cli.replaying", {}))
        return replay(rows, sides)


def chosen_both(arguments: argparse.Namespace) -> tuple[Chosen, Chosen]:
    """Both policies, under the variant where they have it.

    Raises:
        UnknownNameError: neither has it.

    """
    old, new = (
        Chosen(*chosen_policy(text)) for text in (arguments.old_policy, arguments.new_policy)
    )
    for one in (old, new):
        chosen_edition(one.policy, one.pinned)
    if arguments.variant is None:
        return old, new
    known = [one for one in (old, new) if arguments.variant in one.policy.variants] or [new]
    before, after = (
        evolve(one, policy=one.policy.with_variant(arguments.variant)) if one in known else one
        for one in (old, new)
    )
    return before, after


def declared_by(*policies: Policy) -> Declarations:
    """The names that any of the policies declares, for whoever reads records."""
    kinds, steps = (
        {(item.name, item.value): item for one in policies for item in getattr(one.declared, name)}
        for name in ("kinds", "steps")
    )
    return Declarations(tuple(kinds.values()), tuple(steps.values()))


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
        stream.write(drawn(screen, rich_table(heads(), rows(found), lines=True)))


def rich_table(
    titles: Iterable[str], cells: Iterable[Sequence[object]], *, lines: bool = False
) -> object:
    """A table for the terminal, with lines between the rows where these are long."""
    from rich.table import Table

    table = Table(show_lines=lines)
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


def _write_impact(stream: TextIO, found: Impact) -> None:
    screen = console(stream)
    stream.writelines(f"{one}\n" for one in impact_sentences(found))
    for one in shown(found):
        if isinstance(one, Bars):
            stream.writelines(f"{line}\n" for line in bars_text(one))
        else:
            stream.write(one.title + "\n")
            stream.write(drawn(screen, rich_table(one.heads, one.rows)))


def _write_impact_markdown(stream: TextIO, found: Impact) -> None:
    stream.write(impact_markdown(found))


def _write_impact_html(stream: TextIO, found: Impact) -> None:
    stream.write(impact_page(found))


def _write_impact_json(stream: TextIO, found: Impact) -> None:
    write_json(stream, impact_json(found))


_IMPACT_WRITERS = {
    "text": _write_impact,
    "markdown": _write_impact_markdown,
    "json": _write_impact_json,
    "html": _write_impact_html,
}
