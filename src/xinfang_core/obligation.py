"""What is owed next, and what delay means (义务、延误): the words that rules say it with.

A rule about a limit names its duty once, as ``DUTY``; another rule whose outcome obliges somebody
has a function ``owed``. Which of them stand on a day is found where all decisions meet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.vocabulary import Conduct, Level, Role, Step, Undetermined


class Duty(NamedTuple):
    """Who is to do what for whom (义务).

    Attributes:
        act: what is to be done.
        debtor: who owes it; undetermined where it cannot be told which office does.
        creditor: to whom.
        lapses: whether nobody owes it any more once the matter has ended.
        once: whether one record of the act is enough, however often it could be asked for.
        waits: whether nobody owes it while the petition office has the matter, since it waits for
            the passing-on.
        delay: the misconduct that letting a limit of the regulation pass amounts to; None where
            the regulation does not name any.
        level: the level of the office that owes it, where there is one at each.

    """

    act: Step
    debtor: Role | Undetermined
    creditor: Role
    lapses: bool = False
    once: bool = False
    waits: bool = False
    delay: Conduct | None = None
    level: Level | None = None


class Owed(NamedTuple):
    """A duty with its last day, as far as it has one (应尽的义务).

    Attributes:
        duty: who is to do what for whom.
        due: the last day.
        since: of a duty that one record fulfils, the first day on which one counts.

    """

    duty: Duty
    due: date | None = None
    since: date | None = None


class Overseen(NamedTuple):
    """A body whose handling calls for supervision (督办对象).

    Attributes:
        body: the body that is late, or whose misconduct was found.
        late: whether it let a limit pass.
        level: the body's own level, whose petition office supervises it; None where not recorded.
        since: the day on which the limit began that it let pass; None where it was no limit.

    """

    body: Role
    late: bool = False
    level: Level | None = None
    since: date | None = None


class Delay(NamedTuple):
    """What went wrong in a matter, and whether an office let a limit pass (延误).

    Attributes:
        conduct: the misconduct that is recorded or shown by the limits.
        overdue: whether a limit of the regulation to conclude has passed.
        bodies: whose handling it was; the petition office's own delay is not for it to supervise.

    """

    conduct: tuple[Conduct, ...]
    overdue: bool
    bodies: tuple[Overseen, ...] = ()
