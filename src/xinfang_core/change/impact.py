"""What another edition would have meant for past cases (影响): counts, and the largest moves.

Every case is judged twice on the same day by the same calendar, as if under each edition. What
could not be decided under both is not compared; it is counted apart, with what is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal


@frozen
class Shift:
    """A limit whose last day moves (期限移动).

    Attributes:
        case_no: the case.
        title: the limit in Chinese.
        old: its last day under the older edition.
        new: the same under the newer one.

    """

    case_no: str
    title: str
    old: date
    new: date

    @property
    def days(self) -> int:
        """By how many calendar days; fewer than none where it ends sooner."""
        return (self.new - self.old).days


@frozen
class Payment:
    """An award that is another one (奖励变动), in yuan; none is 0.

    Attributes:
        case_no: the case.
        old: the award under the older edition.
        new: the same under the newer one.

    """

    case_no: str
    old: Decimal
    new: Decimal

    @property
    def more(self) -> Decimal:
        """By how many yuan; fewer than none where it is less."""
        return self.new - self.old


@frozen
class RuleImpact:
    """What changes in the answers of one rule (一条规则的影响); all counts are of cases.

    Attributes:
        rule: its name, or the key of what a policy declares.
        title: its title in Chinese.
        compared: decided under both editions.
        changed: of these, answered otherwise.
        undecided_old: decided under the newer edition alone.
        undecided_new: decided under the older edition alone.
        undecided_both: decided under neither; counted where the rule's values differ.
        transitions: from which answer to which other one, by its terms; a limit's are statuses.
        days: by how many calendar days last days move, in how many cases.

    """

    rule: str
    title: str
    compared: int
    changed: int
    undecided_old: int
    undecided_new: int
    undecided_both: int
    transitions: Mapping[tuple[object, object], int] = field(hash=False)
    days: Mapping[int, int] = field(hash=False)


@frozen
class Missing:
    """What could not be decided for want of what (缺项), in how many cases.

    Attributes:
        title: the rule in Chinese.
        names: what is missing, as in ``Assessment.missing``; empty where it is not told.
        cases: in how many cases.

    """

    title: str
    names: tuple[str, ...]
    cases: int


@frozen
class Impact:
    """What one edition in place of another would have meant for the cases of a register.

    Attributes:
        old: the label of the pack of the older edition.
        new: the label of the pack of the newer edition.
        other_national: whether different national editions lie beneath the two.
        as_of: the day on which all cases are judged.
        cases: how many were judged.
        refused: rows that could not be read, by what is wrong in which column.
        changed: cases with another answer.
        unchanged: cases with the same answers throughout.
        undecided: cases in which nothing is seen to change, but not everything can be compared.
        picked: cases that the newer edition would really apply to.
        picked_changed: of these, those with another answer.
        rules: what changes rule by rule; those in which nothing does are left out.
        missing: why answers could not be compared, most cases first.
        paid_old: the money of all awards that can be compared, in yuan, under the older edition.
        paid_new: the same under the newer one.
        payments: by how many yuan awards differ, in how many cases.
        shifts: the limits that move most.
        awards: the awards that differ most.
        overdue: the cases that are open and overdue under the newer edition alone.
        late: the cases that are answered late under the newer edition alone.
        relieved: how many cases are overdue or late under the older edition alone.
        own_titles: the official names of what either policy declares, by key.

    """

    old: str
    new: str
    other_national: bool
    as_of: date
    cases: int
    refused: Mapping[tuple[str, str], int] = field(hash=False)
    changed: int
    unchanged: int
    undecided: int
    picked: int
    picked_changed: int
    rules: tuple[RuleImpact, ...]
    missing: tuple[Missing, ...]
    paid_old: Decimal
    paid_new: Decimal
    payments: Mapping[Decimal, int] = field(hash=False)
    shifts: tuple[Shift, ...]
    awards: tuple[Payment, ...]
    overdue: tuple[str, ...]
    late: tuple[str, ...]
    relieved: int
    own_titles: Mapping[str, str] = field(hash=False)
