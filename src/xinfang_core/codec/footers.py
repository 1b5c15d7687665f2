"""Rows of a table that are no records (表尾): totals, signatures, remarks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Collection

    from xinfang_core.codec.rows import Row

_TOTALS = re.compile(
    r"(本[页月季年])?(合计|总计|小计|共计|累计|总数|(sub)?total|sum)(件?数)?:?\d*[件条]?"
    r"|共\d+[件条].*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(填表|制表|填报|上报|审核|复核|经办|负责|联系)(人|单位|日期|时间|电话)?:"
    r"|(单位)?(负责人|联系人|盖章).{0,4}:"
    r"|(附?注|备注|说明|数据来源)\d*:"
    r"|(统计|打印|导出|截[至止])(日期|时间|人)?:"
)
_SUSPECT = re.compile(r"[:：计数]|total|sum|^\s*共|^\D*$", re.IGNORECASE)
"""What any of these rows has in its first cell or its case number; few others have."""

_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?[件条人元]?")
_DIGIT = re.compile(r"\d")


def is_footer(row: Row, case_no: str, fed: Collection[str]) -> bool:
    """Whether a row looks like totals, a signature or a remark rather than a record.

    Args:
        row: a row of a table.
        case_no: the column of the case number.
        fed: the columns that feed a field.

    """
    written = str(row.values.get(case_no, "")), str(next(iter(row.values.values()), ""))
    if not any(map(_SUSPECT.search, written)):
        return False
    cells = {name: _plain(str(cell)) for name, cell in row.values.items()}
    number, first = map(_plain, written)
    if _TOTALS.fullmatch(first) or _TOTALS.fullmatch(number) or _LABEL.match(number or first):
        return True
    # Words without a digit or no number at all, and nothing beside them but numbers.
    others = (cell for name, cell in cells.items() if name != case_no)
    alone = len(fed) > 1 and not _DIGIT.search(number)
    return alone and all(map(_NUMBER.fullmatch, others))


def _plain(cell: str) -> str:
    """A cell without spaces, its digits and colons of common width."""
    return re.sub(r"\s", "", normalize("NFKC", cell))
