"""Which policy a command line names (办法的选定)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.codec.moments import read_day
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.policy import load_policy, policy_ids, read_policy
from xinfang_core.refusals import RefusedError

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.policy import Policy


def chosen_policy(text: str) -> tuple[Policy, date | None]:
    """The policy of an id or a path, and the day after ``@`` that pins its versions.

    A packaged policy's name wins over a file of that name, wherever one stands.

    Raises:
        UnknownNameError: no such policy; says which there are.
        PolicyDataError: a file that cannot be taken as written.
        MisuseError: no such date.

    """
    name, pins, day = text, "", ""
    if "@" in text and not _exists(text):
        name, pins, day = text.rpartition("@")
    packaged = name in policy_ids() or not _is_path(name)
    policy = load_policy(name) if packaged else read_policy(Path(name))
    try:
        return policy, read_day(day) if pins else None
    except RefusedError as refused:
        raise MisuseError(Fault(refused.code, refused.facts, path=text)) from None


def _is_path(text: str) -> bool:
    """Whether a file is meant, be it there or not."""
    return text.endswith(".toml") or "/" in text or "\\" in text or _exists(text)


def _exists(text: str) -> bool:
    try:
        return text != "" and Path(text).exists()
    except OSError:  # such as a name that is too long for one
        return False
