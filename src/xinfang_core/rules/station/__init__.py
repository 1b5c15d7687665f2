"""Rules about sites and agents (站点和人员): what they must have and be."""

from __future__ import annotations

from attrs import frozen

from xinfang_core.rules.station import (
    app_editions,
    channel_publication,
    coverage,
    disclosure,
    duty_roster,
    network,
    premises,
    regulation,
    services,
    staffing,
)

__all__ = [
    "app_editions",
    "channel_publication",
    "coverage",
    "disclosure",
    "duty_roster",
    "network",
    "premises",
    "regulation",
    "services",
    "staffing",
]


@frozen
class StationParams:
    """What the policies say of each rule; None where they have it not."""

    app_editions: app_editions.Params | None = None
    channel_publication: channel_publication.Params | None = None
    coverage: coverage.Params | None = None
    disclosure: disclosure.Params | None = None
    duty_roster: duty_roster.Params | None = None
    network: network.Params | None = None
    premises: premises.Params | None = None
    regulation: regulation.Params | None = None
    services: services.Params | None = None
    staffing: staffing.Params | None = None
