"""What running an example shows (算例结果)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.errors import SHEET
from xinfang_core.vocabulary.terms import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xinfang_core.decision import Reason
    from xinfang_core.examples.example import Example


class Verdict(Term):
    """How an example came out (算例结果)."""

    matched = "相符"
    mismatched = "不符"
    unconfirmed = "未确认"


@frozen
class Mismatch:
    """One cell that is not what is wanted (不符之处).

    Attributes:
        cell: its column, such as ``want.incentive``.
        wanted: what is wanted, as it is written.
        got: what the answer says: its key, and in Chinese where that is another word.
        reasons: why the answer is so.

    """

    cell: str
    wanted: str
    got: str
    reasons: tuple[Reason, ...] = ()


@frozen
class Result:
    """How one example came out (算例结果).

    Attributes:
        example: the example.
        verdict: whether it matched; an unconfirmed one neither does nor does not.
        mismatches: the cells that are not what is wanted.
        shown: of an unconfirmed example by the column of wants what the answer says.

    """

    example: Example
    verdict: Verdict
    mismatches: tuple[Mismatch, ...] = ()
    shown: Mapping[str, str] = field(factory=dict, hash=False)


@frozen
class Counts:
    """How many examples came out how (算例计数).

    Attributes:
        matched: those that are as wanted.
        mismatched: those that are not.
        unconfirmed: those that nobody answers for.

    """

    matched: int = 0
    mismatched: int = 0
    unconfirmed: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.matched + self.mismatched + self.unconfirmed


def counted(results: Iterable[Result]) -> Counts:
    """How many came out how."""
    verdicts = [one.verdict for one in results]
    return Counts(*(verdicts.count(one) for one in Verdict))


def by_file(results: Iterable[Result]) -> dict[str, list[Result]]:
    """The results of each file, of a workbook of each sheet, in their order."""
    found: dict[str, list[Result]] = {}
    for one in results:
        found.setdefault(one.example.row.file.removesuffix(SHEET), []).append(one)
    return found
