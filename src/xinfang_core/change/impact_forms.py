"""An impact as Markdown, HTML and JSON (影响的输出)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.change.histogram import Bars, bars_svg, bars_text
from xinfang_core.change.impact_words import NAMED, Board, sentences, shown
from xinfang_core.change.marking import (
    cell,
    escaped,
    html_table,
    markdown_table,
    page,
    paragraph,
)
from xinfang_core.codec.plain import plain, plain_object
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from xinfang_core.change.impact import Impact, RuleImpact
    from xinfang_core.codec.plain import Json


def impact_markdown(found: Impact) -> str:
    """The impact as Markdown: sentences, tables, and histograms of words."""
    told = [f"{cell(one)}\n" for one in sentences(found)]
    return "\n".join((*told, *map(_markdown, shown(found))))


def _markdown(one: Board | Bars) -> str:
    if isinstance(one, Bars):
        title, *bars = bars_text(one)
        lines = "\n".join(("```text", *bars, "```"))
        return f"## {cell(title)}\n\n{lines}\n"
    return f"## {cell(one.title)}\n\n{markdown_table(one.heads, one.rows)}"


def impact_html(found: Impact) -> str:
    """The impact as a piece of HTML: sentences, tables and pictures."""
    pieces = [paragraph(one) for one in sentences(found)]
    pieces += _every_number(found)
    for number, one in enumerate(shown(found), 1):
        pieces.append(_html(one, f"impact-{number}"))
    return "".join(pieces)


def _html(one: Board | Bars, key: str) -> str:
    if isinstance(one, Bars):
        return f"<div>{bars_svg(one, key)}</div>\n"
    return f"<h2>{escaped(one.title)}</h2>\n{html_table(one.heads, one.rows)}"


def _every_number(found: Impact) -> Iterator[str]:
    """The case numbers that a sentence has no room for, to be opened."""
    for numbers in (found.overdue, found.late):
        if len(numbers) > NAMED:
            summary = escaped(render("impact.every_number", {}))
            listed = escaped("、".join(numbers))
            yield f"<details><summary>{summary}</summary><p>{listed}</p></details>\n"


def impact_page(found: Impact) -> str:
    """The impact as a whole file of HTML."""
    title = render("impact.title", {"old": found.old, "new": found.new})
    return page(title, f"<h1>{escaped(title)}</h1>\n{impact_html(found)}")


def impact_json(found: Impact) -> Json:
    """The impact for a program."""
    return {
        "old": found.old,
        "new": found.new,
        "as_of": plain(found.as_of),
        "cases": found.cases,
        "changed": found.changed,
        "unchanged": found.unchanged,
        "undecided": found.undecided,
        "picked": found.picked,
        "picked_changed": found.picked_changed,
        "refused": [
            {"column": column or None, "code": code, "rows": count}
            for (column, code), count in found.refused.items()
        ],
        "rules": [_rule(one) for one in found.rules],
        "missing": [plain(one) for one in found.missing],
        "paid": {"old": plain(found.paid_old), "new": plain(found.paid_new)},
        "payments": _sizes(found.payments, "yuan"),
        "shifts": [{**plain_object(one), "days": one.days} for one in found.shifts],
        "awards": [{**plain_object(one), "yuan": plain(one.more)} for one in found.awards],
        "overdue": [*found.overdue],
        "late": [*found.late],
        "relieved": found.relieved,
    }


def _rule(one: RuleImpact) -> Json:
    return {
        "rule": one.rule,
        "title": one.title,
        "compared": one.compared,
        "changed": one.changed,
        "undecided_old": one.undecided_old,
        "undecided_new": one.undecided_new,
        "undecided_both": one.undecided_both,
        "transitions": [
            {"old": plain(old), "new": plain(new), "cases": count}
            for (old, new), count in one.transitions.items()
        ],
        "days": _sizes(one.days, "days"),
    }


def _sizes(counts: Mapping[int, int] | Mapping[Decimal, int], unit: str) -> list[Json]:
    return [{unit: plain(size), "cases": count} for size, count in counts.items()]
