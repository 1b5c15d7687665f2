"""Whether the steps of a policy hang together (环节核对), and what names limits finds them.

A step that has to come before itself never comes; a limit that counts from a step which no
workflow in force knows never runs, where the file has a workflow of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xinfang_core import workflow
from xinfang_core.declared import limit as own_limit
from xinfang_core.policy.laxer import in_force_with
from xinfang_core.policy.sections import section_at
from xinfang_core.sources import Sourced
from xinfang_core.vocabulary import Absent

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from xinfang_core.policy.edition import Edition
    from xinfang_core.policy.location import Location
    from xinfang_core.vocabulary import Step


def check_steps_known(location: Location, edition: Edition, national: Iterable[Edition]) -> None:
    """Refuse circles of steps, limits that never run, and ladders on limits that nobody has."""
    every = tuple(national)
    above = tuple(in_force_with(edition, every))
    steps = edition.params.get("workflow")
    if isinstance(steps, workflow.Params):
        for circle in _circles(_before(steps)):
            location.at("workflow").at("after").refuse("workflow.circle", ("steps", circle))
        flows = [one.params["workflow"] for one in (edition, *above) if "workflow" in one.params]
        known = {step for one in flows for step in _steps_of(one)}
        _check_limits(location, edition, known)
    _check_ladders(location, edition, every)
    location.raise_faults()


def _before(steps: workflow.Params) -> Mapping[Step, Step]:
    """For each step the one that has to come before it."""
    cells = steps.after.cells.items()
    return {step: one.value for step, one in cells if not isinstance(one.value, Absent)}


def _circles(before: Mapping[Step, Step]) -> Iterator[tuple[Step, ...]]:
    """The steps that have to come before themselves, each circle once."""
    told: set[Step] = set()
    for first in before:
        way = [first]
        while way[-1] in before and before[way[-1]] not in way:
            way.append(before[way[-1]])
        if before.get(way[-1]) == first and first not in told:
            told.update(way)
            yield tuple(reversed(way))


def _steps_of(steps: Any) -> Iterator[Step]:  # noqa: ANN401 - the parameters of a workflow
    """The steps that a workflow lists."""
    yield from (one for one in steps.opening.values if not isinstance(one, Absent))
    yield from _before(steps)


def _check_limits(location: Location, edition: Edition, known: Collection[Step]) -> None:
    """Each declared limit counts from, and is met by, a step that some workflow knows."""
    for rule, own in edition.params.items():
        if isinstance(own, own_limit.Params):
            here = section_at(location, rule)
            for name, one in (("start", own.start), ("met_by", own.met_by)):
                if not isinstance(one.value, Absent) and one.value not in known:
                    here.at(name).refuse("limit.step_not_in_workflow", ("event", one.value))


def _check_ladders(location: Location, edition: Edition, above: Iterable[Edition]) -> None:
    """Each ladder is moved by a limit that the policy, or the national text, has."""
    has = {rule for one in (edition, *above) for rule in one.params}
    own = {rule.partition(".")[2] for rule in edition.params if rule.startswith("limit.")}
    for rule, params in edition.params.items():
        # Of all that is called a limit only a ladder's is a name.
        named = getattr(params, "limit", None)
        name = named.value if isinstance(named, Sourced) else None
        if isinstance(name, str) and name not in has | own:
            section_at(location, rule).at("limit").refuse("ladder.absent_limit", ("found", name))
