"""``xinfang check``: examples held against what the rules answer (检验算例)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from xinfang_core.cli.choice import chosen_policy
from xinfang_core.cli.coverages import check_options, covered, write_suggestions
from xinfang_core.cli.example_files import chosen_files, read_tables
from xinfang_core.cli.filled_copies import write_copies
from xinfang_core.cli.notices import chosen_calendar
from xinfang_core.cli.output import console, drawn, opened, tell, tracked
from xinfang_core.examples.policies import Policies, as_always
from xinfang_core.examples.reading import read_examples
from xinfang_core.examples.reports import WRITERS
from xinfang_core.examples.reports.json_report import json_report
from xinfang_core.examples.reports.lines import mismatch_lines
from xinfang_core.examples.results import Verdict, by_file, counted
from xinfang_core.examples.running import Bench
from xinfang_core.messages import render

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from rich.table import Table

    from xinfang_core.examples.policies import Chosen
    from xinfang_core.examples.results import Result

FORMATS = ("text", *WRITERS)
"""The forms of a report."""


def run(arguments: argparse.Namespace) -> bool:
    """Run the examples; whether one of them is not as wanted.

    Raises:
        RecordError: every fault of every file.
        MisuseError: no examples there, or no such policy.

    """
    check_options(arguments)
    policies = Policies(chosen_policies(arguments.policies))
    files = chosen_files([Path(one) for one in arguments.paths], policies)
    examples = read_examples(read_tables(files), policies)
    for note in examples.notes:
        tell(note.text())
    bench = Bench(chosen_calendar(arguments))
    running = bench.run(examples, policies.find)
    results = tuple(tracked(running, len(examples), render("check.running", {})))
    told = covered(arguments, examples, policies, bench) if arguments.coverage else None
    form = arguments.format
    with opened(arguments.output, wire=form != "text") as stream:
        if form == "text":
            _write_text(stream, results)
            stream.writelines(f"{line}\n" for line in (told.lines() if told else ()))
        elif told:
            stream.write(json_report(results, told.json()))
        else:
            stream.write(WRITERS[form](results))
    if told and arguments.suggest:
        write_suggestions(arguments, told)
    if arguments.write_copy:
        written = write_copies(arguments.write_copy, files, examples, results)
        tell(render("check.copies" if written else "check.no_copies", {"files": written}))
    return any(one.verdict is Verdict.mismatched for one in results)


def chosen_policies(named: Iterable[str]) -> dict[str, Chosen]:
    """The policies that stand in for those of their ids, as a command line names them."""
    chosen = (chosen_policy(text) for text in named)
    return {
        policy.policy_id: as_always(policy, pinned) if pinned else (policy, None)
        for policy, pinned in chosen
    }


def _write_text(stream: TextIO, results: Sequence[Result]) -> None:
    """A table of the files, then what is not as wanted."""
    stream.write(drawn(console(stream), _table(results)))
    stream.writelines(f"{line}\n" for line in mismatch_lines(results))


def _table(results: Sequence[Result]) -> Table:
    from rich.table import Table

    table = Table()
    table.add_column(render("check.file", {}), overflow="fold")
    for title in (render("check.total", {}), *(one.text() for one in Verdict)):
        table.add_column(title, justify="right")
    files = by_file(results)
    told = [*files.items(), *([(render("check.all", {}), results)] if len(files) > 1 else [])]
    for file, found in told:
        counts = counted(found)
        cells = (counts.total, counts.matched, counts.mismatched, counts.unconfirmed)
        table.add_row(file, *map(str, cells))
    return table


def add_words(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """The words of ``xinfang check``, without those that say which working days count."""
    parser.set_defaults(run=run)
    parser.add_argument(
        "paths", metavar="路径", nargs="+", help="算例文件（.csv、.toml、.xlsx），或者文件夹"
    )
    parser.add_argument(
        "--policy",
        dest="policies",
        action="append",
        default=[],
        metavar="办法",
        help="代替同一编号的办法：办法文件、文件夹，或者编号@日期；可重复",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="输出格式")
    parser.add_argument("--output", metavar="文件", help="写入文件，缺省为屏幕")
    _add_coverage(parser)
    parser.add_argument(
        "--write-copy",
        metavar="文件",
        help="把没有写应有结论的各行算出来，填入副本，标为未确认；几个文件的，写文件夹",
    )
    return parser


def _add_coverage(parser: argparse.ArgumentParser) -> None:
    """What examples leave untouched."""
    group = parser.add_argument_group("覆盖")
    group.add_argument(
        "--coverage", action="store_true", help="办法中哪些取值、行、界限、理由没有算例核对"
    )
    group.add_argument("--every", action="store_true", help="没有核对的全部列出")
    group.add_argument("--before", metavar="路径", help="原来的算例：删改以后不再核对的，逐处列出")
    group.add_argument(
        "--suggest", metavar="文件", help="为没有核对的补出算例，应有的结论空着（.csv、.xlsx）"
    )
