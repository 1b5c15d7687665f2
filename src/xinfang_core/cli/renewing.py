"""``xinfang policy new``: the version of a notice, with its values carried over (新建版本)."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.change.renewing import NewHead, newest_first, renewed
from xinfang_core.cli import from_scratch
from xinfang_core.cli.amending import say, told_cautions
from xinfang_core.cli.choice import is_own, laid_beneath
from xinfang_core.cli.output import opened
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.policy import load_policy
from xinfang_core.policy.files import policy_of_files, policy_texts, shipped_texts
from xinfang_core.refusals import system_fault
from xinfang_core.vocabulary import OpenCases

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping


def run_new(arguments: argparse.Namespace) -> bool:
    """The next version of a policy in a folder, with all that were before; or a first draft.

    Raises:
        MisuseError: no way to begin is named, a day that is not later than the newest edition's,
            or a file that is there already.

    """
    named = (arguments.effective, arguments.notice, arguments.output)
    if arguments.from_scratch:
        if any(named):
            raise MisuseError(Fault("change.new_or_scratch"))
        return from_scratch.run_new(arguments)
    if not all(named):
        raise MisuseError(Fault("skeleton.from_what"))
    beneath, last = laid_beneath(arguments.folder)
    texts = policy_texts(Path(last)) if is_own(last) else shipped_texts(_shipped(last))
    before = policy_of_files(texts, beneath).editions[0]
    newest = newest_first(texts)[0]
    added = f"{arguments.effective}.toml"
    text = renewed(texts[newest], newest, _head(arguments))
    folder = Path(arguments.output)
    texts = {**_missing(folder, texts, added), added: text}
    policy = policy_of_files({**_there(folder), **texts}, beneath)
    _write_all(folder, texts)
    facts = {"label": policy.editions[0].label, "before": before.label, "folder": folder}
    told_lines = [render("change.written", {"path": folder / name}) for name in texts]
    say([*told_lines, *told_cautions(policy), render("change.next", facts)])
    return False


def _shipped(name: str) -> str:
    """The id of a policy that comes with the library.

    Raises:
        UnknownNameError: there is none of that name; says which there are.

    """
    return load_policy(name).policy_id


def _head(arguments: argparse.Namespace) -> NewHead:
    """What the head of the new version says.

    Raises:
        MisuseError: a day of switching for cases that do not switch.

    """
    chosen = OpenCases[arguments.open_cases]
    if arguments.switch_on and chosen is not OpenCases.switch:
        raise MisuseError(Fault("change.keeps"))
    return NewHead(arguments.effective, arguments.notice, chosen, arguments.switch_on)


def _there(folder: Path) -> dict[str, str]:
    """The policy files that a folder has already."""
    # Unlike ``Path.exists`` it takes a name that is too long for one: whoever writes will say so.
    there = os.path.lexists(folder) and any(folder.glob("*.toml"))
    return policy_texts(folder) if there else {}


def _missing(folder: Path, texts: Mapping[str, str], added: str) -> dict[str, str]:
    """The files that a folder does not have yet.

    Raises:
        MisuseError: it has one of that name that says something else, or the new one.

    """
    if os.path.lexists(folder) and not folder.is_dir():
        raise MisuseError(Fault("cli.not_folder", file=str(folder)))
    there = _there(folder)
    other = [name for name in there if name in texts and there[name] != texts[name]]
    faults = [Fault("change.other_file", (("name", name),)) for name in other]
    if added in there:
        faults.append(Fault("skeleton.exists", (("name", added),)))
    if faults:
        raise MisuseError(*faults)
    return {name: text for name, text in texts.items() if name not in there}


def _write_all(folder: Path, texts: Mapping[str, str]) -> None:
    """Write files that are not there yet, all or none."""
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            with opened(str(folder / name), wire=True) as stream:
                stream.write(text)
            written.append(folder / name)
    except OSError as error:
        raise MisuseError(system_fault(error, str(folder), "file.unwritable")) from None
    except BaseException:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise
