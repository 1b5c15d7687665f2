"""``xinfang policy new --from-scratch``: questions that end in a first draft (从问答写初稿)."""

from __future__ import annotations

import os
from functools import partial
from itertools import product
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from xinfang_core.cli.answers import (
    proposed_key,
    read_id,
    read_key,
    read_new,
    read_option,
    read_options,
    read_own,
    read_period,
    read_steps,
    read_text,
    read_times,
)
from xinfang_core.cli.asking import Asker, typed
from xinfang_core.cli.output import opened
from xinfang_core.codec.files import read_file
from xinfang_core.codec.moments import read_day
from xinfang_core.codec.skeleton import Skeleton, SkeletonKind, SkeletonLimit, skeleton_text
from xinfang_core.errors import Fault, MisuseError, PolicyDataError
from xinfang_core.messages import render
from xinfang_core.periods import CalendarDays, Months, WorkingDays
from xinfang_core.policy.declared import refused_kinds
from xinfang_core.policy.files import policy_of
from xinfang_core.refusals import RefusedError, system_fault
from xinfang_core.vocabulary import (
    Absent,
    Declared,
    Dimension,
    EventKind,
    Force,
    IntakeChannel,
    Level,
    MatterFlag,
    PetitionForm,
    ReplyKind,
    Role,
    Truth,
)

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from xinfang_core.periods import AnyPeriod, Period
    from xinfang_core.vocabulary import MatterKind, Step
    from xinfang_core.vocabulary.terms import Term

    Key = tuple[Term | MatterKind, ...]

MOST_CELLS = 60
"""Combinations for which one limit is asked; more are rather written than typed."""

_FLAGS = (
    Dimension.urgent,
    Dimension.major,
    Dimension.complicated,
    Dimension.superior_assigned,
)

_LISTS: Mapping[Dimension, tuple[Term, ...]] = {
    Dimension.level: tuple(Level),
    Dimension.channel: tuple(IntakeChannel),
    Dimension.form: tuple(PetitionForm),
    **dict.fromkeys(_FLAGS, tuple(Truth)),
}
"""What any record may tell, and what there is of each; kinds only where the policy has its own."""

_FORCES = (Force.in_principle, Force.where_needed)

_EXTENDED = (WorkingDays, CalendarDays, Months)


def run_new(arguments: argparse.Namespace) -> bool:
    """Ask, and write the file whole or not at all.

    Raises:
        MisuseError: no way to begin is named, answers that are wrong or end too early, or a file
            that cannot be written.

    """
    folder = Path(arguments.folder)
    if _is_there(folder) and not folder.is_dir():
        raise MisuseError(Fault("cli.not_folder", file=arguments.folder))
    asker = _asker(arguments.answers)
    skeleton = asked(asker, folder)
    asker.end()
    path = folder / skeleton.file_name
    _write(path, skeleton_text(skeleton))
    with opened(None, wire=False) as stream:
        facts = {"path": str(path), "count": len(skeleton.rules)}
        stream.write(render("skeleton.written", facts) + "\n")
    return False


def _asker(answers: str | None) -> Asker:
    """Who is asked: a file, or whoever sits at the terminal."""
    if answers is None:
        return Asker(typed())
    text = read_file(Path(answers), by_line=True).removesuffix("\n")
    return Asker(iter(text.split("\n")), Path(answers).name)


def asked(asker: Asker, folder: Path) -> Skeleton:
    """What the policy says that is to stand in ``folder``."""
    policy_id = asker.ask(render("skeleton.ask_id", {}), read_id)
    title = asker.ask(render("skeleton.ask_title", {}), read_text)
    source = asker.ask(render("skeleton.ask_source", {}), read_text)
    effective = asker.ask(render("skeleton.ask_day", {}), partial(_read_day, folder))
    skeleton = Skeleton(policy_id, title, source, effective)
    kinds = asker.ask(render("skeleton.ask_kinds", {}), read_own)
    for kind in kinds:
        skeleton = _with_kind(asker, skeleton, kind, kinds)
    steps = asker.ask(render("skeleton.ask_steps", {}), read_steps, tuple(EventKind))
    for step in steps:
        key = _key(asker, skeleton, "event", step, steps)
        skeleton = evolve(skeleton, steps=(*skeleton.steps, Declared(key, step)))
    while name := asker.ask(_next_limit(skeleton), partial(_read_limit, skeleton)):
        skeleton = _with_limit(asker, skeleton, name)
    return skeleton


def _read_day(folder: Path, answer: str) -> date | None:
    """The first day in force, of which there is no file yet; None where there is none."""
    day = read_day(answer) if answer else None
    _check_free(folder / Skeleton("", "", "", day).file_name)
    return day


def _check_free(path: Path) -> None:
    if _is_there(path):
        raise RefusedError("skeleton.exists", ("name", path.name))


def _is_there(path: Path) -> bool:
    # Unlike ``Path.exists`` it takes a name that is too long for one: whoever writes will say so.
    return os.path.lexists(path)


def _next_limit(skeleton: Skeleton) -> str:
    return render("skeleton.ask_limit", {"number": len(skeleton.limits) + 1})


def _read_limit(skeleton: Skeleton, answer: str) -> str:
    """The official name of a limit that is not told yet; empty at the end."""
    known = {one.name.value for one in skeleton.limits}
    return read_new(read_text(answer), known) if answer else ""


def _key(
    asker: Asker, skeleton: Skeleton, section: str, name: str, names: Collection[str] = ()
) -> str:
    """The key of something that is declared; with no answer the one that is proposed."""
    others = {other for other in names if other != name}
    shipped = [kind.name for kind in ReplyKind if kind.value == name and section == "kind"]
    proposed = proposed_key(shipped, _STEMS[section], skeleton.rules, others)

    def read(answer: str) -> str:
        key = read_key(section, answer or proposed, skeleton.rules, others)
        for refused in refused_kinds(key, name) if section == "kind" else ():
            raise refused
        return key

    return asker.ask(render("skeleton.ask_key", {"name": name, "key": proposed}), read)


_STEMS = {"kind": "kind", "event": "step", "limit": "limit"}


def _with_kind(asker: Asker, skeleton: Skeleton, name: str, names: Collection[str]) -> Skeleton:
    """A kind more, with a flag that no other kind has."""
    key = _key(asker, skeleton, "kind", name, names)
    taken = {kind.flag for kind in skeleton.kinds}
    flags = tuple(flag for flag in MatterFlag if flag not in taken)
    flag = asker.ask(
        render("skeleton.ask_flag", {"name": name}),
        lambda answer: read_option(answer, flags) if answer else None,
        flags,
    )
    kind = SkeletonKind(Declared(key, name), flag)
    return evolve(skeleton, kinds=(*skeleton.kinds, kind))


def _with_limit(asker: Asker, skeleton: Skeleton, name: str) -> Skeleton:
    """A limit more, or the same as before where the limit cannot stand beside the others."""
    limit = _limit(asker, skeleton, name)
    longer = evolve(skeleton, limits=(*skeleton.limits, limit))
    try:
        policy_of(skeleton_text(longer), longer.file_name)
    except PolicyDataError as error:
        without = (one._replace(file="", line=0, column=0, path="") for one in error.faults)
        asker.refuse(*without, Fault("skeleton.limit_left_out", (("name", name),)))
        return skeleton
    return longer


def _limit(asker: Asker, skeleton: Skeleton, name: str) -> SkeletonLimit:
    """The answers about one limit."""
    own = Declared(_key(asker, skeleton, "limit", name), name)
    called: dict[str, object] = {"name": name}
    steps: tuple[Step, ...] = (*EventKind, *skeleton.steps)
    one_step, roles = partial(read_option, options=steps), tuple(Role)
    one_role = partial(read_option, options=roles)
    start = asker.ask(render("skeleton.ask_start", called), one_step, steps)
    act = partial(_read_act, steps=steps, start=start)
    met_by = asker.ask(render("skeleton.ask_met_by", called), act)
    owed_by = asker.ask(render("skeleton.ask_owed_by", called), one_role, roles)
    owed_to = asker.ask(render("skeleton.ask_owed_to", called), one_role)
    force = asker.ask(render("skeleton.ask_force", called), _read_force, _FORCES)
    by, keys = _dimensions(asker, skeleton, name)
    periods = tuple((key, _period(asker, name, by, key)) for key in keys)
    extension, extensions = _extension(asker, name, [found for _, found in periods])
    return SkeletonLimit(
        own, start, met_by, owed_by, owed_to, periods, by, extension, extensions, force
    )


def _read_force(answer: str) -> Force | None:
    """How a limit binds; None where strictly."""
    return read_option(answer, _FORCES) if answer else None


def _read_act(answer: str, steps: Sequence[Step], start: Step) -> Step:
    """The step that meets a limit: another one than it counts from."""
    act = read_option(answer, steps)
    if act == start:
        raise RefusedError("limit.met_by_its_start", ("event", start))
    return act


def _dimensions(
    asker: Asker, skeleton: Skeleton, name: str
) -> tuple[tuple[Dimension, ...], tuple[Key, ...]]:
    """What a limit depends on, and every combination of that."""
    kinds = tuple(kind.name for kind in skeleton.kinds)
    offered = (Dimension.kind, *_LISTS) if kinds else tuple(_LISTS)

    def read(answer: str) -> tuple[Dimension, ...]:
        chosen = read_options(answer, offered)
        count = prod(len(_members(one, kinds)) for one in chosen)
        if count > MOST_CELLS:
            raise RefusedError("skeleton.too_many", ("found", count), ("most", MOST_CELLS))
        return chosen

    by = asker.ask(render("skeleton.ask_by", {"name": name}), read, offered)
    return by, tuple(product(*(_members(one, kinds) for one in by)))


def _members(dimension: Dimension, kinds: tuple[Declared, ...]) -> tuple[Term | MatterKind, ...]:
    """What there is in one dimension."""
    return kinds if dimension is Dimension.kind else _LISTS[dimension]


def _period(asker: Asker, name: str, by: tuple[Dimension, ...], key: Key) -> AnyPeriod | Absent:
    """How long a limit is in one case; only one of several may have none."""
    if not by:
        return asker.ask(render("skeleton.ask_period", {"name": name}), _read_some_period)
    places = zip(by, key, strict=True)
    where = "，".join(f"{one.text()}：{item.text()}" for one, item in places)
    return asker.ask(render("skeleton.ask_cell", {"name": name, "where": where}), read_period)


def _read_some_period(answer: str) -> AnyPeriod | Absent:
    found = read_period(answer)
    if found is Absent.none:
        raise RefusedError("skeleton.no_period", ("found", answer))
    return found


def _extension(
    asker: Asker, name: str, periods: Sequence[AnyPeriod | Absent]
) -> tuple[Period | Absent | None, int | None]:
    """By how much and how often a limit may be extended; asked where one unit counts it."""
    told = [one for one in periods if not isinstance(one, Absent)]
    units = {type(one) for one in told}
    if len(units) != 1 or not isinstance(told[0], _EXTENDED):
        return None, None

    def read(answer: str) -> Period | Absent | None:
        more = read_period(answer) if answer else None
        if more is None or isinstance(more, Absent):
            return more
        if not isinstance(more, _EXTENDED) or type(more) is not type(told[0]):
            raise RefusedError("unit.other_than_limit", ("found", more), ("wanted", told[0]))
        return more

    more = asker.ask(render("skeleton.ask_extension", {"name": name}), read)
    if more is None or isinstance(more, Absent):
        return more, None
    return more, asker.ask(render("skeleton.ask_times", {"name": name}), read_times)


def _write(path: Path, text: str) -> None:
    """Write a file that is not there yet; its folder is made if need be."""
    try:
        _check_free(path)
        path.parent.mkdir(parents=True, exist_ok=True)
    except RefusedError as refused:
        raise MisuseError(Fault(refused.code, refused.facts)) from None
    except OSError as error:
        raise MisuseError(system_fault(error, str(path), "file.unwritable")) from None
    with opened(str(path), wire=True) as stream:
        stream.write(text)
