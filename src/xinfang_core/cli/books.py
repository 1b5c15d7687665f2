"""``xinfang policy export`` and ``import``: a policy as a workbook and back (办法工作簿)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.change.importing import imported
from xinfang_core.change.telling import told
from xinfang_core.cli.amending import say, told_cautions
from xinfang_core.cli.choice import chosen_policy, laid_beneath
from xinfang_core.cli.output import tell, write_whole
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.policy.files import policy_texts
from xinfang_core.policy.versions import pick
from xinfang_core.workbook.opening import open_workbook
from xinfang_core.workbook.policy_book import workbook_of
from xinfang_core.workbook.policy_rows import book_of, own_label
from xinfang_core.workbook.saving import saved

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from datetime import date

    from xinfang_core.policy import Edition, Policy


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The two commands of ``xinfang policy``."""
    exported = commands.add_parser("export", help="把办法的一个版本写成 Excel 工作簿")
    exported.set_defaults(run=run_export)
    exported.add_argument(
        "policy", metavar="办法", help="办法编号[@日期]，或者办法文件、文件夹；缺省为最新版本"
    )
    exported.add_argument("--output", required=True, metavar="文件", help="工作簿，.xlsx 文件")
    brought = commands.add_parser("import", help="把改过的工作簿写回办法文件")
    brought.set_defaults(run=run_import)
    brought.add_argument("book", metavar="工作簿", help="policy export 写出、改过的 .xlsx 文件")
    brought.add_argument(
        "--into", required=True, metavar="文件夹", help="办法文件所在的文件夹，或者办法文件"
    )
    brought.add_argument("--dry-run", action="store_true", help="只显示改动，不写入")


def run_export(arguments: argparse.Namespace) -> bool:
    """Write the workbook of one edition.

    Raises:
        MisuseError: a file of another name, which a spreadsheet program would not open; no edition
            is in force on the day.

    """
    if not arguments.output.lower().endswith(".xlsx"):
        raise MisuseError(Fault("book.not_xlsx", (("found", arguments.output),)))
    policy, pinned = chosen_policy(arguments.policy)
    edition = _chosen(policy, pinned)
    content = saved(workbook_of(book_of(policy, edition)))
    write_whole(arguments.output, content)
    tell(render("change.written", {"path": arguments.output}))
    return False


def _chosen(policy: Policy, pinned: date | None) -> Edition:
    """The newest edition, or the one that is in force on a day.

    Raises:
        MisuseError: none is.

    """
    if pinned is None:
        return policy.editions[0]
    edition, notes = pick(policy.editions, None, pinned)
    if edition is None:
        reason = notes[0].reason
        raise MisuseError(Fault("book.no_edition", (("why", reason.text()),)))
    return edition


def run_import(arguments: argparse.Namespace) -> bool:
    """Bring a workbook back into the file of its edition; what nothing changes is not written."""
    beneath, last = laid_beneath(arguments.into)
    into = Path(last)
    made = imported(open_workbook(Path(arguments.book)), policy_texts(into), beneath)
    file = made.before.file
    if made.after is made.before:
        say([render("book.same", {"label": own_label(made.before)})])
        return False
    changes = [*told(made.before, made.after, made.text), *_titles(made.before, made.after)]
    if arguments.dry_run:
        say([*changes, *told_cautions(made.policy), render("change.dry_run", {})])
        return False
    path = into / file if into.is_dir() else into.with_name(file)
    write_whole(str(path), made.text.encode())
    say([*changes, render("change.written", {"path": path}), *told_cautions(made.policy)])
    return False


def _titles(before: Edition, after: Edition) -> Iterator[str]:
    """A line for each variant that has another title now."""
    for name, variant in after.variants.items():
        was = before.variants[name].title
        if variant.title != was:
            yield render("book.told_title", {"name": name, "before": was, "after": variant.title})
