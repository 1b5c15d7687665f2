"""The rates in a table and a plot (指标情况), beside what is asked for and the period before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.declared import score
from xinfang_core.documents.blocks import Bar, Bars, Run
from xinfang_core.documents.bulletin.blocks_of import heading, note, said, strong, table
from xinfang_core.documents.bulletin.rates import Line, decided, rate_lines, shown, undefined
from xinfang_core.documents.bulletin.tallied import is_visible
from xinfang_core.vocabulary import Indicator

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from xinfang_core.documents.blocks import Block, Words
    from xinfang_core.documents.bulletin.asked import Asked
    from xinfang_core.documents.bulletin.figures import Figures

_HEADS = ("name", "above", "below", "percent", "required", "before", "change", "basis")
_NUMBERS = (1, 2, 3, 5, 6)
_WIDTHS = (4, 2, 2, 3, 3, 3, 3, 7)
_WHOLE = 100.0


def rates_part(figures: Figures, before: Figures | None, asked: Asked) -> Iterator[Block]:
    """What the policy defines; what it does not define is named, and has no number."""
    yield heading("part.rates", "rates")
    lines = rate_lines(figures, every=True)
    earlier = {one.key: one for one in rate_lines(before, every=True)} if before else {}
    made = [one for one in lines if not one.why]
    seen = {one.key for one in made if is_visible(one, figures, asked)}
    if made:
        was = {key for key, one in earlier.items() if before and is_visible(one, before, asked)}
        yield _table([_row(one, earlier.get(one.key), seen, was) for one in made], made)
        yield from _bars([one for one in made if one.key in seen])
        yield from _definitions(made, asked)
    unmade = [(one.name, _why(one, asked)) for one in lines if one.why]
    if unmade:
        yield note("rates.unmade")
        yield table((said("rate.name"), said("rate.why")), unmade)
    left = undefined(figures.pack)
    if len(left) == len(Indicator) and not lines:
        yield note("rates.all_undefined")
    elif left:
        yield note("rates.undefined", names=left)
    yield from scores_part(figures, asked)


def _table(rows: Sequence[tuple[Words, ...]], made: Sequence[Line]) -> Block:
    """The rates; without a column of what is asked for where nothing is."""
    bounded = any(one.required for one in made)
    kept = [place for place, one in enumerate(_HEADS) if bounded or one != "required"]
    return table(
        [said(f"rate.{_HEADS[place]}") for place in kept],
        ([row[place] for place in kept] for row in rows),
        [at for at, place in enumerate(kept) if place in _NUMBERS],
        widths=tuple(_WIDTHS[place] for place in kept),
    )


def _row(
    line: Line, before: Line | None, seen_now: Collection[str], seen_before: Collection[str]
) -> tuple[Words, ...]:
    """A rate with what is asked for and the period before."""
    seen, earlier = line.key in seen_now, line.key in seen_before
    cited, hidden = line.citation, said("hidden")
    percent = shown(line) if seen else hidden
    return (
        line.name,
        str(line.above) if seen else hidden,
        str(line.below) if seen else hidden,
        strong(percent) if line.is_missed and seen else percent,
        _required(line) if seen else line.required,
        "" if before is None else shown(before) if earlier else hidden,
        _change(line, before) if seen and earlier else "",
        (Run(cited.basis.text(), badge=cited.basis), Run(f" {_place(line)}")) if cited else "",
    )


def _required(line: Line) -> str:
    """What is asked for, and whether it is missed."""
    return f"{line.required}{said('rate.missed')}" if line.is_missed else line.required


def _place(line: Line) -> str:
    """The clause that the rate rests on most weakly."""
    cited = line.citation
    return " ".join(filter(None, (cited.source, cited.clause))) if cited else ""


def _change(line: Line, before: Line | None) -> str:
    """By how many percentage points the rate differs from that of the period before."""
    if before is None or line.percent is None or before.percent is None:
        return ""
    return signed(line.percent - before.percent)


def signed(number: object) -> str:
    """A number with its sign; nothing at all has none."""
    return f"{number:+}" if number else "0"


def _bars(seen: Sequence[Line]) -> Iterator[Bars]:
    """The rates that may be seen beside what is asked for."""
    lines = [one for one in seen if one.percent is not None]
    if not lines:
        return
    bounded = any(one.bound is not None for one in lines)
    series = (said("rate.percent"), said("rate.required")) if bounded else (said("rate.percent"),)
    bars = []
    for one in lines:
        values = (float(one.percent or 0), None if one.bound is None else float(one.bound))
        words = (shown(one), one.required or said("rate.free"))
        bars.append(Bar(one.name, values[: len(series)], words[: len(series)]))
    most = max(_WHOLE, *(float(one.percent or 0) for one in lines))
    yield Bars(
        said("bars.rates_required" if bounded else "bars.rates"), tuple(bars), series, most, "%"
    )


def _definitions(made: Sequence[Line], asked: Asked) -> Iterator[Block]:
    """What each rate counts, and what cannot be told of it."""
    rows = [
        (one.name, one.counted, one.rounding or said("rate.unrounded"), _remarks(one, asked))
        for one in made
    ]
    heads = (said("rate.name"), said("rate.definition"), said("rate.cutting"), said("rate.remark"))
    yield table(heads, rows, caption=said("rates.definitions"), widths=(2, 5, 2, 4))


def _why(line: Line, asked: Asked) -> str:
    """Why there is no rate; the public is not told how many cases are in doubt."""
    if not asked.is_public:
        return line.why
    return said("rate.empty" if line.is_empty else "rate.cannot")


def _remarks(line: Line, asked: Asked) -> str:
    noted = line.citation.note if line.citation else ""
    doubt = "" if asked.is_public else line.doubt
    return "；".join(filter(None, (doubt, noted)))


def scores_part(figures: Figures, asked: Asked) -> Iterator[Block]:
    """The scores that the policy declares, of the work of the office."""
    if not figures.pack.scores or asked.is_public:
        return
    found = score.Figures(decided(figures))
    rows = []
    for params in figures.pack.scores.values():
        decision = score.decide(found, params)
        points = decision.outcome if isinstance(decision.outcome, score.Score) else None
        full = params.full.value if params.full else ""
        why = "" if points else decision.reasons[-1].text()
        told = points.text() if points else said("rate.none")
        rows.append((str(params.name.value), told, str(full), why))
    heads = (said("score.name"), said("score.points"), said("score.full"), said("rate.why"))
    yield table(heads, rows, (1, 2), caption=said("scores"))


def rate_words(line: Line) -> str:
    """A rate with its counts on one line."""
    if line.above is None:
        return said("rate.empty" if line.is_empty else "rate.none")
    facts = {"above": line.above, "below": line.below}
    if line.percent is None:
        return said("rate.text_unrounded", **facts)
    return said("rate.text", percent=shown(line), **facts)
