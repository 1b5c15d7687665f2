"""The notices that come with the library (随附的放假通知): dated TOML beside this file.

They are read as they are: the tests hold each of them to what a host's notice must fulfil.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from xinfang_core.calendar.notice import ArrangedDay, Notice, Scope
from xinfang_core.calendar.plain import DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.resources.abc import Traversable


def folders() -> tuple[str, ...]:
    """``national``, and the codes of the regions."""
    return tuple(sorted(folder.name for folder in _root().iterdir() if folder.is_dir()))


def read_folder(folder: str) -> Iterator[dict[str, Any]]:
    """The files of one folder by name, each as read."""
    import tomllib

    for file in sorted(_root().joinpath(folder).iterdir(), key=lambda one: one.name):
        yield tomllib.loads(file.read_text(encoding="utf-8"))


def _root() -> Traversable:
    from importlib.resources import files

    return files("xinfang_core.calendar").joinpath("notices")


def make_notice(read: dict[str, Any]) -> Notice:
    """The notice that a file describes."""
    return Notice(
        number=read["number"],
        year=read["year"],
        issued=read.get("issued"),
        days=_days(read),
        amends=read.get("amends", False),
        scope=Scope[read.get("scope", "national")],
        region=read.get("region", ""),
        whole_year=read.get("whole_year", False),
        title=read.get("title", ""),
        link=read.get("link", ""),
    )


def _days(read: dict[str, Any]) -> tuple[ArrangedDay, ...]:
    """All days of a notice, in order."""
    days = []
    for holiday in read.get("holiday", ()):
        off, worked = (tuple(_dates(holiday.get(key, ()))) for key in ("off", "worked"))
        in_lieu = frozenset(_dates(holiday.get("in_lieu", ())))
        name = holiday["name"]
        days += [ArrangedDay(day, worked=False, name=name, in_lieu=day in in_lieu) for day in off]
        days += [ArrangedDay(day, worked=True, name=name) for day in worked]
    return tuple(sorted(days, key=lambda one: one.day))


def _dates(items: Iterable[date | str]) -> Iterator[date]:
    """The days of a list; ``2026-02-15..2026-02-23`` is a range."""
    for item in items:
        ends = [item] if isinstance(item, date) else list(map(date.fromisoformat, item.split("..")))
        yield from (ends[0] + number * DAY for number in range((ends[-1] - ends[0]).days + 1))
