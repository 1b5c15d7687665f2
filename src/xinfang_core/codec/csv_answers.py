"""Answers as rows (评估结果表格), for people with a spreadsheet.

The columns follow from the policies and not from the cases, so that rows can be written as they
come and stand in the same columns from one run to the next.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from xinfang_core.assessment.answer import outcome_text
from xinfang_core.codec.outcomes import DEADLINES, outcome_json
from xinfang_core.codec.plain import plain
from xinfang_core.codec.provenance import made_by_json
from xinfang_core.deadline import MISSED, Deadline
from xinfang_core.declared import ladder as own_ladder
from xinfang_core.declared import limit as own_limit
from xinfang_core.messages import render, words
from xinfang_core.sources import CitedList, Sourced, Table
from xinfang_core.vocabulary import Absent, Undetermined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from xinfang_core.assessment import Assessment
    from xinfang_core.decision import Decision
    from xinfang_core.messages import Lang

Columns = Literal["limits", "all"]
"""``limits``: where the limits stand that can run; ``all``: what every rule says, and why."""

COLUMNS: tuple[Columns, ...] = get_args(Columns)
LABELS: tuple[Lang, ...] = ("en", "zh")

_HEAD = ("case_no", "policy", "as_of", "weakest_basis")
_PARTS = ("status", "due", "overdue_working_days")
_ALL_PARTS = ("status", "due", "certainty", "earliest", "latest", "overdue_working_days")
_NEEDED = ("start", "starts", "anchor", "limit", "every")
"""Parameters of a limit without which it never runs."""

_MOST_MAKERS = 64

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""A spreadsheet would run a cell that begins so; some read full-width signs alike."""


class Column(NamedTuple):
    """One column.

    Attributes:
        header: what stands above it.
        cell: what stands in it of an answer.
        part: which part of a limit it tells, such as ``status``, or what every run has, such as
            ``findings``; empty for the outcome of a rule.

    """

    header: str
    cell: Callable[[Assessment], str]
    part: str = ""


def columns_of(
    rules: Iterable[tuple[str, object]], which: Columns = "limits", labels: Lang = "en"
) -> tuple[Column, ...]:
    """The columns of a run.

    Args:
        rules: by its name every rule that a case of the run can fall under, in the order of
            the answer, with its parameters; one of several editions once for each.
        which: ``limits`` or ``all``.
        labels: ``en`` for the keys of the wire, ``zh`` for headers and terms in Chinese.

    """
    every, known = which == "all", tuple(rules)
    titles = (
        {rule: _rule_title(rule, params) for rule, params in known}
        if every
        else limits_that_run(known)
    )
    limits = {rule for rule, params in known if _is_limit(rule, params)}
    made = [*_head(labels)]
    for rule, title in titles.items():
        parts = _ALL_PARTS if every else _PARTS
        limit = rule in limits
        made += _limit(rule, title, parts, labels) if limit else [_other(rule, title, labels)]
    made += [_texts("obligations", labels, _obligations), _texts("findings", labels, _findings)]
    if every:
        made += [_texts("reasons", labels, _reasons), _made_by(labels)]
    return tuple(made)


def limits_that_run(rules: Iterable[tuple[str, object]]) -> dict[str, str]:
    """The titles of the limits that can run at all, by the name of their rule."""
    return {
        rule: _rule_title(rule, params)
        for rule, params in rules
        if _is_limit(rule, params) and _can_run(params)
    }


def _is_limit(rule: str, params: object) -> bool:
    return rule in DEADLINES or isinstance(params, own_limit.Params)


def _rule_title(rule: str, params: object) -> str:
    """The title of a rule, or the official name of what the policy declares."""
    if isinstance(params, (own_limit.Params, own_ladder.Params)):
        return str(params.name.value)
    return render(f"rule.{rule}", {})


def _can_run(params: object) -> bool:
    """Whether the policy gives what a limit needs to run at all."""
    needed = (getattr(params, name) for name in _NEEDED if hasattr(params, name))
    return not any(_is_absent(one) for one in needed)


def _is_absent(value: object) -> bool:
    """Whether the policy says nothing of a value, or says that there is none."""
    if isinstance(value, Table):
        return all(isinstance(cell.value, Absent) for cell in value.cells.values())
    if isinstance(value, CitedList):
        return not value.steps
    return isinstance(value, Sourced) and isinstance(value.value, Absent)


def _title(name: str, labels: Lang) -> str:
    """The header of a column that every run has."""
    return render(f"column.{name}", {}) if labels == "zh" else name


def _cell(value: object, labels: Lang) -> str:
    """A value as a cell: by its key or in Chinese."""
    if labels == "zh":
        return csv_cell(None if value is None else words(value, "zh"))
    return csv_cell(plain(value))


def _head(labels: Lang) -> Iterator[Column]:
    """Which case, by which policy, on which day, and how firmly."""

    def cell(name: str, answer: Assessment) -> str:
        return _cell(getattr(answer, name), labels)

    for name in _HEAD:
        yield Column(_title(name, labels), partial(cell, name), name)


def _limit(rule: str, title: str, parts: Iterable[str], labels: Lang) -> Iterator[Column]:
    """Where a limit stands."""

    def cell(part: str, answer: Assessment) -> str:
        return _cell(_part(decision_of(answer, rule), part), labels)

    for part in parts:
        facts = {"rule": title, "part": render(f"column.{part}", {})}
        header = render("column.of_limit", facts) if labels == "zh" else f"{rule}_{part}"
        yield Column(header, partial(cell, part), part)


def _part(decision: Decision[object] | None, part: str) -> object:
    """A part of a limit; overdue days only where it was missed."""
    outcome = None if decision is None else decision.outcome
    if isinstance(outcome, Deadline):
        if part == "due":
            return outcome.ends
        missed = outcome.status in MISSED
        return getattr(outcome, part) if missed or part != "overdue_working_days" else None
    return outcome if part == "status" and outcome is Undetermined.undetermined else None


def decision_of(answer: Assessment, rule: str) -> Decision[object] | None:
    """The decision of a rule, or of a limit that only another edition declares: None."""
    try:
        return answer.decision(rule)
    except KeyError:
        return None


def _other(rule: str, title: str, labels: Lang) -> Column:
    """The outcome of a rule that is no limit."""

    def cell(answer: Assessment) -> str:
        decision = decision_of(answer, rule)
        if decision is None:
            return ""
        if labels == "zh":
            return csv_cell(outcome_text(decision))
        return csv_cell(outcome_json(rule, decision)["outcome"])

    return Column(title if labels == "zh" else rule, cell)


def _texts(name: str, labels: Lang, told: Callable[[Assessment], Iterable[str]]) -> Column:
    """Sentences between semicolons."""
    return Column(_title(name, labels), lambda answer: csv_cell("；".join(told(answer))), name)


def _obligations(answer: Assessment) -> Iterator[str]:
    return (one.text() for one in answer.obligations)


def _findings(answer: Assessment) -> Iterator[str]:
    for severity, reason, _ in answer.findings:
        yield render("assessment.finding", {"severity": severity, "text": reason.text()})


def _reasons(answer: Assessment) -> Iterator[str]:
    if answer.outside:
        yield answer.outside.text()
    for _, decision in answer.applying():
        yield from (reason.cited_text() for reason in decision.reasons)


def _made_by(labels: Lang) -> Column:
    """The id of what made the answer, as the wire has it."""
    found = lru_cache(_MOST_MAKERS)(lambda made_by: str(made_by_json(made_by)["id"]))
    return Column(_title("made_by", labels), lambda answer: found(answer.made_by))


def csv_cell(value: object) -> str:
    """A cell; what a spreadsheet would take for a formula is kept as text."""
    text = _cell_text(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _cell_text(value: object) -> str:
    """A list between 、 as it is read, an object by its values; nothing as an empty cell."""
    if isinstance(value, dict):
        return " ".join(_cell_text(item) for item in value.values() if item is not None)
    if isinstance(value, list):
        return "、".join(map(_cell_text, value))
    return "" if value is None else str(value)
