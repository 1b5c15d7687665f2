"""At which stage of its history is the matter, and how is it treated? (矛盾阶段).

Source: Gongshu (拱墅信访法治化): an initial simple dispute is dealt with first by the departments
resident in the centre, under the rules; a repeated complex one is led into the statutory
procedures; for a long-standing difficult one the petitioner is brought together with a support
team of experts. This scale goes by history; it shares two words with ``case_weight``, which goes
by who handles, and is not the same. How long is long-standing the source does not say.
"""

from __future__ import annotations

from attrs import frozen

from xinfang_core import messages
from xinfang_core.context import Context
from xinfang_core.decision import Decision, Finding, Reason, outcome_as, silence
from xinfang_core.messages import Lang
from xinfang_core.sources import Citation, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    CaseStage,
    Repetition,
    Severity,
    Treatment,
    Undetermined,
)

BY_HISTORY = Citation(
    source="",
    clause="矛盾阶段的认定",
    phrase="",
    basis=Basis.interpreted,
    note="已登记的阶段优先，与是否重复不一致的列为提示；未登记的，初次为初始阶段，重复的为重复阶段；长期疑难无认定标准，须登记，不推断",
)
"""The recorded stage wins, noted where it differs; else first or repeated; never guessed more."""


@frozen
class Params:
    """What a policy says about the stages.

    Attributes:
        treatment: how a matter is treated, for each stage.

    """

    treatment: Table[CaseStage, Treatment]


@frozen
class Staged:
    """The stage of a matter and how it is treated."""

    stage: CaseStage
    treatment: Treatment

    def text(self, lang: Lang = "zh") -> str:
        """Stage and treatment."""
        facts = {"stage": self.stage, "treatment": self.treatment}
        return messages.render("case_stage.text", facts, lang)


def decide(
    case_stage: CaseStage | None, repetition: Repetition | None, params: Params
) -> Decision[Staged]:
    """The stage of the matter and how it is treated.

    Args:
        case_stage: the stage as recorded; it wins. A repeat that is recorded as initial is noted.
        repetition: the outcome of ``repeat_petition``; None where that is undetermined.
        params: the policy's treatments.

    """
    findings: tuple[Finding, ...] = ()
    if case_stage is not None:
        stage, code = case_stage, "case_stage.recorded"
        if case_stage is CaseStage.initial and repetition is Repetition.repeat:
            findings = (_DIFFERS,)
    elif repetition is None:
        return Decision(Undetermined.undetermined, (_UNKNOWN,))
    elif repetition is Repetition.repeat:
        stage, code = CaseStage.repeated, "case_stage.repeated"
    else:
        stage, code = CaseStage.initial, "case_stage.initial"
    found = Reason(code, (("stage", stage),), BY_HISTORY)
    treatment = params.treatment[stage]
    if isinstance(treatment.value, Absent):
        return Decision(Undetermined.undetermined, (found, silence(treatment)), findings)
    facts = (("treatment", treatment.value),)
    return Decision(
        Staged(stage, treatment.value),
        (found, Reason("case_stage.treated", facts, treatment.citation)),
        findings,
    )


def apply(
    context: Context, params: Params, repeat_petition: Decision[Repetition] | None
) -> Decision[Staged]:
    """The answer about the case of ``context``."""
    return decide(context.case.case_stage, outcome_as(repeat_petition, Repetition), params)


_UNKNOWN = Reason("case_stage.not_known", (), BY_HISTORY, ("case_stage",))
_SAYS = (("stage", CaseStage.initial), ("shown", CaseStage.repeated))
_DIFFERS = Finding(Severity.notice, Reason("case_stage.differs", _SAYS, BY_HISTORY))
