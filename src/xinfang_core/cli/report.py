"""What a person reads on the terminal (文字报告)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from xinfang_core.assessment.answer import outcome_text
from xinfang_core.codec.lacking import Lack, grouped, name_text, own_names, rule_title
from xinfang_core.codec.outcomes import DEADLINES
from xinfang_core.deadline import Deadline
from xinfang_core.messages import render, words
from xinfang_core.vocabulary import Absent, AwardKind, ReplyKind, Status

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from rich.table import Table

    from xinfang_core.assessment import Assessment, Obligation
    from xinfang_core.codec.urgent import Urgent
    from xinfang_core.decision import Decision, Reason
    from xinfang_core.outside import Outside

_KINDS = {**{kind.name: kind.value for kind in ReplyKind}, "all": "全部"}
_NONE: Mapping[str, str] = {}

_STATUSES = {**{status.name: status.value for status in Status}, "none": "不适用"}
_IDLE = frozenset({Status.not_started.name, Status.undetermined.name, "none"})


def case_lines(answer: Assessment) -> Iterator[str]:
    """The full account of one case: what matters first.

    First the limits that run or were missed, what is owed, what is out of order; then the other
    decisions that say something, with their reasons; last, a line each, what does not apply, what
    has not begun, and what cannot be told, by what is missing. What is out of order is told once.
    """
    head = {"case_no": answer.case_no, "policy": answer.policy}
    yield render("report.case", {**head, "basis": answer.weakest_basis or "—"})
    if answer.outside:
        yield render("report.outside", _switched_off(answer.outside))
    told = {finding.reason for finding in answer.findings}
    speaking = [(name, one) for name, one in answer.decisions() if not _is_idle(one)]
    pressing = [(name, one) for name, one in speaking if _is_pressing(one)]
    for name, decision in pressing:
        yield from _decision_lines(answer.title(name), decision, told)
    for obligation in answer.obligations:
        yield render("report.obligation", {"text": obligation.text()})
    for finding in answer.findings:
        facts = {"severity": finding.severity, "text": finding.reason.cited_text()}
        yield render("report.finding", facts)
    for name, decision in speaking:
        if (name, decision) not in pressing:
            yield from _decision_lines(answer.title(name), decision, told)
    yield from _idle_lines(answer)
    yield from _lacking_lines(answer)


def _switched_off(outside: Outside) -> dict[str, object]:
    """That the matter is no petition, and the first of the rules that are switched off."""
    rules = outside.rules[:_FEW]
    more = render("lacking.more_rules", {"count": len(outside.rules)})
    facts = {"text": outside.reason.cited_text(), "rules": rules}
    return {**facts, "more": more if len(outside.rules) > len(rules) else ""}


def _decision_lines(
    title: str, decision: Decision[object], told: Container[Reason]
) -> Iterator[str]:
    """A decision with its reasons; those that are told as out of order stand there."""
    facts = {"title": title, "outcome": outcome_text(decision)}
    yield render("report.decision", facts)
    for reason in decision.reasons:
        if reason not in told:
            yield render("report.reason", {"text": reason.cited_text()})


def _idle_lines(answer: Assessment) -> Iterator[str]:
    """What does not apply, and which limits have not begun, a line each."""
    named: dict[str, list[str]] = {}
    for name, decision in answer.applying():
        if _is_idle(decision) and not decision.is_undetermined:
            named.setdefault(outcome_text(decision), []).append(answer.title(name))
    for outcome, titles in named.items():
        yield render("report.decision", {"title": outcome, "outcome": tuple(titles)})


def _lacking_lines(answer: Assessment) -> Iterator[str]:
    """What cannot be told, a line for each thing that is missing."""
    own = own_names(answer)
    for lack in grouped(answer.missing):
        facts = {"lack": lack_text(lack, own), "rules": titles_of(lack, own)}
        yield render("report.unknown", facts)


def lack_text(lack: Lack, own: Mapping[str, str]) -> str:
    """What is missing: of the record, or of the policy; ``own`` names what it declares."""
    code = "lacking.of_policy" if lack.is_of_the_policy else "lacking.of_record"
    return render(code, {"names": tuple(name_text(name, own) for name in lack.names)})


def titles_of(lack: Lack, own: Mapping[str, str]) -> tuple[str, ...]:
    """The titles of the rules that cannot be told."""
    return tuple(rule_title(rule, own) for rule in lack.rules)


def _is_idle(decision: Decision[object]) -> bool:
    """Whether there is nothing to explain: nothing to tell, not yet, or not of this case."""
    outcome = decision.outcome
    if isinstance(outcome, Deadline) and outcome.status is Status.not_started:
        return True
    return outcome is Absent.none or (decision.is_undetermined and bool(decision.missing))


def _is_pressing(decision: Decision[object]) -> bool:
    """Whether it is a limit that runs or was missed."""
    outcome = decision.outcome
    return isinstance(outcome, Deadline) and outcome.status in _PRESSING


_PRESSING = frozenset({Status.open, Status.overdue, Status.late})


def urgent_title(cases: int, top: int | None) -> str:
    """How many cases need an act, how many of them are listed, and in what order."""
    if not cases:
        return render("urgent.nothing", {})
    shown = cases if top is None else min(cases, top)
    code = "urgent.title" if shown == cases else "urgent.title_first"
    return render(code, {"cases": cases, "shown": shown})


def urgent_table(cases: Sequence[Urgent], top: int | None) -> Table:
    """The cases that need an act, worst first; the first ``top`` of them."""
    from rich.table import Table

    shown = sorted(cases, key=lambda one: one.rank)[:top]
    table = Table(box=None, pad_edge=False)
    for heading in URGENT_HEADINGS:
        table.add_column(heading, overflow="fold")
    for one in shown:
        table.add_row(one.case_no, *owed_cells(one.obligation), state_text(one))
    return table


URGENT_HEADINGS = ("件号", "应办", "由谁", "期限", "情况")
"""The columns of the cases that need an act."""


def owed_cells(owed: Obligation | None) -> tuple[str, str, str]:
    """What is owed, by whom, until when, and whether that day is provisional."""
    if owed is None:
        return "—", "—", "—"
    due = words(owed.ends, "zh") if owed.ends else "—"
    if owed.provisional:
        due = render("urgent.provisional", {"due": due})
    return owed.act(), owed.by_whom(), due


def state_text(one: Urgent) -> str:
    """How late it is, or what was violated."""
    late = ""
    if one.obligation and one.obligation.overdue:
        days = one.overdue_working_days
        late = render("urgent.overdue" if days else "urgent.overdue_at_rest", {"days": days})
    elif one.left_working_days is not None:
        code = "urgent.left" if one.left_working_days else "urgent.today"
        late = render(code, {"days": one.left_working_days})
    if one.violation is None:
        return late
    violated = render("urgent.violation", {"text": one.violation.reason.text()})
    return f"{late}；{violated}" if late else violated


def register_lacks(
    lacks: Sequence[Lack], cases: int, most: int | None, own: Mapping[str, str] = _NONE
) -> Iterator[str]:
    """What the register lacks, then what the policy leaves to be confirmed, told once."""
    of_record = [lack for lack in lacks if not lack.is_of_the_policy]
    for lack in of_record[:most]:
        code = "lacking.in_all" if lack.cases == cases else "lacking.in_some"
        titles = titles_of(lack, own)
        few = titles[:_FEW] if len(titles) > _FEW else titles
        more = render("lacking.more_rules", {"count": len(titles)}) if few != titles else ""
        facts = {"cases": lack.cases, "lack": lack_text(lack, own), "rules": few, "more": more}
        yield render(code, facts)
    if most is not None and len(of_record) > most:
        yield render("lacking.more", {"count": len(of_record) - most})
    silent = dict.fromkeys(name for lack in lacks if lack.is_of_the_policy for name in lack.names)
    if silent:
        names = tuple(dict.fromkeys(name_text(name, own) for name in silent))
        yield render("lacking.to_confirm", {"count": len(names), "names": names})


_FEW = 4
"""So many titles are read in a line; of more the first ones are named."""


def summary_table(summary: Mapping[str, Any], own: Mapping[str, str]) -> Table:
    """The counts by rule and kind, one block for each reading."""
    from rich.table import Table

    told = counts_of(summary, own)
    table = Table(title=told.title, title_justify="left")
    for place, heading in enumerate(told.headings):
        name = place < _NAMES
        table.add_column(heading, overflow="fold", justify="left" if name else "right")
    for block in told.blocks:
        for row in block:
            table.add_row(*row)
        table.add_section()
    if told.awards:
        table.caption, table.caption_justify = told.awards, "left"
    return table


_NAMES = 3
"""So many columns of the summary are names, before those that are counts."""


@frozen
class Counts:
    """The summary as it is read.

    Attributes:
        title: how many cases, by which policy, on which day.
        headings: of the columns: the reading, the rule, the kind, the statuses that occur.
        blocks: the rows, a block for each reading; of another reading only what differs.
        awards: the awards of the chosen reading in one line; empty where there is no such rule.

    """

    title: str
    headings: tuple[str, ...]
    blocks: tuple[tuple[tuple[str, ...], ...], ...]
    awards: str


def counts_of(summary: Mapping[str, Any], own: Mapping[str, str]) -> Counts:
    """The counts by rule and kind, one block for each reading; ``own`` names what is declared."""
    head = {name: summary[name] for name in ("cases", "as_of", "policy")}
    readings, rules = summary["readings"], (*DEADLINES, *own)
    shown = [name for name in _STATUSES if any(_counts(one, name, rules) for one in readings)]
    first = readings[0]
    blocks: list[tuple[tuple[str, ...], ...]] = []
    for one in readings:
        # What another reading leaves as it is needs no second row.
        told = [rule for rule in rules if one is first or one.get(rule) != first.get(rule)]
        blocks.append(tuple(row for rule in told for row in _rows(one, rule, shown, own)))
    headings = ("理解", "规则", "类别", *(_STATUSES[name] for name in shown))
    awards = _awards(first) if first["awards"] else ""
    return Counts(render("summary.title", head), headings, tuple(blocks), awards)


def _rows(
    reading: Mapping[str, Any], rule: str, shown: Iterable[str], own: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    """The rows of a rule under a reading, one for each kind of matter."""
    title = rule_title(rule, own)
    for kind, counts in _running(reading, rule):
        cells = (str(counts.get(name, 0)) for name in shown)
        yield (reading["title"], title, _KINDS.get(kind, kind), *cells)


def _running(reading: Mapping[str, Any], rule: str) -> list[tuple[str, Mapping[str, int]]]:
    """The kinds of matters for which a limit runs or ran in some case, with their counts.

    Where no case can be told, the register's gaps say why.
    """
    counted = reading.get(rule, {}).items()
    return [(kind, counts) for kind, counts in counted if not set(counts) <= _IDLE]


def _counts(reading: Mapping[str, Any], status: str, rules: Iterable[str]) -> int:
    """How often a status occurs under a reading."""
    kinds = (counts for rule in rules for _, counts in _running(reading, rule))
    return sum(counts.get(status, 0) for counts in kinds)


def _awards(reading: Mapping[str, Any]) -> str:
    """The awards of the chosen reading in one line."""
    names = {kind.name: kind.value for kind in AwardKind}
    names |= {"undetermined": "无法确定", "none": "不适用"}
    counted = "，".join(f"{names[name]} {count} 件" for name, count in reading["awards"].items())
    facts = {"total": reading["award_total"], "counted": counted}
    paid = AwardKind.money.name in reading["awards"]
    return render("summary.awards" if paid else "summary.no_award", facts)
