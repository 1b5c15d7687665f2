"""What kind of matter is it? (是什么): its rules, in order.

A rule stands here three times: what its policies say of it, what it answers, and its call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.decision import outcome_as
from xinfang_core.declared import kind as declared_kind
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

if TYPE_CHECKING:
    from xinfang_core.context import Context
    from xinfang_core.decision import Decision
    from xinfang_core.declared.kind import Listed
    from xinfang_core.rules.kind.appeal_route import AppealRoute
    from xinfang_core.rules.kind.case_stage import Staged
    from xinfang_core.rules.kind.class_handling import Handling
    from xinfang_core.vocabulary import (
        CaseClass,
        CaseWeight,
        DocumentForm,
        IntakeChannel,
        MatterKind,
        Offer,
        PetitionSize,
        Repetition,
        Role,
        VisitLevel,
        WorkKind,
    )


@frozen
class KindParams:
    """What the policies say of each rule; None where they have it not."""

    case_class: case_class.Params | None = None
    appeal_route: appeal_route.Params | None = None
    class_handling: class_handling.Params | None = None
    reply_kind: reply_kind.Params | None = None
    work_kind: work_kind.Params | None = None
    document_form: document_form.Params | None = None
    intake_channel: intake_channel.Params | None = None
    reminder: reminder.Params | None = None
    repeat_petition: repeat_petition.Params | None = None
    group_petition: group_petition.Params | None = None
    skip_level: skip_level.Params | None = None
    case_weight: case_weight.Params | None = None
    case_stage: case_stage.Params | None = None
    growth_signs: growth_signs.Params | None = None


@frozen(slots=False)
class Kind:
    """The class, kinds, history and signs of the matter; None where the policies lack the rule."""

    case_class: Decision[CaseClass] | None = None
    appeal_route: Decision[AppealRoute] | None = None
    class_handling: Decision[Handling] | None = None
    reply_kind: Decision[MatterKind] | None = None
    work_kind: Decision[WorkKind] | None = None
    document_form: Decision[DocumentForm] | None = None
    intake_channel: Decision[IntakeChannel] | None = None
    reminder: Decision[Role] | None = None
    repeat_petition: Decision[Repetition] | None = None
    group_petition: Decision[PetitionSize] | None = None
    skip_level: Decision[VisitLevel] | None = None
    case_weight: Decision[case_weight.Weighed] | None = None
    case_stage: Decision[Staged] | None = None
    growth_signs: Decision[tuple[Offer, ...]] | None = None

    @property
    def weight(self) -> CaseWeight | None:
        """How grave the matter is; None where that cannot be told."""
        found = outcome_as(self.case_weight, case_weight.Weighed)
        return found.weight if found else None


def decide_kind(context: Context, p: KindParams, listed: tuple[Listed, ...] = ()) -> Kind:
    """The class, kinds, history and signs of the matter; ``listed`` are the policy's own kinds."""
    ask = context.ask
    default = p.reply_kind.default if p.reply_kind else None
    own = ask(declared_kind.apply, listed, default) if listed else None
    which = ask(case_class.apply, p.case_class)
    again = ask(repeat_petition.apply, p.repeat_petition)
    together = ask(group_petition.apply, p.group_petition)
    visit = ask(skip_level.apply, p.skip_level)
    return Kind(
        case_class=which,
        appeal_route=ask(appeal_route.apply, p.appeal_route, which),
        class_handling=ask(class_handling.apply, p.class_handling, which),
        reply_kind=own or ask(reply_kind.apply, p.reply_kind),
        work_kind=ask(work_kind.apply, p.work_kind),
        document_form=ask(document_form.apply, p.document_form),
        intake_channel=ask(intake_channel.apply, p.intake_channel),
        reminder=ask(reminder.apply, p.reminder),
        repeat_petition=again,
        group_petition=together,
        skip_level=visit,
        case_weight=ask(case_weight.apply, p.case_weight),
        case_stage=ask(case_stage.apply, p.case_stage, again),
        growth_signs=ask(growth_signs.apply, p.growth_signs, together, visit, again),
    )
