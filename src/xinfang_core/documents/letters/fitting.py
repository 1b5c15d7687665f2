"""Whether a letter fits its case (文书与事项是否相符): a letter that contradicts it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xinfang_core.documents.letters.assessed_words import ASSESSED
from xinfang_core.documents.letters.facts_words import FACTS
from xinfang_core.documents.letters.intake_words import intake, refusal
from xinfang_core.documents.letters.measure_words import STEP_OF, measure_basis
from xinfang_core.errors import Fault
from xinfang_core.vocabulary import (
    Absent,
    Audience,
    EventKind,
    LetterKind,
    SupervisionStep,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from xinfang_core.case import Event
    from xinfang_core.documents.letters.material import Material

_ENDS = (EventKind.conclude, EventKind.reply, EventKind.write_off)

RESTS_ON: Final[Mapping[LetterKind, tuple[EventKind, ...]]] = {
    LetterKind.acceptance_notice: (EventKind.accept,),
    LetterKind.extension_notice: (EventKind.extend,),
    LetterKind.transfer_letter: (EventKind.transfer,),
    LetterKind.assignment_letter: (EventKind.assign,),
    LetterKind.objection: (EventKind.transfer, EventKind.assign),
    LetterKind.handling_opinion: (EventKind.accept,),
    LetterKind.review_opinion: (EventKind.request_review,),
    LetterKind.re_review_opinion: (EventKind.request_re_review,),
    LetterKind.closing_report: _ENDS,
}
"""The events that a letter rests on, any of which will do."""

_UNCOUNTED = (
    "handling_deadline.extension_too_long",
    "handling_deadline.extended_again_late",
)
"""What is found about an extension of which some days do not count."""

_PASSES_ON = (LetterKind.transfer_letter, LetterKind.assignment_letter)
"""What is written before it goes; every other letter comes after what it rests on."""

_OF_PETITIONS = (
    *(LetterKind.acceptance_notice, LetterKind.extension_notice, LetterKind.handling_opinion),
    *(LetterKind.review_opinion, LetterKind.re_review_opinion, LetterKind.transfer_letter),
    *(LetterKind.assignment_letter, LetterKind.objection, LetterKind.closing_report),
)
"""The letters of the regulation, which there are none of about what is no petition."""


def misfits(material: Material, written_on: date | None) -> Iterator[Fault]:
    """Why a letter does not fit its case.

    Args:
        material: what it is filled in from.
        written_on: the day that it bears; None where that is left blank.

    """
    kind, outside = material.kind, material.assessment.outside
    events = RESTS_ON.get(kind, ())
    found = material.last(*events)
    if events and found is None:
        yield Fault("letter.no_event", (("kind", kind), ("events", events)))
    elif found and kind not in _PASSES_ON:
        yield from _dated(_last_told(material, found), written_on)
    if outside is not None and kind in _OF_PETITIONS:
        facts = (("kind", kind), ("outside_as", outside.outside_as))
        yield Fault("letter.no_petition", facts)
    further = _FURTHER.get(kind)
    if further:
        yield from further(material)


def _last_told(material: Material, found: Event) -> Event:
    """The last event that a letter tells of: a report goes through the whole course."""
    return material.history.events[-1] if material.kind is LetterKind.closing_report else found


def _dated(event: Event, written_on: date | None) -> Iterator[Fault]:
    """A letter that is dated before what it tells of."""
    if written_on and written_on < event.day:
        dated = (("written", written_on), ("event", event.kind), ("at", event.day))
        yield Fault("letter.dated_before", dated, path="written_on")


def _not_accepted(material: Material) -> Iterator[Fault]:
    """A refusal of what was accepted, or of what the facts do not refuse."""
    accepted = material.last(EventKind.accept)
    if accepted is not None:
        yield Fault("letter.accepted", (("at", accepted.day),))
    if refusal(material) is None:
        found = intake(material)
        code = "letter.not_refused" if found else "letter.refusal_unknown"
        yield Fault(code, (("intake", found),) if found else ())


def _extended(material: Material) -> Iterator[Fault]:
    """An extension that adds nothing, or less than was granted."""
    extension = material.last(EventKind.extend)
    if extension is not None and ASSESSED["extended_time"](material) is None:
        yield Fault("letter.extended_in_vain", (("at", extension.day),))
        return
    decision = material.assessment.limits.handling_deadline
    for finding in decision.findings if decision else ():
        if finding.reason.code in _UNCOUNTED:
            yield Fault("letter.extension_wrong", (("reason", finding.reason.text()),))


def _objected(material: Material) -> Iterator[Fault]:
    """An objection by a body that is competent, or by a regulation that has none (2005)."""
    if material.pack.limits.objection_deadline is None:
        yield Fault("letter.no_objection", (("policy", material.pack.label),), path="--policy")
    if not material.case.not_competent and material.last(EventKind.object) is None:
        yield Fault("letter.competent", path="not_competent")


def _opinion(material: Material) -> Iterator[Fault]:
    """An opinion, or the review of one, about what is not handled by one."""
    decision = material.assessment.limits.review_request_deadline
    if decision is not None and decision.outcome is Absent.none:
        reason = decision.reasons[0].text()
        yield Fault("letter.no_opinion", (("reason", reason),), path="handling_opinion")


def _closed(material: Material) -> Iterator[Fault]:
    """A report on a round that was reopened and has not ended again."""
    last = material.last(*_ENDS, EventKind.reopen)
    if last is not None and last.kind is EventKind.reopen:
        told = (("at", last.day), ("events", _ENDS), ("kind", material.kind))
        yield Fault("letter.reopened", told)


def _re_reviewed(material: Material) -> Iterator[Fault]:
    """A re-review of what is not handled by an opinion, or made public without a hearing."""
    yield from _opinion(material)
    if material.audience is Audience.public and not FACTS["heard"](material):
        yield Fault("letter.not_heard", path="--audience")


def _measure(material: Material) -> Iterator[Fault]:
    """A measure that the policy does not list, or that the matter has not reached."""
    step, params = STEP_OF[material.kind], material.pack.follow_through.supervision_letters
    if params is None or measure_basis(material) is None:
        facts = (("kind", material.kind), ("policy", material.pack.label))
        yield Fault("letter.no_measure", facts, path="--policy")
        return
    decision = material.assessment.follow_through.supervision_letters
    reached = decision.outcome if decision else None
    steps = params.steps.values
    if reached is Absent.none:
        yield Fault("letter.not_reached", (("step", step), ("reached", ())))
    elif isinstance(reached, SupervisionStep) and steps.index(reached) < steps.index(step):
        yield Fault("letter.not_reached", (("step", step), ("reached", reached)))


_FURTHER: Final[Mapping[LetterKind, Callable[[Material], Iterator[Fault]]]] = {
    LetterKind.non_acceptance_notice: _not_accepted,
    LetterKind.extension_notice: _extended,
    LetterKind.objection: _objected,
    LetterKind.handling_opinion: _opinion,
    LetterKind.review_opinion: _opinion,
    LetterKind.re_review_opinion: _re_reviewed,
    LetterKind.closing_report: _closed,
    **dict.fromkeys(STEP_OF, _measure),
}
"""What else a kind of letter is held against."""
