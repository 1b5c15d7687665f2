"""A policy workbook brought back into its file (导入办法工作簿).

What the workbook says differently becomes edits of the file; whatever the file then does not
allow is told of the cell that said it. Nothing is written here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from xinfang_core.change.amending import amended
from xinfang_core.change.book_edits import edits_of
from xinfang_core.change.book_faults import placed_faults
from xinfang_core.change.renewing import first_day
from xinfang_core.errors import Fault, PolicyDataError, RecordError
from xinfang_core.policy.files import policy_of_files
from xinfang_core.policy.published import digest_of
from xinfang_core.toml_reader import read_toml
from xinfang_core.workbook.policy_reading import read_policy_book, told_edition
from xinfang_core.workbook.policy_rows import book_of, own_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.policy import Edition, Policy
    from xinfang_core.workbook.cells import Book
    from xinfang_core.workbook.policy_changes import (
        ChangedClause,
        ChangedReading,
        ChangedValue,
        Read,
    )
    from xinfang_core.workbook.policy_rows import PolicyBook
    from xinfang_core.workbook.written import Written


@frozen
class Imported:
    """What a workbook makes of a policy.

    Attributes:
        text: the file of its edition, as it is to be.
        before: the edition as it is.
        after: the edition as it then is.
        policy: the policy as it then reads, all of its files together.

    """

    text: str
    before: Edition
    after: Edition
    policy: Policy


def imported(book: Book, texts: Mapping[str, str], beneath: Policy | None = None) -> Imported:
    """A policy with what a workbook says differently of one of its editions.

    Args:
        book: the workbook.
        texts: the files of the policy, each byte for byte, by name.
        beneath: the policy that they fill in, where that is a host's own or filled in itself.

    Raises:
        RecordError: it is no policy workbook, or one of another edition; every cell that cannot be
            taken, or that the file then does not allow.
        PolicyDataError: the policy does not read as it is, or is not to be changed.

    """
    policy = policy_of_files(texts, beneath)
    edition = _told(book, policy)
    text = texts[edition.file]
    wanted = book_of(policy, edition)
    read = read_policy_book(book, wanted)
    if not (read.values or read.clauses or read.readings):
        return Imported(text, edition, edition, policy)
    faults = (*_emptied(read), *_idle(read))
    if faults:
        raise RecordError(*faults)
    data = read_toml(text, edition.file).data
    own = first_day(text, edition.file)
    first = all(first_day(other, name) >= own for name, other in texts.items())
    try:
        found = amended(text, edition.file, edits_of(read, data, edition), first=first)
        changed = policy_of_files({**texts, edition.file: found}, beneath)
    except PolicyDataError as error:
        raise _placed(error, read, wanted, data, edition) from None
    after = next(one for one in changed.editions if one.file == edition.file)
    _check_taken(read, book_of(changed, after))
    return Imported(found, edition, after, changed)


def _told(book: Book, policy: Policy) -> Edition:
    """The edition that a workbook was made of, which nobody has changed since.

    Raises:
        RecordError: it is no policy workbook, or the edition is not there, or changed by now.

    """
    label, digest = told_edition(book)
    known = {own_label(edition): edition for edition in reversed(policy.editions)}
    edition = known.get(label)
    if edition is None:
        facts: tuple[tuple[str, object], ...] = (("found", label), ("known", tuple(known)))
        raise RecordError(Fault("book.other_edition", facts, book.file))
    now = digest_of(edition.texts[-1])
    if now != digest:
        facts = (("label", label), ("now", now), ("found", digest))
        raise RecordError(Fault("book.other_digest", facts, book.file))
    return edition


def _emptied(read: Read) -> Iterator[Fault]:
    """Cells that were emptied though something is wanted there."""
    rows: tuple[ChangedValue | ChangedClause | ChangedReading, ...]
    rows = (*read.values, *read.clauses, *read.readings)
    for changed in rows:
        for column, value in changed.said.items():
            if column in _NEEDED and value in {None, ""}:
                yield changed.place.at(column).fault("book.emptied")


_NEEDED = ("value", "locator", "text", "title", "confirmed")
"""What cannot be left empty."""


def _idle(read: Read) -> Iterator[Fault]:
    """New clauses that nothing cites and that nothing is said to carry out."""
    cited = {changed.part("clause") for changed in read.values}
    for clause in read.clauses:
        told = clause.said.get("encoded_by") or clause.said.get("set_aside")
        if clause.is_new and not told and clause.clause_id not in cited:
            facts = ("clause", clause.clause_id)
            yield clause.place.at("encoded_by").fault("book.idle_clause", facts)


def _placed(
    error: PolicyDataError,
    read: Read,
    wanted: PolicyBook,
    data: Mapping[str, Any],
    edition: Edition,
) -> RecordError | PolicyDataError:
    """The faults of the changed file, told of cells; what no cell is to blame for stays."""
    faults = placed_faults(error.faults, edition.file, read, wanted, data)
    return PolicyDataError(*faults) if faults == error.faults else RecordError(*faults)


def _check_taken(read: Read, changed: PolicyBook) -> None:
    """The changed file says what the workbook says.

    Raises:
        RecordError: emptied cells to which a table then hands down another word.

    """
    now = {row.one.address: row.one for plan in changed.plans for row in plan.rows if row.one}
    left = [
        value.place.at(column).fault("book.not_taken")
        for value in read.values
        for column, said in value.said.items()
        if said != _said_now(now[value.one.address], column)
    ]
    if left:
        raise RecordError(*left)


def _said_now(one: Written, column: str) -> object:
    """A part of a value in the changed file, as a cell would say it."""
    return one.value if column == "value" else one.parts.get(column) or None
