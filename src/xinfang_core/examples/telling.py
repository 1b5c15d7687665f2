"""What the rules tell of an example (实得结论), in the words of its wants."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import define, frozen

from xinfang_core.examples.columns import (
    CODES,
    ERROR,
    OUTCOME,
    UNIT,
    WANT,
    is_fixed_want,
)
from xinfang_core.examples.outcomes import decisions_in, keyed, outcome_part, worded
from xinfang_core.examples.values import said_forms, unit_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.assessment import Assessment
    from xinfang_core.codec.csv_answers import Column
    from xinfang_core.decision import Reason
    from xinfang_core.errors import Fault
    from xinfang_core.policy import Line

    Cells = Mapping[str, tuple[Column, Column]]
    """By its header the column of answers by key, and the same in Chinese."""

_PARTS = ("_status", "_due", "_certainty", "_earliest", "_latest", "_overdue_working_days")


def rule_of(name: str) -> str:
    """The rule that a column of answers is about."""
    part = next((part for part in _PARTS if name.endswith(part)), "")
    return name.removesuffix(part)


@define(slots=False)
class Answered:
    """An assessment (评估结论).

    Attributes:
        answer: the assessment.
        cells: its columns.

    """

    answer: Assessment
    cells: Cells

    @property
    def errors(self) -> tuple[str, ...]:
        """Nothing is refused."""
        return ()

    def forms(self, name: str) -> tuple[str, ...]:
        """A cell by its key and in Chinese; empty where the policy has no such column."""
        columns = self.cells.get(name)
        return tuple(one.cell(self.answer) for one in columns) if columns else ("", "")

    def reasons(self, name: str) -> tuple[Reason, ...]:
        """Why a cell says what it says."""
        if name in {"findings", "obligations"}:
            return tuple(self._said(name))
        part = next((part for part in _PARTS if name.endswith(part)), "")
        rules = (name, name.removesuffix(part))
        found = (one for rule, one in self.answer.decisions() if rule in rules)
        decision = next(found, None)
        return decision.reasons if decision else ()

    @cached_property
    def codes(self) -> dict[str, Reason]:
        """The reasons and findings that occur, by their codes."""
        answer = self.answer
        found = [one for _, decision in answer.applying() for one in decision.reasons]
        found += [*self._said("findings"), *self._said("obligations")]
        found += [answer.outside.reason] if answer.outside else []
        return {one.code: one for one in found}

    def shown(self, columns: tuple[str, ...]) -> dict[str, str]:
        """By column of wants what is answered, in Chinese."""
        wanted = (name for name in columns if not is_fixed_want(name))
        return {name: self.forms(name.removeprefix(WANT))[-1] for name in wanted}

    def _said(self, name: str) -> Iterator[Reason]:
        if name == "findings":
            return (one.reason for one in self.answer.findings)
        return (one.reason for one in self.answer.obligations)


@define(slots=False)
class Judged:
    """What a rule answers that is not about one case (规则结论).

    Attributes:
        answer: the decision, or what holds several; None where the policy lacks the rule.

    """

    answer: object

    @property
    def errors(self) -> tuple[str, ...]:
        """Nothing is refused."""
        return ()

    @cached_property
    def codes(self) -> dict[str, Reason]:
        """The reasons and findings that occur, by their codes."""
        found = [reason for one in decisions_in(self.answer) for reason in one.reasons]
        found += [item.reason for one in decisions_in(self.answer) for item in one.findings]
        return {one.code: one for one in found}

    def forms(self, name: str) -> tuple[str, ...]:
        """The outcome or a part of it, by key and in Chinese."""
        found = outcome_part(self.answer, name.split(".")[1:])
        if found is None:
            return ("", "")
        return keyed(found), worded(found)

    def reasons(self, _: str) -> tuple[Reason, ...]:
        """Why it is answered so."""
        return tuple(self.codes.values())

    def shown(self, columns: tuple[str, ...]) -> dict[str, str]:
        """By column of wants what is answered, in Chinese."""
        wanted = (name for name in columns if name.startswith(OUTCOME))
        told = {name: self.forms(name.removeprefix(WANT))[-1] for name in wanted}
        return told | ({CODES: " ".join(self.codes)} if CODES in columns else {})


@frozen
class Said:
    """What a policy says in a place (办法取值).

    Attributes:
        found: the value; of a list its items.

    """

    found: tuple[Line, ...]

    @property
    def errors(self) -> tuple[str, ...]:
        """Nothing is refused."""
        return ()

    @property
    def codes(self) -> dict[str, Reason]:
        """A value has no reasons."""
        return {}

    def forms(self, name: str) -> tuple[str, ...]:
        """The value, or what it counts, by key and in Chinese."""
        return unit_forms(self.found) if WANT + name == UNIT else said_forms(self.found)

    def reasons(self, _: str) -> tuple[Reason, ...]:
        """A value has no reasons."""
        return ()

    def shown(self, columns: tuple[str, ...]) -> dict[str, str]:
        """By column of wants what is said, in Chinese."""
        wanted = (name for name in columns if name in {OUTCOME, UNIT})
        return {name: self.forms(name.removeprefix(WANT))[-1] for name in wanted}


@frozen
class Refused:
    """A record that is refused (拒收).

    Attributes:
        faults: why.

    """

    faults: tuple[Fault, ...]

    @property
    def codes(self) -> dict[str, Reason]:
        """No reason occurs."""
        return {}

    @property
    def errors(self) -> tuple[str, ...]:
        """The codes of the faults."""
        return tuple(dict.fromkeys(one.code for one in self.faults))

    def forms(self, _: str) -> tuple[str, ...]:
        """The codes of the faults, for nothing is answered."""
        return (" ".join(self.errors),)

    def reasons(self, _: str) -> tuple[Reason, ...]:
        """Nothing is answered."""
        return ()

    def shown(self, columns: tuple[str, ...]) -> dict[str, str]:
        """Why it is refused."""
        return {name: " ".join(self.errors) for name in columns if name == ERROR}
