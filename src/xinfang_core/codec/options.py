"""What the one who reads a register says about it (读入选项)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.vocabulary import Declarations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from xinfang_core.codec.moments import DateOrder
    from xinfang_core.codec.rows import Row

    Watch = Callable[[Iterable[Row], int], Iterable[Row]]


def _unwatched(rows: Iterable[Row], _: int) -> Iterable[Row]:
    return rows


@frozen
class ReadOptions:
    """How a register is read where its file does not say it itself.

    Attributes:
        header_row: the line on which the names of the columns stand; 0: the first that is not
            empty.
        ignored: columns that are not read, whatever they are called.
        only_known: whether a column passes unread though its name is nearly one of ours.
        date_order: how dates are meant that end with their year; None: they are refused.
        records_at: the keys, with dots between them, under which a JSON document has its list of
            records; empty: the document is the list, or has it under ``cases``.
        leave_out_totals: whether rows of a table that are no records (totals, signatures, remarks)
            are left out; otherwise they are refused.
        show_values: whether faults repeat values that might tell of a person.
        declared: the names that the policy declares beside ours, which the file may use.
        skip_bad: whether rows that cannot be read are set aside, so that the others are answered.
        watch: gets the rows and about how many they are when a file is first looked over, and
            gives them on; for whoever shows how far that is.

    """

    header_row: int = 0
    ignored: tuple[str, ...] = ()
    only_known: bool = False
    date_order: DateOrder | None = None
    records_at: str = ""
    leave_out_totals: bool = False
    show_values: bool = False
    skip_bad: bool = False
    declared: Declarations = field(factory=Declarations)
    watch: Watch = field(default=_unwatched, eq=False, repr=False)
