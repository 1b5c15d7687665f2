"""What is owed next, and what delay means (义务、延误): the words that rules say it with.

A rule about a limit names its duty once, as ``DUTY``; another rule whose outcome obliges somebody
has a function ``owed``. Which of them stand on a day is found where all decisions meet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.vocabulary import Conduct, EventKind, Role


class Duty(NamedTuple):
    """Who is to do what for whom (义务).

    Attributes:
        act: what is to be done.
        debtor: who owes it.
        creditor: to whom.
        lapses: whether nobody owes it any more once the matter has ended.
        once: whether one record of the act is enough, however often it could be asked for.
        waits: whether nobody owes it while the petition office has the matter, since it waits for
            the passing-on.
        delay: the misconduct that letting a limit of the regulation pass amounts to; None where
            the regulation does not name any.

    """

    act: EventKind
    debtor: Role
    creditor: Role
    lapses: bool = False
    once: bool = False
    waits: bool = False
    delay: Conduct | None = None


class Owed(NamedTuple):
    """A duty with its last day, as far as it has one (应尽的义务)."""

    duty: Duty
    due: date | None = None


class Delay(NamedTuple):
    """What went wrong in a matter, and whether an office let a limit pass (延误).

    Attributes:
        conduct: the misconduct that is recorded or shown by the limits.
        overdue: whether a limit of the regulation to conclude has passed.

    """

    conduct: tuple[Conduct, ...]
    overdue: bool
