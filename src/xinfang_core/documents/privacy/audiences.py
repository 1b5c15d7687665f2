"""Who may read what of whom (谁可以看什么).

The table is the whole answer, and what it does not give nobody sees. It gives each reader the
least that the matter needs:

- the petitioner (信访人) what is their own, how to reach their agent, and the name of whom they
  complain about, which they gave themselves;
- the body that handles the matter and a superior one (承办单位、上级机关) whom to answer and how to
  reach them, whom and what the matter is about, and the names of the others in it; no number of an
  identity card, for no letter needs one;
- the public and the side that is accused (公众、被检举控告方) nothing of anybody: 2022 regulation
  (信访工作条例) Art. 30 gives the accused neither the material nor the circumstances.

No source states the table, Art. 30 alone is stated. It is assumed (推定), to be
confirmed by whoever answers for personal data in the office.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

from xinfang_core.errors import Fault, MisuseError
from xinfang_core.vocabulary import Audience, CaseClass, PartyRole

if TYPE_CHECKING:
    from collections.abc import Mapping

What: TypeAlias = Literal["name", "address", "phone", "id_number", "others"]
"""What is known of a person, by its name in ``Person``."""

WHATS: Final[tuple[What, ...]] = get_args(What)

_NOTHING: Final[frozenset[What]] = frozenset()

_OF_OFFICES: Final[Mapping[PartyRole, frozenset[What]]] = {
    PartyRole.petitioner: frozenset({"name", "address", "phone"}),
    PartyRole.agent: frozenset({"name", "phone"}),
    PartyRole.accused: frozenset({"name", "address", "others"}),
    PartyRole.other: frozenset({"name"}),
}

MAY_SEE: Final[Mapping[Audience, Mapping[PartyRole, frozenset[What]]]] = {
    Audience.petitioner: {
        PartyRole.petitioner: frozenset(WHATS),
        PartyRole.agent: frozenset({"name", "phone"}),
        PartyRole.accused: frozenset({"name"}),
        PartyRole.other: _NOTHING,
    },
    Audience.handling_body: _OF_OFFICES,
    Audience.superior: _OF_OFFICES,
    Audience.public: dict.fromkeys(PartyRole, _NOTHING),
    Audience.accused: dict.fromkeys(PartyRole, _NOTHING),
}
"""By reader and by whose it is: what they may see."""


def may_see(audience: Audience, role: PartyRole, what: What) -> bool:
    """Whether a reader may see that of a person of that role."""
    return what in MAY_SEE[audience][role]


def check_renderable(case_class: CaseClass | None, audience: Audience) -> None:
    """That the matter may be told to the reader at all.

    Art. 30: nothing of an accusation (检举控告) reaches the side that is accused, however it is
    masked. A matter of unknown class may be one, and is kept from them until it is known.

    Args:
        case_class: the class of the matter, as recorded or assessed; None where it is unknown.
        audience: who is to read.

    Raises:
        MisuseError: the accused side must not read it.

    """
    if audience is not Audience.accused:
        return
    if case_class is None:
        raise MisuseError(Fault("privacy.class_unrecorded"))
    if case_class is CaseClass.accusation:
        raise MisuseError(Fault("privacy.accusation"))
