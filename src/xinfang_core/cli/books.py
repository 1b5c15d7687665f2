"""``xinfang policy export`` and ``import``: a policy as a workbook and back (办法工作簿)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.change.importing import imported
from xinfang_core.cli.choice import chosen_policy
from xinfang_core.cli.output import opened, write_whole
from xinfang_core.errors import Fault, MisuseError, PolicyDataError
from xinfang_core.messages import render
from xinfang_core.policy import read_policy
from xinfang_core.policy.published import digest_of
from xinfang_core.policy.versions import pick
from xinfang_core.refusals import system_fault
from xinfang_core.workbook.opening import open_workbook
from xinfang_core.workbook.policy_book import workbook_of
from xinfang_core.workbook.policy_reading import told_edition
from xinfang_core.workbook.policy_rows import book_of, own_label
from xinfang_core.workbook.saving import saved

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from datetime import date

    from xinfang_core.policy import Edition, Policy
    from xinfang_core.workbook.cells import Book
    from xinfang_core.workbook.policy_reading import ChangedValue, Place, Read


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
    """Write the workbook of one edition."""
    policy, pinned = chosen_policy(arguments.policy)
    edition = _chosen(policy, pinned)
    content = saved(workbook_of(book_of(policy, edition)))
    write_whole(arguments.output, content)
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
    book = open_workbook(Path(arguments.book))
    into = Path(arguments.into)
    policy = read_policy(into)
    edition = _told(book, policy)
    path = into / edition.file if into.is_dir() else into
    made = imported(book, policy, edition, _text(path))
    if made.is_same:
        _tell([render("book.same", {"label": own_label(edition)})])
        return False
    if not arguments.dry_run:
        write_whole(str(path), made.text.encode())
    _tell(_report(made.read, edition.file, written=not arguments.dry_run))
    return False


def _told(book: Book, policy: Policy) -> Edition:
    """The edition that a workbook was made of, which nobody has changed since.

    Raises:
        RecordError: it is no policy workbook.
        MisuseError: the edition is not there, or is another one by now.

    """
    label, digest = told_edition(book)
    known = {own_label(edition): edition for edition in reversed(policy.editions)}
    edition = known.get(label)
    if edition is None:
        facts: tuple[tuple[str, object], ...] = (("found", label), ("known", tuple(known)))
        raise MisuseError(Fault("book.other_edition", facts, book.file))
    now = digest_of(edition.texts[-1])
    if now != digest:
        facts = (("label", label), ("now", now), ("found", digest))
        raise MisuseError(Fault("book.other_digest", facts, book.file))
    return edition


def _text(path: Path) -> str:
    """A file as it is, with the ends of its lines."""
    try:
        return path.read_bytes().decode()
    except OSError as error:
        raise PolicyDataError(system_fault(error, path.name)) from None


def _tell(lines: list[str]) -> None:
    with opened(None, wire=False) as stream:
        stream.writelines(f"{line}\n" for line in lines)


def _report(read: Read, file: str, *, written: bool) -> list[str]:
    """What was changed, cell by cell."""
    counted = {"file": file, "values": len(read.values), "clauses": len(read.clauses)}
    lines = [render("book.written" if written else "book.would_write", counted)]
    for clause in read.clauses:
        facts = {"place": _cell(clause.place), "clause": clause.clause_id}
        code = "book.added_clause" if clause.is_new else "book.changed_clause"
        lines.append(render(code, {**facts, "locator": clause.said.get("locator", "")}))
    for value in read.values:
        name = " ".join(
            str(value.shown[column].value)
            for column in ("rule", "parameter", "place")
            if value.shown[column].value
        )
        parts = "；".join(_parts(value))
        lines.append(
            render("book.changed", {"place": _cell(value.place), "name": name, "parts": parts})
        )
    return lines


def _cell(place: Place) -> str:
    """Where a row stands, as a person finds it."""
    return place.at("").fault("book.fixed").place


def _parts(value: ChangedValue) -> Iterator[str]:
    """What each changed cell said and says."""
    for column in value.said:
        was = value.shown[column].value
        facts = {
            "column": render(f"book.column.{column}", {}),
            "was": "" if was is None else str(was),
            "now": value.place.at(column).text,
        }
        yield render("book.changed_part", facts)
