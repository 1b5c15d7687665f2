"""The words of every message, in Chinese and English, and nothing that decides.

A reason, finding or fault carries a code and facts; the sentence is made here, on demand.
Each catalogue file maps a code to its pair ``(Chinese, English)``, so that the two stand side
by side and cannot drift apart. Nothing in the library reads a rendered sentence back.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Literal, Protocol, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Mapping

Lang = Literal["zh", "en"]
"""Language of a rendered text: ``"zh"`` (simplified Chinese) or ``"en"``."""


class Speaks(Protocol):
    """A value that knows its own words, such as a term or a period."""

    def text(self, lang: Lang = "zh") -> str:
        """The value in words."""
        ...


def speaks(value: object) -> TypeGuard[Speaks]:
    """Whether a value knows its own words."""
    # A protocol that is checked at run time takes longer than all the rest of a sentence.
    return hasattr(value, "text")


def words(value: object, lang: Lang) -> str:
    """One fact as text: terms and periods in words, days as ISO, moments in UTC+8 by the clock, tuples as a list."""
    if isinstance(value, (str, int)):
        return str(value)
    if isinstance(value, datetime) and value.tzinfo:
        return value.isoformat(" ").removesuffix("+08:00").removesuffix(":00")
    if isinstance(value, date):
        return value.isoformat()
    if type(value) is not tuple and speaks(value):
        return value.text(lang)
    if not isinstance(value, tuple):
        return str(value)
    if not value:
        return "无" if lang == "zh" else "none"
    return ("、" if lang == "zh" else ", ").join([words(item, lang) for item in value])


def render(code: str, facts: Mapping[str, object], lang: Lang = "zh") -> str:
    """The sentence for ``code`` with ``facts`` filled in.

    Raises:
        KeyError: no such code, or a fact that the template names is missing: a defect of ours.

    """
    template = _catalogue()[code][lang == "en"]
    return template.format_map({name: words(value, lang) for name, value in facts.items()})


@cache
def _catalogue() -> Mapping[str, tuple[str, str]]:
    """All words; loaded when the first message is made, since hosts notice start-up."""
    from xinfang_core.messages.catalogue import CATALOGUE

    return CATALOGUE
