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
    name, day = _parts(text)
    path = policy_path(text)
    policy = read_policy(path) if path else load_policy(name)
    try:
        return policy, None if day is None else read_day(day)
    except RefusedError as refused:
        raise MisuseError(Fault(refused.code, refused.facts, path=text)) from None


def policy_path(text: str) -> Path | None:
    """The file or folder that a policy is read from; None for one that is packaged."""
    name, _ = _parts(text)
    return Path(name) if _is_path(name) and name not in policy_ids() else None


def _parts(text: str) -> tuple[str, str | None]:
    """The policy, and the day that pins its versions if there is one."""
    if "@" not in text or _exists(text):
        return text, None
    name, _, day = text.rpartition("@")
    return name, day


def _is_path(text: str) -> bool:
    """Whether a file is meant, be it there or not."""
    return text.endswith(".toml") or "/" in text or "\\" in text or _exists(text)


def _exists(text: str) -> bool:
    try:
        return text != "" and Path(text).exists()
    except OSError:  # such as a name that is too long for one
        return False
