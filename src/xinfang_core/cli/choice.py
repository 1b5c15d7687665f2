"""Which policy a command line names (办法的选定)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.codec.moments import read_day
from xinfang_core.codec.requests import pinned_pack
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.policy import load_policy, policy_ids, read_policy
from xinfang_core.policy.files import lay_over
from xinfang_core.refusals import RefusedError

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.policy import Policy


LAID_OVER = "+"
"""What stands between a policy and each file that fills it in."""


def chosen_policy(text: str) -> tuple[Policy, date | None]:
    """The policy of an id or a path, and the day after ``@`` that pins its versions.

    Files that fill it in stand behind it, each after a ``+``, in their order. A packaged policy's
    name wins over a file of that name, wherever one stands.

    Raises:
        UnknownNameError: no such policy; says which there are.
        PolicyDataError: a file that cannot be taken as written.
        MisuseError: no such date, or a ``+`` with nothing behind it.

    """
    layers, day = _parts(text)
    policy = _laid_over(layers, text)
    try:
        return policy, None if day is None else read_day(day)
    except RefusedError as refused:
        raise MisuseError(Fault(refused.code, refused.facts, path=text)) from None


def policy_in_force(text: str) -> tuple[Policy, date | None]:
    """As ``chosen_policy``, for whoever judges cases by it: a day without an edition judges none.

    Raises:
        UnknownNameError: no such policy; says which there are.
        PolicyDataError: a file that cannot be taken as written.
        MisuseError: as ``chosen_policy``; the policy was not in force on the day behind ``@``.

    """
    policy, pinned = chosen_policy(text)
    if pinned:
        pinned_pack(policy, pinned, text, "--policy")
    return policy, pinned


def own_policy(text: str) -> Policy:
    """A host's own policy by its path, with the files behind it that fill it in.

    Raises:
        UnknownNameError: no such policy that is filled in.
        PolicyDataError: a file that cannot be taken as written.
        MisuseError: a ``+`` with nothing behind it.

    """
    layers = _layers(text)
    return _laid_over(layers, text) if len(layers) > 1 else read_policy(Path(text))


def laid_beneath(text: str) -> tuple[Policy | None, str]:
    """Of files laid one over the other the last one, and the policy that it fills in.

    Raises:
        UnknownNameError: no such policy that is filled in.
        PolicyDataError: a file beneath that cannot be taken as written.
        MisuseError: a ``+`` with nothing behind it.

    """
    *beneath, last = _layers(text)
    return (_laid_over(tuple(beneath), text) if beneath else None), last


def _laid_over(layers: tuple[str, ...], text: str) -> Policy:
    """The first policy, and what each file behind it fills in."""
    first, *fillings = layers
    if not all(layers) and fillings:
        raise MisuseError(Fault("cli.nothing_laid_over", path=text))
    policy = read_policy(Path(first)) if is_own(first) else load_policy(first)
    for filling in fillings:
        policy = lay_over(policy, filling)
    return policy


def is_own(text: str) -> bool:
    """Whether a policy is a host's own, and no packaged one."""
    return _is_path(text) and text not in policy_ids()


def policy_paths(text: str) -> tuple[Path, ...]:
    """The files and folders that a policy is read from; none for one that is packaged."""
    first, *fillings = _parts(text)[0]
    return tuple(Path(one) for one in ([first] if is_own(first) else []) + fillings)


def _parts(text: str) -> tuple[tuple[str, ...], str | None]:
    """The policy with what is laid over it, and the day that pins its versions if there is one."""
    layers = _layers(text)
    if "@" not in layers[-1] or _exists(layers[-1]):
        return layers, None
    name, _, day = text.rpartition("@")
    return _layers(name), day


def _layers(text: str) -> tuple[str, ...]:
    """The policy and the files behind it; a path that has a ``+`` in it wins, the longest first."""
    found, pieces = [], text.split(LAID_OVER)
    while pieces:
        lengths = range(len(pieces), 1, -1)
        joined = ((many, LAID_OVER.join(pieces[:many])) for many in lengths)
        many, path = next((one for one in joined if _exists(one[1])), (1, pieces[0]))
        found.append(path)
        pieces = pieces[many:]
    return tuple(found)


def _is_path(text: str) -> bool:
    """Whether a file is meant, be it there or not."""
    return text.endswith(".toml") or "/" in text or "\\" in text or _exists(text)


def _exists(text: str) -> bool:
    try:
        return text != "" and Path(text).exists()
    except OSError:  # such as a name that is too long for one
        return False
