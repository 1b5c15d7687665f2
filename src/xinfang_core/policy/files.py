"""Reading policies from files (办法文件): those that come with the library, and a host's own."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.errors import Fault, PolicyDataError, UnknownNameError
from xinfang_core.policy.edition import NATIONAL, UNDATED, Draft, Edition
from xinfang_core.policy.edition_file import read_draft, read_edition
from xinfang_core.policy.filling_days import before, later_rules, pairs
from xinfang_core.policy.laxer import check_laxer, in_force_with
from xinfang_core.policy.published import packaged_bytes, published
from xinfang_core.policy.steps import check_steps_known
from xinfang_core.policy.versions import Policy
from xinfang_core.refusals import system_fault, unknown_name
from xinfang_core.toml_reader.reader import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from os import PathLike


class _File(NamedTuple):
    """A policy file that has not been read yet."""

    name: str
    read: Callable[[], bytes]


def policy_ids() -> tuple[str, ...]:
    """The policies that come with the library, the national one first."""
    return tuple(published())


def load_policy(policy_id: str) -> Policy:
    """A policy that comes with the library; a local one lies over the national one.

    It is read once in a process: shipped files do not change, and a policy is frozen.

    Raises:
        UnknownNameError: no such policy; says which there are.

    """
    known = policy_ids()
    if policy_id not in known:
        refused = unknown_name("policy.unknown", policy_id, known)
        raise UnknownNameError(Fault(refused.code, refused.facts))
    return _shipped(policy_id)


@cache
def _shipped(policy_id: str) -> Policy:
    national = () if policy_id == NATIONAL else load_policy(NATIONAL).editions
    names = (f"{version}.toml" for version in published()[policy_id])
    files = (_File(name, partial(packaged_bytes, f"{policy_id}/{name}")) for name in names)
    return _policy(files, national)


def read_policy(path: str | PathLike[str], *fillings: str | PathLike[str]) -> Policy:
    """A host's own policy: one TOML file, or a folder of dated ones.

    A policy whose id is not ``national`` lies over the national one.

    Args:
        path: the file or folder.
        fillings: files or folders that fill in what is silent, each laid over what those before
            it make; its ``fills`` names one of them.

    Raises:
        PolicyDataError: every fault of every file, two files for one day among them; of what is
            laid one over the other, those of the first that has any.

    """
    policy = _read(Path(path), None)
    for filling in fillings:
        policy = lay_over(policy, filling)
    return policy


def lay_over(policy: Policy, filling: str | PathLike[str]) -> Policy:
    """A policy with what a file, or a folder of dated ones, fills in of it.

    Args:
        policy: any policy, whether it comes with the library or is a host's own.
        filling: the file or folder; its ``fills`` names the policy, or what that fills in.

    Raises:
        PolicyDataError: every fault of every file; what it gives that is given already.

    """
    return _read(Path(filling), policy)


def _read(place: Path, beneath: Policy | None) -> Policy:
    """The policy of a file or folder, or what it makes of the one ``beneath``.

    Raises:
        PolicyDataError: every fault of every file.

    """
    try:
        files = _files(place) if place.is_dir() else [_file(place)]
    except OSError as error:
        raise PolicyDataError(system_fault(error, _name(place))) from None
    if not files:
        raise PolicyDataError(_no_file(place))
    return _policy(files, load_policy(NATIONAL).editions, beneath)


def policy_of(text: str, name: str) -> Policy:
    """A host's own policy of one file, as it reads once the file is written.

    Args:
        text: the whole file.
        name: the name that it is to have.

    Raises:
        PolicyDataError: every fault of the text.

    """
    return _policy([_File(name, text.encode)], load_policy(NATIONAL).editions)


def _name(path: Path) -> str:
    """The name of a file or folder in a message; ``.`` has none of its own."""
    return path.name or str(path)


def _no_file(folder: Path) -> Fault:
    """The fault of a folder without policy files; one level down there may be some."""
    inside = sorted(item.parent.name for item in folder.glob("*/*.toml"))
    folders = tuple(dict.fromkeys(inside))
    if folders:
        return Fault("policy.folder_of_folders", (("folders", folders),), _name(folder))
    return Fault("policy.no_file", (), _name(folder))


def _files(folder: Path) -> list[_File]:
    """The TOML files of a folder in the order of their names."""
    found = sorted(folder.iterdir(), key=lambda item: item.name)
    return [_file(item) for item in found if item.name.endswith(".toml")]


def _file(path: Path) -> _File:
    """A host's file, of which no more is read than a policy may have."""

    def read() -> bytes:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)

    return _File(_name(path), read)


def _policy(
    files: Iterable[_File], national: tuple[Edition, ...], beneath: Policy | None = None
) -> Policy:
    """The policy of some files, over the national editions if it is a local one.

    Where they are laid over another policy, they fill that in.
    """
    drafts: list[Draft] = []
    faults: list[Fault] = []
    ids = beneath.layer_ids if beneath else ()
    for item in files:
        try:
            drafts.append(read_draft(_decoded(item), item.name, policy_ids(), ids))
        except PolicyDataError as error:
            faults += error.faults
    editions, more = _editions(drafts, national, beneath)
    faults = sorted((*faults, *more), key=lambda fault: (fault.file, fault.line, fault.column))
    faults += _clashing([draft for draft in drafts if not draft.location.faults])
    if faults:
        raise PolicyDataError(*faults)
    policy_id = editions[0].policy_id
    alone = NATIONAL in {policy_id, drafts[0].fills}
    above = beneath.national if beneath else () if alone else national
    return Policy(policy_id, tuple(editions), above)


def _editions(
    drafts: Iterable[Draft], national: tuple[Edition, ...], beneath: Policy | None
) -> tuple[list[Edition], list[Fault]]:
    """The editions that the files make, newest first, and every fault of the files."""
    closed = sorted({rule for one in national for rule in one.params if rule not in one.open_rules})
    newest_first = sorted(drafts, key=lambda item: str(item.effective or ""), reverse=True)
    editions: list[Edition] = []
    faults: dict[Fault, None] = {}
    for fills in dict.fromkeys(draft.fills for draft in newest_first):
        same = [draft for draft in newest_first if draft.fills == fills]
        bases = (beneath or load_policy(fills)).editions if fills else ()
        for draft, base in pairs(same, bases) if fills else ((one, None) for one in same):
            try:
                later = later_rules(bases, base) if base else ()
                edition = read_edition(draft, closed, base, later)
                check_laxer(draft.location, edition, in_force_with(edition, national))
                check_steps_known(draft.location, edition, national)
                editions.append(edition)
            except PolicyDataError as error:
                faults.update(dict.fromkeys(error.faults))
        editions += before(same, bases)
    return editions, list(faults)


def _decoded(item: _File) -> str:
    """The text of a file, which is UTF-8."""
    try:
        data = item.read()
    except OSError as error:
        raise PolicyDataError(system_fault(error, item.name)) from None
    if len(data) > MOST_BYTES:
        raise PolicyDataError(Fault("file.too_large", (("most", MOST_BYTES),), item.name))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        facts = (("byte", error.start + 1),)
        line = data.count(b"\n", 0, error.start) + 1
        raise PolicyDataError(Fault("policy.not_utf8", facts, item.name, line)) from None


def _clashing(drafts: list[Draft]) -> list[Fault]:
    """Files that take force on the same day, and files of another policy or over another one."""
    wrong = []
    of_day: dict[date | None, Draft] = {}
    for draft in drafts:
        first, same_day = drafts[0], of_day.setdefault(draft.effective, draft)
        if same_day is not draft:
            day = (("day", draft.effective or UNDATED), ("other", same_day.file))
            wrong.append(Fault("policy.same_day", day, draft.file, path="policy.effective"))
        if draft.policy_id != first.policy_id:
            ids = (("found", draft.policy_id), ("other", first.file))
            wrong.append(Fault("policy.other_id", ids, draft.file, path="policy.id"))
        if draft.fills != first.fills:
            other_one = (("other", first.file),)
            wrong.append(Fault("fill.another", other_one, draft.file, path="policy.fills"))
    return wrong
