"""Which policy a command line names (办法的选定)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.codec.moments import read_moment
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.policy import load_policy, read_policy
from xinfang_core.policy.scalars import RefusedError

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.policy import Policy


def chosen_policy(text: str) -> tuple[Policy, date | None]:
    """The policy of ``ID``, ``ID@DATE`` or a path, and the day that pins its versions.

    Raises:
        UnknownNameError: no such policy; says which there are.
        PolicyDataError: a file that cannot be taken as written.
        MisuseError: no such date.

    """
    path = Path(text)
    if text.endswith(".toml") or path.is_dir() or path.is_file():
        return read_policy(path), None
    policy_id, _, day = text.partition("@")
    return load_policy(policy_id), _pinned(day) if day else None


def _pinned(text: str) -> date:
    try:
        return read_moment(text)
    except RefusedError as refused:
        raise MisuseError(Fault(refused.code, refused.facts, path="@")) from None
