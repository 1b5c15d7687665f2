"""Reading policies from files (办法文件): those that come with the library, and a host's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.errors import Fault, PolicyDataError, UnknownNameError
from xinfang_core.policy.edition import UNDATED, Edition, read_edition
from xinfang_core.policy.pack import Policy
from xinfang_core.policy.scalars import unknown_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable
    from pathlib import Path

NATIONAL = "national"
"""The policy beneath every local one."""


def _packaged() -> Traversable:
    from importlib.resources import files

    return files("xinfang_core").joinpath("policies")


def policy_ids() -> tuple[str, ...]:
    """The policies that come with the library, the national one first."""
    names = sorted(item.name for item in _packaged().iterdir() if item.is_dir())
    return (NATIONAL, *(name for name in names if name != NATIONAL))


def load_policy(policy_id: str) -> Policy:
    """A policy that comes with the library; a local one lies over the national one.

    Raises:
        UnknownNameError: no such policy; says which there are.

    """
    known = policy_ids()
    if policy_id not in known:
        refused = unknown_name("policy.unknown", policy_id, known)
        raise UnknownNameError(Fault(refused.code, refused.facts))
    return build_policy(_texts(_packaged().joinpath(policy_id)), _national(policy_id))


def read_policy(path: Path) -> Policy:
    """A host's own policy: one TOML file, or a folder of dated ones.

    Raises:
        PolicyDataError: every fault of every file.

    """
    if path.is_dir():
        return build_policy(_texts(path), _national(path.name))
    return build_policy([(path.name, _decoded(path))], _national(""))


def build_policy(texts: Iterable[tuple[str, str]], national: tuple[Edition, ...]) -> Policy:
    """A policy from named texts, over the national editions.

    Raises:
        PolicyDataError: every fault of every text, two files for one day among them.

    """
    editions: list[Edition] = []
    faults: list[Fault] = []
    for name, text in texts:
        try:
            editions.append(read_edition(text, name))
        except PolicyDataError as error:
            faults += error.faults
    faults += [*_misnamed(editions), *_twice(editions), *_closed(editions, national)]
    if not editions and not faults:
        faults.append(Fault("policy.no_file"))
    if faults:
        raise PolicyDataError(*faults)
    newest_first = sorted(editions, key=lambda item: str(item.effective or ""), reverse=True)
    return Policy(newest_first[0].policy_id, tuple(newest_first), national)


def _national(policy_id: str) -> tuple[Edition, ...]:
    """The national editions beneath a policy; none beneath the national one itself."""
    return () if policy_id == NATIONAL else load_policy(NATIONAL).editions


def _texts(folder: Traversable) -> list[tuple[str, str]]:
    """The TOML files of a folder in the order of their names."""
    found = sorted((item for item in folder.iterdir()), key=lambda item: item.name)
    return [(item.name, _decoded(item)) for item in found if item.name.endswith(".toml")]


def _decoded(item: Traversable) -> str:
    """The text of a file, which is UTF-8."""
    try:
        return item.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fault = Fault("policy.not_utf8", (("byte", error.start),), item.name)
        raise PolicyDataError(fault) from None
    except FileNotFoundError:
        raise PolicyDataError(Fault("file.missing", (), item.name)) from None
    except OSError as error:
        fault = Fault("file.unreadable", (("why", error.strerror),), item.name)
        raise PolicyDataError(fault) from None


def _misnamed(editions: list[Edition]) -> list[Fault]:
    """Dated files whose name says another day than the file; other names are free."""
    wrong = []
    for edition in editions:
        stem = edition.file.removesuffix(".toml")
        effective = str(edition.effective or UNDATED)
        dated = stem == UNDATED or stem[:4].isdigit()
        if dated and stem != effective:
            facts = (("found", stem), ("wanted", effective))
            wrong.append(Fault("policy.misnamed", facts, edition.file))
    return wrong


def _twice(editions: list[Edition]) -> list[Fault]:
    """Files that take force on the same day, and files of another policy."""
    wrong = []
    for index, edition in enumerate(editions):
        for other in editions[:index]:
            if edition.effective == other.effective:
                facts = (("day", edition.effective or UNDATED), ("other", other.file))
                wrong.append(Fault("policy.same_day", facts, edition.file))
            if edition.policy_id != other.policy_id:
                ids = (("found", edition.policy_id), ("other", other.policy_id))
                wrong.append(Fault("policy.other_id", ids, edition.file))
    return wrong


def _closed(editions: list[Edition], national: tuple[Edition, ...]) -> list[Fault]:
    """Rules of the national text that a local file tries to replace."""
    closed = {rule for edition in national for rule in edition.params}
    return [
        Fault("policy.closed_to_localities", (("rule", rule),), edition.file, path=rule)
        for edition in editions
        for rule in sorted(closed & set(edition.params))
    ]
