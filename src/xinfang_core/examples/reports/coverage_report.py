"""What examples touch and leave untouched, for people and for programs (算例覆盖报告)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.codec.plain import plain
from xinfang_core.examples.coverage import Kind, lost
from xinfang_core.messages import render, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.codec.plain import Json
    from xinfang_core.examples.coverage import Coverage, Item

_MOST = 20
"""So many untouched things of one kind are listed for people."""


def coverage_lines(found: Coverage, titles: Mapping[str, str], *, every: bool) -> Iterator[str]:
    """How much is touched, what is not, and what only one example touches.

    Args:
        found: what the examples of a policy touch.
        titles: the official names of what the policy declares, by key.
        every: whether all untouched things are listed, not the first ones alone.

    """
    counts = found.counts().items()
    parts = (f"{kind.text()} {touched}/{total}" for kind, (touched, total) in counts)
    yield render("touched.counts", {"policy": found.policy, "counts": tuple(parts)})
    for name in ("assumed", "transitions"):
        touched, total = getattr(found, name)
        if total:
            yield render(f"touched.{name}", {"touched": touched, "count": total})
    noticed, tried = found.noticed
    yield render("touched.noticed", {"noticed": noticed, "tried": tried})
    for kind in Kind:
        left = [one for one in found.items if one.kind is kind and not one.is_held]
        shown = left if every else left[:_MOST]
        if left:
            yield render("touched.untouched", {"kind": kind, "count": len(left)})
        yield from (f"  {item_text(one, titles)}" for one in shown)
        if len(left) > len(shown):
            yield "  " + render("touched.more", {"count": len(left) - len(shown)})
    alone = found.alone()
    if alone:
        facts = {"examples": len(alone), "count": sum(map(len, alone.values()))}
        yield render("touched.alone", facts)


def lost_lines(before: Coverage, now: Coverage, titles: Mapping[str, str]) -> Iterator[str]:
    """What was touched and no longer is, with the examples that did."""
    for one in lost(before, now):
        facts = {"item": item_text(one, titles), "examples": one.examples}
        yield render("touched.lost", facts)


def item_text(one: Item, titles: Mapping[str, str]) -> str:
    """Something that examples may touch, in words."""
    if one.kind is Kind.edition:
        return one.edition
    if one.kind is Kind.exit:
        return f"{_title(one.rule, titles)} {one.parameter}"
    place = "，".join(words(key, "zh") for key in one.keys)
    said = "" if one.was is None else words(one.was, "zh")
    facts = {
        "title": _title(one.rule, titles),
        "path": f"{one.rule}.{one.parameter}",
        "place": f" {place}" if place and place != said else "",
        "value": said,
        "variant": f"〔{one.variant}〕" if one.variant else "",
    }
    told = render("touched.item", facts)
    ways = tuple(render(f"touched.way.{way}", {}) for way in one.unnoticed)
    return told + render("touched.ways", {"ways": ways}) if ways else told


def _title(rule: str, titles: Mapping[str, str]) -> str:
    """The title of a rule, or the official name of what the policy declares."""
    return titles.get(rule.rpartition(".")[2]) or render(f"rule.{rule}", {})


def coverage_json(found: Coverage) -> Json:
    """The same for programs, every item of it."""
    counts = found.counts().items()
    noticed, tried = found.noticed
    return {
        "policy": found.policy,
        "counts": {kind.name: _shared(share) for kind, share in counts},
        "changes": {"noticed": noticed, "count": tried},
        **{name: _shared(getattr(found, name)) for name in ("assumed", "transitions")},
        "items": [item_json(one) for one in found.items],
    }


def _shared(share: tuple[int, int]) -> Json:
    touched, count = share
    return {"touched": touched, "count": count}


def item_json(one: Item) -> Json:
    """Something that examples may touch, for programs."""
    told: Json = {"kind": one.kind.name}
    if one.edition:
        told["edition"] = one.edition
    if one.kind is Kind.exit:
        told |= {"rule": one.rule, "code": one.parameter}
    elif one.kind is not Kind.edition:
        told |= {"path": f"{one.rule}.{one.parameter}", "keys": plain(one.keys)}
        told |= {"variant": one.variant} if one.variant else {}
        told |= {"side": one.side} if one.side else {}
        told |= {"value": plain(one.was), "assumed": one.is_assumed}
        told |= {"unnoticed": [*one.unnoticed]} if one.unnoticed else {}
    return {**told, "examples": [*one.examples]}
