"""What the one who reads a register says about it (读入选项)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from xinfang_core.codec.moments import DateOrder


@frozen
class ReadOptions:
    """How a register is read where its file does not say it itself.

    Attributes:
        date_order: how dates are meant that end with their year; None: they are refused.
        records_at: the keys, with dots between them, under which a JSON document has its list of
            records; empty: the document is the list, or has it under ``cases``.
        skip_bad: whether rows that cannot be read are set aside, so that the others are answered.

    """

    date_order: DateOrder | None = None
    records_at: str = ""
    skip_bad: bool = False
