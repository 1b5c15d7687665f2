"""Facts of another type than declared are refused, never converted (类型核对)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from attrs import fields_dict

from xinfang_core.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.vocabulary import Term


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


def wrong_types(owner: object, wanted: Mapping[str, type]) -> Iterator[Fault]:
    """Facts of another type than declared; "否" is not False, and 1 is not True."""
    for name, kind in wanted.items():
        value = getattr(owner, name)
        if value is None or type(value) is kind:
            continue
        if not isinstance(value, kind) or isinstance(value, bool):
            yield _wrong(name, kind, value)


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
