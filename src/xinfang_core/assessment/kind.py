"""What kind of matter is it? (是什么事项): the rules that say so, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from xinfang_core.assessment.asked import outcome_of, told
from xinfang_core.rules import (
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
    HearingGround,
    PetitionSize,
    Repetition,
    VisitLevel,
)

if TYPE_CHECKING:
    from xinfang_core.assessment.asked import Asked
    from xinfang_core.case import Case
    from xinfang_core.decision import Decision
    from xinfang_core.rules.appeal_route import AppealRoute
    from xinfang_core.rules.case_stage import Staged
    from xinfang_core.rules.case_weight import Weighed
    from xinfang_core.rules.class_handling import Handling
    from xinfang_core.vocabulary import (
        CaseClass,
        DocumentForm,
        IntakeChannel,
        Offer,
        ReplyKind,
        Role,
        WorkKind,
    )


class Coming(TypedDict):
    """The decisions about how the petition came, and how heavy it is."""

    repeat_petition: Decision[Repetition] | None
    group_petition: Decision[PetitionSize] | None
    skip_level: Decision[VisitLevel] | None
    case_weight: Decision[Weighed] | None
    case_stage: Decision[Staged] | None
    growth_signs: Decision[tuple[Offer, ...]] | None


class Kind(Coming):
    """The decisions about what a matter is."""

    case_class: Decision[CaseClass] | None
    appeal_route: Decision[AppealRoute] | None
    class_handling: Decision[Handling] | None
    reply_kind: Decision[ReplyKind] | None
    work_kind: Decision[WorkKind] | None
    document_form: Decision[DocumentForm] | None
    intake_channel: Decision[IntakeChannel] | None
    reminder: Decision[Role] | None


def what_it_is(asked: Asked) -> Kind:
    """The class, kinds, history and signs of the matter."""
    case, p, keep = asked.case, asked.policy, asked.keep
    classed = routed = handled = replied = worked = form = channel = reminded = None
    if p.case_class:
        classed = keep(case_class.decide(case.case_class, case.purpose, p.case_class))
    which = outcome_of(classed, case.case_class)
    if p.appeal_route:
        routed = keep(appeal_route.decide(which, case.route, p.appeal_route))
    if p.class_handling:
        grounds = _hearing_grounds(case)
        handled = keep(class_handling.decide(which, case.route, grounds, p.class_handling))
    if p.reply_kind:
        replied = keep(
            reply_kind.decide(
                case.category,
                urgent=case.urgent,
                needs_investigation=case.needs_investigation,
                consultation=case.consultation,
                params=p.reply_kind,
            )
        )
    if p.work_kind:
        worked = keep(
            work_kind.decide(
                case.own_deadline,
                major=case.major,
                complicated=case.complicated,
                params=p.work_kind,
            )
        )
    if p.document_form:
        form = keep(document_form.decide(case.document_form, asked.history, p.document_form))
    if p.intake_channel:
        channel = keep(intake_channel.decide(case.intake_channel, case.hot_topic, p.intake_channel))
    if p.reminder:
        reminded = keep(reminder.decide(case.signs, p.reminder))
    return Kind(
        case_class=classed,
        appeal_route=routed,
        class_handling=handled,
        reply_kind=replied,
        work_kind=worked,
        document_form=form,
        intake_channel=channel,
        reminder=reminded,
        **_who_came(asked),
    )


def _hearing_grounds(case: Case) -> tuple[HearingGround, ...]:
    """What of the matter makes a hearing possible, as recorded."""
    recorded = (
        (HearingGround.major, case.major),
        (HearingGround.complicated, case.complicated),
        (HearingGround.difficult, case.case_weight is CaseWeight.difficult),
    )
    return tuple(ground for ground, found in recorded if found)


def _who_came(asked: Asked) -> Coming:
    """How the petition came: again, together, past a level; what that makes of it."""
    case, p, keep = asked.case, asked.policy, asked.keep
    again = together = level = weight = stage = signs = None
    if p.repeat_petition:
        again = keep(
            repeat_petition.decide(
                same_person=case.same_person,
                same_matter=case.same_matter,
                proxied=case.agent is not None,
                params=p.repeat_petition,
            )
        )
    if p.group_petition:
        came = (case.form, case.people, case.representatives)
        together = keep(group_petition.decide(*came, p.group_petition, group=case.group))
    if p.skip_level:
        levels = (case.visited_level, case.competent_level)
        level = keep(skip_level.decide(case.form, *levels, p.skip_level))
    if p.case_weight:
        weight = keep(
            case_weight.decide(
                case.case_weight,
                group_complex=case.group_complex,
                wide_reach=case.wide_reach,
                params=p.case_weight,
            )
        )
    repetition = told(again, Repetition)
    if p.case_stage:
        stage = keep(case_stage.decide(case.case_stage, repetition, p.case_stage))
    if p.growth_signs:
        size, visit = told(together, PetitionSize), told(level, VisitLevel)
        signs = keep(
            growth_signs.decide(
                case.signs,
                group=size and size is PetitionSize.group,
                skip_level=visit and visit is VisitLevel.skipping,
                repeat=repetition and repetition is Repetition.repeat,
                params=p.growth_signs,
            )
        )
    return Coming(
        repeat_petition=again,
        group_petition=together,
        skip_level=level,
        case_weight=weight,
        case_stage=stage,
        growth_signs=signs,
    )
