"""A first draft of a policy file (初稿), made of what an officer answers.

It reads at once. All of its values are assumed: the clause and the phrase that each rests on are
still to be found in the source, and its comments say how.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.codec.notices.writing import quoted
from xinfang_core.codec.plain import plain_object
from xinfang_core.messages import render
from xinfang_core.vocabulary import Absent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from xinfang_core.periods import AnyPeriod, Period
    from xinfang_core.vocabulary import (
        Declared,
        Dimension,
        Force,
        MatterFlag,
        MatterKind,
        Role,
        Step,
    )
    from xinfang_core.vocabulary.terms import Term


@frozen
class SkeletonKind:
    """A kind of matter: what it is called, and the flag of a record that says so, if any."""

    name: Declared
    flag: MatterFlag | None = None


@frozen
class SkeletonLimit:
    """A limit as it was answered.

    Attributes:
        name: its key and official name.
        start: the step that it counts from.
        met_by: the step that meets it.
        owed_by: who owes it.
        owed_to: to whom.
        periods: how long it is, for each combination of what it depends on; for ``()`` alone
            where it depends on nothing. ``none`` is no limit, ``silent`` not told.
        by: what it depends on, in the order of the combinations.
        extension: the most that one extension adds; None where the source has no word on any.
        extensions: how often it may be extended; None where that is not told.
        force: that it binds in principle or where needed only; None where it binds strictly.

    """

    name: Declared
    start: Step
    met_by: Step
    owed_by: Role
    owed_to: Role
    periods: tuple[tuple[tuple[Term | MatterKind, ...], AnyPeriod | Absent], ...]
    by: tuple[Dimension, ...] = ()
    extension: Period | Absent | None = None
    extensions: int | None = None
    force: Force | None = None


@frozen
class Skeleton:
    """What a policy says, as far as the questions ask it.

    Attributes:
        policy_id: its short name.
        title: its official name.
        source: where its text is from.
        effective: its first day in force; None where the source has none.
        kinds: the kinds of matters that it declares, in their order of precedence.
        steps: the steps that it declares.
        limits: its limits.

    """

    policy_id: str
    title: str
    source: str
    effective: date | None = None
    kinds: tuple[SkeletonKind, ...] = ()
    steps: tuple[Declared, ...] = ()
    limits: tuple[SkeletonLimit, ...] = ()

    @property
    def file_name(self) -> str:
        """The name of its file: the first day in force."""
        return f"{self.effective or 'undated'}.toml"

    @property
    def rules(self) -> tuple[str, ...]:
        """All that it declares, each as ``SECTION.KEY``."""
        return (
            *(f"kind.{one.name.name}" for one in self.kinds),
            *(f"event.{one.name}" for one in self.steps),
            *(f"limit.{one.name.name}" for one in self.limits),
        )


def skeleton_text(skeleton: Skeleton) -> str:
    """The policy file, with comments that say what to do next."""
    facts = {"title": skeleton.title, "source": skeleton.source, "file": skeleton.file_name}
    parts = (render("skeleton.head", facts), *_sections(skeleton), render("skeleton.more", {}))
    return "\n\n".join(parts) + "\n"


def _sections(skeleton: Skeleton) -> Iterator[str]:
    """The tables of the file, in the order of the guide."""
    yield "\n".join(_head(skeleton))
    yield "\n".join(_clause(skeleton))
    for kind in skeleton.kinds:
        flag = (f"flag = {_value(kind.flag)}",) if kind.flag else ()
        yield "\n".join((*_element("kind", kind.name), *flag))
    for step in skeleton.steps:
        yield "\n".join(_element("event", step))
    for limit in skeleton.limits:
        yield "\n".join(_limit(limit))


def _head(skeleton: Skeleton) -> Iterator[str]:
    day = skeleton.effective
    code = "skeleton.transition" if day else "skeleton.transition_undated"
    yield "[policy]"
    yield f"id = {quoted(skeleton.policy_id)}"
    yield f"title = {quoted(skeleton.title)}"
    yield f"effective = {day or quoted('undated')}"
    yield 'picked_by = "register"'
    yield f"transition = {quoted(render(code, {'day': day}))}"


def _clause(skeleton: Skeleton) -> Iterator[str]:
    """The one clause that all values cite until they are sorted by the clauses of the source."""
    to_do = render("skeleton.to_do", {})
    yield "[[clause]]"
    yield 'id = "1"'
    yield f"locator = {quoted(to_do)}"
    yield f"text = {quoted(render('skeleton.clause', {'source': skeleton.source}))}"
    rules = ", ".join(map(quoted, skeleton.rules))
    yield f"encoded_by = [{rules}]" if rules else f"set_aside = {quoted(to_do)}"


def _element(section: str, name: Declared) -> Iterator[str]:
    """The heading of what is declared, its official name and its citation."""
    yield f"[{section}.{name.name}]"
    yield f"name = {quoted(name.value)}"
    yield 'clause = "1"'
    yield 'basis = "assumed"'
    yield f"note = {quoted(render('skeleton.note', {}))}"


def _limit(limit: SkeletonLimit) -> Iterator[str]:
    yield from _element("limit", limit.name)
    for name in ("start", "met_by", "owed_by", "owed_to"):
        yield f"{name} = {_value(getattr(limit, name))}"
    if limit.by:
        yield f"by = [{', '.join(map(_value, limit.by))}]"
    else:
        yield from (f"limit = {_value(period)}" for _, period in limit.periods)
    if limit.force:
        yield f"force = {_value(limit.force)}"
    if limit.extension:
        yield f"extension = {_value(limit.extension)}"
    if limit.extensions:
        yield f"extensions = {limit.extensions}"
    if limit.by:
        yield f"\n[limit.{limit.name.name}.limit]\ncells = ["
        yield from (f"  {{ {_cell(limit.by, key, period)} }}," for key, period in limit.periods)
        yield "]"


def _cell(by: tuple[Dimension, ...], key: tuple[object, ...], period: AnyPeriod | Absent) -> str:
    """One line of a table: the combination, and how long the limit is for it."""
    names = (f"{one.name} = {_value(item)}" for one, item in zip(by, key, strict=True))
    return ", ".join((*names, _measured(period)))


def _value(found: object) -> str:
    """A name by its key; a period as a table of its own."""
    name = getattr(found, "name", None)
    return f"{{ {_measured(found)} }}" if name is None else quoted(name)


def _measured(period: object) -> str:
    """A period as its count and unit; ``none`` or ``silent`` as such."""
    if isinstance(period, Absent):
        return f"value = {quoted(period.name)}"
    written = plain_object(period)
    return f"value = {written['count']}, unit = {quoted(str(written['unit']))}"
