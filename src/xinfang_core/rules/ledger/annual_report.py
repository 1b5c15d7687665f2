"""Which years lack their report or appraisal, and what do the reports lack? (年度报告).

Source: 2022 regulation (信访工作条例) Art. 41: a petition office writes a report for each year,
to the party and government of its level and the petition office above, with four contents. Art.
39: the work is appraised every year. 2005 regulation (信访条例) Art. 39: a report with three
contents "regularly" (定期), and no time for appraisals; which years lack one cannot be told
there.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.sources import Citation, CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Recipient,
    ReportContent,
    ReportCycle,
    Severity,
    Undetermined,
)

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Reports", "YearGap", "find_gaps"]

YEARS_OVER = Citation(
    source="",
    clause="只核对已过的年份",
    phrase="",
    basis=Basis.interpreted,
    note="条例未规定报告和考核的截止日；当年尚未过完，不认定缺少，也不认定逾期",
)
"""A year that is not over lacks nothing yet; no last day is set, so nothing is late."""

Reports = Mapping[int, Collection[ReportContent]]
"""For each year with a report, what it contains."""


@frozen
class Params:
    """What the regulation says about reports and appraisals.

    Attributes:
        cycle: how often there is a report.
        contents: what it contains.
        recipients: to whom it goes.
        appraisal: how often the work is appraised.

    """

    cycle: Sourced[ReportCycle]
    contents: CitedList[ReportContent]
    recipients: CitedList[Recipient]
    appraisal: Sourced[ReportCycle]


@frozen
class YearGap:
    """What one year lacks.

    Attributes:
        year: the year.
        report: whether it lacks a report.
        contents: what its report does not contain.
        appraisal: whether it lacks an appraisal.

    """

    year: int
    report: bool
    contents: tuple[ReportContent, ...]
    appraisal: bool


def find_gaps(
    first: int, reports: Reports, appraised: Collection[int], as_of: date, params: Params
) -> Decision[tuple[YearGap, ...]]:
    """The years from ``first`` on that are over and lack something, oldest first.

    Args:
        first: the first year that is looked at.
        reports: the contents of each year's report, as the host says.
        appraised: the years with an appraisal.
        as_of: the day asked about; its own year is not over.
        params: the regulation's cycle and lists.

    Returns:
        The gaps, each with a finding; undetermined where the regulation sets no cycle.

    """
    for cycle in (params.cycle, params.appraisal):
        if cycle.value is not ReportCycle.yearly:
            return Decision(Undetermined.undetermined, (silence(cycle),))
    contents = params.contents
    if contents.absent is Absent.silent:
        missing = silence(contents)
        return Decision(Undetermined.undetermined, (missing,))
    wanted = tuple(one for one in contents.values if isinstance(one, ReportContent))
    looked_at = (
        YearGap(
            year,
            year not in reports,
            tuple(one for one in wanted if one not in reports.get(year, wanted)),
            year not in appraised,
        )
        for year in range(first, as_of.year)
    )
    gaps = tuple(gap for gap in looked_at if gap.report or gap.contents or gap.appraisal)
    facts = (("first", first), ("last", as_of.year - 1), ("found", len(gaps)))
    to = (("who", tuple(one for one in params.recipients.values if isinstance(one, Recipient))),)
    reasons = (
        Reason("annual_report.looked_at", facts, YEARS_OVER),
        Reason("annual_report.wanted", (("contents", wanted), *to), contents.citation),
    )
    return Decision(gaps, reasons, tuple(one for gap in gaps for one in _findings(gap, params)))


def _findings(gap: YearGap, params: Params) -> tuple[Finding, ...]:
    """What one year lacks, in words."""
    year = (("year", gap.year),)
    found: list[Reason] = []
    if gap.report:
        found.append(Reason("annual_report.no_report", year, params.cycle.citation))
    if gap.contents:
        facts = (*year, ("contents", gap.contents))
        found.append(Reason("annual_report.lacks", facts, params.contents.citation))
    if gap.appraisal:
        found.append(Reason("annual_report.no_appraisal", year, params.appraisal.citation))
    return tuple(Finding(Severity.warning, reason) for reason in found)
