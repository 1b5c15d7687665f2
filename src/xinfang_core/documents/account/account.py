"""The account of one case on one day (期限核算单): what an officer shows a petitioner or a court.

What matters first stands first; then what happened, every last day with its days one by one, what
is out of order, what else was decided, and every source with how firmly it speaks.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from xinfang_core.documents.account import events, others
from xinfang_core.documents.account.limits import differing, explained, limits_of, overview
from xinfang_core.documents.account.pay import has_pay, is_told, without_pay
from xinfang_core.documents.account.summary import summary
from xinfang_core.documents.account.wording import said
from xinfang_core.documents.blocks import Draft, Heading, Items, Paragraph, Table
from xinfang_core.documents.maker import maker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xinfang_core.assessment import Assessment, MadeBy
    from xinfang_core.case import Case
    from xinfang_core.documents.account.limits import Limit
    from xinfang_core.documents.blocks import Block, Words
    from xinfang_core.policy import Policy
    from xinfang_core.vocabulary import Audience

_NONE: Final[Mapping[str, Assessment]] = MappingProxyType({})
_NUMERALS = "一二三四五六七八九十"


def account(
    case: Case,
    answer: Assessment,
    policy: Policy,
    audience: Audience,
    other_answers: Mapping[str, Assessment] = _NONE,
) -> Draft:
    """The account of a case.

    Args:
        case: its facts, and what happened.
        answer: what was answered about it; its calendar counts the days.
        policy: the policy that answered, for the titles of its editions.
        audience: who reads it: what the agent was paid is left out for most.
        other_answers: by the titles of the other readings of the same words what they answer:
            limits that stand differently there are told beside.

    """
    left_out: tuple[Block, ...] = ()
    if not is_told(audience):
        left_out = _left_out(case, answer, audience)
        case, answer = without_pay(case, answer)
    limits = limits_of(answer)
    beside = tuple(differing(limits, other_answers))
    parts = _numbered(_parts(case, answer, limits, beside))
    return Draft(
        title=said("title", case_no=answer.case_no),
        blocks=(*_head(answer, policy), *parts, *left_out),
        made_by=_made_by(answer.made_by, policy),
    )


def _left_out(case: Case, answer: Assessment, audience: Audience) -> tuple[Block, ...]:
    """That what the agent was paid is left out, where there is something to be told of it."""
    if not has_pay(case, answer):
        return ()
    return (Paragraph(said("pay_left_out", audience=audience), is_note=True),)


def _head(answer: Assessment, policy: Policy) -> Iterator[Block]:
    """Which case, by which policy, on which day, by which calendar, how firmly."""
    calendar = answer.made_by.calendar.provenance
    rows: list[tuple[Words, ...]] = [
        (said("head.case_no"), answer.case_no),
        (said("head.policy"), "\n".join(_editions(answer, policy))),
        (said("head.as_of"), said("as_of", day=answer.as_of)),
        (said("head.calendar"), said("calendar", day=calendar.settled_through)),
        (said("head.weakest"), others.weakest(answer)),
    ]
    if calendar.regions:
        rows.insert(-1, (said("head.region"), "、".join(calendar.regions)))
    if not answer.made_by.allow_assumed:
        rows.append((said("head.assumed"), said("assumed_refused")))
    yield Table((said("head.item"), said("head.content")), tuple(rows), widths=(20, 80))


def _editions(answer: Assessment, policy: Policy) -> Iterator[str]:
    """The editions that applied by title and label, and the reading where it is another one."""
    titles = {one.label: one.title for one in (*policy.national, *policy.editions)}
    for mark in answer.made_by.editions:
        yield said("edition", title=titles[mark.label], label=mark.label)
    variant = answer.made_by.variant
    if variant:
        yield said("variant", title=policy.variants[variant].title, name=variant)


Part = tuple[str, "Iterable[Block]"]


def _parts(
    case: Case, answer: Assessment, limits: tuple[Limit, ...], beside: tuple[Block, ...]
) -> Iterator[Part]:
    """The parts of the account by name; one that is empty is left out."""
    yield "summary", _summary(answer, limits)
    yield "limits", ((overview(limits),) if limits else ()) + beside
    yield "events", events.events(case, answer.as_of)
    yield "owed", others.owed(answer)
    yield "findings", others.findings(answer)
    yield "counted", explained(limits, answer.made_by.calendar)
    yield "decided", others.decided(answer)
    yield "unknown", others.unknown(answer)
    yield "idle", others.idle(answer)
    yield "citations", others.citations(answer)


def _summary(answer: Assessment, limits: tuple[Limit, ...]) -> Iterator[Block]:
    if answer.outside:
        yield Paragraph(answer.outside.text())
    yield Items(summary(answer, limits))


def _numbered(parts: Iterable[Part]) -> Iterator[Block]:
    """The parts under their headings, numbered in Chinese."""
    told = ((name, blocks) for name, found in parts if (blocks := tuple(found)))
    for numeral, (name, blocks) in zip(_NUMERALS, told, strict=False):
        yield Heading(1, said("part", numeral=numeral, title=said(f"part.{name}")), name)
        yield from blocks


def _made_by(made: MadeBy, policy: Policy) -> tuple[tuple[str, str], ...]:
    calendar, editions = made.calendar.provenance, made.editions
    reading = policy.variants[made.variant].title if made.variant else None
    return maker(editions, calendar, made.as_of, reading, allow_assumed=made.allow_assumed)
