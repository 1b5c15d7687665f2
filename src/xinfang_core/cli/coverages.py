"""What examples touch, on the command line (算例覆盖): ``xinfang check --coverage``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.cli.example_files import chosen_files, makes_workbook, read_tables
from xinfang_core.cli.output import opened, tell, tracked, write_whole
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.examples.coverage import lost
from xinfang_core.examples.covering import covering
from xinfang_core.examples.reading import read_examples
from xinfang_core.examples.reports.coverage_report import (
    coverage_json,
    coverage_lines,
    item_json,
    item_text,
    lost_lines,
)
from xinfang_core.examples.suggested_rows import as_csv, suggested_rows
from xinfang_core.examples.suggesting import Suggesting, is_about_cases, suggest_value
from xinfang_core.messages import render
from xinfang_core.workbook.needing import need_openpyxl
from xinfang_core.workbook.tables import table_book

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from xinfang_core.codec.plain import Json
    from xinfang_core.examples.coverage import Coverage, Item
    from xinfang_core.examples.covering import Covering
    from xinfang_core.examples.example import Example, Examples
    from xinfang_core.examples.policies import Policies
    from xinfang_core.examples.running import Bench
    from xinfang_core.examples.suggesting import Suggestion

    Titled = tuple[str, Sequence[Sequence[str]]]
    """A table under the title of its sheet."""

_FORMS = ("text", "json")
_OPTIONS = {"every": "--every", "before": "--before", "suggest": "--suggest"}


@frozen
class Covered:
    """What the examples of a run touch, policy by policy (算例覆盖).

    Attributes:
        found: for each policy what was held against what, and what is touched.
        before: the same of former examples, by the id of the policy; empty: of none.
        policies: those of the run.
        every: whether everything untouched is listed.

    """

    found: tuple[tuple[Covering, Coverage], ...]
    before: dict[str, Coverage]
    policies: Policies
    every: bool

    def lines(self) -> Iterator[str]:
        """The same in words."""
        for one, coverage in self.found:
            titles = one.policy.own_titles
            yield from coverage_lines(coverage, titles, every=self.every)
            before = self.before.get(coverage.policy)
            yield from lost_lines(before, coverage, titles) if before else ()

    def json(self) -> Json:
        """The same for programs."""
        told: Json = {"coverage": [coverage_json(coverage) for _, coverage in self.found]}
        if not self.before:
            return told
        now = {coverage.policy: coverage for _, coverage in self.found}
        gone = [one for name, was in self.before.items() for one in lost(was, now.get(name))]
        return {**told, "lost": [item_json(one) for one in gone]}


def check_options(arguments: argparse.Namespace) -> None:
    """Refuse what says nothing without ``--coverage``, and forms that cannot tell it.

    Raises:
        MisuseError: such an option; openpyxl is wanted for a workbook, and not installed.

    """
    if not arguments.coverage:
        found = [option for name, option in _OPTIONS.items() if getattr(arguments, name)]
        if found:
            raise MisuseError(*(Fault("touched.alone_option", (), path=one) for one in found))
    elif arguments.format not in _FORMS:
        facts = (("option", "--coverage"), ("format", arguments.format), ("forms", _FORMS))
        raise MisuseError(Fault("cli.other_format", facts))
    elif arguments.suggest and makes_workbook(Path(arguments.suggest)):
        # Before minutes of work, not after them.
        need_openpyxl()


def covered(
    arguments: argparse.Namespace, examples: Examples, policies: Policies, bench: Bench
) -> Covered:
    """What the examples touch, and what those of ``--before`` did.

    Raises:
        MisuseError: rows are to be suggested for several policies, in a file of one table.

    """
    named = tuple(dict.fromkeys(one.terms.policy for one in examples))
    if arguments.suggest and len(named) > 1 and not makes_workbook(Path(arguments.suggest)):
        raise MisuseError(Fault("touched.one_table", (("policies", named),), path="--suggest"))
    found = tuple(_covered(examples, policies, bench))
    before: dict[str, Coverage] = {}
    if arguments.before:
        files = chosen_files([Path(arguments.before)], policies)
        former = read_examples(read_tables(files), policies)
        before = {one.policy: one for _, one in _covered(former, policies, bench)}
    return Covered(found, before, policies, bool(arguments.every))


def _covered(
    examples: Examples, policies: Policies, bench: Bench
) -> Iterator[tuple[Covering, Coverage]]:
    by_policy: dict[str, list[Example]] = {}
    for one in examples:
        by_policy.setdefault(one.terms.policy, []).append(one)
    for name, rows in by_policy.items():
        held = covering(rows, policies.find(name), bench)
        steps = held.steps()
        title = render("touched.finding", {"policy": name})
        yield held, held.coverage(tracked(steps, len(steps), title))


def write_suggestions(arguments: argparse.Namespace, told: Covered) -> None:
    """Write rows for what no example touches into a table of their own.

    Raises:
        MisuseError: it cannot be written, or needs openpyxl.

    """
    tables: list[Titled] = []
    count = 0
    for one, coverage in told.found:
        found, notes = _suggestions(one, coverage, told.policies)
        titles = told.policies.titles(coverage.policy)
        if found:
            rows = suggested_rows(found, one.policy, titles, notes)
            tables.append((coverage.policy, rows))
        count += len(found)
    _write(arguments.suggest, tables)
    tell(render("touched.suggested", {"count": count, "file": arguments.suggest}))


def _write(out: str, tables: Sequence[Titled]) -> None:
    """The tables as the sheets of a workbook; one alone as a comma-separated file too."""
    if makes_workbook(Path(out)):
        write_whole(out, table_book(tables))
        return
    with opened(out, wire=True, spreadsheet=True) as stream:
        stream.writelines(as_csv(rows) for _, rows in tables)


def _suggestions(
    one: Covering, coverage: Coverage, policies: Policies
) -> tuple[list[Suggestion], list[str]]:
    """The rows that were found, each with what it would touch; what was not found is told."""
    left = [item for item in coverage.items if not item.is_held]
    making, titles = Suggesting(one, policies), one.policy.own_titles
    made = [
        (_made(making, item), item)
        for item in tracked(left, len(left), render("touched.tried", {}))
    ]
    found = [(row, item_text(item, titles)) for row, item in made if row]
    lacking = tuple(item_text(item, titles) for row, item in made if row is None)
    if lacking:
        tell(render("touched.no_row", {"count": len(lacking), "items": lacking}))
    return [row for row, _ in found], [text for _, text in found]


def _made(making: Suggesting, item: Item) -> Suggestion | None:
    """A row of a case that touches it, or else one that asks the policy for the value."""
    found = making.suggest(item) if is_about_cases(item) else None
    return found or suggest_value(item)
