"""The time line of one case (时间线): what happened, and from when to when each limit ran."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from xinfang_core.documents.account.limits import limits_of
from xinfang_core.drawing.svg_text import FONTS, legal, text, width, wrapped
from xinfang_core.vocabulary import Status
from xinfang_desk.asking import answered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xinfang_core.case import Case
    from xinfang_core.documents.account.limits import Limit

_WIDTH: Final = 900
_LEFT: Final = 210
_RIGHT: Final = 24
_TOP: Final = 20
_LANE: Final = 22
_ROW: Final = 44
_SMALL: Final = 13
_TICK: Final = 12
_INK, _FAINT, _LINE = "#1a1a1a", "#595959", "#c4c4c4"
_MOST_TITLE: Final = _LEFT - 30
_DECEMBER: Final = 12
_FEW_MONTHS: Final = 14

_BARS: Final = {
    Status.open: "#2f6fa8",
    Status.met: "#3d7d55",
    Status.overdue: "#a61b1b",
    Status.late: "#a61b1b",
    Status.lapsed: "#8a5a00",
}
"""The colour of a limit; its status stands beside it in words."""


def drawn(words: Sequence[str]) -> str:
    """The time line of the one case that the words of ``docs account`` name, as SVG."""
    about = answered(words)
    return timeline_svg(about.case, limits_of(about.answer), about.answer.as_of)


@frozen
class _Scale:
    """From days to places across."""

    first: date
    last: date
    pixels: float = field(init=False)

    @pixels.default
    def _per_day(self) -> float:
        return (_WIDTH - _LEFT - _RIGHT) / max(1, (self.last - self.first).days)

    def at(self, day: date) -> int:
        return round(_LEFT + (day - self.first).days * self.pixels)


def timeline_svg(case: Case, limits: Sequence[Limit], as_of: date) -> str:
    """What happened above, the limits below, the day asked about as a line through both."""
    happened = _happened(case)
    scale = _scale_of([as_of, *happened, *(day for one in limits for day in _ends(one))])
    body, low = _events(happened, scale, as_of)
    axis_top = low
    months, low = _months(scale, low)
    rows: list[str] = []
    for one in limits:
        rows.extend(_row(one, scale, low))
        low += _ROW
    if not limits:
        rows.append(text(_LEFT, low + 16, "没有已经起算的期限", _SMALL, _FAINT))
        low += _ROW
    marked = _today(scale, as_of, axis_top, low)
    return "\n".join(
        (*_opening(case, happened, limits, low + 28), *months, *rows, *marked, *body, "</svg>\n")
    )


def _opening(
    case: Case, happened: dict[date, str], limits: Sequence[Limit], down: int
) -> Iterator[str]:
    """The root, and all of it in words for those who cannot see it."""
    events = "；".join(f"{day} {told}" for day, told in happened.items())
    ran = "；".join(f"{one.title}{one.deadline.status.text()}，至 {one.ends}" for one in limits)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {down}" '
        f'width="{_WIDTH}" height="{down}" role="img" xml:lang="zh-CN" '
        f'aria-labelledby="timeline-title timeline-desc" font-family="{FONTS}">'
    )
    yield f'<title id="timeline-title">{legal(f"时间线：{case.case_no}")}</title>'
    yield f'<desc id="timeline-desc">{legal(f"经过：{events}。期限：{ran}。")}</desc>'
    yield f'<rect width="{_WIDTH}" height="{down}" fill="#ffffff"/>'


def _happened(case: Case) -> dict[date, str]:
    """What happened on each day, in order."""
    found: dict[date, list[str]] = {}
    for one in case.history.events:
        found.setdefault(one.day, []).append(one.kind.text())
    return {day: "、".join(told) for day, told in sorted(found.items())}


def _ends(limit: Limit) -> Iterator[date]:
    """The first and the last day of a limit, as far as it has them."""
    if limit.told.start:
        yield _plain(limit.told.start)
    if limit.deadline.due:
        yield limit.deadline.due


def _plain(day: date) -> date:
    return date(day.year, day.month, day.day)


def _scale_of(days: Sequence[date]) -> _Scale:
    """A scale from the first to the last of the days, with a little air."""
    first, last = min(days), max(days)
    air = timedelta(days=max(1, (last - first).days // 30))
    return _Scale(first - air, last + air)


def _events(happened: dict[date, str], scale: _Scale, as_of: date) -> tuple[list[str], int]:
    """The names of what happened in lanes, so that none covers another, each over its day."""
    lanes: list[int] = []
    placed = []
    for day, told in happened.items():
        label = f"{day.month}-{day.day:02} {told}"
        wide = width(label, _SMALL) + 14
        left = max(8, min(scale.at(day), _WIDTH - _RIGHT - wide))
        lane = next((place for place, end in enumerate(lanes) if end <= left), len(lanes))
        lanes[lane : lane + 1] = [left + wide]
        placed.append((day, label, left, lane))
    low = _TOP + _LANE * max(1, len(lanes))
    stems, drawing = [], []
    for day, label, left, lane in placed:
        # The nearest lane is that of the first ones.
        base, middle = low - lane * _LANE - 8, scale.at(day)
        ink = _FAINT if day > as_of else _INK
        stems.append(f'<path d="M{middle} {base + 4}V{low + 6}" stroke="{_LINE}"/>')
        drawing.append(f'<circle cx="{middle}" cy="{low + 8}" r="5" fill="{ink}"/>')
        # No stem of another day runs through the words.
        size = f'width="{width(label, _SMALL)}" height="17"'
        drawing.append(f'<rect x="{left}" y="{base - 13}" {size} fill="#ffffff"/>')
        drawing.append(text(left, base, label, _SMALL, ink))
    return stems + drawing, low + 8


def _months(scale: _Scale, top: int) -> tuple[list[str], int]:
    """The axis with a tick where a month begins."""
    drawing = [f'<path d="M{_LEFT} {top}H{_WIDTH - _RIGHT}" stroke="{_FAINT}" stroke-width="2"/>']
    months = list(_beginnings(scale))
    every = -(-len(months) // _FEW_MONTHS) if months else 1
    for place, day in enumerate(months):
        across = scale.at(day)
        drawing.append(f'<path d="M{across} {top}v8" stroke="{_FAINT}"/>')
        if place % every == 0:
            year = f"{day.year}年" if day.month == 1 or place == 0 else ""
            label = f"{year}{day.month}月"
            # The last one stands within the picture.
            left = min(across + 3, _WIDTH - 4 - width(label, _TICK))
            drawing.append(text(left, top + 20, label, _TICK, _FAINT))
    return drawing, top + 34


def _beginnings(scale: _Scale) -> Iterator[date]:
    """The first days of the months on the axis."""
    year, month = scale.first.year, scale.first.month
    while True:
        year, month = (year + 1, 1) if month == _DECEMBER else (year, month + 1)
        day = date(year, month, 1)
        if day > scale.last:
            return
        yield day


def _row(limit: Limit, scale: _Scale, top: int) -> Iterator[str]:
    """A limit: its name and where it stands, and a bar from its first to its last day."""
    ink = _BARS.get(limit.deadline.status, _FAINT)
    due = limit.deadline.due or scale.last
    start = _plain(limit.told.start) if limit.told.start else due
    title = next(iter(wrapped(limit.title, 14, _MOST_TITLE)))
    yield text(12, top + 18, title, 14, _INK, bold=True)
    yield text(12, top + 35, f"{limit.deadline.status.text()}，至 {due}", 12, ink)
    left, right = scale.at(start), scale.at(due)
    yield f'<path d="M{_LEFT} {top + 40}H{_WIDTH - _RIGHT}" stroke="#ececec"/>'
    if right > left:
        yield f'<rect x="{left}" y="{top + 12}" width="{right - left}" height="12" fill="{ink}"/>'
    yield f'<path d="M{right} {top + 6}v24" stroke="{ink}" stroke-width="3"/>'


def _today(scale: _Scale, as_of: date, top: int, low: int) -> Iterator[str]:
    """The day asked about."""
    across = scale.at(as_of)
    yield f'<path d="M{across} {top}V{low + 6}" stroke="#8f1d1d" stroke-dasharray="5 4"/>'
    anchor = "end" if across > _WIDTH - 200 else "start"
    yield text(across, low + 20, f"评估日 {as_of}", _SMALL, "#8f1d1d", anchor)
