"""What every question to the calendar checks first (日期核对)."""

from __future__ import annotations

from datetime import date, datetime

from xinfang_core.errors import Fault, MisuseError


def check_date(value: object, path: str) -> None:
    """Refuse what is not a plain date.

    An instant is refused because its date depends on the time zone; only its owner knows it.

    Raises:
        MisuseError: ``value`` is no date, or is a ``datetime``.

    """
    if isinstance(value, datetime) or not isinstance(value, date):
        raise MisuseError(Fault("calendar.not_a_date", (("found", repr(value)),), path=path))


def check_order(after: date, through: date) -> None:
    """Refuse days given the wrong way round.

    Raises:
        MisuseError: ``after`` is the later one.

    """
    if after > through:
        facts = (("after", after), ("through", through))
        raise MisuseError(Fault("calendar.reversed", facts, path="through"))


def check_count(count: object) -> None:
    """Refuse all but whole numbers from 1; zero has no stated meaning.

    Raises:
        MisuseError: anything else.

    """
    if type(count) is not int or count < 1:
        raise MisuseError(Fault("calendar.count", (("found", repr(count)),), path="count"))
