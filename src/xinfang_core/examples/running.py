"""Examples held against what the rules answer (算例检验)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.assessment import assess
from xinfang_core.codec.applicable import applicable_rules
from xinfang_core.codec.csv_answers import columns_of
from xinfang_core.errors import XinfangError
from xinfang_core.examples.calendars import Calendars
from xinfang_core.examples.columns import CODES, ERROR, NOT_CODES, WANT
from xinfang_core.examples.comparing import is_same
from xinfang_core.examples.results import Mismatch, Result, Verdict
from xinfang_core.examples.telling import Answered, Judged, Refused, Said
from xinfang_core.examples.values import Place, said_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case
    from xinfang_core.decision import Reason
    from xinfang_core.examples.asking import Question
    from xinfang_core.examples.example import Example
    from xinfang_core.examples.telling import Cells
    from xinfang_core.policy import Policy, PolicyPack

    Told = Answered | Judged | Said | Refused


@frozen
class Bench:
    """What runs examples (检验台); remembers calendars and columns.

    Attributes:
        calendar: the working days with all notices; each example takes what it may know.

    """

    calendar: WorkCalendar
    _calendars: Calendars = field(init=False, eq=False, repr=False)
    _cells: dict[frozenset[str], Cells] = field(init=False, eq=False, repr=False, factory=dict)

    @_calendars.default
    def _by_day(self) -> Calendars:
        return Calendars(self.calendar)

    def run(
        self, examples: Iterable[Example], policy_of: Callable[[str, str | None], Policy]
    ) -> Iterator[Result]:
        """How the examples come out, in their order.

        Args:
            examples: as they were read.
            policy_of: the policy by its id and reading.

        """
        for one in examples:
            yield self.check(one, policy_of(one.terms.policy, one.terms.variant))

    def check(self, one: Example, policy: Policy) -> Result:
        """How one example comes out under a policy."""
        found = self.told(one, policy)
        if not one.is_confirmed:
            return Result(one, Verdict.unconfirmed, (), found.shown(one.columns))
        wrong = (*_wrong_cells(one, found), *_wrong_codes(one, found), *_wrong_errors(one, found))
        return Result(one, Verdict.mismatched if wrong else Verdict.matched, wrong)

    def told(self, one: Example, policy: Policy) -> Told:
        """What the rules tell of an example."""
        if one.asked is not None and not one.refused:
            return self._asked(one, one.asked, policy)
        if one.case is None:
            return Refused(one.refused)
        return self.assessed(one, one.case, policy)

    def assessed(self, one: Example, case: Case, policy: Policy) -> Answered:
        """What the rules tell of the case of an example."""
        terms, pack = one.terms, _pack(one, policy)
        calendar, allowed = self._calendars.known_on(terms.known_on), terms.allow_assumed
        answer = assess(case, pack, calendar, terms.as_of, allow_assumed=allowed)
        return Answered(answer, self.cells(policy))

    def edition_of(self, one: Example, policy: Policy) -> str:
        """The label of the policy's own edition that an example falls under; empty: under none."""
        labels = {edition.label for edition in policy.editions}
        marks = _pack(one, policy).marks
        return next((mark.label for mark in marks if mark.label in labels), "")

    def left_by(self, one: Example, policy: Policy) -> frozenset[str]:
        """The codes by which the rules are left that an example wants something of."""
        found = self.told(one, policy)
        wanted = (reason for name in one.wants.cells for reason in found.reasons(name))
        return frozenset((*one.wants.codes, *(reason.code for reason in wanted)))

    def _asked(self, one: Example, asked: Question | Place, policy: Policy) -> Told:
        """What a rule answers that is not about one case, or what the policy says."""
        terms = one.terms
        day = terms.pinned or terms.as_of
        if isinstance(asked, Place):
            return Said(said_at(asked, policy, day))
        try:
            return Judged(
                asked.answer(one, policy.on(day), self._calendars.known_on(terms.known_on))
            )
        except XinfangError as error:
            return Refused(error.faults)

    def cells(self, policy: Policy) -> Cells:
        """The columns of answers under a policy, which follow from its rules alone."""
        editions = (*policy.editions, *policy.national)
        key = frozenset(rule for one in editions for rule in one.params)
        if key not in self._cells:
            rules = tuple(applicable_rules(policy, None))
            keys, words = (columns_of(rules, "all", labels) for labels in ("en", "zh"))
            pairs = zip(keys, words, strict=True)
            self._cells[key] = {one.header: (one, other) for one, other in pairs}
        return self._cells[key]


def _pack(one: Example, policy: Policy) -> PolicyPack:
    """The parameters by which an example is judged."""
    terms = one.terms
    if one.case is None or terms.pinned:
        return policy.on(terms.pinned or terms.as_of)
    return policy.in_force(one.case, terms.as_of)


def _wrong_cells(one: Example, found: Told) -> Iterator[Mismatch]:
    """The cells of the answer that are not what is wanted."""
    for name, wanted in one.wants.cells.items():
        forms = found.forms(name)
        if not is_same(wanted, *forms):
            got = " / ".join(dict.fromkeys(filter(None, forms)))
            yield Mismatch(WANT + name, wanted, got, found.reasons(name))


def _wrong_codes(one: Example, found: Told) -> Iterator[Mismatch]:
    """The reasons that lack, and those that must not be there."""
    for code in one.wants.codes:
        if code not in found.codes:
            yield Mismatch(CODES, code, "", _alike(code, found))
    for code in one.wants.not_codes:
        if code in found.codes:
            yield Mismatch(NOT_CODES, code, code, (found.codes[code],))


def _alike(code: str, found: Told) -> tuple[Reason, ...]:
    """The reasons that occur of the rule of a code."""
    rule = code.partition(".")[0] + "."
    return tuple(one for name, one in found.codes.items() if name.startswith(rule))


def _wrong_errors(one: Example, found: Told) -> Iterator[Mismatch]:
    """The faults for which the record was to be refused, and was not."""
    for code in one.wants.errors:
        if code not in found.errors:
            yield Mismatch(ERROR, code, " ".join(found.errors))
