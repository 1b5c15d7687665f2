"""What an edition leaves undecided (空缺), each with one sample case.

What overlaps, and what a table or bands lack though they should have it, never gets here: such a
file is refused when it is read. Left are the values that a policy itself calls ``silent``, the
cells that it leaves out with ``over``, and stretches of a measure without a step. A band of which
the value is ``none`` is decided: nothing is done there.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.policy.listing import lines, unlisted
from xinfang_core.policy.wording import placed, sample_words, shape_of
from xinfang_core.sources import Bands
from xinfang_core.vocabulary import Absent, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.policy import Edition, Line


class GapKind(Term):
    """Why there is no value (空缺种类)."""

    silent = "原文未载明"
    left_out = "不在所列范围"
    stretch = "这一段没有规定"


@frozen
class Gap:
    """Cases of which a policy gives no value (空缺).

    Attributes:
        kind: why there is none.
        rule: the rule.
        parameter: what it lacks.
        variant: the variant that says so; empty for the default reading.
        title: the title of the rule, or the official name of what is declared.
        places: which cases, in words; empty for all.
        sample: one of them, in words; empty for any.
        note: who should confirm what.

    """

    kind: GapKind
    rule: str
    parameter: str
    variant: str
    title: str
    places: tuple[str, ...]
    sample: str
    note: str

    @property
    def path(self) -> str:
        """Where it stands in the file."""
        varied = ("variant", self.variant) if self.variant else ()
        return ".".join((*varied, self.rule, self.parameter))


def gaps(edition: Edition) -> tuple[Gap, ...]:
    """What the edition leaves undecided, in the order of its values, what it leaves out last."""
    silent = (one for one in placed(lines(edition)) if one[0].value is Absent.silent)
    return (*_together(silent), *_together(placed(unlisted(edition)), GapKind.left_out))


def _together(found: Iterable[tuple[Line, str]], kind: GapKind | None = None) -> Iterator[Gap]:
    """The cells of one parameter that lack a value for one reason are one gap."""
    for _, group in groupby(found, _alike):
        cells = [*group]
        line = cells[0][0]
        banded = GapKind.stretch if shape_of(line) is Bands else GapKind.silent
        places = tuple(place for _, place in cells if place)
        head = (kind or banded, line.rule, line.parameter, line.variant, line.title)
        yield Gap(*head, places, sample_words(line), line.citation.note)


def _alike(one: tuple[Line, str]) -> tuple[str, ...]:
    line, _ = one
    return line.variant, line.rule, line.parameter, line.citation.note
