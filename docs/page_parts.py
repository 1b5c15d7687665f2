"""What the generated pages share (页面通用): titles, anchors, links, citations."""
# ruff: noqa: INP001 - beside the pages, no package

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core import load_policy, policy_ids
from xinfang_core.messages import render

if TYPE_CHECKING:
    from xinfang_core.policy import Edition
    from xinfang_core.sources import Citation


def editions() -> list[Edition]:
    """Every edition that is shipped."""
    return [edition for one in policy_ids() for edition in load_policy(one).editions]


def title(rule: str) -> str:
    """The Chinese name of a rule."""
    return render(f"rule.{rule}", {})


def policy_file(edition: Edition) -> str:
    """The page of an edition: the newest one has the name of its policy alone."""
    newest = load_policy(edition.policy_id).editions[0].label == edition.label
    return f"{edition.policy_id if newest else edition.label.replace('@', '-')}.md"


def citation_cells(cited: Citation) -> tuple[str, ...]:
    """Clause and phrase, basis, note."""
    quoted = f"“{cited.phrase}”" if cited.phrase else ""
    return cited.clause + quoted, cited.basis.text(), cited.note
