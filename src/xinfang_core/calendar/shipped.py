"""The notices that come with the library (随附的放假通知): dated TOML beside this file.

They are read as they are: the tests hold each of them to what a host's notice must fulfil.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xinfang_core.calendar.notice import ArrangedDay, Notice, Scope
from xinfang_core.calendar.statutory import in_lieu_days

if TYPE_CHECKING:
    from collections.abc import Iterator
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
        title=read["title"],
        link=read.get("link", ""),
    )


def _days(read: dict[str, Any]) -> tuple[ArrangedDay, ...]:
    """All days of a notice; of a yearly national one the days off in lieu follow from the law."""
    days = []
    for holiday in read.get("holiday", ()):
        off = holiday.get("off", ())
        listed = holiday.get("in_lieu", ())
        if "scope" not in read and "amends" not in read:
            listed = in_lieu_days(read["year"], off)
        days += [
            ArrangedDay(day, worked=False, name=holiday["name"], in_lieu=day in listed)
            for day in off
        ]
        days += [
            ArrangedDay(day, worked=True, name=holiday["name"]) for day in holiday.get("worked", ())
        ]
    return tuple(sorted(days, key=lambda one: one.day))
