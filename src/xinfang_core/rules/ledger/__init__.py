"""Rules about many cases (台账): rates, totals and repeats."""

from __future__ import annotations

from attrs import frozen

from xinfang_core.rules.ledger import (
    agent_totals,
    annual_report,
    bulletins,
    indicators,
    satisfaction_scores,
    tallies,
    work_score,
)

__all__ = [
    "agent_totals",
    "annual_report",
    "bulletins",
    "indicators",
    "satisfaction_scores",
    "tallies",
    "work_score",
]


@frozen
class LedgerParams:
    """What the policies say of each rule; None where they have it not."""

    agent_totals: agent_totals.Params | None = None
    annual_report: annual_report.Params | None = None
    bulletins: bulletins.Params | None = None
    indicators: indicators.Params | None = None
    satisfaction_scores: satisfaction_scores.Params | None = None
    tallies: tallies.Params | None = None
    work_score: work_score.Params | None = None
