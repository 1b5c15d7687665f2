"""What kind of matter is it? (是什么事项): the rules that say so, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.case import Agent
from xinfang_core.rules.kind import (
    appeal_route,
    case_class,
    case_stage,
    case_weight,
    class_handling,
    document_form,
    group_petition,
    growth_signs,
    intake_channel,
    reminder,
    repeat_petition,
    reply_kind,
    skip_level,
    work_kind,
)
from xinfang_core.vocabulary import (
    CaseWeight,
    EventKind,
    HearingGround,
    PetitionSize,
    Repetition,
    VisitLevel,
)

if TYPE_CHECKING:
    from xinfang_core.assessment.asked import Asked
    from xinfang_core.assessment.decided import Decided
    from xinfang_core.case import Case, History


def what_it_is(asked: Asked, decided: Decided) -> None:
    """The class, kinds, history and signs of the matter."""
    _which_class(asked, decided)
    _which_kind(asked, decided)
    _who_came(asked, decided)


def _which_class(asked: Asked, decided: Decided) -> None:
    """The class of the matter, and what that asks for."""
    case, p = asked.case, asked.policy
    if p.case_class:
        decided["case_class"] = case_class.decide(case.case_class, case.purpose, p.case_class)
    which = asked.outcome_of(decided["case_class"], case.case_class)
    if p.appeal_route:
        decided["appeal_route"] = appeal_route.decide(which, case.route, p.appeal_route)
    if p.class_handling:
        grounds = _hearing_grounds(case)
        decided["class_handling"] = class_handling.decide(
            which, case.route, grounds, p.class_handling
        )


def _which_kind(asked: Asked, decided: Decided) -> None:
    """The kinds that local systems tell apart."""
    case, p = asked.case, asked.policy
    if p.reply_kind:
        decided["reply_kind"] = reply_kind.decide(
            case.category,
            urgent=case.urgent,
            needs_investigation=case.needs_investigation,
            consultation=case.consultation,
            params=p.reply_kind,
        )
    if p.work_kind:
        decided["work_kind"] = work_kind.decide(
            case.own_deadline,
            major=case.major,
            complicated=case.complicated,
            params=p.work_kind,
        )
    if p.document_form:
        decided["document_form"] = document_form.decide(
            case.document_form, asked.history, p.document_form
        )
    if p.intake_channel:
        decided["intake_channel"] = intake_channel.decide(
            case.intake_channel, case.hot_topic, p.intake_channel
        )
    if p.reminder:
        decided["reminder"] = reminder.decide(case.signs, p.reminder)


def _hearing_grounds(case: Case) -> tuple[HearingGround, ...]:
    """What of the matter makes a hearing possible, as recorded."""
    recorded = (
        (_MAJOR, case.major),
        (_COMPLICATED, case.complicated),
        (_DIFFICULT, case.case_weight is _DIFFICULT_CASE),
    )
    return tuple([ground for ground, found in recorded if found])


# Looking a member up costs as much as a reason.
_MAJOR, _COMPLICATED = HearingGround.major, HearingGround.complicated
_DIFFICULT, _DIFFICULT_CASE = HearingGround.difficult, CaseWeight.difficult


def _who_came(asked: Asked, decided: Decided) -> None:
    """How the petition came: again, together, past a level; what that makes of it."""
    case, p = asked.case, asked.policy
    if p.repeat_petition:
        decided["repeat_petition"] = repeat_petition.decide(
            same_person=case.same_person,
            same_matter=case.same_matter,
            proxied=_is_proxied(case, asked.history),
            params=p.repeat_petition,
        )
    if p.group_petition:
        came = (case.form, case.people, case.representatives)
        decided["group_petition"] = group_petition.decide(*came, p.group_petition, group=case.group)
    if p.skip_level:
        levels = (case.visited_level, case.competent_level)
        decided["skip_level"] = skip_level.decide(case.form, *levels, p.skip_level)
    if p.case_weight:
        decided["case_weight"] = case_weight.decide(
            case.case_weight,
            group_complex=case.group_complex,
            wide_reach=case.wide_reach,
            params=p.case_weight,
        )
    _what_it_may_become(asked, decided)


def _is_proxied(case: Case, history: History) -> bool:
    """Whether somebody acts for the petitioner, as recorded: by a form, a mandate, a start.

    An agent counts too, but not one of whom only this is recorded: that somebody else met the
    petitioner first. That is about the office, and says of nobody that they act.
    """
    agent = case.agent
    if agent is not None and (agent.first_contact is not False or agent != _MET_ANOTHER):
        return True
    return case.proxy_form is not None or bool(history.day(_MANDATE) or history.day(_START))


_MET_ANOTHER = Agent(first_contact=False)
_MANDATE, _START = EventKind.sign_mandate, EventKind.start


def _what_it_may_become(asked: Asked, decided: Decided) -> None:
    """How far a dispute has grown, and what its signs lead to."""
    case, p = asked.case, asked.policy
    repetition = asked.told(decided["repeat_petition"], Repetition)
    if p.case_stage:
        decided["case_stage"] = case_stage.decide(case.case_stage, repetition, p.case_stage)
    if p.growth_signs:
        size = asked.told(decided["group_petition"], PetitionSize)
        visit = asked.told(decided["skip_level"], VisitLevel)
        decided["growth_signs"] = growth_signs.decide(
            case.signs,
            group=size and size is PetitionSize.group,
            skip_level=visit and visit is VisitLevel.skipping,
            repeat=repetition and repetition is Repetition.repeat,
            params=p.growth_signs,
        )
