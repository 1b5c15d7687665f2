"""Work for processes of their own, which have to find it by its name."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def doubling(slow: int = -1) -> Callable[[int], int]:
    """Doubles numbers, and takes its time about one of them."""

    def double(number: int) -> int:
        if number == slow:
            time.sleep(0.3)
        return 2 * number

    return double


def failing() -> Callable[[int], int]:
    """Fails at three, with a secret in its message."""

    def fail(number: int) -> int:
        if number == 3:
            raise KeyError("a secret")
        return number

    return fail


def killed() -> Callable[[int], int]:
    """Is killed by the system."""

    def die(number: int) -> int:
        os.kill(os.getpid(), signal.SIGKILL)
        return number

    return die


def broken() -> Callable[[int], int]:
    """Cannot even begin."""
    raise ValueError
