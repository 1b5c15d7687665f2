"""What a word of the command line is taken for, or why it is refused (命令行取值)."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING
from unicodedata import category

from xinfang_core.calendar import Suspension
from xinfang_core.codec.moments import read_day, read_moment
from xinfang_core.errors import Fault
from xinfang_core.periods import LONGEST
from xinfang_core.refusals import RefusedError, unknown_name
from xinfang_core.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from xinfang_core.vocabulary.terms import Term

_MOST_DIGITS = 9
_LAST_PORT = 65535


def wrong(refused: RefusedError) -> argparse.ArgumentTypeError:
    """The error by which argparse tells what is wrong with a word."""
    return argparse.ArgumentTypeError(Fault(refused.code, refused.facts).text())


def day(text: str) -> date:
    """A day of the command line; an instant with a zone becomes its day in Shanghai."""
    try:
        return read_day(text)
    except RefusedError as refused:
        raise wrong(refused) from None


def moment(text: str) -> date:
    """A day or an instant of the command line, an instant as the clock of Shanghai."""
    try:
        return read_moment(text)
    except RefusedError as refused:
        raise wrong(refused) from None


def suspension(text: str) -> Suspension:
    """``BEGIN..END`` or ``BEGIN..``, perhaps with a comma and the reason."""
    days, *name = re.split("[,，]", text, maxsplit=1)
    begin, dots, end = days.partition("..")
    if not dots:
        raise wrong(RefusedError("cli.suspension", ("found", text)))
    return Suspension(day(begin), day(end) if end.strip() else None, reason("".join(name)))


def reason(text: str) -> str:
    """A reason that can be written: half a character pair cannot, a control sign garbles it."""
    reason = text.strip()
    if any(category(sign) in {"Cc", "Cs"} for sign in reason):
        raise wrong(RefusedError("value.control_character", ("found", reason)))
    return reason


def line_of_text(text: str) -> str:
    """Words that stand on one line of a file, and that can be seen."""
    found = reason(text)
    if not found:
        raise wrong(RefusedError("skeleton.empty"))
    return found


def number(text: str) -> int:
    """A whole number in digits alone, not so long that it could not be shown."""
    digits = text.strip().removeprefix("-")
    if not digits.isdecimal() or len(digits) > _MOST_DIGITS:
        raise wrong(RefusedError("value.not_count", ("found", text), ("most", _MOST_DIGITS)))
    return int(text)


def positive(text: str) -> int:
    """A count of at least one."""
    found = number(text)
    if found < 1:
        raise wrong(RefusedError("value.below", ("found", text), ("least", 1)))
    return found


def soon(text: str) -> int:
    """A count of working days, 0 among them."""
    found = number(text)
    if not 0 <= found <= LONGEST:
        raise wrong(RefusedError("value.not_within", ("found", text), ("most", LONGEST)))
    return found


def port(text: str) -> int:
    """A port, 0 among them."""
    found = number(text)
    if not 0 <= found <= _LAST_PORT:
        raise wrong(RefusedError("value.not_within", ("found", text), ("most", _LAST_PORT)))
    return found


def line(text: str) -> int:
    """The number of a line, counted from 1."""
    line = number(text) if text.isdecimal() else 0
    if line < 1:
        raise wrong(RefusedError("cli.no_line", ("found", text)))
    return line


def statuses(text: str) -> tuple[str, ...]:
    """The statuses of ``--fail-on``, each a known one."""
    names = tuple(name.strip() for name in text.strip(", ").split(","))
    for name in names:
        if name not in Status.__members__:
            raise wrong(unknown_name("value.unknown_term", name, Status.__members__))
    return names


def one_of(names: Iterable[str]) -> Callable[[str], str]:
    """What takes one of a few names, and offers the nearest for another."""
    known = tuple(names)

    def take(text: str) -> str:
        if text not in known:
            raise wrong(unknown_name("value.unknown_term", text, known))
        return text

    return take


def key_of(terms: Iterable[Term]) -> Callable[[str], str]:
    """What takes one of some terms, by its key or in Chinese, and gives its key."""
    known = {word: one.name for one in terms for word in (one.name, one.text())}

    def take(text: str) -> str:
        if text not in known:
            raise wrong(unknown_name("value.unknown_term", text, known))
        return known[text]

    return take
