"""The people of a case (当事方): beside its facts, never among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from xinfang_core.vocabulary import PartyRole


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

    """

    role: PartyRole
    name: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    id_number: str = field(default="", repr=False)
    others: tuple[str, ...] = field(default=(), repr=False)


@frozen
class Parties:
    """The people of a case (当事方).

    Attributes:
        people: each of them; the first petitioner is the one whom letters address.

    """

    people: tuple[Person, ...] = field(default=(), repr=False)
