"""What a policy says before all else (主要规定): limits, awards, tiers, in a short table."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, get_args

from xinfang_core.case.rounds import PASSING_ON
from xinfang_core.documents.blocks import Heading, Run, Table
from xinfang_core.documents.rulebook.wording import anchor, badge, heads, told
from xinfang_core.messages import words
from xinfang_core.periods import AnyPeriod
from xinfang_core.policy.pack import GROUP_OF
from xinfang_core.policy.wording import (
    parameter_title,
    placed,
    shape_of,
    unit_of,
    value_words,
)
from xinfang_core.sources import Bands, weakest
from xinfang_core.vocabulary import (
    GuidanceStep,
    HandlingScope,
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

LIMIT = "limit"
"""The parameter that is the length of a limit."""

_STARTS = ("start", "starts")
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
        Heading(1, told("said"), anchor(edition.label, "said")),
        Table(columns, rows, widths=(18, 42, 27, 13)),
    )


def is_limit(rule: str) -> bool:
    """Whether a rule sets a limit, or a policy declares one."""
    return GROUP_OF.get(rule) == "limits" or rule.startswith("limit.")


def _rows(edition: Edition, own: Iterable[Line]) -> Iterator[tuple[Words, ...]]:
    """A row for each parameter."""
    kept = tuple(own)
    telling = sorted(filter(_tells, kept), key=lambda line: not is_limit(line.rule))
    for (rule, parameter), group in groupby(telling, lambda line: (line.rule, line.parameter)):
        found = list(placed(group))
        lines = [line for line, _ in found]
        is_length = parameter == LIMIT and is_limit(rule)
        start = start_words(rule, kept) if is_length else ""
        since = told("since_event", event=start) if start else ""
        since = scope_words(rule, kept) + since if is_length else since
        weak = weakest(line.citation for line in lines)
        places = _places(line.citation for line in lines)
        basis = (badge(weak.basis),) if weak else ""
        yield _name(edition, lines[0], alone=is_length), since + _together(found), places, basis


def start_words(rule: str, found: Iterable[Line]) -> str:
    """The events that a limit counts from, in words; empty where its rule names none."""
    named = [
        line.value
        for line in found
        if line.rule == rule and line.parameter in _STARTS and not line.variant
    ]
    event = told("or").join(words(value, "zh") for value in named)
    # A limit about what is passed on counts from its receipt: 2022 regulation Art. 23(3).
    passed_on = bool(named) and all(value in PASSING_ON for value in named)
    return told("received_from", event=event) if passed_on else event


def scope_words(rule: str, found: Iterable[Line]) -> str:
    """For which matters a limit is, where it is not for all of them (2022 regulation Art. 34)."""
    scopes = [line.value for line in found if line.rule == rule and line.parameter == "scope"]
    return "".join(
        told("for_matters", matters=scope)
        for scope in scopes
        if isinstance(scope, HandlingScope) and scope is not HandlingScope.all_matters
    )


def _name(edition: Edition, line: Line, *, alone: bool) -> Words:
    """The rule, and of which of its values the row tells, unless it is the limit itself."""
    rule = Run(line.title, link=anchor(edition.label, line.rule))
    name = parameter_title(line.rule, line.parameter)
    return (rule,) if alone else (rule, Run(f"\n{name}", faint=True))


def _together(found: Sequence[tuple[Line, str]]) -> str:
    """The values of a parameter in one phrase, under their keys.

    Steps have none, and a band that is the only one needs none.
    """
    alone = len(found) == 1 and shape_of(found[0][0]) is Bands
    return "；".join(
        f"{where}：{value_words(line)}" if line.keys and not alone else value_words(line)
        for line, where in found
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
