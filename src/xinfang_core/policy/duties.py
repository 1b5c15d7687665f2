"""Whether declared ladders, payments and recurring duties say what they need (自定阶梯等的核对)."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from xinfang_core.declared import ladder, payment
from xinfang_core.policy.measures import check_year
from xinfang_core.policy.sections import check_named
from xinfang_core.vocabulary import Absent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.policy.location import Location
    from xinfang_core.sources import Table


def check_ladder(location: Location, values: Mapping[str, Any]) -> None:
    """A ladder names its steps, says of each when it is reached, and never goes back."""
    params = ladder.Params(**values)
    if len(params.named) < max(len(params.steps.steps), 1):
        location.at("steps").refuse("own_ladder.no_steps")
        return
    check_named(location, params.limit)
    for name, table in params.tables.items():
        for step in table.cells:
            if step not in params.named:
                facts = (("found", step), ("known", params.named))
                location.at(name).refuse("ladder.unknown_step", *facts)
    for step in params.named:
        if not any(step in table.cells for table in params.tables.values()):
            location.at("steps").refuse("own_ladder.not_reached", ("step", step))
    for name, needed in _NEEDS:
        if name in params.tables and getattr(params, needed) is None:
            location.at(name).refuse("own_ladder.needs", ("name", needed))
    _check_climbs(location, params)


def _check_climbs(location: Location, params: ladder.Params) -> None:
    """A higher step is reached later: by fewer days left, by more days past, more often."""
    for name, sign in (("left", -1), ("overdue", 1), ("times", 1)):
        table: Table[Any, Any] | None = params.tables.get(name)
        cells = [table.cells.get(step) for step in params.named] if table else []
        found = [one.value for one in cells if one and not isinstance(one.value, Absent)]
        if sign > 0 and 0 in found:
            location.at(name).refuse("value.zero")
        if any(sign * lower > sign * higher for lower, higher in pairwise(found)):
            location.at(name).refuse("own_ladder.out_of_order")


_NEEDS = (("left", "limit"), ("overdue", "limit"), ("times", "counted"))
"""What a ladder says of its steps, each with what it goes by."""


def check_payment(location: Location, values: Mapping[str, Any]) -> None:
    """A payment says how much, its floor lies below its cap, and there is at least one prize."""
    params = payment.Params(**values)
    if params.amount is params.at_least is params.at_most is None:
        location.refuse("payment.no_amount")
    least, most = (one.value if one else None for one in (params.at_least, params.at_most))
    if isinstance(least, Decimal) and isinstance(most, Decimal) and least > most:
        facts = (("least", least), ("most", most))
        location.at("at_least").refuse("payment.bounds_crossed", *facts)
    _check_from_one(location, values, "quota")


def check_series(location: Location, values: Mapping[str, Any]) -> None:
    """A recurring duty is done at least once, and a year begins with one of its months."""
    check_year(location, values.get("first_month"), values["cycle"])
    _check_from_one(location, values, "times")


def _check_from_one(location: Location, values: Mapping[str, Any], name: str) -> None:
    """A number of which 0 would say nothing."""
    found = values.get(name)
    if found is not None and found.value == 0:
        location.at(name).refuse("value.zero")
