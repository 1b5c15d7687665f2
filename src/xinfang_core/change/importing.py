"""A policy workbook brought back into its file (导入办法工作簿).

What the workbook says differently becomes edits of the file; whatever the file then does not
allow is told of the cell that said it. Nothing is written here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from xinfang_core.change.book_edits import edits_of
from xinfang_core.change.citing import clauses_since, values_before
from xinfang_core.change.editing import edited
from xinfang_core.change.told import placed_faults
from xinfang_core.errors import Fault, PolicyDataError, RecordError
from xinfang_core.policy.files import policy_of
from xinfang_core.toml_reader import read_toml
from xinfang_core.workbook.policy_reading import read_policy_book
from xinfang_core.workbook.policy_rows import book_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.policy import Edition, Policy
    from xinfang_core.workbook.cells import Book
    from xinfang_core.workbook.policy_reading import Read


@frozen
class Imported:
    """What a workbook makes of a file.

    Attributes:
        text: the whole file, as it is to be; as it was where nothing differs.
        read: what differs.

    """

    text: str
    read: Read

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return not self.read.values and not self.read.clauses


def imported(book: Book, policy: Policy, edition: Edition, text: str) -> Imported:
    """The file of an edition with what a workbook says differently.

    Args:
        book: the workbook.
        policy: the policy of the edition.
        edition: the edition that the workbook was made of.
        text: its file, byte for byte.

    Raises:
        RecordError: every cell that cannot be taken, or that the file then does not allow.

    """
    wanted = book_of(policy, edition)
    read = read_policy_book(book, wanted)
    same = Imported(text, read)
    if same.is_same:
        return same
    data = read_toml(text, edition.file).data
    faults = (*_uncited(read, policy, edition, data), *_emptied(read), *_idle(read))
    if faults:
        raise RecordError(*faults)
    try:
        found = edited(text, edition.file, edits_of(read, data, edition.effective))
    except PolicyDataError as error:
        raise RecordError(*placed_faults(error.faults, read, wanted, data)) from None
    _check_taken(book, found, edition.file)
    return Imported(found, read)


def _uncited(
    read: Read, policy: Policy, edition: Edition, data: Mapping[str, Any]
) -> Iterator[Fault]:
    """Values that are changed and cite no clause that came with the edition."""
    before = values_before(policy, edition)
    if before is None or edition.effective is None:
        return
    added = (clause.clause_id for clause in read.clauses if clause.is_new)
    new = (*clauses_since(data, edition.effective), *added)
    for changed in read.values:
        clause = changed.part("clause")
        now = (changed.part("value"), changed.part("unit"))
        says = {"value", "unit"} & set(changed.said)
        if says and clause not in new and before.get(changed.one.address) != now:
            facts = (("clause", clause or ""), ("day", edition.effective), ("known", new))
            yield changed.place.at("clause").fault("book.old_clause", *facts)


def _emptied(read: Read) -> Iterator[Fault]:
    """Cells that were emptied though something is wanted there."""
    for changed in read.values:
        if "value" in changed.said and changed.said["value"] is None:
            yield changed.place.at("value").fault("book.emptied")
    for clause in read.clauses:
        for column in ("locator", "text"):
            if clause.said.get(column) == "":
                yield clause.place.at(column).fault("book.emptied")


def _idle(read: Read) -> Iterator[Fault]:
    """New clauses that nothing cites and that nothing is said to carry out."""
    cited = {changed.part("clause") for changed in read.values}
    for clause in read.clauses:
        told = clause.said.get("encoded_by") or clause.said.get("set_aside")
        if clause.is_new and not told and clause.clause_id not in cited:
            facts = ("clause", clause.clause_id)
            yield clause.place.at("encoded_by").fault("book.idle_clause", facts)


def _check_taken(book: Book, text: str, file: str) -> None:
    """The changed file says what the workbook says.

    Raises:
        RecordError: emptied cells to which a table then hands down another word.

    """
    policy = policy_of(text, file)
    left = read_policy_book(book, book_of(policy, policy.editions[0])).values
    if left:
        raise RecordError(
            *(one.place.at(name).fault("book.not_taken") for one in left for name in one.said)
        )
