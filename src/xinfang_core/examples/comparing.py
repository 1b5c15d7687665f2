"""Whether a cell says what is wanted (核对): written otherwise it is the same."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from unicodedata import normalize

from xinfang_core.codec.moments import read_moment
from xinfang_core.refusals import RefusedError

EMPTY = "空"
"""What is wanted where a cell is to be empty."""

_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,10}|/[1-9][0-9]{0,14})?")
_MOMENT = re.compile(r"[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}.*")
_TRUTH = {"是": "true", "否": "false"}
_BETWEEN = str.maketrans("、", ",")
_MIDNIGHT = "T00:00:00"
_MOST_REMEMBERED = 4096


def is_same(wanted: str, *found: str) -> bool:
    """Whether what is wanted is one of the forms in which an answer is told."""
    plain = normal(wanted)
    # A day typed into a cell that shows a clock is the midnight of that day.
    meant = {plain, plain.removesuffix(_MIDNIGHT)}
    return any(normal(one) in meant for one in found) or (
        wanted.strip() == EMPTY and not any(found)
    )


@lru_cache(_MOST_REMEMBERED)
def normal(cell: str) -> str:
    """A cell without what may be written in several ways: blanks, width, forms of a date."""
    text = normalize("NFKC", cell).strip().removeprefix("'")
    if _MOMENT.fullmatch(text):
        try:
            return read_moment(text).isoformat()
        except RefusedError:
            pass  # a list or a sentence that begins with a day
    if _NUMBER.fullmatch(text):
        return str(Fraction(text))
    plain = "".join(text.split()).translate(_BETWEEN).casefold()
    return _TRUTH.get(plain, plain)
