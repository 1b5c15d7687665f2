"""How much an answer says (详略): ``brief``, ``standard`` or ``full``.

Whatever a size says, the next one says at the same place. ``brief`` tells what runs, what is owed
and what is out of order; ``standard`` adds every decision that says something, with its reasons;
``full`` adds what does not apply or cannot be told, the facts of reasons and whole citations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, get_args

from xinfang_core.deadline import Deadline
from xinfang_core.errors import Fault, UnknownNameError
from xinfang_core.refusals import unknown_name
from xinfang_core.vocabulary import Absent, Status

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

Size = Literal["brief", "standard", "full"]
"""How much an answer says, from little to everything."""

SIZES: tuple[Size, ...] = get_args(Size)
DEFAULT: Size = "standard"


def known_size(name: str) -> Size:
    """The size of this name.

    Raises:
        UnknownNameError: there is none; the nearest name is offered.

    """
    for size in SIZES:
        if name == size:
            return size
    refused = unknown_name("value.unknown_term", name, SIZES)
    raise UnknownNameError(Fault(refused.code, refused.facts, path="size"))


def says_something(decision: Decision[object]) -> bool:
    """Whether it answers its question, or tells why not although nothing is missing.

    It does not where the question does not arise, a limit has not begun, or facts are missing.
    """
    return not is_idle(decision.outcome) and not decision.missing


def is_idle(outcome: object) -> bool:
    """Whether the question does not arise, or the limit has not begun."""
    return outcome is _NONE or (type(outcome) is Deadline and outcome.status is _NOT_STARTED)


def runs(deadline: Deadline) -> bool:
    """Whether the limit runs or ran: it began, and where it stands is known."""
    return deadline.status not in _IDLE


# Looking a member up costs more than the comparison.
_NONE: Final = Absent.none
_NOT_STARTED: Final = Status.not_started
_IDLE: Final = frozenset({Status.not_started, Status.undetermined})
