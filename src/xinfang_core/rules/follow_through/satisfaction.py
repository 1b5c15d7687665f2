"""How satisfied is the petitioner with each of those who are rated? (满意度).

Source: the state bureau's measures on rating how matters are handled (满意度评价工作办法): the
petitioner rates petition office and responsible body apart, as 满意, 基本满意 or 不满意; not rated
in time is a state of its own (逾期未评价), of which no text seen says what it counts as. Online
proxy (网上信访代理): handling body and agent are rated. Gongshu (拱墅): worker and petition office.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core import messages
from xinfang_core.context import Context
from xinfang_core.deadline import Deadline
from xinfang_core.decision import Decision, Facts, Reason, outcome_of, silence
from xinfang_core.sources import Citation, CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EvaluationState,
    EventKind,
    Grade,
    OverdueScheme,
    Role,
    Status,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from xinfang_core.case import History
    from xinfang_core.messages import Lang
    from xinfang_core.rules.limits import Limits

LATEST = Citation(
    source="",
    clause="多次评价的取舍",
    phrase="",
    basis=Basis.interpreted,
    note="对同一对象多次评价的，取最近一次，同时有几次的取较低的；逾期后作出的评价、重新办理以前的评价仍予采纳",
)
"""The latest rating of a target stands until another one is given, in time or not."""

BY_LATEST = Reason("satisfaction.by_latest", (), LATEST)
NO_WINDOW = Reason("satisfaction.window_unknown")
_RATED, _UNRATED = EvaluationState.rated, Grade.unrated
# What the generated constructor does, at half its cost; looking a member up costs as much.
_new = tuple.__new__
_EVALUATE: Final = EventKind.evaluate
_LAPSED: Final = Status.lapsed


@frozen
class Params:
    """What a policy says about ratings.

    Attributes:
        targets: who is rated.
        overdue: what a rating that was not given in time counts as.

    """

    targets: CitedList[Role]
    overdue: Sourced[OverdueScheme]

    @cached_property
    def named(self) -> frozenset[Role | Absent | None]:
        """Who is rated."""
        return frozenset(self.targets.values)

    @cached_property
    def answers(self) -> dict[tuple[int, Grade, bool], tuple[Rating, Reason] | None]:
        """By place of the target, grade and whether it is overdue: what is told of it."""
        return {
            (place, grade, overdue): _rated(step, grade, self.overdue.value, overdue=overdue)
            for place, step in enumerate(self.targets.steps)
            for grade in Grade
            for overdue in (False, True)
        }


@frozen
class Rating:
    """How one target is rated.

    Attributes:
        target: who is rated.
        state: rated, not rated yet, or not rated in time.
        grade: the grade given; ``unrated`` where none is.
        counts_as: the grade that it counts as; ``unrated`` counts in no rate of satisfaction.

    """

    target: Role
    state: EvaluationState
    grade: Grade
    counts_as: Grade

    def text(self, lang: Lang = "zh") -> str:
        """Who is rated, and how; where no grade is given, that there is none."""
        given = self.grade if self.state is EvaluationState.rated else self.state
        return messages.render("satisfaction.text", {"target": self.target, "given": given}, lang)


@frozen
class Satisfaction:
    """The ratings of one case, in the order of the policy's list of targets."""

    ratings: tuple[Rating, ...]


def decide(
    window: Deadline | Undetermined | Absent, history: History, params: Params
) -> Decision[Satisfaction]:
    """The rating of each target.

    Args:
        window: the outcome of ``evaluation_window_deadline``.
        history: the events known on the day asked about.
        params: whom the policy has rated, and what a missing rating counts as.

    """
    if not params.targets.steps:
        return _without(params.targets)
    status = window.status if isinstance(window, Deadline) else None
    overdue, scheme = status is _LAPSED, params.overdue
    given: dict[Role | Absent | None, Grade | None] = {
        event.target: event.grade for event in history.all(_EVALUATE)
    }
    ratings: list[Rating] = []
    reasons: list[Reason] = []
    missing, answers = 0, params.answers
    for place, target in enumerate(params.targets.values):
        grade = given.get(target) or _UNRATED
        told = answers[place, grade, overdue]
        if told is None:
            return Decision(Undetermined.undetermined, (silence(params.targets.steps[place]),))
        missing += grade is _UNRATED
        ratings.append(told[0])
        reasons.append(told[1])
    if missing < len(ratings):
        reasons.append(BY_LATEST)
    if missing and overdue:
        if isinstance(scheme.value, Absent):
            return Decision(Undetermined.undetermined, (*reasons, silence(scheme)))
        reasons.append(Reason("satisfaction.overdue", (("scheme", scheme.value),), scheme.citation))
    elif missing and (status is None or status is Status.undetermined):
        reasons.append(NO_WINDOW)
    if given and not given.keys() <= params.named:
        reasons.append(_unlisted(given.keys() - params.named, params.targets))
    return _new(Decision, (Satisfaction(tuple(ratings)), tuple(reasons), ()))


def apply(context: Context, params: Params, limits: Limits) -> Decision[Satisfaction]:
    """The answer about the case of ``context``."""
    window = outcome_of(limits.evaluation_window_deadline)
    return decide(window, context.history, params)


def _unlisted(strangers: AbstractSet[Role | Absent | None], targets: CitedList[Role]) -> Reason:
    """That others are rated too, as the national text has it: kept, and counted nowhere here."""
    found = tuple(role for role in Role if role in strangers)
    facts = (("found", found), ("wanted", targets.values))
    return Reason("satisfaction.unlisted", facts, targets.citation)


def _rated(
    step: Sourced[Role], grade: Grade, scheme: OverdueScheme | Absent, *, overdue: bool
) -> tuple[Rating, Reason] | None:
    """The rating of one target, and the reason that tells it; None where nobody is named."""
    target = step.value
    if isinstance(target, Absent):
        return None
    if grade is not _UNRATED:
        facts: Facts = (("target", target), ("grade", grade))
        graded = Reason("satisfaction.graded", facts, step.citation)
        return Rating(target, _RATED, grade, grade), graded
    state = EvaluationState.overdue_unrated if overdue else EvaluationState.unrated
    counts = overdue and scheme is OverdueScheme.satisfied
    facts = (("target", target), ("state", state))
    rating = Rating(target, state, _UNRATED, Grade.satisfied if counts else _UNRATED)
    return rating, Reason("satisfaction.target", facts, step.citation)


def _without(targets: CitedList[Role]) -> Decision[Satisfaction]:
    """The answer of a policy that names nobody to be rated, or is silent about it."""
    if targets.absent is Absent.silent:
        missing = silence(targets)
        return Decision(Undetermined.undetermined, (missing,))
    facts = (("clause", targets.citation.clause),)
    nobody = Reason("satisfaction.no_targets", facts, targets.citation)
    return Decision(Absent.none, (nobody,))
