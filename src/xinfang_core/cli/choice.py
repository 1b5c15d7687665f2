"""Which policy a command line names (办法的选定)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.codec.moments import read_day
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.policy import load_policy, policy_ids, read_policy
from xinfang_core.policy.scalars import RefusedError

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.policy import Policy


def chosen_policy(text: str) -> tuple[Policy, date | None]:
    """The policy of ``ID``, ``ID@DATE`` or a path, and the day that pins its versions.

    A packaged policy's name wins over a file of that name, wherever one stands.

    Raises:
        UnknownNameError: no such policy; says which there are.
        PolicyDataError: a file that cannot be taken as written.
        MisuseError: no such date.

    """
    policy_id, pins, day = text.partition("@")
    if policy_id not in policy_ids() and _is_path(text):
        return read_policy(Path(text)), None
    policy = load_policy(policy_id)
    try:
        return policy, read_day(day) if pins else None
    except RefusedError as refused:
        raise MisuseError(Fault(refused.code, refused.facts, path=text)) from None


def _is_path(text: str) -> bool:
    """Whether a file is meant, be it there or not."""
    if text.endswith(".toml") or "/" in text or "\\" in text:
        return True
    try:
        return Path(text).exists()
    except OSError:  # such as a name that is too long for one
        return False
