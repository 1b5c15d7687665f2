"""Case by case into the counters of a bulletin (逐件计数): no case is kept that is not listed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import Factory, define, field

from xinfang_core.assessment import counted_of, matter_of
from xinfang_core.assessment.groups import GROUPS
from xinfang_core.deadline import Deadline
from xinfang_core.decision import outcome_as
from xinfang_core.documents.bulletin.figures import Bunch, Entry, Figures, Overdue
from xinfang_core.documents.bulletin.rates import spans_of
from xinfang_core.documents.bulletin.standing import limits_of, missed_of, standing_of
from xinfang_core.messages import render, speaks
from xinfang_core.rules.follow_through.dual_appraisal import Appraisal
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.rules.follow_through.satisfaction import Satisfaction
from xinfang_core.rules.ledger import tallies
from xinfang_core.rules.ledger.agent_totals import Earning
from xinfang_core.vocabulary import (
    Absent,
    CaseClass,
    EvaluationState,
    EventKind,
    Role,
    Status,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from xinfang_core.assessment import Assessment
    from xinfang_core.case import Case
    from xinfang_core.declared.measure import Params, Span
    from xinfang_core.documents.bulletin.asked import Asked, By
    from xinfang_core.documents.bulletin.period import Period
    from xinfang_core.documents.bulletin.standing import Limit
    from xinfang_core.policy import PolicyPack
    from xinfang_core.policy.published import Mark
    from xinfang_core.vocabulary import Tally

    Groups = Mapping[By, str]
    Rows = Iterable[tuple[Case, Groups]]

CHOSEN = ""
"""The chosen reading among the readings."""


def count(rows: Rows, asked: Asked, *periods: Period) -> tuple[Figures, ...]:
    """The counts of periods over a register, which is gone through once.

    Args:
        rows: the cases, each with the groups that it belongs to; other periods' among them.
        asked: what is asked of them.
        periods: the periods.

    """
    countings = [Counting(asked, period) for period in periods]
    for case, groups in rows:
        for counting in countings:
            counting.add(case, groups)
    return tuple(counting.figures() for counting in countings)


@define
class Counting:
    """The counters of one period, filled case by case."""

    asked: Asked
    period: Period
    pack: PolicyPack = field(init=False)
    target: Role = field(init=False)
    spans: tuple[tuple[Params, Span], ...] = field(init=False)
    every: Bunch = Factory(Bunch)
    kinds: dict[str, Bunch] = Factory(dict)
    groups: dict[By, dict[str, Bunch]] = Factory(dict)
    months: Counter[date] = Factory(Counter)
    limits: dict[tuple[str, str], Counter[Status]] = Factory(dict)
    titles: dict[str, str] = Factory(dict)
    ratings: dict[Role, Counter[object]] = Factory(dict)
    appraised: Counter[Role] = Factory(Counter)
    overdue: list[Overdue] = Factory(list)
    earnings: list[Earning] = Factory(list)
    entries: list[Entry] = Factory(list)
    undated: int = 0
    dated_later: int = 0
    ungoverned: int = 0
    marks: dict[str, Mark] = Factory(dict)

    def __attrs_post_init__(self) -> None:
        self.pack = self.asked.ledger_pack(self.period.last)
        self.target = rated_target(self.pack)
        self.spans = tuple(
            (one, within)
            for one in self.pack.measures.values()
            for within in spans_of(one, self.period)
        )
        self.groups = {by: {} for by in self.asked.by}

    def add(self, case: Case, groups: Groups) -> None:
        """Look at one case, of whichever period."""
        day = self.asked.day_of(case)
        if day is None:
            self.undated += 1
            return
        measured = self._is_measured(case)
        if day > self.period.last and not measured:
            return
        answer = self.asked.assessed(case, self.period.as_of)
        limits = tuple(limits_of(answer))
        if measured:
            self._measure(case, answer, groups)
        if day <= self.period.last:
            self._add_overdue(case, day, limits, groups)
            self._add_award(case, day, answer)
        if self.period.has(day):
            self._count(case, day, answer, limits, groups)

    def _is_measured(self, case: Case) -> bool:
        """Whether a rate that the policy declares may count the case."""
        days = ((case.history.day(one.dated_by.value), within) for one, within in self.spans)
        return any(day is not None and a <= day <= b for day, (a, b) in days)

    def _measure(self, case: Case, answer: Assessment, groups: Groups) -> None:
        counted = counted_of(case, answer)
        self.every.counted.append(counted)
        self._kind(answer, case).counted.append(counted)
        for bunch in self._bunches(groups):
            bunch.counted.append(counted)

    def _bunches(self, groups: Groups) -> list[Bunch]:
        """The bunches of the groups that a case belongs to."""
        return [found.setdefault(groups.get(by, ""), Bunch()) for by, found in self.groups.items()]

    def _kind(self, answer: Assessment, case: Case) -> Bunch:
        return self.kinds.setdefault(kind_of(answer, case), Bunch())

    def _count(
        self,
        case: Case,
        day: date,
        answer: Assessment,
        limits: tuple[Limit, ...],
        groups: Groups,
    ) -> None:
        """A case of the period."""
        standing, told = standing_of(limits), self._tallies(case, answer)
        for bunch in (self.every, self._kind(answer, case), *self._bunches(groups)):
            bunch.add(standing, told)
        self.months[day.replace(day=1)] += 1
        self.dated_later += case.history.day(self.asked.dated_by[0]) is None
        self.ungoverned += not answer.made_by.editions
        self.marks |= {one.label: one for one in answer.made_by.editions}
        self._add_limits(CHOSEN, answer)
        for title, policy in self.asked.other_readings.items():
            self._add_limits(title, self.asked.assessed(case, self.period.as_of, policy))
        self._add_ratings(answer)
        if self.asked.ledger:
            self.entries.append(entry_of(case, day, answer, limits, tuple(groups.values())))

    def _tallies(self, case: Case, answer: Assessment) -> Mapping[Tally, int]:
        """What the case is counted as."""
        params = self.pack.ledger.tallies
        if params is None:
            return {}
        found = tallies.count((matter_of(case, answer, self.target),), params).outcome
        return {one: many for one, many in found.items() if many}  # type: ignore[union-attr]

    def _add_limits(self, reading: str, answer: Assessment) -> None:
        """Where each limit stands."""
        names = (*GROUPS["limits"], *answer.own_titles)
        for rule in names:
            decision = answer.decision(rule)
            if decision is not None and isinstance(decision.outcome, Deadline):
                self.titles.setdefault(rule, answer.title(rule))
                self.limits.setdefault((reading, rule), Counter())[decision.outcome.status] += 1

    def _add_ratings(self, answer: Assessment) -> None:
        """Who was rated how, and who is appraised."""
        rated = outcome_as(answer.follow_through.satisfaction, Satisfaction)
        for one in rated.ratings if rated else ():
            given = one.grade if one.state is EvaluationState.rated else one.state
            self.ratings.setdefault(one.target, Counter())[given] += 1
        found = outcome_as(answer.follow_through.dual_appraisal, Appraisal)
        listed = found.appraised if found else ()
        self.appraised.update(one for one in listed if isinstance(one, Role))

    def _add_overdue(
        self, case: Case, day: date, limits: tuple[Limit, ...], groups: Groups
    ) -> None:
        missed = missed_of(limits)
        if missed:
            earlier = not self.period.has(day)
            self.overdue.append(Overdue(case.case_no, groups.get("body", ""), missed, earlier))

    def _add_award(self, case: Case, day: date, answer: Assessment) -> None:
        """An award that was earned in the period, or of a case of it that cannot be told yet."""
        award, params = answer.follow_through.incentive, self.pack.follow_through.incentive
        if award is None or params is None or self.pack.ledger.agent_totals is None:
            return
        known = case.history.until(self.period.as_of)
        happened = params.earned_by.value
        events = () if isinstance(happened, Absent) else known.all(happened)
        is_told = isinstance(award.outcome, Award) and bool(events)
        earned = events[-1].day if is_told else day
        if self.period.has(earned):
            number = case.agent.agent_no if case.agent else ""
            self.earnings.append(Earning(number, earned, award))

    def figures(self) -> Figures:
        """The counts so far."""
        params = self.pack.ledger.tallies
        known = tallies.count((), params).outcome if params else {}
        return Figures(
            period=self.period,
            pack=self.pack,
            known=frozenset(known),  # type: ignore[arg-type]
            all=self.every,
            kinds=self.kinds,
            groups=self.groups,
            months=dict(sorted(self.months.items())),
            limits=self.limits,
            titles=self.titles,
            ratings=self.ratings,  # type: ignore[arg-type]
            appraised=self.appraised,
            overdue=tuple(sorted(self.overdue, key=_longest)),
            earnings=tuple(self.earnings),
            entries=tuple(sorted(self.entries, key=_by_day)),
            undated=self.undated,
            dated_later=self.dated_later,
            ungoverned=self.ungoverned,
            marks=tuple(self.marks[label] for label in sorted(self.marks)),
        )


def _longest(one: Overdue) -> tuple[int, str]:
    return -one.missed[0].days, one.case_no


def _by_day(one: Entry) -> tuple[date, str]:
    return one.day, one.case_no


def rated_target(pack: PolicyPack) -> Role:
    """Whose ratings rates are made of: the handling body's where it is rated, else the first's."""
    roles = [one for one in pack.rated if isinstance(one, Role)]
    return roles[0] if roles and Role.handling_body not in roles else Role.handling_body


def kind_of(answer: Assessment, case: Case) -> str:
    """The kind of a matter in words; where the policy knows no kinds, its class (事项类别)."""
    decided = answer.kind.reply_kind
    found = decided.outcome if decided else case.category or class_of(answer, case)
    if found is None or isinstance(found, (Undetermined, Absent)) or not speaks(found):
        return render("bulletin.kind_unknown", {})
    return found.text()


def class_of(answer: Assessment, case: Case) -> CaseClass | None:
    """The class of a matter, as assessed or recorded."""
    return outcome_as(answer.kind.case_class, CaseClass) or case.case_class


def entry_of(
    case: Case, day: date, answer: Assessment, limits: tuple[Limit, ...], groups: tuple[str, ...]
) -> Entry:
    """A case as a row of the ledger."""
    known, standing = case.history.until(answer.as_of), standing_of(limits)
    telling = [one for one in limits if one.deadline.status is standing and one.deadline.due]
    # What was kept is told by the limit that ran longest, what is missed or runs by the first.
    pick = max if standing is Status.met else min
    limit = pick(telling, key=lambda one: (one.deadline.due, one.rule), default=None)
    closed = known.day(EventKind.reply) or known.day(EventKind.conclude)
    return Entry(
        day=day,
        case_no=case.case_no,
        kind=kind_of(answer, case),
        received=known.day(EventKind.receive),
        accepted=known.day(EventKind.accept),
        due=limit.deadline.due if limit else None,
        limit=limit.rule if limit else "",
        standing=standing,
        closed=closed,
        groups=groups,
    )
