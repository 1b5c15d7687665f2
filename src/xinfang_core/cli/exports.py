"""``xinfang export``: what other programs load, such as tables for a database (导出)."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.cli.choice import chosen_policy
from xinfang_core.cli.notices import chosen_calendar
from xinfang_core.cli.output import opened, tell
from xinfang_core.errors import MisuseError
from xinfang_core.exporting import DIALECTS, table_files
from xinfang_core.messages import render
from xinfang_core.policy.versions import pick
from xinfang_core.refusals import system_fault

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from xinfang_core.policy import Edition


def run_tables(arguments: argparse.Namespace) -> bool:
    """Write calendar and policies for a database, or tell why not."""
    calendar = chosen_calendar(arguments)
    editions = [one for text in arguments.policies for one in _editions(text)]
    for one in dict.fromkeys(edition.label for edition in editions if edition.transition.switch_on):
        tell(render("export.switches", {"label": one}))
    files = table_files(editions, calendar, DIALECTS[arguments.dialect])
    _write(Path(arguments.output), files)
    facts = {"folder": arguments.output, "files": tuple(files)}
    with opened(None, wire=False) as stream:
        stream.write(render("export.written", facts) + "\n")
    return False


def _editions(text: str) -> Iterator[Edition]:
    """The editions of a policy and the national ones beneath it; with a day those in force."""
    policy, pinned = chosen_policy(text)
    for editions in (policy.editions, policy.national):
        if pinned is None:
            yield from editions
        else:
            found, _ = pick(editions, None, pinned)
            yield from (found,) if found else ()


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write all files, each whole; where one cannot be written the others stay as they were."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MisuseError(system_fault(error, str(folder), "file.unwritable")) from None
    with ExitStack() as stack:
        for name, text in files.items():
            stack.enter_context(opened(str(folder / name), wire=True)).write(text)
