"""Readings made in code (代码中的理解): citations at the top of the modules of rules."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from attrs import frozen

from xinfang_core import declared, rules
from xinfang_core.sources import Citation

_LIBRARY = "xinfang_core"
_SHARED = (
    *("deadline_extension", "deadline_reasons", "deadline_receipt", "deadline_rounds"),
    *("ladder", "payments", "workflow", "assessment.unfinished", "policy.transition"),
)
"""Modules beside the rules that read something for all of them."""


@frozen
class Reading:
    """One reading made in code (代码中的理解).

    Attributes:
        module: where it stands, without the name of the library.
        name: what it is called there.
        citation: what is read how, and why.

    """

    module: str
    name: str
    citation: Citation


@cache
def readings() -> tuple[Reading, ...]:
    """Every reading, once: what several rules read alike stands in one module."""
    shared = (f"{_LIBRARY}.{one}" for one in _SHARED)
    walked = (
        one.name
        for package in (rules, declared)
        for one in walk_packages(package.__path__, f"{package.__name__}.")
    )
    found: dict[Citation, Reading] = {}
    for module in (*shared, *walked):
        for name, value in vars(import_module(module)).items():
            if isinstance(value, Citation):
                place = module.removeprefix(f"{_LIBRARY}.")
                found.setdefault(value, Reading(place, name, value))
    return tuple(found.values())


def readings_in(module: str, title: str) -> tuple[Reading, ...]:
    """Those of one module that hold whatever the source, or are about the one of the title."""
    place = module.removeprefix(f"{_LIBRARY}.")
    own = (one for one in readings() if one.module == place)
    return tuple(one for one in own if one.citation.source in {"", title})


def shared_readings() -> tuple[Reading, ...]:
    """Those that belong to no rule alone; what a law says of all counting is among them."""
    return tuple(one for one in readings() if one.module in _SHARED)
