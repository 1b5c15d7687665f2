"""What of the counts may be published (公布的件数): small ones point at a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from xinfang_core.documents.privacy.small_counts import suppressed
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from xinfang_core.documents.bulletin.asked import Asked
    from xinfang_core.documents.bulletin.rates import Line

    Key = TypeVar("Key", bound=Hashable)


def visible(counts: Mapping[Key, int], asked: Asked) -> dict[Key, int | None]:
    """The parts of a whole as its readers may see them; None: not published.

    Args:
        counts: the parts, which add up to the whole.
        asked: for whom they are, and the smallest count that is published.

    """
    if not asked.is_public:
        return dict(counts)
    named = {str(place): count for place, count in enumerate(counts.values())}
    found = suppressed(named, sum(named.values()), asked.least.count)
    return dict(zip(counts, (found[name] for name in named), strict=True))


def visible_total(count: int, asked: Asked) -> int | None:
    """A whole as its readers may see it."""
    return None if asked.is_public and 0 < count < asked.least.count else count


def is_visible(line: Line, asked: Asked) -> bool:
    """Whether a rate may be published: what stands over the line and what does not."""
    if not asked.is_public or line.above is None or line.below is None:
        return True
    rest = max(line.below - line.above, 0)
    return None not in visible({"above": line.above, "rest": rest}, asked).values()


def told(count: int | None) -> str:
    """A count in words; a dash where it is not published."""
    return render("bulletin.hidden", {}) if count is None else str(count)
