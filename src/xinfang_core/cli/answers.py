"""What an officer types, read one answer at a time (答案的读取)."""

from __future__ import annotations

import re
from itertools import chain, count
from typing import TYPE_CHECKING, TypeVar
from unicodedata import category

from xinfang_core.periods import LONGEST, CalendarDays, SameDay, period
from xinfang_core.policy import policy_ids
from xinfang_core.policy.declared import refused_keys
from xinfang_core.policy.phrases import numbers_in
from xinfang_core.refusals import RefusedError
from xinfang_core.vocabulary import Absent, EventKind, Unit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from xinfang_core.periods import AnyPeriod
    from xinfang_core.vocabulary import Dimension, Force, MatterFlag, Role, Step

    Option = TypeVar("Option", Dimension, Force, MatterFlag, Role, Step)

_ID = re.compile(r"[a-z][a-z0-9_-]*")
_BETWEEN = re.compile("[、,，]")
_COUNT = r"(\d{1,9}|[零〇一二三四五六七八九两十百千]{1,9})"
_PERIOD = re.compile(
    rf"{_COUNT} ?(个?工作日|个?自然日|日|天|个?月|个?小时|分钟|个?工作小时)(?:以内|之内|内)?"
)
_TIMES = re.compile(rf"{_COUNT} ?次?")
_UNITS = {
    "工作日": Unit.working_day,
    "自然日": Unit.calendar_day,
    "日": Unit.calendar_day,
    "天": Unit.calendar_day,
    "月": Unit.month,
    "小时": Unit.hour,
    "分钟": Unit.minute,
}
_WORDS: dict[str, AnyPeriod | Absent] = {
    "当日": SameDay(),
    "当天": SameDay(),
    "次日": CalendarDays(1),
    "第二天": CalendarDays(1),
    "无": Absent.none,
    "不详": Absent.silent,
}


def read_text(answer: str) -> str:
    """A text that stands on one line of a file.

    Raises:
        RefusedError: it is empty, or holds what cannot be written or seen.

    """
    if not answer:
        raise RefusedError("skeleton.empty")
    kinds = {category(sign) for sign in answer}
    if "Cs" in kinds:  # half a sign, or bytes of another encoding
        raise RefusedError("skeleton.illegible")
    if kinds & {"Cc", "Zl", "Zp"}:
        raise RefusedError("value.control_character", ("found", answer))
    if answer in Absent.__members__:  # in a file these words mean that there is no value
        raise RefusedError("skeleton.absent", ("found", answer))
    return answer


def read_id(answer: str) -> str:
    """The short name of a policy, of none that comes with the library."""
    if not _ID.fullmatch(answer):
        raise RefusedError("skeleton.bad_id", ("found", answer))
    if answer in policy_ids():
        raise RefusedError("skeleton.shipped_id", ("found", answer))
    return answer


def read_names(answer: str) -> tuple[str, ...]:
    """Official names with 、 between them, none of them twice; there may be none."""
    names = tuple(filter(None, map(str.strip, _BETWEEN.split(answer))))
    seen: set[str] = set()
    for name in map(read_text, names):
        read_new(name, seen)
        seen.add(name)
    return names


def read_new(name: str, known: Collection[str]) -> str:
    """A name that is not one of ``known``."""
    if name in known:
        raise RefusedError("skeleton.named_twice", ("found", name))
    return name


def read_own(answer: str) -> tuple[str, ...]:
    """As ``read_names``; a number alone is no name: where there is a list it means one of that."""
    names = read_names(answer)
    for name in filter(str.isdecimal, names):
        raise RefusedError("skeleton.number", ("found", name))
    return names


def read_steps(answer: str) -> tuple[str, ...]:
    """Names of steps, none of which there is already."""
    names = read_own(answer)
    for name in names:
        if any(name in (step.name, step.value) for step in EventKind):
            raise RefusedError("skeleton.known_step", ("found", name))
    return names


def read_key(section: str, answer: str, rules: Iterable[str], names: Collection[str]) -> str:
    """A key that nothing else has.

    Args:
        section: what it is the key of, as the section of the file is called.
        answer: the key.
        rules: what is declared so far, as ``SECTION.KEY``.
        names: the official names of the others in the section: a key is not to be taken for one.

    """
    for refused in refused_keys(section, answer, rules):
        raise refused
    return read_new(answer, names)


def read_option(answer: str, options: Sequence[Option]) -> Option:
    """One of ``options``, by its number from 1, its official name or its key."""
    for number, option in enumerate(options, 1):
        if answer in (str(number), option.value, option.name):
            return option
    raise RefusedError("skeleton.no_option", ("found", answer), ("most", len(options)))


def read_options(answer: str, options: Sequence[Option]) -> tuple[Option, ...]:
    """Some of ``options``, each once, with 、 between them; there may be none."""
    chosen = (read_option(one, options) for one in read_names(answer))
    return tuple(dict.fromkeys(chosen))


def read_period(answer: str) -> AnyPeriod | Absent:
    """A length of time such as 5个工作日, 15日, 2小时 or 当日; 无 and 不详 as absent.

    Raises:
        RefusedError: it is something else, or in hours of office time, which need the office's.

    """
    if answer in _WORDS:
        return _WORDS[answer]
    found = _PERIOD.fullmatch(answer)
    if found is None:
        raise RefusedError("skeleton.no_period", ("found", answer))
    unit = found[2].removeprefix("个")
    if unit not in _UNITS:
        raise RefusedError("skeleton.working_hours")
    return period(_count(found[1]), _UNITS[unit])


def read_times(answer: str) -> int | None:
    """How often, such as 2 or 两次; None where it is not told."""
    if not answer:
        return None
    found = _TIMES.fullmatch(answer)
    if found is None:
        raise RefusedError("skeleton.no_times", ("found", answer))
    return _count(found[1])


def _count(written: str) -> int:
    """A count in digits or Chinese numerals."""
    (found,) = numbers_in(written)
    if not 1 <= found <= LONGEST:
        raise RefusedError("period.not_positive", ("found", written), ("most", LONGEST))
    return int(found)


def proposed_key(
    shipped: Iterable[str], stem: str, rules: Iterable[str], names: Collection[str]
) -> str:
    """A key that is free: that of the library for the same name, or else such as ``kind_1``."""
    taken = {rule.partition(".")[2] for rule in rules}.union(names)
    numbered = (f"{stem}_{number}" for number in count(1))
    return next(key for key in chain(shipped, numbered) if key not in taken)
