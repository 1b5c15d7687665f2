"""What a case shows (所显示的): marks of an answer, of which the kit is to hold each once.

A mark names a rule and one thing about its decision: a reason, an outcome with its basis, what is
missing, a certainty, a last day met or missed by a day, a reading that makes a difference.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attrs import field, frozen, has

from making.asking import NEWEST
from xinfang_core.assessment import RULES
from xinfang_core.calendar import mainland_calendar
from xinfang_core.codec.plain import field_names
from xinfang_core.codec.requests import Asked, RequestReader, Terms
from xinfang_core.codec.schema import schema_of
from xinfang_core.deadline import Deadline
from xinfang_core.errors import XinfangError
from xinfang_core.policy import load_policy
from xinfang_core.vocabulary import Certainty, Declared, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.assessment import Assessment
    from xinfang_core.decision import Decision

Json = dict[str, Any]
Mark = tuple[str, ...]
NATIONAL = "national"
FINDINGS, OBLIGATIONS, OUTSIDE = "findings", "obligations", "outside"
_TODAY = date(2026, 6, 30)
_EDITIONS = (date(2010, 1, 1), date(2025, 1, 1))


@frozen
class Marked:
    """An answer with its marks.

    Attributes:
        answer: what was answered.
        marks: what it shows.
        days: the last days of its limits.

    """

    answer: Assessment
    marks: frozenset[Mark]
    days: tuple[date, ...]


@frozen
class Marking:
    """Answers requests, and marks the answers."""

    reader: RequestReader = field(factory=lambda: RequestReader(Terms(mainland_calendar())))

    def read(self, request: Json) -> Asked | None:
        """The request; None where it is none of those that a case may be."""
        try:
            return self.reader.read(request, _TODAY)
        except XinfangError:
            return None

    def marked(self, request: Json) -> Marked | None:
        """The answer; None where there is none, or it may change as notices are published."""
        asked = self.read(request)
        if asked is None or not (request.get("known_on") or _is_past(request)):
            return None
        answer = asked.answer()
        if not request.get("known_on") and any(map(_is_provisional, answer.decisions())):
            return None
        marks = frozenset(self._marks(request, asked, answer))
        outcomes = (one.outcome for _, one in answer.decisions())
        days = {one.due for one in outcomes if isinstance(one, Deadline) and one.due}
        return Marked(answer, marks, tuple(sorted(days)))

    def marks(self, request: Json) -> frozenset[Mark]:
        """What the answer shows; nothing where there is none."""
        found = self.marked(request)
        return found.marks if found else frozenset()

    def _marks(self, request: Json, asked: Asked, answer: Assessment) -> Iterator[Mark]:
        policy = request["policy"].partition("@")[0]
        own = own_rules(policy)
        # A local policy has one edition; the national one is shown by each of its own.
        label = policy if policy != NATIONAL else answer.policy
        for rule, decision in answer.decisions():
            if rule in own:
                yield from ((label, rule, *mark) for mark in _of_decision(decision, asked))
        for finding in answer.findings:
            yield policy, FINDINGS, finding.severity.name, finding.reason.code
        for owed in answer.obligations:
            names = (owed.duty.name, owed.debtor.name, owed.creditor.name)
            details = (str(owed.overdue), str(owed.due is not None), str(owed.level is not None))
            yield policy, OBLIGATIONS, *names, *details
        if answer.outside:
            yield policy, OUTSIDE, answer.outside.outside_as.name
        if request.get("variant"):
            plain = self.reader.read({**request, "variant": None}, _TODAY).answer()
            for rule, decision in answer.decisions():
                before = plain.decision(rule)
                if rule in own and before and decision[:2] != before[:2]:
                    yield label, rule, "variant", request["variant"]


@lru_cache
def own_rules(policy: str) -> frozenset[str]:
    """The rules whose values a policy gives itself; the others are those of the national text."""
    packs = [load_policy(policy).on(day) for day in _EDITIONS]
    whole = [load_policy(NATIONAL).on(day) for day in _EDITIONS]
    found: set[str] = set()
    for pack, other in zip(packs, whole, strict=True):
        theirs = dict.fromkeys(RULES) if policy == NATIONAL else {r: other.params(r) for r in RULES}
        found |= {rule for rule in RULES if pack.params(rule) not in (None, theirs[rule])}
        found |= {one.name for one in (*pack.declared_limits, *pack.ladders)}
    return frozenset(found)


def _of_decision(decision: Decision[object], asked: Asked) -> Iterator[Mark]:
    outcome, basis = decision.outcome, decision.basis
    firm = basis.name
    for reason in decision.reasons:
        yield "code", reason.code
        yield from (("missing", name) for name in reason.missing)
    if isinstance(outcome, Deadline):
        yield "status", outcome.status.name, firm
        if outcome.certainty:
            yield "certainty", outcome.certainty.name, outcome.status.name
        yield from _by_a_day(outcome, decision, asked.as_of)
    else:
        yield from (("outcome", name, firm) for name in _names(outcome))
    if not asked.allow_assumed and decision.is_undetermined:
        yield from (("refused", one.code) for one in decision.reasons if "assumed" in one.code)


def _by_a_day(limit: Deadline, decision: Decision[object], as_of: date) -> Iterator[Mark]:
    """That something happened on the last day, or on the day after it."""
    if limit.due is None or limit.certainty is not Certainty.settled:
        return
    done = next(
        (value for one in decision.reasons for key, value in one.facts if key == "done"), None
    )
    day = done if isinstance(done, date) else as_of
    if day == limit.due or day == limit.due + timedelta(1):
        yield "by_a_day", limit.status.name, str((day - limit.due).days)


def _names(outcome: object) -> Iterator[str]:
    """The names in an outcome: its own, or those of its parts."""
    if isinstance(outcome, Term | Declared):
        yield outcome.name
    elif isinstance(outcome, tuple):
        if not outcome:
            yield "empty"
        for one in outcome:
            yield from _names(one)
    elif has(type(outcome)):
        for name in field_names(type(outcome)):
            yield from (f"{name}={one}" for one in _names(getattr(outcome, name)))
    elif isinstance(outcome, bool) or outcome is None:
        yield str(outcome)
    else:
        yield type(outcome).__name__


def _is_provisional(named: tuple[str, Decision[object]]) -> bool:
    outcome = named[1].outcome
    return isinstance(outcome, Deadline) and outcome.certainty is Certainty.provisional


def _is_past(request: Json) -> bool:
    """Whether it asks about days that notices have settled."""
    days: list[str] = [request["as_of"], *(one["at"] for one in request["case"]["events"])]
    return max(day[:10] for day in days) <= str(NEWEST)


def sorted_out(request: Json) -> Json:
    """The same, as it is read best: facts as in the contract, then events as they happened."""
    case = request["case"]
    facts = {name: case[name] for name in ("case_no", *_ORDER) if name in case}
    events = sorted(case["events"], key=lambda one: one["at"][:10])
    terms = {name: request[name] for name in _TERMS if name in request}
    return {"case": {**facts, "events": events}, **terms}


_FACTS: Json = json.loads(json.dumps(schema_of("case")))["properties"]
_ORDER = tuple(one for one in _FACTS if one not in {"case_no", "events"})
_TERMS = ("policy", "variant", "as_of", "known_on", "allow_assumed")
