"""``xinfang policy packet``: the change of a policy as a page to sign (办法变更包)."""

from __future__ import annotations

import json
from contextlib import ExitStack
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from xinfang_core import __version__
from xinfang_core.change.difference import difference
from xinfang_core.change.gaps import gaps
from xinfang_core.change.packet import Flips, Packet, Source, confirming, flips, in_place_of
from xinfang_core.change.packet_forms import packet_json, packet_page
from xinfang_core.cli.comparing import add_editions, chosen_both, chosen_edition, found_impact
from xinfang_core.cli.example_files import chosen_files, read_tables
from xinfang_core.cli.notices import chosen_calendar
from xinfang_core.cli.output import opened, tell
from xinfang_core.cli.register import STDIN
from xinfang_core.cli.taking import day
from xinfang_core.codec.plain import plain_object
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.examples.policies import Policies
from xinfang_core.examples.reading import read_examples
from xinfang_core.examples.running import Bench
from xinfang_core.messages import render
from xinfang_core.policy.cautions import cautions
from xinfang_core.refusals import system_fault

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.change.impact import Impact
    from xinfang_core.change.replaying import Chosen
    from xinfang_core.cli.example_files import ExampleFile
    from xinfang_core.examples.example import Example
    from xinfang_core.policy import Edition

PAGE, DATA = "change-packet.html", "change-packet.json"
"""The names of what is written."""


def add_packet(parser: argparse.ArgumentParser) -> None:
    """What ``policy packet`` takes beside what reads a register and chooses a calendar."""
    parser.set_defaults(run=run)
    add_editions(parser)
    parser.add_argument("--cases", dest="file", metavar="文件", help="登记表：过去的事项会怎样")
    parser.add_argument(
        "--examples",
        dest="paths",
        action="append",
        default=[],
        metavar="路径",
        help="算例文件或者文件夹：哪些不再相符；可重复",
    )
    parser.add_argument("--variant", metavar="变体", help="登记表按另一种理解对照")
    parser.add_argument(
        "--as-of",
        type=day,
        metavar="日期",
        help="登记表的评估日，缺省为新版本的施行日，在办的以后改用的为改用之日",
    )
    parser.add_argument(
        "--output", dest="folder", required=True, metavar="文件夹", help="写到文件夹，没有的建一个"
    )


def run(arguments: argparse.Namespace) -> bool:
    """Write the packet; never a failure.

    Raises:
        MisuseError: a register from standard input, no day to ask about, or what cannot be written.

    """
    if arguments.file == STDIN:
        raise MisuseError(Fault("packet.no_stdin", path="--cases"))
    old, new = chosen_both(arguments)
    before, after = (chosen_edition(one.policy, one.pinned) for one in (old, new))
    calendar = chosen_calendar(arguments)
    policies = Policies({old.policy.policy_id: (old.policy.with_variant(None), None)})
    files = chosen_files(map(Path, arguments.paths), policies)
    found = Packet(
        old=before,
        new=after,
        difference=difference(before, after),
        findings=cautions(new.policy, calendar.settled_through),
        gaps=gaps(after),
        confirming=confirming(before, after),
        flips=_flips(arguments.paths, files, policies, (before, after), calendar),
        impact=_impact(arguments, old, new, after),
        calendar=plain_object(calendar.provenance),
        sources=tuple(_sources(arguments, files)),
        library=__version__,
    )
    _write(Path(arguments.folder), found)
    return False


def _impact(
    arguments: argparse.Namespace, old: Chosen, new: Chosen, after: Edition
) -> Impact | None:
    """What it would have meant for past cases; None where none are given."""
    if arguments.file is None:
        return None
    return found_impact(arguments, old, new, _asked_day(arguments, after))


def _asked_day(arguments: argparse.Namespace, after: Edition) -> date:
    """The day asked about: the same packet is made on any day.

    Raises:
        MisuseError: neither the command line nor the newer edition has one.

    """
    if arguments.as_of is not None:
        given: date = arguments.as_of
        return given
    if after.effective is None:
        raise MisuseError(Fault("packet.needs_as_of", path="--as-of"))
    # Before the day of switching no open case would be counted among those that switch.
    switched = after.transition.switch_on
    if switched and switched > after.effective:
        tell(render("packet.as_of_switch", {"day": switched}))
        return switched
    tell(render("packet.as_of", {"day": after.effective}))
    return after.effective


def _flips(
    paths: Sequence[str],
    files: Sequence[ExampleFile],
    policies: Policies,
    editions: tuple[Edition, Edition],
    calendar: WorkCalendar,
) -> Flips | None:
    """How the examples come out; None where none are given."""
    if not paths:
        return None
    before, after = editions
    policy = policies.find(before.policy_id)
    examples = read_examples(read_tables(files), policies)
    changed = in_place_of(policy, before, after)
    named = _named_alike(examples, paths)
    found = flips(named, Bench(calendar), policy, changed, before.label)
    return evolve(found, labels=policies.titles(policy.policy_id))


def _named_alike(examples: Iterable[Example], paths: Iterable[str]) -> list[Example]:
    """The examples, each file named from the folder that was given: wherever that stands."""
    above = _above(paths)
    return [evolve(one, row=evolve(one.row, file=_below(one.row.file, above))) for one in examples]


def _above(paths: Iterable[str]) -> list[str]:
    """Where what a command line names stands, as names of files begin there."""
    return [f"{Path(one).parent.as_posix()}/" for one in paths]


def _below(file: str, above: Iterable[str]) -> str:
    return next((file.removeprefix(one) for one in above if file.startswith(one)), file)


def _sources(arguments: argparse.Namespace, files: Iterable[ExampleFile]) -> Iterator[Source]:
    """The files that the packet rests on, each with its digest."""
    above = _above(arguments.paths)
    for one in files:
        yield _source(one.path, _below(one.path.as_posix(), above))
    if arguments.file:
        path = Path(arguments.file)
        yield _source(path, path.name)


def _source(path: Path, name: str) -> Source:
    try:
        with path.open("rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise MisuseError(system_fault(error, path.name)) from None
    return Source(name, digest)


def _write(folder: Path, found: Packet) -> None:
    """The page and its data, both whole or none."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise MisuseError(Fault("cli.not_folder", file=str(folder))) from None
    except OSError as error:
        raise MisuseError(system_fault(error, str(folder), "file.unwritable")) from None
    page, data = folder / PAGE, folder / DATA
    written = (
        (page, packet_page(found)),
        (data, json.dumps(packet_json(found), ensure_ascii=False, indent=2) + "\n"),
    )
    with ExitStack() as kept:
        for path, text in written:
            kept.enter_context(opened(str(path), wire=True)).write(text)
    tell(render("packet.written", {"page": page, "data": data}))
