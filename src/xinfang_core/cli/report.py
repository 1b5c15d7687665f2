"""What a person reads on the terminal (文字报告)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xinfang_core.assessment import outcome_text
from xinfang_core.codec.summary import DEADLINES
from xinfang_core.deadline import Deadline
from xinfang_core.messages import render
from xinfang_core.vocabulary import Absent, AwardKind, ReplyKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.table import Table

    from xinfang_core.assessment import Assessment
    from xinfang_core.decision import Decision, Finding, Reason

_KINDS = {**{kind.name: kind.value for kind in ReplyKind}, "all": "全部"}
_STATUSES = {**{status.name: status.value for status in Status}, "none": "不适用"}
_IDLE = frozenset({Status.not_started.name, "none"})


def case_lines(assessment: Assessment) -> Iterator[str]:
    """One case: a line for each rule with its reasons and citations, then what else is amiss.

    Rules that do not apply, and limits that have not begun, are only named. What is amiss is told
    once, with its severity: where it is a reason of a decision, there.
    """
    head = {"case_no": assessment.case_no, "policy": assessment.policy}
    yield render("report.case", {**head, "basis": assessment.weakest_basis or "—"})
    found = {finding.reason: finding for finding in assessment.findings}
    told: set[Finding | None] = set()
    named: dict[str, list[str]] = {}
    for name, decision in assessment.decisions():
        facts = {"title": render(f"rule.{name}", {}), "outcome": outcome_text(decision)}
        if _is_idle(decision):
            named.setdefault(facts["outcome"], []).append(facts["title"])
            continue
        yield render("report.decision", facts)
        for reason in decision.reasons:
            yield _reason_line(reason, found.get(reason))
            told.add(found.get(reason))
    for outcome, titles in named.items():
        yield render("report.decision", {"title": outcome, "outcome": tuple(titles)})
    for finding in assessment.findings:
        if finding not in told:
            yield _finding_line(finding)
    for obligation in assessment.obligations:
        yield render("report.obligation", {"text": obligation.text()})


def _reason_line(reason: Reason, finding: Finding | None) -> str:
    """Why a decision is what it is; where that is out of order, the severity comes first."""
    if finding:
        return f"  {_finding_line(finding)}"
    return render("report.reason", {"text": reason.cited_text()})


def _finding_line(finding: Finding) -> str:
    facts = {"severity": finding.severity, "text": finding.reason.cited_text()}
    return render("report.finding", facts)


def _is_idle(decision: Decision[object]) -> bool:
    """Whether there is nothing to explain: the question does not arise, or not yet."""
    outcome = decision.outcome
    if isinstance(outcome, Deadline):
        return outcome.status is Status.not_started
    return outcome is Absent.none


def summary_table(summary: Mapping[str, Any]) -> Table:
    """The counts by rule and kind, one block for each reading."""
    from rich.table import Table

    head = {name: summary[name] for name in ("cases", "as_of", "policy")}
    table = Table(title=render("summary.title", head), title_justify="left")
    shown = [name for name in _STATUSES if any(_counts(r, name) for r in summary["readings"])]
    for heading in ("理解", "规则", "类别"):
        table.add_column(heading, overflow="fold")
    for name in shown:
        table.add_column(_STATUSES[name], justify="right")
    first = summary["readings"][0]
    for reading in summary["readings"]:
        for rule in DEADLINES:
            # What another reading leaves as it is needs no second row.
            if reading is first or reading.get(rule) != first.get(rule):
                for kind, counts in _running(reading, rule):
                    cells = [str(counts.get(name, 0)) for name in shown]
                    title = render(f"rule.{rule}", {})
                    table.add_row(reading["title"], title, _KINDS.get(kind, kind), *cells)
        table.add_section()
    table.caption = _awards(first)
    table.caption_justify = "left"
    return table


def _running(reading: Mapping[str, Any], rule: str) -> list[tuple[str, Mapping[str, int]]]:
    """The kinds of matters for which a limit runs or ran in some case, with their counts."""
    counted = reading.get(rule, {}).items()
    return [(kind, counts) for kind, counts in counted if not set(counts) <= _IDLE]


def _counts(reading: Mapping[str, Any], status: str) -> int:
    """How often a status occurs under a reading."""
    kinds = (counts for rule in DEADLINES for _, counts in _running(reading, rule))
    return sum(counts.get(status, 0) for counts in kinds)


def _awards(reading: Mapping[str, Any]) -> str:
    """The awards of the chosen reading in one line."""
    names = {kind.name: kind.value for kind in AwardKind}
    names |= {"undetermined": "无法确定", "none": "不适用"}
    counted = "，".join(f"{names[name]} {count} 件" for name, count in reading["awards"].items())
    facts = {"total": reading["award_total"], "counted": counted or "无"}
    return render("summary.awards", facts)
