"""In which form is the matter proxied, and who began it? (代办形式).

Source, Jiuyuan (九原“红色代办”), second part: a proxy is assigned (指定代办), initiated by the
agent (主动代办) or entrusted by the petitioner (委托代办); cadres and grid workers look for
matters in their own areas and initiate a proxy for what they find. Who began it is told beside
the form: the recorded form stands, however firmly that is known. When a mandate has to be
signed depends on the form: see ``mandate``.
"""

from __future__ import annotations

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Finding, Reason
from xinfang_core.sources import CitedList, Table
from xinfang_core.vocabulary import Absent, ProxyForm, Role, Severity, Undetermined


@frozen
class Params:
    """Which forms a policy knows.

    Attributes:
        forms: the forms, in the source's order.
        begun_by: who brings the proxy about, for each form.

    """

    forms: CitedList[ProxyForm]
    begun_by: Table[ProxyForm, Role]


def decide(proxy_form: ProxyForm | None, params: Params) -> Decision[ProxyForm]:
    """The form of the proxy.

    Args:
        proxy_form: the form as recorded; None is "not recorded" and never guessed.
        params: the policy's forms.

    """
    forms = params.forms
    if proxy_form is None:
        unknown = Reason("proxy_form.not_recorded", (), forms.citation, ("proxy_form",))
        return Decision(Undetermined.undetermined, (unknown,))
    facts = (("form", proxy_form),)
    recorded = Reason("proxy_form.recorded", facts, forms.cited(proxy_form))
    begun = params.begun_by[proxy_form]
    reasons: tuple[Reason, ...] = (recorded,)
    if not isinstance(begun.value, Absent):
        reasons = (recorded, Reason("proxy_form.begun_by", (("by", begun.value),), begun.citation))
    if proxy_form in forms or forms.absent is Absent.silent:
        return Decision(proxy_form, reasons)
    other = Reason("proxy_form.unknown_form", facts, forms.citation)
    return Decision(proxy_form, reasons, (Finding(Severity.warning, other),))


def apply(context: Context, params: Params) -> Decision[ProxyForm]:
    """The answer about the case of ``context``."""
    return decide(context.case.proxy_form, params)
