"""Where the values of people recur in a text (重现), however they are written there.

A value is looked for in what is folded (``folding.LETTERS``), at every place, so that none hides
behind another one that overlaps it. One that is too short to be told from other words - one
character, three letters, six digits - is only found where it stands alone: it has no letter or
digit of its kind beside it.

Besides the whole of an address its end is looked for, for people leave province and county out,
and that end down to the number of the house, for they leave the flat out too;
besides a telephone its digits alone, without the country's number, and those behind the area code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.documents.privacy.audiences import may_see
from xinfang_core.documents.privacy.folding import LETTERS, places
from xinfang_core.documents.privacy.patterns import LABELS, Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from xinfang_core.documents.privacy.audiences import What
    from xinfang_core.documents.privacy.parties import Parties, Person
    from xinfang_core.vocabulary import Audience

_SHORT_WORD: Final = 3
_SHORT_NUMBER: Final = 6
_LEAST_OF_AN_END: Final = 4
_HEAD: Final = 2
"""Characters by which a value is looked up."""

_AREA: Final = re.compile(".+?(?:自治[区州县]|[省市县区州盟旗镇乡村]|街道|社区)")
_UNIT: Final = re.compile(r"(?<=[0-9])(?:号|弄|幢|栋|座|楼|层|单元|室)")
_PHONE_PARTS: Final = re.compile("(?:(?:00)?86)?(?:0?(10|2[0-9]|[3-9][0-9]{2}))?([0-9]{7,})")

ADDRESS_LABEL: Final = "〔住址〕"


@frozen
class Hidden:
    """A value that the readers of a document may not see (须隐去的内容).

    Attributes:
        folded: the value without its looks.
        label: what stands in its place.

    """

    folded: str
    label: str

    @property
    def is_short(self) -> bool:
        """Whether it is only found where it stands alone."""
        length = len(self.folded)
        if self.folded.isdigit():
            return length <= _SHORT_NUMBER
        return length == 1 or (length <= _SHORT_WORD and any(map(str.isascii, self.folded)))

    def stands_alone(self, beside: str) -> bool:
        """Whether no letter or digit of its kind stands beside it."""
        of_its_kind = str.isascii if any(map(str.isascii, self.folded)) else str.isalnum
        return not any(one.isalnum() and of_its_kind(one) for one in beside)


@frozen
class Recurring:
    """The values that are looked for (须隐去的全部内容).

    Attributes:
        by_head: the values by their first two characters, the longest first.
        heads: what they begin with.

    """

    by_head: Mapping[str, Sequence[Hidden]]
    heads: re.Pattern[str] | None

    def found_in(self, text: str) -> list[Found]:
        """Where one of them stands in the text; pieces may overlap."""
        if self.heads is None:
            return []
        folded = text.translate(LETTERS)
        hits = [
            (start.start(), hidden)
            for start in self.heads.finditer(folded)
            for hidden in self._begun(folded, start.start())
        ]
        return list(_placed(text, hits)) if hits else []

    def _begun(self, folded: str, at: int) -> Iterator[Hidden]:
        """The values that begin at a place."""
        for length in (1, _HEAD):
            for hidden in self.by_head.get(folded[at : at + length], ()):
                if folded.startswith(hidden.folded, at):
                    yield hidden


def recurring(audience: Audience, parties: Parties | None) -> Recurring:
    """What the readers may not see of the people of a case; without people, nothing."""
    people = parties.people if parties is not None else ()
    seen = {folded for person in people for folded in _seen(audience, person)}
    hidden: dict[str, Hidden] = {}
    for person in people:
        for one in _hidden(audience, person):
            if one.folded and one.folded not in seen:
                hidden.setdefault(one.folded, one)
    by_head: dict[str, list[Hidden]] = {}
    for one in hidden.values():
        by_head.setdefault(one.folded[:_HEAD], []).append(one)
    firsts = "".join(sorted({re.escape(head[0]) for head in by_head}))
    return Recurring(by_head, re.compile(f"[{firsts}]") if firsts else None)


def _seen(audience: Audience, person: Person) -> Iterator[str]:
    """The values of a person that the readers may see."""
    for what, value in person.values():
        if may_see(audience, person.role, what):
            yield from _forms(what, value)


def _hidden(audience: Audience, person: Person) -> Iterator[Hidden]:
    """The values of a person that they may not see, in each form that is looked for."""
    own = f"〔{person.role.value}〕"
    labels = {
        "address": ADDRESS_LABEL,
        "phone": LABELS["phone"],
        "id_number": LABELS["id_number"],
    }
    for what, value in person.values():
        if may_see(audience, person.role, what):
            continue
        label = labels.get(what, own)
        yield from (Hidden(form, label) for form in _forms(what, value))


def _forms(what: What, value: str) -> Iterator[str]:
    """A value, and the shorter forms in which people write an address or a telephone."""
    folded = value.translate(LETTERS)
    yield folded
    if what == "address":
        ends = (folded[area.end() :] for area in _areas(folded))
        pieces = (piece for end in (folded, *ends) for piece in _down_to_numbers(end))
        yield from (
            one for one in pieces if len(one) >= _LEAST_OF_AN_END and any(map(str.isdigit, one))
        )
    if what == "phone":
        digits = "".join(filter(str.isdigit, folded))
        parts = _PHONE_PARTS.fullmatch(digits)
        if parts is not None:
            yield from (digits, (parts[1] or "") + parts[2], parts[2])


def _down_to_numbers(end: str) -> Iterator[str]:
    """The end of an address, and what it begins with down to each number of a house or flat."""
    yield end
    for unit in _UNIT.finditer(end):
        yield end[: unit.start()]
        yield end[: unit.end()]


def _areas(address: str) -> Iterator[re.Match[str]]:
    """The provinces, counties, towns and streets that an address begins with, one by one."""
    at = 0
    while (area := _AREA.match(address, at)) is not None:
        yield area
        at = area.end()


def _placed(text: str, hits: Sequence[tuple[int, Hidden]]) -> Iterator[Found]:
    """The pieces of the text that folded ones come of."""
    at = places(text, LETTERS)
    for start, hidden in hits:
        first, last = at[start], at[start + len(hidden.folded) - 1]
        beside = text[max(first - 1, 0) : first] + text[last + 1 : last + 2]
        if not hidden.is_short or hidden.stands_alone(beside):
            yield Found(first, last + 1, hidden.label)
