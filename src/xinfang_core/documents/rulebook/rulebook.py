"""The rulebook of a policy (规则手册): all that an edition says, as its readers look for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.blocks import Draft
from xinfang_core.documents.maker import maker
from xinfang_core.documents.rulebook.changes import changes
from xinfang_core.documents.rulebook.flow import flow
from xinfang_core.documents.rulebook.headline import headline, in_force
from xinfang_core.documents.rulebook.key_rules import key_rules
from xinfang_core.documents.rulebook.open_items import open_items
from xinfang_core.documents.rulebook.pocket import pocket
from xinfang_core.documents.rulebook.rule_sections import rule_sections
from xinfang_core.documents.rulebook.traced import traced
from xinfang_core.documents.rulebook.wording import told
from xinfang_core.documents.rulebook.worked import worked_examples
from xinfang_core.policy import lines
from xinfang_core.policy.versions import pick

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.examples.example import Example
    from xinfang_core.policy import Edition, Policy


def rulebook(
    policy: Policy,
    edition: Edition,
    calendar: WorkCalendar,
    first_day: date,
    *,
    examples: Iterable[Example] = (),
    known_by_name: Sequence[str] = (),
    unverified: Sequence[tuple[str, str]] = (),
) -> Draft:
    """The rulebook of one edition.

    Args:
        policy: all editions, of which the one before and the one after are told of.
        edition: the edition that it is of.
        calendar: the working days, for the pocket calculator and the examples.
        first_day: the day from which on the pocket calculator tells a year.
        examples: those from which the worked ones are taken; those of other policies are left out.
        known_by_name: titles of letters of which no source tells what they contain.
        unverified: measures that could not be held against their standard, with their values.

    """
    found = lines(edition)
    own = [line for line in found if not line.variant]
    worked = worked_examples(examples, policy, edition, calendar)
    national, _ = pick(policy.national, None, first_day)
    counted = (edition, national) if national else (edition,)
    blocks = (
        *headline(policy, edition, own),
        *key_rules(edition, own),
        *open_items(edition, found, known_by_name, unverified),
        *flow(edition),
        *pocket(edition.label, counted, calendar, first_day),
        *rule_sections(edition, found, in_force(policy, edition), worked),
        *changes(policy, edition),
        *traced(edition),
    )
    title = told("title", title=edition.title)
    return Draft(title, blocks, _made_by(counted, calendar), contents=True)


def _made_by(editions: Sequence[Edition], calendar: WorkCalendar) -> tuple[tuple[str, str], ...]:
    """Policies, calendar and library, with what tells them from edited ones."""
    return maker((one.mark for one in editions), calendar.provenance)
