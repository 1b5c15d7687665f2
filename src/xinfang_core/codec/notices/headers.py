"""The lines before the holidays in the clerk's text (开头各行): name, colon, value."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from xinfang_core.calendar.notice import Scope
from xinfang_core.codec.moments import read_day
from xinfang_core.codec.notices.drafting import EARLIEST_YEAR, LATEST_YEAR, is_region_code
from xinfang_core.codec.notices.words import plain
from xinfang_core.refusals import RefusedError, unknown_name
from xinfang_core.vocabulary import find_term

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

NAMES: Mapping[str, str] = {
    "文号": "number",
    "发文字号": "number",
    "标题": "title",
    "网址": "link",
    "链接": "link",
    "印发日期": "issued",
    "成文日期": "issued",
    "发布日期": "issued",
    "年份": "year",
    "年度": "year",
    "调整通知": "amends",
    "适用范围": "scope",
    "地区": "region",
    "全年完整": "whole_year",
}
"""What each line may be called, and the argument of ``Notice`` that it gives."""

REQUIRED: Mapping[str, str] = {"number": "文号", "year": "年份"}
"""Lines that must be there; 文号 may be left empty where it is not known."""

DEFAULTS: Mapping[str, object] = {
    "number": "",
    "title": "",
    "link": "",
    "issued": None,
    "year": None,
    "amends": False,
    "scope": Scope.national,
    "region": "",
    "whole_year": False,
}
"""What holds where nothing is written."""

_YEAR = re.compile(r"([0-9]{4}) ?年?度?")
_REGION = re.compile(r"([0-9]+)(?: *\(?[^0-9() ][^0-9()]*\)?)?")
_TRUTHS = {"是": True, "否": False}
_NOT_KNOWN = "无"
_CUTOFF = 0.5  # one of two characters is right


def header_value(name: str, text: str) -> Any:  # noqa: ANN401 - each line gives its own kind
    """What the line gives to the argument ``name`` of ``Notice``; ``text`` is as written.

    Raises:
        RefusedError: it is not of the wanted form.

    """
    read = _READERS.get(name)
    if read is None:
        return "" if text == _NOT_KNOWN else text
    return read(plain(text).strip()) if text or name == "year" else DEFAULTS[name]


def nearest_header(name: str) -> str:
    """The line of the head that ``name`` may be a slip of; empty where there is none."""
    return next(iter(get_close_matches(name, NAMES, n=1, cutoff=_CUTOFF)), "")


def _year(text: str) -> int:
    match = _YEAR.fullmatch(text)
    if match is None or not EARLIEST_YEAR <= int(match[1]) <= LATEST_YEAR:
        raise RefusedError("notice_file.year", ("found", text))
    return int(match[1])


def _truth(text: str) -> bool:
    if text not in _TRUTHS:
        raise RefusedError("notice_file.not_yes_no", ("found", text))
    return _TRUTHS[text]


def _scope(text: str) -> Scope:
    scope = find_term(Scope, text)
    if scope is None:
        raise unknown_name("value.unknown_term", text, (one.value for one in Scope))
    return scope


def _region(text: str) -> str:
    """The code alone; the region's name beside it is for human readers."""
    match = _REGION.fullmatch(text)
    if match is None or not is_region_code(match[1]):
        raise RefusedError("notice_file.region_code", ("found", text))
    return match[1]


def _issued(text: str) -> date:
    return read_day(text.replace(" ", ""))


_READERS: dict[str, Callable[[str], object]] = {
    "issued": _issued,
    "year": _year,
    "amends": _truth,
    "scope": _scope,
    "region": _region,
    "whole_year": _truth,
}
