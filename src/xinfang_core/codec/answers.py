"""Assessments on the wire (评估结果输出): plain values for JSON, one flat row for CSV.

An outcome shows itself by its type. One that is a class of its own is written with all its
fields; ``outcome`` is then its first field, or the one that ``_MAIN`` names.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import fields, has

from xinfang_core import messages
from xinfang_core.assessment import RULES
from xinfang_core.deadline import Deadline
from xinfang_core.periods import CalendarDays, Months, SameDay, WorkingDays
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.vocabulary import Absent, Status, Term, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xinfang_core.assessment import Assessment, Obligation
    from xinfang_core.decision import Decision, Finding, Reason
    from xinfang_core.sources import Citation

Json = dict[str, object]
_UNITS = {
    WorkingDays: Unit.working_day,
    CalendarDays: Unit.calendar_day,
    Months: Unit.month,
    SameDay: Unit.same_day,
}
_MAIN: dict[type, str] = {Award: "amount"}
"""For an outcome class the field that is the answer, where it is not the first."""


def plain(value: object) -> object:
    """A value as JSON knows it: terms by English key, dates as ISO, money as a number.

    A class of ours becomes an object of its fields, a period one of its count and unit.
    """
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Term):
        return value.name
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, tuple) and not field_names(type(value)):
        return [plain(item) for item in value]
    return _object(value) or value


def _object(value: object) -> Json:
    """A period as count and unit, a class of ours by its fields; of anything else nothing."""
    if isinstance(value, WorkingDays | CalendarDays | Months | SameDay):
        return {"count": value.count, "unit": _UNITS[type(value)].name}
    return {name: plain(getattr(value, name)) for name in field_names(type(value))}


def field_names(kind: type) -> tuple[str, ...]:
    """The fields of a class made with attrs or as a named tuple; none for any other value."""
    if has(kind) and kind not in _UNITS:
        return tuple(one.name for one in fields(kind) if not one.name.startswith("_"))
    return tuple(getattr(kind, "_fields", ()))


def assessment_json(assessment: Assessment) -> Json:
    """One case as the wire has it: every rule by its name, then obligations and findings."""
    rules = {name: assessment.decision(name) for name in RULES}
    return {
        "case_no": assessment.case_no,
        "policy": assessment.policy,
        "as_of": assessment.as_of.isoformat(),
        "weakest_basis": plain(assessment.weakest_basis),
        "weakest_citation": _citation(assessment.weakest) if assessment.weakest else None,
        **{
            name: decision_json(name, decision) if decision else None
            for name, decision in rules.items()
        },
        "obligations": [_obligation(item) for item in assessment.obligations],
        "findings": [_finding(item) for item in assessment.findings],
    }


def decision_json(rule: str, decision: Decision[object]) -> Json:
    """One decision: its outcome and basis, what its kind adds, and its reasons."""
    outcome = decision.outcome
    shown = _deadline(outcome) if isinstance(outcome, Deadline) else _outcome(outcome)
    if rule.endswith("_deadline") and not isinstance(outcome, Deadline):
        shown = {**_deadline(Deadline(Status.undetermined)), **shown}
        shown["status"] = None if outcome is Absent.none else Status.undetermined.name
    shown["basis"] = decision.basis.name
    shown["reasons"] = [_reason(item) for item in decision.reasons]
    return shown


def _outcome(outcome: object) -> Json:
    """An outcome by its type; of a class of its own the main field, then all of them."""
    names = field_names(type(outcome))
    if not names:
        return {"outcome": plain(outcome)}
    shown = _object(outcome)
    return {"outcome": shown[_MAIN.get(type(outcome), names[0])], **shown}


def _deadline(deadline: Deadline) -> Json:
    """``outcome`` is the last day; where there is none yet, null or ``undetermined``."""
    due = plain(deadline.due)
    unknown = "undetermined" if deadline.status is Status.undetermined else None
    return {
        "outcome": due or unknown,
        "status": deadline.status.name,
        "due": due,
        "certainty": plain(deadline.certainty),
        "earliest": plain(deadline.earliest),
        "latest": plain(deadline.latest),
        "overdue_working_days": deadline.overdue_working_days,
    }


def _reason(reason: Reason) -> Json:
    return {
        "code": reason.code,
        "facts": {name: plain(value) for name, value in reason.facts},
        "citation": _citation(reason.citation) if reason.citation else None,
        "text": reason.text(),
    }


def _citation(citation: Citation) -> Json:
    return {
        "source": citation.source,
        "clause": citation.clause,
        "phrase": citation.phrase,
        "basis": citation.basis.name,
        "note": citation.note,
    }


def _obligation(obligation: Obligation) -> Json:
    return {
        "duty": obligation.duty.name,
        "debtor": obligation.debtor.name,
        "level": plain(obligation.level),
        "creditor": obligation.creditor.name,
        "due": plain(obligation.due),
        "overdue": obligation.overdue,
        "reason": _reason(obligation.reason),
        "text": obligation.text(),
    }


def _finding(finding: Finding) -> Json:
    return {"severity": finding.severity.name, **_reason(finding.reason)}


_CASE_COLUMNS = ("case_no", "policy", "as_of", "weakest_basis")
_DEADLINE_COLUMNS = ("status", "due", "certainty", "earliest", "latest", "overdue_working_days")
# A spreadsheet would run a cell that begins so as a formula; some read full-width signs alike.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def csv_header(rules: Iterable[str]) -> list[str]:
    """The columns of ``csv_row`` for these rules."""
    columns = [*_CASE_COLUMNS]
    for rule in rules:
        parts = _DEADLINE_COLUMNS if rule.endswith("_deadline") else ("",)
        columns += [f"{rule}_{part}" if part else rule for part in parts]
    return [*columns, "findings", "reasons"]


def csv_row(assessment: Assessment, rules: Iterable[str]) -> list[str]:
    """One case as one row: outcomes in columns, reasons and findings in words."""
    shown = assessment_json(assessment)
    cells = [shown[name] for name in _CASE_COLUMNS]
    for rule in rules:
        decision = shown[rule]
        found = decision if isinstance(decision, dict) else {}
        parts = _DEADLINE_COLUMNS if rule.endswith("_deadline") else ("outcome",)
        cells += [found.get(part) for part in parts]
    findings = [
        messages.render("assessment.finding", {"severity": one.severity, "text": one.reason.text()})
        for one in assessment.findings
    ]
    reasons = [
        reason.cited_text() for _, decision in assessment.decisions() for reason in decision.reasons
    ]
    return [csv_cell(cell) for cell in (*cells, "；".join(findings), "；".join(reasons))]


def csv_cell(value: object) -> str:
    """A cell; what a spreadsheet would take for a formula is kept as text."""
    text = _cell_text(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _cell_text(value: object) -> str:
    """A list between 、 as it is read, an object by its values; nothing as an empty cell."""
    if isinstance(value, dict):
        return " ".join(_cell_text(item) for item in value.values() if item is not None)
    if isinstance(value, list):
        return "、".join(map(_cell_text, value))
    return "" if value is None else str(value)
