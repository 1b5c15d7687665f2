"""What the parts of a rulebook share (手册用语): anchors, badges, clauses, heads of tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xinfang_core.documents.blocks import Run
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xinfang_core.sources import Citation
    from xinfang_core.vocabulary import Basis

_NO_ANCHOR = re.compile("[^0-9A-Za-z]+")


def anchor(*parts: str) -> str:
    """The anchor of a heading, of letters, digits and hyphens alone."""
    return "-".join(filter(None, (_NO_ANCHOR.sub("-", part).strip("-") for part in parts)))


def badge(basis: Basis) -> Run:
    """How firmly something stands."""
    return Run(basis.text(), badge=basis)


def told(code: str, **facts: object) -> str:
    """A sentence of rulebooks."""
    return render(f"rulebook.{code}", facts)


def heads(*names: str) -> tuple[str, ...]:
    """What stands above the columns of a table."""
    return tuple(told(f"column.{name}") for name in names)


def cited(citation: Citation, title: str) -> str:
    """Clause and phrase, with the source where it is another one than that of the ``title``."""
    source = "" if citation.source in {"", title} else citation.source
    quoted = f"“{citation.phrase}”" if citation.phrase else ""
    return " ".join(filter(None, (source, citation.clause))) + quoted


def spread(parts: Iterable[Run | str], between: str = "、") -> tuple[Run, ...]:
    """Runs with something between them."""
    found: list[Run] = []
    for part in parts:
        if found:
            found.append(Run(between))
        found.append(part if isinstance(part, Run) else Run(part))
    return tuple(found)
