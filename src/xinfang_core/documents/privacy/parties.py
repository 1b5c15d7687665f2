"""The people of a case (当事方): beside its facts, never among them.

Nothing here is shown: not by ``repr``, and not by an error, which names the person by their place
and the field by its name, and tells lengths alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from xinfang_core.documents.privacy.audiences import WHATS
from xinfang_core.errors import Fault, InvalidFactError
from xinfang_core.vocabulary import PartyRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.documents.privacy.audiences import What

MOST_PEOPLE: Final = 500
"""People in one case; a petition of more is told by its representatives."""

MOST_OTHERS: Final = 20

LONGEST: Final = {"name": 100, "address": 300, "phone": 60, "id_number": 60, "others": 100}
"""Characters of each field, of one value of ``others``."""


@frozen
class Person:
    """Somebody in a case (当事人).

    Attributes:
        role: what they are in it.
        name: their name, or that of an organisation (姓名或者名称).
        address: where they live (住址).
        phone: how they are reached (电话).
        id_number: the number of their identity card (身份证号).
        others: what else points at them: plates, cards, nicknames, an employer (其他可识别的).

    Raises:
        InvalidFactError: a value of another type, too long, or without a letter or digit; nothing
            given at all.

    """

    role: PartyRole
    name: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    id_number: str = field(default="", repr=False)
    others: tuple[str, ...] = field(default=(), repr=False)

    def __attrs_post_init__(self) -> None:
        faults = tuple(_faults(self))
        if faults:
            raise InvalidFactError(*faults)

    def values(self) -> Iterator[tuple[What, str]]:
        """What is known of them, each value with what it is."""
        for what in WHATS:
            found = getattr(self, what)
            yield from (
                (what, value) for value in ([found] if what != "others" else found) if value
            )


@frozen
class Parties:
    """The people of a case (当事方).

    Attributes:
        people: each of them; the first petitioner is the one whom letters address.

    Raises:
        InvalidFactError: something else than people, or too many of them.

    """

    people: tuple[Person, ...] = field(default=(), repr=False)

    def __attrs_post_init__(self) -> None:
        if type(self.people) is not tuple or any(type(one) is not Person for one in self.people):
            raise InvalidFactError(Fault("privacy.not_people", path="people"))
        if len(self.people) > MOST_PEOPLE:
            facts = (("found", len(self.people)), ("most", MOST_PEOPLE))
            raise InvalidFactError(Fault("privacy.too_many", facts, path="people"))

    def of(self, role: PartyRole) -> tuple[Person, ...]:
        """Those of one role, in order."""
        return tuple(person for person in self.people if person.role is role)

    def first(self, role: PartyRole) -> Person | None:
        """The first of one role; None where there is none."""
        return next(iter(self.of(role)), None)


def _faults(person: Person) -> Iterator[Fault]:
    """What is wrong with the values of a person, without the values."""
    if type(person.role) is not PartyRole:
        yield Fault("privacy.not_role", path="role")
    if type(person.others) is not tuple:
        yield Fault("privacy.not_words", path="others")
        return
    if len(person.others) > MOST_OTHERS:
        facts = (("found", len(person.others)), ("most", MOST_OTHERS))
        yield Fault("privacy.too_many", facts, path="others")
    for what in WHATS:
        given = person.others if what == "others" else (getattr(person, what),)
        for value in given:
            yield from _value_faults(what, value)
    if not any((person.name, person.address, person.phone, person.id_number, person.others)):
        yield Fault("privacy.nobody")


def _value_faults(what: What, value: object) -> Iterator[Fault]:
    """What is wrong with one value, without the value."""
    if type(value) is not str:
        yield Fault("privacy.not_words", path=what)
    elif len(value) > LONGEST[what]:
        facts = (("found", len(value)), ("most", LONGEST[what]))
        yield Fault("privacy.too_long", facts, path=what)
    elif (value or what == "others") and not any(map(str.isalnum, value)):
        yield Fault("privacy.blank", path=what)
