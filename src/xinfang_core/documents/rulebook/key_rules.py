"""What a policy says before all else (主要规定): limits, awards, tiers, in a short table."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, get_args

from xinfang_core.documents.blocks import Heading, Run, Table
from xinfang_core.documents.rulebook.wording import anchor, badge, heads, told
from xinfang_core.messages import words
from xinfang_core.periods import AnyPeriod
from xinfang_core.policy.pack import GROUP_OF
from xinfang_core.policy.wording import placed, unit_of, value_words
from xinfang_core.sources import weakest
from xinfang_core.vocabulary import (
    GuidanceStep,
    Lead,
    Level,
    LevelColour,
    Measure,
    ServiceStep,
    SupervisionStep,
    Treatment,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xinfang_core.documents.blocks import Block, Words
    from xinfang_core.policy import Edition, Line
    from xinfang_core.sources import Citation

_TIERS = (Level, Lead, Treatment, SupervisionStep, GuidanceStep, LevelColour, ServiceStep)
"""The lists of tiers and steps."""

_TOLD = (int, Decimal, *get_args(AnyPeriod), *_TIERS)


def key_rules(edition: Edition, own: Sequence[Line]) -> tuple[Block, ...]:
    """The numbers, periods and tiers of an edition, limits first; of none nothing.

    Args:
        edition: the edition.
        own: its values under the default reading.

    """
    rows = tuple(_rows(edition, own))
    if not rows:
        return ()
    columns = heads("rule", "said", "clause", "basis")
    return (
        Heading(2, told("said"), anchor(edition.label, "said")),
        Table(columns, rows, widths=(18, 44, 28, 10)),
    )


def is_limit(rule: str) -> bool:
    """Whether a rule sets a limit, or a policy declares one."""
    return GROUP_OF.get(rule) == "limits" or rule.startswith("limit.")


def _rows(edition: Edition, own: Iterable[Line]) -> Iterator[tuple[Words, ...]]:
    """A row for each parameter."""
    kept = tuple(own)
    starts = {line.rule: line for line in kept if line.parameter == "start" and not line.keys}
    telling = sorted(filter(_tells, kept), key=lambda line: not is_limit(line.rule))
    for (rule, _), group in groupby(telling, lambda line: (line.rule, line.parameter)):
        found = list(placed(group))
        lines = [line for line, _ in found]
        start = starts.get(rule)
        since = told("since_event", event=words(start.value, "zh")) if start else ""
        weak = weakest(line.citation for line in lines)
        name = (Run(lines[0].title, link=anchor(edition.label, rule)),)
        basis = (badge(weak.basis),) if weak else ""
        places = _places(line.citation for line in lines)
        yield name, since + _together(found), places, basis


def _together(found: Iterable[tuple[Line, str]]) -> str:
    """The values of a parameter in one phrase, under their keys; steps have none."""
    return "；".join(
        f"{where}：{value_words(line)}" if line.keys else value_words(line) for line, where in found
    )


def _places(cited: Iterable[Citation]) -> str:
    """The clauses, each once with its phrases."""
    by_clause: dict[str, dict[str, None]] = {}
    for one in cited:
        by_clause.setdefault(one.clause, {})[f"“{one.phrase}”" if one.phrase else ""] = None
    return "；".join(clause + "".join(phrases) for clause, phrases in by_clause.items())


def _tells(line: Line) -> bool:
    """Is it a number, a period or a tier, and not how many places a number is rounded to?"""
    return (
        isinstance(line.value, _TOLD)
        and not isinstance(line.value, bool)
        and unit_of(line) is not Measure.digit
    )
