"""What made a document (制作依据), in the same words at the end of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core import __version__
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from xinfang_core.calendar.provenance import Provenance
    from xinfang_core.policy.published import Mark


def maker(
    editions: Iterable[Mark],
    calendar: Provenance,
    as_of: date | None = None,
    variant: str | None = None,
    *,
    allow_assumed: bool = True,
) -> tuple[tuple[str, str], ...]:
    """Names and values: editions, calendar, the day asked about, the library; no clock.

    Args:
        editions: the editions that it rests on, each with its digest.
        calendar: what the working days are made of.
        as_of: the day asked about; None where no case was.
        variant: the reading that was taken, in words; empty or None for the only one.
        allow_assumed: whether values were used that the source does not give.

    """
    return tuple(_told(editions, calendar, as_of, variant, allow_assumed=allow_assumed))


def _told(
    editions: Iterable[Mark],
    calendar: Provenance,
    as_of: date | None,
    variant: str | None,
    *,
    allow_assumed: bool,
) -> Iterator[tuple[str, str]]:
    # A digest stands alone: the masks know it by that.
    for mark in editions:
        yield _said("edition", label=mark.label), mark.digest
    if variant:
        yield _said("reading"), variant
    if not allow_assumed:
        yield _said("assumed"), _said("not_used")
    yield _said("calendar"), calendar.digest
    yield _said("settled"), calendar.settled_through.isoformat()
    if calendar.known_on:
        yield _said("known_on"), calendar.known_on.isoformat()
    if as_of:
        yield _said("as_of"), as_of.isoformat()
    yield _said("library"), f"xinfang-core {__version__}"


def _said(code: str, **facts: object) -> str:
    return render(f"documents.maker.{code}", facts)
