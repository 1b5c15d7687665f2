"""The pages of the shipped policies (办法页面): their rulebooks."""
# ruff: noqa: INP001 - beside the pages, no package

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from page_parts import policy_file

from xinfang_core import load_policy, policy_ids
from xinfang_core.calendar import mainland_calendar
from xinfang_core.cli.example_files import chosen_files, read_tables
from xinfang_core.documents.letters.unchecked import known_by_name, unverified
from xinfang_core.documents.privacy.gate import passed
from xinfang_core.documents.rulebook.rulebook import rulebook
from xinfang_core.documents.rulebook.wording import anchor
from xinfang_core.documents.writers.markdown import markdown
from xinfang_core.examples.policies import Policies
from xinfang_core.examples.reading import read_examples
from xinfang_core.policy.pack import PARAMS
from xinfang_core.vocabulary import Audience

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.examples.example import Examples
    from xinfang_core.policy import Edition

CHECKS = Path(__file__).parent.parent / "examples" / "checks"


def rulebook_pages() -> Iterator[tuple[str, str]]:
    """Every edition with the name of its page; the pocket calculator tells the settled year."""
    calendar = mainland_calendar()
    first_day = date(calendar.settled_through.year, 1, 1)
    for policy in map(load_policy, policy_ids()):
        examples = _examples(policy.policy_id)
        for edition in policy.editions:
            draft = rulebook(
                policy,
                edition,
                calendar,
                first_day,
                examples=examples,
                known_by_name=known_by_name(),
                unverified=unverified(),
            )
            text = markdown(passed(draft, Audience.public), attributes=True)
            yield policy_file(edition), _linked(text, edition)


@cache
def _examples(policy_id: str) -> Examples:
    policies = Policies({})
    return read_examples(read_tables(chosen_files([CHECKS / policy_id], policies)), policies)


def _linked(text: str, edition: Edition) -> str:
    """The page with a link below the heading of each rule to the page of that rule."""
    for rule in edition.params.keys() & PARAMS.keys():
        mark = re.escape(f" {{#{anchor(edition.label, rule)}}}")
        link = f"[源码说明、各办法的取值](../rules/{rule}.md)"
        text = re.sub(rf"^(#.*{mark})$", rf"\1\n\n{link}", text, flags=re.MULTILINE)
    return text
