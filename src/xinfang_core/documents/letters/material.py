"""What a letter is filled in from (文书的材料), and how its values are put into words."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.messages import render
from xinfang_core.periods import CalendarDays
from xinfang_core.vocabulary import Basis, EventKind, LetterKind

if TYPE_CHECKING:
    from xinfang_core.assessment import Assessment
    from xinfang_core.case import Case, Event, History
    from xinfang_core.decision import Reason
    from xinfang_core.documents.privacy.parties import Parties
    from xinfang_core.periods import AnyPeriod
    from xinfang_core.policy import PolicyPack
    from xinfang_core.sources import Citation
    from xinfang_core.vocabulary import Audience, Step

_BLANKS = re.compile("(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff])")

_ASKED = {
    LetterKind.review_opinion: EventKind.request_review,
    LetterKind.re_review_opinion: EventKind.request_re_review,
}


@frozen
class Material:
    """What a letter is filled in from.

    Attributes:
        kind: which letter.
        case: the facts.
        pack: the policy that applies to the case.
        assessment: what it answers.
        parties: the people of the case.
        audience: who reads the letter.
        told: the names of the fields that the host gives.

    """

    kind: LetterKind
    case: Case
    pack: PolicyPack
    assessment: Assessment
    parties: Parties
    audience: Audience
    told: frozenset[str] = frozenset()

    @cached_property
    def history(self) -> History:
        """What is known on the day of the assessment."""
        return self.case.history.until(self.assessment.as_of)

    def last(self, *kinds: Step) -> Event | None:
        """The last event of any of some kinds."""
        found = [event for event in self.history.events if event.kind in kinds]
        return found[-1] if found else None

    @property
    def asked(self) -> Event | None:
        """The request that a review or re-review answers."""
        kind = _ASKED.get(self.kind)
        return self.last(kind) if kind else None


def day_words(day: date) -> str:
    """A day as letters write it: 2026年3月2日."""
    return f"{day.year}年{day.month}月{day.day}日"


def period_words(period: AnyPeriod) -> str:
    """A period as letters write it: 60日, 5个工作日."""
    return (
        render("letter.days", {"count": period.count})
        if isinstance(period, CalendarDays)
        else period.text()
    )


def clause_words(citation: Citation) -> str:
    """Title and place of a source: 《信访工作条例》第三十四条.

    An edition stands behind the title; what stands in brackets within a title is part of it.
    """
    title, mark, edition = citation.source, "", ""
    if title.endswith("）"):
        title, mark, edition = title.partition("（")
    source = f"《{title}》{mark}{edition}" if title else ""
    return f"{source}{citation.clause}"


def cited_words(citation: Citation) -> str:
    """The same behind what it carries; the basis is told where the source does not state it."""
    place = clause_words(citation)
    if citation.basis is Basis.stated:
        return place
    return render("letter.cited", {"place": place, "basis": citation.basis})


def reason_words(reason: Reason) -> str:
    """A reason in the words of letters: its days written out, no blanks between Chinese words."""
    facts = {name: _written_out(value) for name, value in reason.facts}
    return _BLANKS.sub("", render(reason.code, facts))


def _written_out(value: object) -> object:
    """A fact, its days written out; an instant keeps its time."""
    if type(value) is tuple:
        return tuple(map(_written_out, value))
    return day_words(value) if type(value) is date else value
