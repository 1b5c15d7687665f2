"""What the assessment of a case gives a letter (由评估给出的字段)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from xinfang_core.deadline import Deadline
from xinfang_core.documents.letters.intake_words import refusal, refusal_grounds
from xinfang_core.documents.letters.limit_words import (
    cited_at,
    due_words,
    length_of,
    notice_citation,
    owed,
    running,
)
from xinfang_core.documents.letters.material import cited_words, clause_words, period_words
from xinfang_core.documents.letters.measure_words import findings, measure_basis
from xinfang_core.messages import render
from xinfang_core.rules.kind.class_handling import Handling
from xinfang_core.rules.papers import petition_content
from xinfang_core.vocabulary import (
    Absent,
    EarlierStage,
    EventKind,
    HandlingScope,
    Intake,
    LetterKind,
    PartyRole,
    PetitionPart,
    ServiceCharge,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from xinfang_core.documents.letters.letter import Filled
    from xinfang_core.documents.letters.material import Material
    from xinfang_core.sources import Citation


def _limit(material: Material, rule: str, name: str = "limit") -> Any:  # noqa: ANN401 - its params
    """A value of a limit's rule; None where the policies lack the rule."""
    params = getattr(material.pack.limits, rule)
    return None if params is None else getattr(params, name)


def _clause(citation: Citation | None) -> str | None:
    return None if citation is None else cited_words(citation)


def _basis_of(rule: str, name: str = "limit") -> Callable[[Material], str | None]:
    """What gives the clause of a value of a limit's rule."""

    def give(material: Material) -> str | None:
        value = _limit(material, rule, name)
        return None if value is None else clause_words(value.citation)

    return give


def _notice_basis(material: Material) -> str | None:
    found = notice_citation(material)
    return None if found is None else clause_words(found)


def _report_basis(material: Material) -> str | None:
    """Where reports are asked for: of what was assigned, not of what was merely transferred."""
    if material.last(EventKind.assign) is None:
        return None
    return _basis_of("assigned_deadline", "done_by")(material)


def _handling_way(material: Material) -> str | None:
    """What the class and the route ask of the body; None where they are not recorded."""
    decision = material.assessment.kind.class_handling
    if decision is not None and isinstance(decision.outcome, Handling):
        facts = dict(decision.reasons[0].facts)
        told = {"case_class": facts["case_class"], "duties": facts["duties"]}
        clause = _clauses_of(facts["case_class"], decision.outcome, material)
        return render("letter.handled_so", {**told, "clause": clause})
    route = material.assessment.kind.appeal_route
    first = route.reasons[0] if route and not route.is_undetermined else None
    if first is None or first.code != "appeal_route.leads_to":
        return None
    return render("letter.routed_so", {**dict(first.facts), "clause": _clause(first.citation)})


def _clauses_of(case_class: Any, asked: Handling, material: Material) -> str:  # noqa: ANN401 - a fact
    """Where the duties of a class are written, each place once (Art. 29 has two paragraphs)."""
    listed = getattr(material.pack.kind.class_handling, case_class.name)
    return "、".join(dict.fromkeys(cited_words(listed.cited(one)) for one in asked.duties))


def _handling_time(material: Material) -> str | None:
    """The limits of the handling, the national one and the local one side by side."""
    limits = material.assessment.limits
    told = [_own_time(material), _running_time("letter.reply_time", limits.reply_deadline)]
    return "".join(filter(None, told)) or None


def _own_time(material: Material) -> str | None:
    decision = material.assessment.limits.handling_deadline
    if decision is not None and decision.outcome is Absent.none:
        clause = next((one.citation for one in decision.reasons if one.citation), None)
        return render("letter.no_day_count", {"clause": _clause(clause) or ""})
    return _running_time("letter.handling_time", decision)


def _running_time(code: str, decision: Any) -> str | None:  # noqa: ANN401 - a decision on a limit
    found = running(decision)
    return None if found is None else render(code, found.facts)


def _extended_time(material: Material) -> str | None:
    """The limit and what was granted on top; None where nothing was."""
    found = running(material.assessment.limits.handling_deadline)
    if found is None or len(found.periods) == 1:
        return None
    extra = "、".join(map(period_words, found.periods[1:]))
    granted = [one for one in material.history.all(EventKind.extend) if one.day >= found.start]
    code = "letter.extended_time" if len(granted) == 1 else "letter.extended_again"
    return render(code, {**found.facts, "extra": extra})


def _asked(material: Material) -> tuple[str, ...]:
    """What is asked of the body that a matter is passed on to."""
    return tuple(
        render(code, {"period": length[0], "clause": clause or length[1]})
        for code, length, clause in _asked_limits(material)
        if length
    )


def _asked_limits(material: Material) -> Iterator[tuple[str, tuple[str, str] | None, str | None]]:
    """Each limit of the body that gets the matter: in which words, how long, by which clause."""
    place = _clause(notice_citation(material))
    yield "letter.asked_notice", length_of(_limit(material, "notice_deadline")), place
    yield "letter.asked_objection", length_of(_limit(material, "objection_deadline")), None
    decision = material.assessment.limits.handling_deadline
    if decision is None or decision.outcome is not Absent.none:
        everything = _limit(material, "handling_deadline", "scope")
        for_all = everything is not None and everything.value is HandlingScope.all_matters
        code = "letter.asked_handling_all" if for_all else "letter.asked_handling"
        yield code, length_of(_limit(material, "handling_deadline")), None


def _objection_time(material: Material) -> str | None:
    return _running_time("letter.objection_time", material.assessment.limits.objection_deadline)


def _opinion_basis(material: Material) -> str | None:
    params = material.pack.papers.opinion_content
    return None if params is None else clause_words(params.parts.citation)


def _review_basis(material: Material) -> str | None:
    again = material.kind is LetterKind.re_review_opinion
    return _basis_of("re_review_deadline" if again else "review_deadline")(material)


def _remedy(material: Material) -> str | None:
    """What the petitioner can do against an opinion; after the re-review, what the text says."""
    if material.kind is LetterKind.re_review_opinion:
        return _after_re_review(material)
    first = material.kind is LetterKind.handling_opinion
    rule = "review_request_deadline" if first else "re_review_request_deadline"
    length = length_of(_limit(material, rule))
    if length is None:
        return None
    code = "letter.review_remedy" if first else "letter.re_review_remedy"
    return render(code, {"period": length[0], "clause": length[1]})


def _after_re_review(material: Material) -> str | None:
    params = material.pack.follow_through.admissibility
    found = params.earlier[EarlierStage.re_reviewed] if params else None
    if found is None or found.value is not Intake.no_longer:
        return None
    return render("letter.after_re_review", {"clause": cited_words(found.citation)})


def _due(material: Material) -> str | None:
    """The last day of the handling, of the reply where there is none."""
    limits = material.assessment.limits
    for decision in (limits.handling_deadline, limits.reply_deadline):
        outcome = decision.outcome if decision else None
        if isinstance(outcome, Deadline) and outcome.due:
            return due_words(outcome.due, outcome)
    return None


def _limits_kept(material: Material) -> tuple[str, ...]:
    """Where each limit stands that obliges somebody and has begun."""
    return tuple(_kept(material))


def _kept(material: Material) -> Iterator[str]:
    for one in owed(material):
        limit = running(one.decision)
        told = {
            "title": material.assessment.title(one.name),
            "due": due_words(one.due, one.deadline),
            "status": one.deadline.status,
        }
        clause = {"clause": cited_at(one.name, limit, material)} if limit else {}
        code = "letter.limit_kept" if limit else "letter.day_kept"
        yield render(code, {**told, **clause})


def _to_supplement(material: Material) -> str | None:
    """What a petition should state and does not, as far as the people of the case tell it."""
    params = material.pack.papers.petition_content
    one = material.parties.first(PartyRole.petitioner)
    if params is None:
        return None
    stated = [*_stated_in_form(material)]
    stated += [PetitionPart.name] if one and one.name else []
    stated += [PetitionPart.address] if one and one.address else []
    outcome = petition_content.decide(material.case.form, stated, params).outcome
    if not isinstance(outcome, petition_content.Statement):
        return None
    if not outcome.missing:
        return render("letter.complete", {})
    return render("letter.to_supplement", {"parts": outcome.missing})


def _stated_in_form(material: Material) -> Iterator[PetitionPart]:
    """What of the petition the host wrote into the form."""
    if "claims" in material.told:
        yield PetitionPart.request
    if "facts_and_grounds" in material.told:
        yield PetitionPart.facts
        yield PetitionPart.grounds


def _conditions(material: Material) -> tuple[str, ...]:
    """What the policy says of a mandate: charges, how many agents, what a withdrawal ends."""
    fee, mandate = material.pack.people.service_fee, material.pack.people.mandate
    told = []
    if fee is not None and fee.charge.value is ServiceCharge.free:
        told.append(render("letter.free", {"clause": cited_words(fee.charge.citation)}))
    if mandate is not None and not isinstance(mandate.most_agents.value, Absent):
        most = mandate.most_agents
        facts = {"count": most.value, "clause": cited_words(most.citation)}
        told.append(render("letter.most_agents", facts))
    acts = () if mandate is None else mandate.ended_acts.values
    ended = tuple(one for one in acts if isinstance(one, EventKind))
    if mandate is not None and ended:
        clause = cited_words(mandate.ended_acts.citation)
        told.append(render("letter.withdrawal", {"acts": ended, "clause": clause}))
    return tuple(told)


ASSESSED: Final[Mapping[str, Callable[[Material], Filled | None]]] = {
    "notice_basis": _notice_basis,
    "transfer_basis": _basis_of("transfer_deadline"),
    "assignment_basis": _basis_of("assigned_deadline", "done_by"),
    "report_basis": _report_basis,
    "opinion_basis": _opinion_basis,
    "review_basis": _review_basis,
    "measure_basis": measure_basis,
    "findings": findings,
    "refusal": refusal,
    "refusal_grounds": refusal_grounds,
    "handling_way": _handling_way,
    "handling_time": _handling_time,
    "extended_time": _extended_time,
    "asked": _asked,
    "objection_time": _objection_time,
    "remedy": _remedy,
    "due": _due,
    "limits_kept": _limits_kept,
    "to_supplement": _to_supplement,
    "conditions": _conditions,
}
"""What gives each field that the assessment gives; None where nothing can be told."""
