"""Which of the five forms does the matter's file take? (五件式).

Source: Yubei (渝北“三级服务中心”), part five, third system. A ledger is kept and every matter takes
one of five forms: handling, reply, promise, joint handling, referral upwards. By what a matter
takes one form or another the text does not say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.obligation import Duty
from xinfang_core.sources import CitedList, Sourced
from xinfang_core.vocabulary import Absent, DocumentForm, EventKind, Role, Severity, Undetermined

if TYPE_CHECKING:
    from xinfang_core.case import History


@frozen
class Params:
    """What a policy says about the forms.

    Attributes:
        forms: the forms in the source's order.
        default: the form of a matter for which none is recorded.
        promised_by: the event without which a promise form promises nothing.

    """

    forms: CitedList[DocumentForm]
    default: Sourced[DocumentForm]
    promised_by: Sourced[EventKind]


def decide(
    recorded: DocumentForm | None, history: History, params: Params
) -> Decision[DocumentForm]:
    """The form of the matter's file.

    Args:
        recorded: the form as recorded; None where none is.
        history: the events known on the day asked about.
        params: the policy's forms.

    """
    if recorded is None:
        return _unrecorded(params.default)
    facts = (("form", recorded),)
    cited = params.forms.cited(recorded)
    reasons = (Reason("document_form.recorded", facts, cited),)
    if recorded not in params.forms and params.forms.absent is not Absent.silent:
        unknown = Reason("document_form.not_listed", facts, cited)
        return Decision(recorded, reasons, (Finding(Severity.notice, unknown),))
    wanted = params.promised_by
    if recorded is not DocumentForm.promise or isinstance(wanted.value, Absent):
        return Decision(recorded, reasons)
    if history.first(wanted.value):
        return Decision(recorded, reasons)
    bare = Reason("document_form.bare", (*facts, ("event", wanted.value)), wanted.citation)
    return Decision(recorded, reasons, (Finding(Severity.notice, bare, _PROMISE),))


_PROMISE = Duty(EventKind.promise, Role.handling_body, Role.petitioner)


def apply(context: Context, params: Params) -> Decision[DocumentForm]:
    """The answer about the case of ``context``."""
    return decide(context.case.document_form, context.history, params)


def _unrecorded(default: Sourced[DocumentForm]) -> Decision[DocumentForm]:
    """The form where none is recorded."""
    if isinstance(default.value, Absent):
        return Decision(Undetermined.undetermined, (silence(default),))
    reason = Reason("document_form.default", (("form", default.value),), default.citation)
    return Decision(default.value, (reason,))
