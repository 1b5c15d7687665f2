"""Is it the same matter of the same person as before? (重复信访).

Source: the practice of the petition system (重信重访): a petition is a repeat where the same
person (同人) brings the same matter (同事) again, chief request and facts being the same. Of
people who petition through somebody the principals are compared. No source sets a window of time,
and the regulations (信访条例, 信访工作条例) do not define the term. Whether person and matter are
the same the host says; nobody is matched here, and nothing is refused or delayed on this ground.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.case import Agent
from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.sources import Citation, CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    ComparedPerson,
    EventKind,
    Repetition,
    SameTest,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.case import Case, History


HOST_SAYS = Citation(
    source="",
    clause="重复信访由登记机关认定",
    phrase="",
    basis=Basis.interpreted,
    note="是否同人、同事以登记机关的记录为准；未记录的不作推断，也不因此影响登记、受理和期限",
)
"""Whether person and matter are the same is recorded, never found out here."""


# What may be recorded of a fact: yes, no, or nothing.
_FLAGS = (True, False, None)
_PERSON, _MATTER = SameTest.person, SameTest.matter


@frozen
class Params:
    """What makes a repeat.

    Attributes:
        tests: what has to be the same, all of it.
        compared: who is compared where somebody acts for the petitioner.

    """

    tests: CitedList[SameTest]
    compared: Sourced[ComparedPerson]

    @cached_property
    def answers(self) -> dict[tuple[bool | None, bool | None, bool], Decision[Repetition]]:
        """The answer for everything that may be recorded, see ``decide``."""
        return {
            (person, matter, proxied): _answer({_PERSON: person, _MATTER: matter}, self, proxied)
            for person in _FLAGS
            for matter in _FLAGS
            for proxied in (False, True)
        }


def decide(
    *, same_person: bool | None, same_matter: bool | None, proxied: bool, params: Params
) -> Decision[Repetition]:
    """Whether the matter is a repeat; undetermined where the host has not said.

    Args:
        same_person: whether an earlier petition was by the same person, of a proxied case by
            the same principal.
        same_matter: whether an earlier petition was about the same matter.
        proxied: whether somebody acts for the petitioner, as recorded.
        params: what has to be the same.

    """
    return params.answers[same_person, same_matter, proxied]


def apply(context: Context, params: Params) -> Decision[Repetition]:
    """The answer about the case of ``context``."""
    case = context.case
    return decide(
        same_person=case.same_person,
        same_matter=case.same_matter,
        proxied=_is_proxied(case, context.history),
        params=params,
    )


def _answer(
    recorded: dict[SameTest, bool | None],
    params: Params,
    proxied: bool,  # noqa: FBT001 - as decide
) -> Decision[Repetition]:
    """Whether a matter of which this is recorded is a repeat."""
    tests, compared = params.tests, params.compared
    if tests.absent is Absent.silent:
        return _undetermined(silence(tests))
    if proxied and isinstance(compared.value, Absent):
        return _undetermined(silence(compared))
    asked = tuple(one for one in tests.values if isinstance(one, SameTest))
    by = (("compared", compared.value),)
    head = (Reason("repeat_petition.compared", by, compared.citation),) if proxied else ()
    for test in asked:
        if recorded[test] is False:
            other = Reason("repeat_petition.differs", (("test", test),), tests.cited(test))
            return Decision(Repetition.first, (*head, other))
    unknown = tuple(test for test in asked if recorded[test] is None)
    if unknown or not asked:
        names = tuple(f"same_{test.name}" for test in unknown)
        why = Reason("repeat_petition.unknown", (("tests", unknown),), HOST_SAYS, names)
        return _undetermined(why)
    same = Reason("repeat_petition.same", (("tests", asked),), tests.citation)
    return Decision(Repetition.repeat, (*head, same))


def _undetermined(reason: Reason) -> Decision[Repetition]:
    return Decision(Undetermined.undetermined, (reason,))


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
