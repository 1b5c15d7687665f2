"""The head of a rulebook (手册题头): which edition it is, and how firmly its values stand."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from xinfang_core.documents.blocks import Paragraph, Run
from xinfang_core.documents.rulebook.wording import badge, told
from xinfang_core.vocabulary import Absent, Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xinfang_core.documents.blocks import Block
    from xinfang_core.policy import Edition, Line, Policy


def headline(policy: Policy, edition: Edition, own: Sequence[Line]) -> tuple[Block, ...]:
    """Id, days in force, how it is read, and how many values stand how firmly.

    Args:
        policy: all editions, which tell until when this one is in force.
        edition: the edition.
        own: its values under the default reading.

    """
    facts = [told("label", label=edition.label), in_force(policy, edition)]
    facts.append(told("picked_by", event=edition.picked_by))
    facts += [told("notice", notice=edition.notice)] if edition.notice else []
    facts += [told("reading", reading=edition.reading)] if edition.reading else []
    facts += [told("outside_as", outside_as=edition.outside_as)] if edition.outside_as else []
    return (
        Paragraph("　".join(facts)),
        Paragraph(tuple(_counts(own))),
        Paragraph(told("transition", text=edition.transition.text), is_note=True),
        Paragraph(tuple(_legend()), is_note=True),
    )


def in_force(policy: Policy, edition: Edition) -> str:
    """From when until when an edition is in force, in words."""
    if edition.effective is None:
        return told("undated")
    later = [one.effective for one in policy.editions if one.effective is not None]
    following = min((day for day in later if day > edition.effective), default=None)
    if following is None:
        return told("since", first=edition.effective)
    last = following - timedelta(days=1)
    return told("until", first=edition.effective, last=last)


def _counts(own: Iterable[Line]) -> Iterator[Run]:
    """How many values stand how firmly; those that the source does not tell apart."""
    kept = tuple(own)
    silent = sum(line.value is Absent.silent for line in kept)
    firm = Counter(line.citation.basis for line in kept if line.value is not Absent.silent)
    yield Run(told("counts", count=len(kept)))
    for basis in Basis:
        yield badge(basis)
        yield Run(f" {firm[basis]}　")
    yield Run(Absent.silent.text(), strong=True)
    yield Run(f" {silent}")


def _legend() -> Iterator[Run]:
    """How the badges are read."""
    yield Run(told("legend"))
    for basis in Basis:
        yield badge(basis)
        yield Run(" " + told(f"legend.{basis.name}"))
    yield Run(Absent.silent.text(), strong=True)
    yield Run(" " + told("legend.silent"))
