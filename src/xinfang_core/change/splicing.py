"""Changing a text in places and leaving the rest as it is, byte for byte (就地改写)."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.toml_reader import value_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from xinfang_core.toml_reader import Document, Path

_MARK = "\ufeff"


@frozen
class Splice:
    """A piece of a text that is put in place of another one.

    Attributes:
        start: where the old piece starts, in characters.
        end: where it ends; at ``start`` where something is put between.
        text: the new piece.

    """

    start: int
    end: int
    text: str


@frozen
class _Pair:
    """A name and its value, as written.

    Attributes:
        key: the name.
        start: where it starts, with the names before it in a dotted one.
        value: where the value starts.
        end: where that ends.

    """

    key: str
    start: int
    value: int
    end: int


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with every piece in place; what is put at one place stands in the given order.

    Args:
        text: the file as it is, with its byte order mark and its ends of lines.
        splices: pieces that do not overlap, by the places of the text as ``read_toml`` counts
            them, with LF alone; they too end their lines in LF, and are written as the file is.

    """
    start = len(_MARK) if text.startswith(_MARK) else 0
    crlf = _crlf(text[start:])
    ending = "\r\n" if text[: text.find("\n")].endswith("\r") else "\n"
    parts: list[str] = []
    done = 0
    for one in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        first, last = (at + start + bisect_left(crlf, at) for at in (one.start, one.end))
        parts += [text[done:first], one.text.replace("\n", ending)]
        done = last
    return "".join((*parts, text[done:]))


def _crlf(text: str) -> list[int]:
    """The places of the ends of lines that are CRLF, counted as if they were LF."""
    found: list[int] = []
    at = text.find("\r\n")
    while at >= 0:
        found.append(at - len(found))
        at = text.find("\r\n", at + 2)
    return found


def in_table(
    document: Document, path: Path, wanted: Mapping[str, str | None], order: Sequence[str]
) -> Iterator[Splice]:
    """What writes some values of a table differently, adds them, or takes them out.

    Args:
        document: the file.
        path: the table.
        wanted: the new values as written, by name; None takes a name out.
        order: where a new name stands: after the last of those before it here.

    """
    pairs = _pairs(document, path)
    there = {pair.key: pair for pair in pairs}
    inline = _is_inline(document, path)
    for key, written in wanted.items():
        if written is not None and key in there:
            yield Splice(there[key].value, there[key].end, written)
    gone = [key for key, written in wanted.items() if written is None and key in there]
    yield from _without(document, pairs, gone, inline=inline)
    kept = [pair for pair in pairs if pair.key not in gone]
    for key in order:
        written = wanted.get(key)
        if written is not None and key not in there:
            before = order[: order.index(key)]
            yield _added(document, path, kept, before, f"{key} = {written}")


def end_of_table(document: Document, path: Path) -> int:
    """Where the lines of a table end that has a header: after its last value's line."""
    last = max((pair.end for pair in _pairs(document, path)), default=document.values[path])
    return line_end(document, last)


def line_end(document: Document, at: int) -> int:
    """Where the line ends that holds a place: before its end of line, or at the file's end."""
    end = document.text.find("\n", at)
    return len(document.text) if end < 0 else end


def _pairs(document: Document, path: Path) -> list[_Pair]:
    """The values written in a table itself, in the order of the file."""
    below = {place[-1]: place for place in document.keys if place[:-1] == path}
    found = []
    for key, place in below.items():
        at, value = document.keys[place], document.values[place]
        # A header stands before the name in it; a table by a dotted name starts with that.
        if at < value:
            start = _pair_start(document, at, inline=_is_inline(document, path))
            found.append(_Pair(str(key), start, value, value_end(document, place)))
    return sorted(found, key=lambda pair: pair.start)


def _pair_start(document: Document, at: int, *, inline: bool) -> int:
    """Where a pair starts of which the last name stands at a place."""
    text = document.text
    if not inline:
        return text.rfind("\n", 0, at) + 1
    start = max(text.rfind(",", 0, at), text.rfind("{", 0, at)) + 1
    return start + len(text[start:at]) - len(text[start:at].lstrip())


def _is_inline(document: Document, path: Path) -> bool:
    """Whether a table stands in braces, itself or the one that its dotted name belongs to."""
    while path and document.keys[path] == document.values[path]:
        sign = document.text[document.values[path]]
        if sign in "{[":
            return sign == "{"
        path = path[:-1]
    return path != () and document.text[document.values[path]] == "{"


def _without(
    document: Document, pairs: Sequence[_Pair], gone: Iterable[str], *, inline: bool
) -> Iterator[Splice]:
    """What takes pairs out, in braces with one comma, else with their lines."""
    left = {*gone}
    for number, pair in enumerate(pairs):
        if pair.key not in left:
            continue
        if not inline:
            yield Splice(pair.start, line_end(document, pair.end) + 1, "")
        elif number and any(one.key not in left for one in pairs[:number]):
            yield Splice(pairs[number - 1].end, pair.end, "")
        else:
            yield Splice(pair.start, pairs[number + 1].start, "")


def _added(
    document: Document, path: Path, pairs: Sequence[_Pair], before: Sequence[str], written: str
) -> Splice:
    """What adds a pair after the last of some names, or else where the table begins."""
    earlier = [pair for pair in pairs if pair.key in before]
    last = max(earlier, key=lambda pair: before.index(pair.key), default=None)
    beside = last or next(iter(pairs), None)
    added = _prefix(document, path, beside) + written
    if last and _is_inline(document, path):
        return Splice(last.end, last.end, f", {added}")
    if last or document.text[document.values[path]] == "[":
        at = line_end(document, last.end if last else document.values[path])
        return Splice(at, at, f"\n{added}")
    at = pairs[0].start
    return Splice(at, at, f"{added}, " if _is_inline(document, path) else f"{added}\n")


def _prefix(document: Document, path: Path, pair: _Pair | None) -> str:
    """What stands before a name on a line of a table: blanks, the names before it."""
    if pair is None:
        return ""
    return document.text[pair.start : document.keys[*path, pair.key]]
