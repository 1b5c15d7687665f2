"""What the people of a case give a letter (由当事方给出的字段): each value only for its readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xinfang_core.documents.letters.form import BLANK
from xinfang_core.documents.privacy.audiences import What, may_see
from xinfang_core.documents.privacy.legal import legal
from xinfang_core.messages import render
from xinfang_core.vocabulary import Audience, LetterKind, PartyRole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.documents.letters.material import Material
    from xinfang_core.documents.privacy.masking import Masks

PEOPLE: Final[Mapping[str, tuple[PartyRole | None, What]]] = {
    "petitioner_addressed": (PartyRole.petitioner, "name"),
    "petitioner_name": (PartyRole.petitioner, "name"),
    "petitioner_address": (PartyRole.petitioner, "address"),
    "petitioner_phone": (PartyRole.petitioner, "phone"),
    "petitioner_id_number": (PartyRole.petitioner, "id_number"),
    "agent_name": (PartyRole.agent, "name"),
    "agent_address": (PartyRole.agent, "address"),
    "agent_phone": (PartyRole.agent, "phone"),
    "agent_id_number": (PartyRole.agent, "id_number"),
    "recipient": (None, "name"),
    "recipient_address": (None, "address"),
}
"""Whose value a field is, and which; of whoever a paper is handed to where no role is named."""


_PETITIONING = (PartyRole.petitioner, "name")
_SIGNED = frozenset({LetterKind.mandate, LetterKind.registration_form, LetterKind.delivery_receipt})


def of_people(name: str, material: Material, masks: Masks) -> str | None:
    """The value of a field of the people; None where it was not given.

    Whoever may not see it sees a label in its place; in what people sign themselves a blank.
    """
    named, what = PEOPLE[name]
    role = named or _recipient(material.audience)
    person = material.parties.first(role)
    value: str = getattr(person, what) if person else ""
    if not value.strip():
        return None
    seen = may_see(material.audience, role, what)
    if not seen and material.kind in _SIGNED:
        return BLANK
    told = legal(value) if seen else masks.masked(value)
    return _with_others(told, material) if (named, what) == _PETITIONING else told


def _with_others(told: str, material: Material) -> str:
    """The first petitioner, and how many they are (等几人)."""
    count = max(len(material.parties.of(PartyRole.petitioner)), material.case.people or 1)
    return render("letter.and_others", {"name": told, "count": count}) if count > 1 else told


def _recipient(audience: Audience) -> PartyRole:
    """To whom a paper is handed: to the other side where it is written for that side."""
    return PartyRole.accused if audience is Audience.accused else PartyRole.petitioner
