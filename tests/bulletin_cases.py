"""What the tests of bulletins share: cases with groups, what is asked, and the words of a draft."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import evolve

from assessing import MAINLAND, POLICIES
from checks import day, recorded
from xinfang_core.case import Agent, Case, Event
from xinfang_core.documents.blocks import Bars, Heading, Items, Paragraph, Table
from xinfang_core.documents.bulletin.asked import Asked, By, Least
from xinfang_core.documents.bulletin.composing import bulletin
from xinfang_core.documents.bulletin.counting import count
from xinfang_core.documents.bulletin.period import Period
from xinfang_core.documents.writers.words import text_of
from xinfang_core.vocabulary import (
    AgentCategory,
    Audience,
    EventKind,
    Grade,
    PetitionForm,
    Role,
    Settled,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xinfang_core.documents.blocks import Draft
    from xinfang_core.documents.bulletin.figures import Figures

    Rows = list[tuple[Case, Mapping[By, str]]]

QUARTER = Period(date(2025, 4, 1), date(2025, 6, 30), date(2025, 6, 30))
ASKED = Asked(
    policy=POLICIES["qiaocheng"],
    pinned=None,
    calendar=MAINLAND,
    least=Least(5, "公布数据的最小件数〔推定〕"),
    by=("town", "agent"),
    reading="默认",
)
PUBLIC = evolve(ASKED, audience=Audience.public, by=("town",))
VOLUNTEER = Agent(AgentCategory.community_volunteer, "D017", registered=True, trained=True)


def case_of(number: str, form: PetitionForm | None = None, **days: str) -> Case:
    """A case by the days of its events."""
    return Case(number, recorded(**days), form=form)


def steady(count_of: int, town: str, month: str = "2025-05", prefix: str = "") -> Rows:
    """Cases of a town that were registered, assigned and answered in time."""
    return [
        (
            case_of(
                f"{prefix}{town}-{place}",
                PetitionForm.visit,
                register=f"{month}-06",
                receive=f"{month}-06",
                accept=f"{month}-07",
                assign=f"{month}-07",
                deploy=f"{month}-07",
                feed_back=f"{month}-08",
                resolve=f"{month}-09",
                conclude=f"{month}-09",
                reply=f"{month}-09",
            ),
            {"town": town},
        )
        for place in range(count_of)
    ]


def late(count_of: int, town: str, month: str = "2025-05") -> Rows:
    """Cases of a town of which nothing was done."""
    days = {"register": f"{month}-06", "receive": f"{month}-06", "assign": f"{month}-07"}
    return [
        (case_of(f"{town}-逾{place}", PetitionForm.letter, **days), {"town": town})
        for place in range(count_of)
    ]


def awarded(number: str, delivered: str, grade: Grade = Grade.satisfied) -> Case:
    """A case with an award for the agent, once it is delivered."""
    steps = {"register": "2025-04-02", "receive": "2025-04-02", "accept": "2025-04-02"}
    steps |= {"reply": delivered, "deliver": delivered}
    rated = [
        Event(EventKind.evaluate, day(delivered), grade=grade, target=role)
        for role in (Role.agent, Role.handling_body)
    ]
    return Case(number, recorded(*rated, **steps), agent=VOLUNTEER, settled=Settled.no)


def figures_of(rows: Rows, asked: Asked = ASKED, period: Period = QUARTER) -> Figures:
    """The counts of one period."""
    (found,) = count(rows, asked, period)
    return found


def drafted(
    rows: Rows, asked: Asked = ASKED, period: Period = QUARTER, before: Rows | None = None
) -> Draft:
    """The bulletin of cases."""
    earlier = None if before is None else figures_of(before, asked, period.before())
    return bulletin(figures_of(rows, asked, period), earlier, asked, (("办法", "甲"),))


def part(draft: Draft, title: str) -> list[Any]:
    """The blocks of a part."""
    blocks = iter(draft.blocks)
    for one in blocks:
        if isinstance(one, Heading) and one.words == title:
            break
    found = []
    for one in blocks:
        if isinstance(one, Heading):
            break
        found.append(one)
    return found


def rows_in(blocks: Iterable[object]) -> list[tuple[str, ...]]:
    """The rows of all tables, as words."""
    return [
        tuple(map(text_of, row)) for one in blocks if isinstance(one, Table) for row in one.rows
    ]


def words_in(draft: Draft) -> str:
    """All words of a draft."""
    return "\n".join((draft.title, *_words(draft)))


def _words(draft: Draft) -> Iterator[str]:
    for one in draft.blocks:
        match one:
            case Heading() | Paragraph():
                yield text_of(one.words)
            case Items():
                yield from map(text_of, one.items)
            case Table():
                yield from map(text_of, one.heads)
                yield from (" ".join(map(text_of, row)) for row in one.rows)
            case Bars():
                yield one.title
                yield from (" ".join((bar.label, *bar.shown)) for bar in one.bars)
            case _:
                raise AssertionError(one)
