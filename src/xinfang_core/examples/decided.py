"""Answers of other rules that a rule is given (所依结论), as one word or number."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from xinfang_core.decision import Decision, Reason
from xinfang_core.declared.measure import Rate
from xinfang_core.refusals import RefusedError
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.vocabulary import Absent, AwardKind, Undetermined

_NONE = {"无": Absent.none, "none": Absent.none}
_UNKNOWN = frozenset({"无法确定", "undetermined"})
_AWARD = re.compile(r"\d{1,9}(\.\d{1,2})?")
_RATE = re.compile(r"(\d{1,9})/([1-9]\d{0,8})(?:[?？](\d{1,9}))?")


def read_decision(text: str, kind: object) -> Decision[Any]:
    """The answer of another rule.

    Args:
        text: ``none`` or ``undetermined``; of a rate ``19/20``, with ``?2`` where of two it is not
            known whether they stand over the line; of an award its yuan, or ``appraisal``.
        kind: the class of the outcome; a rate, else an award.

    Raises:
        RefusedError: anything else.

    """
    if text in _UNKNOWN:
        return _decided(Undetermined.undetermined)
    if text in _NONE:
        return _decided(_NONE[text])
    outcome = _rate(text) if kind is Rate else _award(text)
    if outcome is None:
        raise RefusedError("value.no_decision", ("found", text))
    return _decided(outcome)


def _decided(outcome: object) -> Decision[Any]:
    return Decision(outcome, (Reason("example.as_given"),))


def _rate(text: str) -> Rate | None:
    found = _RATE.fullmatch(text)
    if found is None:
        return None
    above, below, unknown = (int(part or 0) for part in found.groups())
    share, most = Fraction(above, below), Fraction(min(above + unknown, below), below)
    return Rate(date.min, date.max, above, below, unknown, None, share, most)


def _award(text: str) -> Award | None:
    if text in {AwardKind.appraisal.name, str(AwardKind.appraisal.value)}:
        return Award(AwardKind.appraisal)
    return Award(AwardKind.money, None, Decimal(text)) if _AWARD.fullmatch(text) else None
