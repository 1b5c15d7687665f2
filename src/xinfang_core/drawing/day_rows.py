"""The lines of a day table as plain words (逐日计算表), for whichever table they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.drawing.wording import state_of
from xinfang_core.messages import render

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar.day_by_day import DayLine
    from xinfang_core.messages import Lang

COLUMNS = ("day", "weekday", "counted", "running", "why", "notice")
"""What the columns are."""

_OWN_WORDS = frozenset({"day_table.last_rests", "day_table.rolled_to", "day_table.suspended"})
"""Lines of which the kind of the day alone does not say why."""


def day_heads(lang: Lang = "zh") -> tuple[str, ...]:
    """The heads of the columns."""
    return tuple(render(f"drawing.head.{column}", {}, lang) for column in COLUMNS)


def start_row(start: date, lang: Lang = "zh") -> tuple[str, ...]:
    """The row of the day that sets a period off, itself not counted."""
    state, why = (render(f"drawing.{code}.start", {}, lang) for code in ("state", "why"))
    return (start.isoformat(), weekday(start, lang), state, "0", why, "")


def day_row(line: DayLine, lang: Lang = "zh") -> tuple[str, ...]:
    """The row of a day: what it does, the days counted so far, why, and by which notice."""
    return (
        line.day.isoformat(),
        weekday(line.day, lang),
        render(f"drawing.state.{state_of(line)}", {}, lang),
        str(line.running),
        why_of(line, lang),
        source_of(line, lang),
    )


def weekday(day: date, lang: Lang = "zh") -> str:
    """Such as 周三."""
    return render("day_table.weekdays", {}, lang).split()[day.weekday()]


def why_of(line: DayLine, lang: Lang = "zh") -> str:
    """Why the day does what it does."""
    if line.suspended:
        return render("drawing.why.suspended_for", {"reason": line.suspended}, lang)
    why = render(f"day.{line.kind.name}", {"name": line.name}, lang)
    if line.code in _OWN_WORDS:
        return render(f"drawing.why.{line.code.removeprefix('day_table.')}", {"why": why}, lang)
    return why


def source_of(line: DayLine, lang: Lang = "zh") -> str:
    """The notice that arranged the day, and the region that issued it or is still awaited."""
    parts = [line.notice] if line.notice else []
    if line.region:
        parts.append(render("drawing.region", {"region": line.region}, lang))
    if line.awaits is not None:
        facts = {"year": line.awaits, "region": line.awaits_region}
        code = "drawing.awaits_region" if line.awaits_region else "drawing.awaits"
        parts.append(render(code, facts, lang))
    return render("drawing.year.next", {}, lang).join(parts)
