"""The words of a holiday line (放假行的词): dates, weekdays, verbs, counts, with their columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Sign for sign, so that columns stay what they are.
_SIGNS = {
    "０１２３４５６７８９": "0123456789",  # noqa: RUF001
    "：，；．.＃": ":,;。。#",  # noqa: RUF001
    "（［【〔[": "(((((",  # noqa: RUF001
    "）］】〕]": ")))))",  # noqa: RUF001
    "～∼〜": "~~~",  # noqa: RUF001
    "－—–―─": "-----",  # noqa: RUF001
    "\u3000\t\xa0\u200b\ufeff": "     ",
}
_PLAIN = str.maketrans("".join(_SIGNS), "".join(_SIGNS.values()))

WEEKDAYS = "一二三四五六日"
"""The last character of a weekday, from Monday; 天 is 日."""

_WEEKDAY = re.compile(r"(?:周|星期|礼拜)([一二三四五六日天])")
_NUMERALS = {
    **{sign: number for number, sign in enumerate("一二三四五六七八九十", 1)},
    **{f"十{sign}": number for number, sign in enumerate("一二三四五六七八九", 11)},
    "两": 2,
}
_DATE_IN_NOTE = re.compile(r"[0-9] ?[月日号天]")

# Each repeat is bounded, or stands before signs that it cannot take itself.
_WORDS = re.compile(
    r"(?P<space> +)"
    r"|(?P<urged>鼓励[^。;]*)"
    r"|(?P<note>\([^()]*\))"
    r"|(?P<weekday>(?:周|星期|礼拜)[一二三四五六日天])"
    r"|(?P<date>(?:(?P<year>[0-9]{4}) ?年 ?)?(?:(?P<month>[0-9]{1,2}) ?月 ?)?(?P<day>[0-9]{1,2})"
    # Short for two dates of one month: 1月1至3日, 25、26日.
    r"(?: ?[日号]|(?= ?[-至到~、和及与])))"
    r"|(?P<count>(?P<all>共计?|合计|总共)? ?"
    r"(?P<number>[0-9]{1,3}|[一二两三四五六七八九十]{1,2}) ?天)"
    r"|(?P<worked>(?:照常|正常|调休|均|须|需)?(?:上班|补班))"
    r"|(?P<off>(?:调休|公休|均)?放假(?:调休|公休|补休|休息)?|调休|补休|补假|休息)"
    r"|(?P<joined>(?:[与和同]周末)?连休)"
    r"|(?P<unswapped>不调休)"
    r"|(?P<among>其中)"
    r"|(?P<through>至|到|~|--?)"
    r"|(?P<list>、|以及|和|及|与)"
    r"|(?P<comma>[,:])"
    r"|(?P<end>[。;])"
    r"|(?P<unknown>[^,:。;、()]+|.)"
)


@frozen
class Word:
    """One word of a line.

    Attributes:
        kind: its group in ``_WORDS``.
        text: as written.
        column: where it starts, counted from 1.
        parts: the groups within it, such as year, month and day.

    """

    kind: str
    text: str
    column: int
    parts: Mapping[str, str | None]

    def weekdays(self) -> tuple[int, ...]:
        """The weekdays named in it, 0 for Monday."""
        names = (match[1].replace("天", "日") for match in _WEEKDAY.finditer(self.text))
        return tuple(map(WEEKDAYS.index, names))

    def number(self) -> int:
        """The number of a count, in digits or Chinese; 0 where it is none such as 十十."""
        text = self.parts["number"] or ""
        return int(text) if text.isdigit() else _NUMERALS.get(text, 0)

    def names_a_day(self) -> bool:
        """Whether a remark in brackets names a date or a count of its own."""
        return bool(_DATE_IN_NOTE.search(self.text))


def plain(line: str) -> str:
    """The line in half-width signs, sign for sign."""
    return line.translate(_PLAIN)


def words(line: str, start: int) -> Iterator[Word]:
    """The words of a plain line from ``start``; blanks and what only urges are left out."""
    for match in _WORDS.finditer(line, start):
        kind = match.lastgroup or ""
        if kind not in {"space", "urged", "unswapped"}:
            yield Word(kind, match.group(), match.start() + 1, match.groupdict())
