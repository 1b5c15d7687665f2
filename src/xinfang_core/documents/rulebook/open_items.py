"""What is open (待确认事项): every value that is read, assumed or not told, by whom to ask."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from xinfang_core.documents.blocks import Heading, Items, Paragraph, Run, Table
from xinfang_core.documents.rulebook.values import parameter_words
from xinfang_core.documents.rulebook.wording import anchor, badge, cited, heads, spread, told
from xinfang_core.policy.wording import placed, value_words
from xinfang_core.vocabulary import Absent, Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from xinfang_core.documents.blocks import Block, Words
    from xinfang_core.policy import Edition, Line

_ASKED = re.compile(r"[，；。]?请([^，；。请]+?)确认")
"""Whom a note asks to confirm."""

LETTERS_OF = "supervision_letters"
"""The rule of the letters that are known by name only (三函一约谈)."""


def open_items(
    edition: Edition,
    found: Sequence[Line],
    known_by_name: Sequence[str],
    unverified: Sequence[tuple[str, str]],
) -> tuple[Block, ...]:
    """What somebody has to confirm, by whom; then how the source was read where it is not plain.

    Args:
        edition: the edition.
        found: all its values.
        known_by_name: titles of letters of which no source tells what they contain.
        unverified: measures that could not be held against their standard, with their values.

    """
    own = [line for line in found if not line.variant]
    to_confirm = [line for line in own if _is_to_confirm(line)]
    read = [line for line in found if line.citation.basis is Basis.interpreted]
    blocks: list[Block] = [Heading(1, told("open"), anchor(edition.label, "open"))]
    blocks += _by_whom(edition, to_confirm)
    if known_by_name and LETTERS_OF in edition.params:
        blocks += _by_name(known_by_name)
    blocks += _read(edition, [line for line in read if not _is_to_confirm(line)])
    if unverified:
        blocks += _unverified(unverified)
    return (*blocks, Paragraph(told("open.none"))) if len(blocks) == 1 else tuple(blocks)


def _is_to_confirm(line: Line) -> bool:
    return line.value is Absent.silent or line.citation.basis is Basis.assumed


def _by_name(titles: Sequence[str]) -> tuple[Block, ...]:
    head = told("open.count", title=told("open.by_name"), count=len(titles))
    return Heading(2, head), Paragraph(told("open.by_name.why")), Items(tuple(titles))


def _unverified(found: Sequence[tuple[str, str]]) -> tuple[Block, ...]:
    head = told("open.count", title=told("open.unverified"), count=len(found))
    table = Table(heads("measure", "value"), tuple(found), folded=head)
    return Heading(2, head), Paragraph(told("open.unverified.why")), table


def _by_whom(edition: Edition, found: Iterable[Line]) -> Iterator[Block]:
    """What is assumed or not told, by whom to ask; what shares a note is told once."""
    by_whom: dict[str, list[Words]] = {}
    for note, lines in _by_note(found).items():
        asked = _ASKED.search(note)
        short = note.removesuffix(asked[0]) if asked else note
        named = (*_rules(edition, lines), Run("：" + short))
        by_whom.setdefault(asked[1] if asked else "", []).append(named)
    for whom, items in sorted(by_whom.items(), key=lambda one: not one[0]):
        title = told("open.asks", whom=whom) if whom else told("open.asks_nobody")
        yield Heading(2, told("open.count", title=title, count=len(items)))
        yield Items(tuple(items), numbered=True)


def _by_note(found: Iterable[Line]) -> Mapping[str, list[Line]]:
    notes: dict[str, list[Line]] = {}
    for line in found:
        notes.setdefault(line.citation.note, []).append(line)
    return notes


def _rules(edition: Edition, lines: Iterable[Line]) -> Iterator[Run]:
    """The rules that share a note, each with what is open of it."""
    links = {
        line.rule: Run(line.title, strong=True, link=anchor(edition.label, line.rule))
        for line in lines
    }
    yield from spread(links.values())
    firm = dict.fromkeys(line.citation.basis for line in lines if line.value is not Absent.silent)
    for basis in firm:
        yield Run(" ")
        yield badge(basis)
    if any(line.value is Absent.silent for line in lines):
        yield Run(" ")
        yield Run(Absent.silent.text(), strong=True)


def _read(edition: Edition, found: Sequence[Line]) -> Iterator[Block]:
    """How the source was read where it is not plain: a row for what shares rule and note."""
    rows = tuple(_read_rows(edition, found))
    if rows:
        title = told("open.read")
        yield Heading(2, told("open.count", title=title, count=len(rows)))
        yield Paragraph(told("open.read.why"))
        folded = told("open.count", title=title, count=len(rows))
        columns = heads("rule", "value", "clause", "note")
        yield Table(columns, rows, widths=(24, 26, 22, 28), folded=folded)


def _read_rows(edition: Edition, found: Sequence[Line]) -> Iterator[tuple[Words, ...]]:
    """Values in one row that share everything but their keys."""
    for _, group in groupby(
        placed(found),
        lambda one: (one[0].rule, one[0].parameter, one[0].variant, one[0].citation.note),
    ):
        kept = list(group)
        line = kept[0][0]
        name = (
            Run(line.title, link=anchor(edition.label, line.rule)),
            Run("\n" + parameter_words(edition, line), faint=True),
        )
        said = "\n".join("：".join(filter(None, (where, value_words(one)))) for one, where in kept)
        yield name, said, cited(line.citation, edition.title), line.citation.note
