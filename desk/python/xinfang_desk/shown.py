"""The answer about one case as the page shows it (评估结果): what matters first, in Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xinfang_core.assessment.answer import outcome_text
from xinfang_core.calendar import count_days
from xinfang_core.codec.fields import AGENT, CASE_NO, FACTS
from xinfang_core.codec.lacking import grouped, name_text, own_names, rule_title
from xinfang_core.deadline import Deadline
from xinfang_core.messages import words
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.vocabulary import Absent, Certainty, EventKind, Severity, Status
from xinfang_desk.asking import answered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from xinfang_core.assessment import Assessment
    from xinfang_core.codec.lacking import Lack
    from xinfang_core.decision import Decision

_FIRST: Final = (Status.overdue, Status.open, Status.late, Status.lapsed, Status.met)
"""The limits that say something, in their order: what has passed, what runs, what is done."""

_WORST: Final = (Severity.violation, Severity.warning, Severity.notice)
_FACTS: Final = {one.name for one in (CASE_NO, *FACTS, *AGENT)}


def answer(words: Sequence[str]) -> dict[str, object]:
    """What is answered about the one case of a file; the words are those of ``docs account``."""
    told = answered(words).answer
    return {
        "case_no": told.case_no,
        "policy": told.policy,
        "as_of": told.as_of.isoformat(),
        "weakest": _weakest(told),
        "outside": told.outside.text() if told.outside else "",
        "limits": _limits(told),
        "obligations": [{"text": one.text(), "overdue": one.overdue} for one in told.obligations],
        "findings": _findings(told),
        "awards": _said(told, _is_award),
        "decided": _said(told, _is_other),
        "idle": _idle(told),
        "missing": list(_missing(told)),
    }


def _weakest(told: Assessment) -> dict[str, str] | None:
    """The weakest value that the answer rests on: how firm it is, and where it is written."""
    cited = told.weakest
    if cited is None:
        return None
    return {"basis": cited.basis.name, "title": cited.basis.text(), "text": cited.text()}


def _limits(told: Assessment) -> list[dict[str, object]]:
    """The limits that have begun, those first that ask for an act."""
    found = [
        (_FIRST.index(one.outcome.status), one.outcome.due, name, one.outcome)
        for name, one in told.applying()
        if isinstance(one.outcome, Deadline) and one.outcome.due and one.outcome.status in _FIRST
    ]
    return [_limit(name, one, told) for _, _, name, one in sorted(found, key=lambda one: one[:3])]


def _limit(name: str, one: Deadline, told: Assessment) -> dict[str, object]:
    """A limit: where it stands, its last day, the working days that are left or over."""
    left = None
    if one.status is Status.open and one.due:
        counted = count_days(told.made_by.calendar, told.as_of, one.due)
        left = counted.working_days if counted else None
    return {
        "rule": name,
        "title": told.title(name),
        "status": one.status.name,
        "status_title": one.status.text(),
        "due": words(one.ends, "zh"),
        "provisional": one.certainty is not Certainty.settled,
        "left": left,
        "overdue": one.overdue_working_days,
    }


def _findings(told: Assessment) -> list[dict[str, str]]:
    """What is out of order, the worst first."""
    found = sorted(told.findings, key=lambda one: _WORST.index(one.severity))
    return [
        {
            "severity": one.severity.name,
            "title": one.severity.text(),
            "text": one.reason.cited_text(),
        }
        for one in found
    ]


def _said(told: Assessment, wanted: Callable[[object], bool]) -> list[dict[str, str]]:
    """The decisions of a sort, each with its title and its outcome."""
    return [
        {"title": told.title(name), "text": outcome_text(one)}
        for name, one in told.applying()
        if not one.is_undetermined and wanted(one.outcome)
    ]


def _is_award(outcome: object) -> bool:
    return isinstance(outcome, Award)


def _is_other(outcome: object) -> bool:
    return not isinstance(outcome, (Award, Deadline)) and outcome is not Absent.none


def _idle(told: Assessment) -> list[dict[str, object]]:
    """What does not apply and which limits have not begun, told together."""
    named: dict[str, list[str]] = {}
    for name, one in told.applying():
        if _is_idle(one):
            named.setdefault(outcome_text(one), []).append(told.title(name))
    return [{"title": outcome, "rules": titles} for outcome, titles in named.items()]


def _is_idle(one: Decision[object]) -> bool:
    if isinstance(one.outcome, Deadline):
        return one.outcome.status is Status.not_started
    return one.outcome is Absent.none


def _missing(told: Assessment) -> Iterator[dict[str, object]]:
    """What is missing, each with where in the form it is filled in, and what it would tell."""
    own = own_names(told)
    for lack in grouped(told.missing):
        yield {
            "of_policy": lack.is_of_the_policy,
            "names": [_lacking(name, lack, own) for name in lack.names],
            "rules": [rule_title(rule, own) for rule in lack.rules],
        }


def _lacking(name: str, lack: Lack, own: Mapping[str, str]) -> dict[str, str]:
    """One thing that is missing: its title, and its place in the form where it has one."""
    told = {"name": name, "title": name_text(name, own)}
    if name in _FACTS:
        return {**told, "field": name}
    declared = name in own and name not in lack.rules
    if name in EventKind.__members__ or declared:
        return {**told, "step": name}
    return told
