"""The flow of a policy's steps (办理流程): a picture, and the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.blocks import Heading, Paragraph, Picture, Table
from xinfang_core.documents.rulebook.flow_svg import flow_svg
from xinfang_core.documents.rulebook.flow_tree import before_of, flow_trees, walked
from xinfang_core.documents.rulebook.wording import anchor, badge, cited, heads, told
from xinfang_core.policy.edition import NATIONAL
from xinfang_core.workflow import Params

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xinfang_core.documents.blocks import Block, Words
    from xinfang_core.documents.rulebook.flow_tree import FlowStep
    from xinfang_core.policy import Edition


def flow(edition: Edition) -> tuple[Block, ...]:
    """Which step may follow which; of an edition without steps nothing."""
    params = edition.params.get("workflow")
    if not isinstance(params, Params):
        return ()
    trees = flow_trees(params)
    if not trees:
        return ()
    key = anchor(edition.label, "flow")
    read = told("flow.read" if edition.policy_id == NATIONAL else "flow.beside")
    title = told("flow.title", title=edition.title)
    sentence = _told(trees)
    rows = tuple(_rows(edition, params, trees))
    table = Table(heads("step", "before", "mark", "clause", "basis"), rows)
    return (
        Heading(1, told("flow"), key),
        Paragraph(read),
        Picture(flow_svg(trees, key, title, sentence), sentence, (table,)),
    )


def _told(trees: Sequence[FlowStep]) -> str:
    """What the picture shows, in sentences."""
    steps = tuple(walked(trees))
    opening = tuple(one.step for one in steps if one.opens)
    closing = tuple(one.step for one in steps if one.closes)
    pairs = tuple(
        told("flow.pair", step=one.step, next=tuple(below.step for below in one.below))
        for one in steps
        if one.below
    )
    facts = {"count": len(steps), "opening": opening, "closing": closing, "pairs": "；".join(pairs)}
    return told("flow.told", **facts)


def _rows(
    edition: Edition, params: Params, trees: Sequence[FlowStep]
) -> Iterator[tuple[Words, ...]]:
    """A row for each step: what has to come before it, and what is said of it."""
    before = before_of(params)
    for one in walked(trees):
        wanted = before.get(one.step)
        citation = params.after[one.step].citation if wanted else params.opening.cited(one.step)
        firm = (cited(citation, edition.title), (badge(citation.basis),)) if one.own else ("", "")
        yield one.step.text(), wanted.text() if wanted else "", "、".join(one.marks), *firm
