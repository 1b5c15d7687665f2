"""Facts of another type than declared are refused (类型核对), never converted.

Only what a data frame makes of them is taken back: a number or truth value of numpy is the plain
one, 5.0 of a column that may lack numbers is 5, and NaN, NaT and NA say that nothing is recorded.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields_dict

from xinfang_core.errors import Fault
from xinfang_core.vocabulary import Declared, EventKind, ReplyKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from attrs import AttrsInstance

    from xinfang_core.vocabulary import Term


_DECLARABLE = frozenset({EventKind, ReplyKind})
"""The closed lists beside which a policy may declare names."""


def fact_types(owner: type) -> tuple[dict[str, type], dict[str, type[Any]]]:
    """The types of an owner's facts, as they are annotated.

    Returns:
        For each fact its type, without the None of what is not recorded; and for each one that
        is a tuple the closed list of its members.

    """
    single: dict[str, type] = {}
    listed: dict[str, type[Any]] = {}
    hints = get_type_hints(owner)
    for name in fields_dict(owner):
        hint = hints[name]
        chosen = listed if get_origin(hint) is tuple else single
        chosen[name] = next(iter(get_args(hint)), hint)
    return single, listed


def settle_types(owner: AttrsInstance, wanted: Mapping[str, type]) -> Iterator[Fault]:
    """Takes the facts back that a data frame holds; yields those of another type than declared.

    "否" is not False, and 1 is not True. ``owner`` is still being made, so that nobody sees it
    change.
    """
    for name, kind in wanted.items():
        value = getattr(owner, name)
        if value is None or type(value) is kind or (kind is date and type(value) is datetime):
            continue
        if type(value) is Declared and kind in _DECLARABLE:
            continue
        plain = (
            fields_dict(type(owner))[name].default if _is_missing(value) else _plain(value, kind)
        )
        if plain is NOTHING or not (plain is None or _is(plain, kind)):
            yield _wrong(name, kind, value)
        elif plain is not value:
            object.__setattr__(owner, name, plain)


def _is(value: object, kind: type) -> bool:
    """Whether a value is of a type; True is no number."""
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))


def _is_missing(value: object) -> bool:
    """Whether it is one of the marks by which data frames say that there is nothing."""
    try:
        return bool(value != value)  # noqa: PLR0124 - so does NaN differ, and so does NaT
    except TypeError:  # NA does not even tell whether it differs
        return True
    except (ValueError, ArithmeticError):  # several values, or none that compares
        return False


def _plain(value: Any, kind: type) -> object:  # noqa: ANN401 - of a library that is not ours
    """The plain value of a number or truth value of numpy, and the whole number of 5.0."""
    if getattr(value, "ndim", None) == 0:
        value = value.item()
    return int(value) if kind is int and type(value) is float and value.is_integer() else value


def wrong_members(name: str, found: object, terms: type[Term]) -> Iterator[Fault]:
    """The faults of a fact that is a tuple of terms."""
    if not isinstance(found, tuple):
        yield _wrong(name, tuple, found)
        return
    for index, member in enumerate(found):
        if not isinstance(member, terms):
            yield _wrong(f"{name}[{index}]", terms, member)


def _wrong(name: str, wanted: type, found: object) -> Fault:
    facts = (("name", name), ("wanted", wanted.__name__), ("found", type(found).__name__))
    return Fault("case.wrong_type", facts, path=name)
