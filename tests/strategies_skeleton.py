"""First drafts of policies as an officer may answer them, and the answers that lead to them."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from xinfang_core.codec.skeleton import Skeleton, SkeletonKind, SkeletonLimit
from xinfang_core.declared.limit import KEYS
from xinfang_core.messages import render
from xinfang_core.periods import (
    LONGEST,
    AnyPeriod,
    CalendarDays,
    Hours,
    Minutes,
    Months,
    SameDay,
    WorkingDays,
)
from xinfang_core.policy import policy_ids
from xinfang_core.policy.pack import GROUP_OF, PARAMS
from xinfang_core.rules.limits import DUTIES
from xinfang_core.vocabulary import (
    Absent,
    Declared,
    Dimension,
    EventKind,
    Force,
    MatterFlag,
    ReplyKind,
    Role,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHIPPED = {*PARAMS, *GROUP_OF, *EventKind.__members__, *ReplyKind.__members__}
_STEPS = {text for step in EventKind for text in (step.name, step.value)}
_RULES = {render(f"rule.{rule}", {}) for rule in PARAMS}
_OWED = {(duty.act, duty.debtor) for duty in DUTIES.values()}

TEXTS = (
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")) | st.sampled_from("\"'\\#=[]{}"),
        min_size=1,
        max_size=20,
    )
    .map(lambda text: text.strip().strip("\ufeff").strip())
    .filter(lambda text: text and text not in Absent.__members__)
)
"""Whatever one may type on a line."""

_KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,9}", fullmatch=True).filter(
    lambda key: key not in _SHIPPED
)
_IDS = st.from_regex(r"[a-z][a-z0-9_-]{0,9}", fullmatch=True).filter(
    lambda key: key not in policy_ids()
)
_TITLES = TEXTS.filter(lambda text: text not in _RULES)
_COUNTS = st.integers(1, LONGEST)
EXTENDED = (WorkingDays, CalendarDays, Months)
_PERIODS: st.SearchStrategy[AnyPeriod] = st.one_of(
    *(st.builds(one, _COUNTS) for one in (*EXTENDED, Hours, Minutes)), st.just(SameDay())
)
_BY = [one for one in Dimension if one not in {Dimension.kind, Dimension.work_kind}]


def _is_name(name: str) -> bool:
    """Whether it may stand in a list of names of its own."""
    return not ({*name} & {*"、,，"} or name.isdecimal() or name in _STEPS)


@st.composite
def _names(draw: st.DrawFn, most: int) -> tuple[Declared, ...]:
    """Names, none of which is that of another one or its key."""
    titles = draw(st.lists(TEXTS.filter(_is_name), max_size=most, unique=True))
    keys = draw(st.lists(_KEYS.filter(lambda key: key not in titles), min_size=most, unique=True))
    return tuple(map(Declared, keys, titles))


@st.composite
def skeletons(draw: st.DrawFn) -> Skeleton:
    """All that the questions can end in."""
    names = draw(_names(6))
    kinds, steps = names[:3], names[3:]
    flags = draw(st.permutations([*MatterFlag]))
    flagged = draw(st.lists(st.booleans(), min_size=len(kinds), max_size=len(kinds)))
    taken = {one.name for one in names}
    keys = st.lists(_KEYS.filter(lambda key: key not in taken), max_size=3, unique=True)
    titles = draw(st.lists(_TITLES, min_size=3, max_size=3, unique=True))
    limits = [
        draw(_limits(Declared(key, title), kinds, steps))
        for key, title in zip(draw(keys), titles, strict=False)
    ]
    return Skeleton(
        draw(_IDS),
        draw(TEXTS),
        draw(TEXTS),
        draw(st.none() | st.dates(date(1949, 10, 1), date(2099, 12, 31))),
        tuple(
            SkeletonKind(kind, flag if with_flag else None)
            for kind, flag, with_flag in zip(kinds, flags, flagged, strict=False)
        ),
        steps,
        tuple(limits),
    )


@st.composite
def _limits(
    draw: st.DrawFn, name: Declared, kinds: tuple[Declared, ...], steps: tuple[Declared, ...]
) -> SkeletonLimit:
    """A limit that cannot be laxer than the national text, which binds others or other acts."""
    act: Any = st.sampled_from([*EventKind, *steps])
    start = draw(act)
    met_by = draw(act.filter(lambda one: one != start))
    owed_by = draw(st.sampled_from(Role).filter(lambda one: (met_by, one) not in _OWED))
    offered = [Dimension.kind, *_BY] if kinds else _BY
    by = tuple(draw(st.lists(st.sampled_from(offered), max_size=2, unique=True)))
    lists: list[Any] = [kinds if one is Dimension.kind else KEYS[one] for one in by]
    absent = st.sampled_from(Absent) if by else st.just(Absent.silent)
    one_unit = draw(st.sampled_from([_PERIODS, *(st.builds(one, _COUNTS) for one in EXTENDED)]))
    periods: Any = tuple((key, draw(one_unit | absent)) for key in product(*lists))
    units = {type(one) for _, one in periods if not isinstance(one, Absent)}
    extension: Any = None
    if len(units) == 1 and units <= {*EXTENDED}:
        (unit,) = units
        extension = draw(st.none() | st.sampled_from(Absent) | st.builds(unit, _COUNTS))
    counted = extension is not None and not isinstance(extension, Absent)
    times = draw(st.none() | _COUNTS) if counted else None
    creditor = draw(st.sampled_from(Role))
    force = draw(st.none() | st.sampled_from([Force.in_principle, Force.where_needed]))
    return SkeletonLimit(
        name, start, met_by, owed_by, creditor, periods, by, extension, times, force
    )


def answers_to(skeleton: Skeleton) -> Iterator[str]:
    """What somebody answers who means ``skeleton``."""
    yield from (skeleton.policy_id, skeleton.title, skeleton.source)
    yield str(skeleton.effective or "")
    yield "、".join(one.name.value for one in skeleton.kinds)
    for kind in skeleton.kinds:
        yield from (kind.name.name, kind.flag.value if kind.flag else "")
    yield "，".join(one.value for one in skeleton.steps)
    yield from (one.name for one in skeleton.steps)
    for limit in skeleton.limits:
        yield from _answers_about(limit, [*EventKind, *skeleton.steps])
    yield ""


def _answers_about(limit: SkeletonLimit, steps: list[object]) -> Iterator[str]:
    yield from (limit.name.value, limit.name.name)
    yield str(steps.index(limit.start) + 1)
    yield limit.met_by.name
    yield from (limit.owed_by.value, limit.owed_to.value)
    yield limit.force.value if limit.force else ""
    yield "、".join(one.value for one in limit.by)
    found = [period for _, period in limit.periods]
    yield from map(_typed, found)
    units = {type(one) for one in found if not isinstance(one, Absent)}
    if len(units) == 1 and units <= {*EXTENDED}:
        yield "" if limit.extension is None else _typed(limit.extension)
        if isinstance(limit.extension, EXTENDED):
            yield str(limit.extensions or "")


def _typed(period: object) -> str:
    """A period as one types it."""
    if isinstance(period, Absent):
        return {Absent.none: "无", Absent.silent: "不详"}[period]
    if isinstance(period, CalendarDays):
        return f"{period.count}日内"
    assert isinstance(period, (WorkingDays, Months, SameDay, Hours, Minutes))
    return period.text()
