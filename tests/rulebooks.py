"""Rulebooks to look into, and what is in them."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.calendar import mainland_calendar
from xinfang_core.cli.example_files import chosen_files, read_tables
from xinfang_core.documents.blocks import Draft, Heading, Items, Paragraph, Picture, Run, Table
from xinfang_core.documents.rulebook.rulebook import rulebook
from xinfang_core.examples.policies import Policies
from xinfang_core.examples.reading import read_examples
from xinfang_core.policy import load_policy, policy_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.documents.blocks import Block, Words
    from xinfang_core.examples.example import Examples
    from xinfang_core.policy import Edition, Policy

CHECKS = Path(__file__).parents[1] / "examples" / "checks"
FIRST_DAY = date(2026, 11, 1)
LABELS = tuple(one.label for name in policy_ids() for one in load_policy(name).editions)


@cache
def examples_of(policy_id: str) -> Examples:
    """The examples of a shipped policy."""
    policies = Policies({})
    return read_examples(read_tables(chosen_files([CHECKS / policy_id], policies)), policies)


@cache
def shipped(label: str) -> Draft:
    """The rulebook of a shipped edition, with its examples."""
    policy_id, _, _ = label.partition("@")
    policy = load_policy(policy_id)
    edition = next(one for one in policy.editions if one.label == label)
    examples = examples_of(policy_id)
    return rulebook(policy, edition, mainland_calendar(), FIRST_DAY, examples=examples)


def of_policy(policy: Policy) -> Draft:
    """The rulebook of the newest edition of a policy, without examples."""
    return rulebook(policy, policy.editions[0], mainland_calendar(), FIRST_DAY)


def plain(words: Words) -> str:
    """Words without their looks."""
    return words if isinstance(words, str) else "".join(run.text for run in words)


def lines_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Every line that is said, a row of a table as one; pictures as they are drawn."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield plain(block.words)
            case Items():
                yield from map(plain, block.items)
            case Table():
                yield from filter(None, (block.caption, block.folded))
                for row in (block.heads, *block.rows):
                    yield " | ".join(map(plain, row))
            case Picture():
                yield block.told
                yield from block.svg.splitlines()
                yield from lines_of(block.instead)


def runs_in(blocks: Iterable[Block]) -> Iterator[Run]:
    """Every run, wherever it stands."""
    for block in blocks:
        for words in _words_in(block):
            if not isinstance(words, str):
                yield from words
        if isinstance(block, Picture):
            yield from runs_in(block.instead)


def _words_in(block: Block) -> Iterator[Words]:
    match block:
        case Heading() | Paragraph():
            yield block.words
        case Items():
            yield from block.items
        case Table():
            for row in (block.heads, *block.rows):
                yield from row


def below(draft: Draft, end: str) -> tuple[Block, ...]:
    """What stands under the first heading whose anchor ends so, up to the next as high as it."""
    places = [
        (number, block) for number, block in enumerate(draft.blocks) if isinstance(block, Heading)
    ]
    start, heading = next(one for one in places if one[1].anchor.endswith(end))
    following = (number for number, one in places if number > start and one.level <= heading.level)
    return draft.blocks[start + 1 : next(following, len(draft.blocks))]


def tables_in(blocks: Iterable[Block]) -> list[Table]:
    """The tables among blocks."""
    return [block for block in blocks if isinstance(block, Table)]


def newest(policy_id: str) -> Edition:
    """The newest edition of a shipped policy."""
    return load_policy(policy_id).editions[0]
