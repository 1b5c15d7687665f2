"""Names that a policy declares itself (自定名目), beside the closed lists of the field."""

from __future__ import annotations

from typing import TYPE_CHECKING, NewType, TypeAlias

from attrs import field, frozen

from xinfang_core.vocabulary.events import EventKind
from xinfang_core.vocabulary.matters import ReplyKind
from xinfang_core.vocabulary.terms import Term

if TYPE_CHECKING:
    from xinfang_core.messages import Lang


@frozen
class Declared:
    """A name that a policy declares (自定名目): a kind of matter, or a step.

    Two of one key are the same thing, whatever a host calls it.

    Attributes:
        name: the key, used in JSON, TOML and CSV.
        title: the official name (名称).

    """

    name: str
    title: str = field(default="", eq=False)

    @property
    def value(self) -> str:
        """The official name, as the value of a term of a closed list is; the key without one."""
        return self.title or self.name

    def text(self, lang: Lang = "zh") -> str:
        """The official name in Chinese, or the key as English words."""
        return self.value if lang == "zh" else self.name.replace("_", " ")


MatterKind: TypeAlias = ReplyKind | Declared
"""A kind of matter: one of the known ones, or one that a policy declares."""

Step: TypeAlias = EventKind | Declared
"""Something that can happen to a case: one of the known ones, or one that a policy declares."""

LimitName = NewType("LimitName", Declared)
"""A limit that a policy has: one that it declares, or the name of a rule."""

MeasureName = NewType("MeasureName", Declared)
"""A rate that a policy declares."""


@frozen
class Declarations:
    """The names that a policy declares (自定名目一览).

    Attributes:
        kinds: the kinds of matters that the policy knows, those it takes from the closed list
            among them; empty where it takes that list as it is.
        steps: the steps that it adds to the closed list.
        limits: the limits that it has, by which its rates and ladders may name them.
        measures: the rates that it declares, by which its scores may name them.

    """

    kinds: tuple[MatterKind, ...] = ()
    steps: tuple[Declared, ...] = ()
    limits: tuple[Declared, ...] = ()
    measures: tuple[Declared, ...] = ()

    def names(self, terms: object) -> tuple[MatterKind | Step, ...]:
        """What a policy may name where a term of ``terms`` is wanted, beside the closed list."""
        found = {
            ReplyKind: self.kinds,
            EventKind: self.steps,
            LimitName: self.limits,
            MeasureName: self.measures,
        }
        return found.get(terms, ())  # type: ignore[call-overload, no-any-return]


class Truth(Term):
    """Whether something is so (是否)."""

    yes = "是"
    no = "否"


class MatterFlag(Term):
    """A flag of a record by which it says what kind of matter it is (事项标志)."""

    urgent = "紧急"
    needs_investigation = "需要调查、协调"
    consultation = "咨询"
    major = "重大"
    complicated = "复杂"


class Dimension(Term):
    """What a declared limit may depend on (期限依据)."""

    kind = "事项类别"
    work_kind = "工作类别"
    level = "有权处理层级"
    channel = "收集途径"
    form = "信访形式"
    urgent = "紧急"
    major = "重大"
    complicated = "复杂"
    superior_assigned = "上级交办"


class MatterFact(Term):
    """What is recorded of a matter by yes or no, as rates count it (事项事实)."""

    urgent = "紧急"
    needs_investigation = "需要调查、协调"
    consultation = "咨询"
    major = "重大"
    complicated = "复杂"
    superior_assigned = "上级交办"
    repeated = "重复信访"
    settled = "息诉息访"


class RateLine(Term):
    """Where a matter stands in a rate (分子分母)."""

    above = "分子"
    below = "分母"


class ScoreShape(Term):
    """How the points of one part of a score come about (计分方式)."""

    share = "比率乘以分值"
    per_percent = "每一百分点加减分"
    per_matter = "每件加减分"
    rank = "按名次计分"


class Better(Term):
    """On which side of its target a rate is better (优劣方向)."""

    higher = "越高越好"
    lower = "越低越好"


class PaidBy(Term):
    """What a declared payment may depend on (奖补依据)."""

    kind = "事项类别"
    work_kind = "工作类别"
    level = "层级"
    grade = "满意度"


class PaidFor(Term):
    """What one amount of a declared payment is paid for (计发单位)."""

    matter = "件"
    month = "月"
    award = "次"
