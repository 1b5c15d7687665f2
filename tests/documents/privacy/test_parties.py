"""The people of a case: what is refused, and that nothing of them is shown."""

from __future__ import annotations

import logging
import pickle
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given

from people import bare, parties, persons
from xinfang_core.case import Agent, Case
from xinfang_core.documents.privacy.parties import MOST_PEOPLE, Parties, Person
from xinfang_core.errors import InvalidFactError, XinfangError
from xinfang_core.vocabulary import PartyRole

if TYPE_CHECKING:
    from collections.abc import Iterator

UNSHOWN = "张三丰110101199003078515"


def _texts(error: XinfangError) -> Iterator[str]:
    """Everything that an error may be shown as."""
    yield from (str(error), repr(error), error.text("en"), repr(error.args), repr(error.faults))


class TestRefused:
    """Each fault names the field and what is wanted, and nothing of what was found."""

    @pytest.mark.parametrize(
        ("given", "path", "words"),
        [
            ({}, "", "至少填一项"),
            ({"name": UNSHOWN * 9}, "name", "最长 100 个字符"),
            ({"address": UNSHOWN * 20}, "address", "最长 300 个字符"),
            ({"phone": UNSHOWN * 9}, "phone", "最长 60 个字符"),
            ({"name": (UNSHOWN,)}, "name", "须为文字"),
            ({"id_number": 110101199003078515}, "id_number", "须为文字"),
            ({"name": " - "}, "name", "没有一个文字或者数字"),
            ({"others": ("",)}, "others", "没有一个文字或者数字"),
            ({"others": UNSHOWN}, "others", "须为文字"),
            ({"others": [UNSHOWN]}, "others", "须为文字"),
            ({"others": (UNSHOWN,) * 21}, "others", "最多 20 项"),
            ({"role": "petitioner", "name": UNSHOWN}, "role", "须为 PartyRole"),
        ],
    )
    def test_of_a_person(self, given: dict[str, Any], path: str, words: str) -> None:
        with pytest.raises(InvalidFactError, match=words) as caught:
            Person(**{"role": PartyRole.petitioner, **given})
        assert path in {fault.path for fault in caught.value.faults}
        assert not [text for text in _texts(caught.value) if "张三" in text or "1101" in text]

    @pytest.mark.parametrize("people", [UNSHOWN, [], (UNSHOWN,), None])
    def test_of_parties(self, people: object) -> None:
        with pytest.raises(InvalidFactError, match="须为 Person 组成的元组") as caught:
            Parties(cast("tuple[Person, ...]", people))
        assert not [text for text in _texts(caught.value) if "张三" in text]

    def test_of_too_many(self) -> None:
        one = Person(PartyRole.other, name="某某")
        assert len(Parties((one,) * MOST_PEOPLE).people) == MOST_PEOPLE
        with pytest.raises(InvalidFactError, match="最多 500 项"):
            Parties((one,) * (MOST_PEOPLE + 1))


class TestNotShown:
    """No value is in what a host may print, log or raise."""

    @given(parties())
    def test_by_any_form_of_words(self, people: Parties) -> None:
        record = logging.LogRecord("host", 0, "", 0, "%s %r", (people, people.people), None)
        shown = [repr(people), str(people), f"{people!r}", repr([people]), record.getMessage()]
        values = [bare(value) for one in people.people for _, value in one.values()]
        assert not [value for value in values for text in shown if value in bare(text)]

    @given(persons())
    def test_a_person_is_told_by_their_role_alone(self, person: Person) -> None:
        assert repr(person) == f"Person(role={person.role!r})"

    def test_neither_cases_nor_agents_have_a_place_for_them(self) -> None:
        held = {*Case.__slots__, *Agent.__slots__}  # type: ignore[attr-defined]
        assert not held & {"name", "address", "phone", "id_number", "others", "parties"}


class TestValues:
    """They are values: equal, kept, handed on."""

    @given(parties())
    def test_they_can_be_kept(self, people: Parties) -> None:
        assert pickle.loads(pickle.dumps(people)) == people  # noqa: S301 - our own bytes
        assert hash(people) == hash(Parties(people.people))

    def test_they_are_found_by_role(self) -> None:
        one, other = (Person(PartyRole.petitioner, name=name) for name in ("甲某", "乙某"))
        people = Parties((one, Person(PartyRole.agent, name="丙某"), other))
        assert people.of(PartyRole.petitioner) == (one, other)
        assert people.first(PartyRole.petitioner) == one
        assert people.first(PartyRole.accused) is None
