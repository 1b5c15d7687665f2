"""The people of a case, read from a table or an object (当事方的读取).

A fault names the place and what is wanted; no value of anybody, nor a name of a key or a column
that is none of ours, since a person's name might stand there by mistake.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from xinfang_core.documents.letters.given import Place
from xinfang_core.documents.privacy.parties import Parties, Person
from xinfang_core.errors import Fault, InvalidFactError, RecordError
from xinfang_core.vocabulary import PartyRole
from xinfang_core.vocabulary.terms import find_term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.codec.rows import Row
    from xinfang_core.documents.letters.given_reading import PlaceOf

PEOPLE: Final = "people"
"""The key of the list in an object; a list may also stand alone."""

KEYS: Final = ("role", "name", "address", "phone", "id_number", "others")
"""The keys of a person, and what programs call the columns."""

COLUMNS: Final[Mapping[str, str]] = {
    **{key: key for key in KEYS},
    **dict(zip(("角色", "姓名", "住址", "电话", "证件号", "其他"), KEYS, strict=True)),
}
"""The columns of a table of people, by every name that they may have."""

_BETWEEN = "、"


def parties_in_rows(rows: Iterable[Row]) -> Parties:
    """The people of a table, a row each.

    Raises:
        RecordError: every fault of the table.

    """
    faults: list[Fault] = []
    people: list[Person] = []
    for row in rows:
        values: dict[str, Any] = {key: str(value).strip() for key, value in row.values.items()}
        others = values.pop("others", "")
        values["others"] = tuple(one.strip() for one in others.split(_BETWEEN) if one.strip())
        place = Place(row.file, row.line)
        people += _person(values, place, faults)
    return _parties(people, faults, Place())


def parties_in_data(data: object, place_of: PlaceOf) -> Parties:
    """The people of an object: a list of them, alone or under ``people``.

    Args:
        data: as a file of JSON or TOML holds it.
        place_of: where something stands in it, by the keys that lead there.

    Raises:
        RecordError: every fault of it.

    """
    alone = not isinstance(data, Mapping)
    listed = data if alone else data.get(PEOPLE)  # type: ignore[attr-defined]
    is_more = not alone and data.keys() != {PEOPLE}  # type: ignore[attr-defined]
    if not isinstance(listed, list) or is_more:
        raise RecordError(place_of(()).fault("letter.not_people"))
    faults: list[Fault] = []
    people: list[Person] = []
    for index, item in enumerate(listed):
        place = place_of((index,) if alone else (PEOPLE, index))
        if not isinstance(item, Mapping):
            faults.append(place.fault("letter.not_person", (("known", KEYS),)))
        elif not item.keys() <= set(KEYS):
            faults.append(place.fault("letter.unknown_key", (("known", KEYS),)))
        else:
            others = item.get("others", ())
            listed_others = tuple(others) if isinstance(others, list) else others
            people += _person({**item, "others": listed_others}, place, faults)
    return _parties(people, faults, place_of(()))


def _person(values: Mapping[str, Any], place: Place, faults: list[Fault]) -> Iterator[Person]:
    """The person, or nobody and faults."""
    found = values.get("role", "")
    role = find_term(PartyRole, found) if isinstance(found, str) else None
    if role is None:
        known = tuple(f"{one.name} {one.value}" for one in PartyRole)
        faults.append(_at(place, "role").fault("letter.unknown_role", (("known", known),)))
        return
    try:
        yield Person(**{**values, "role": role})
    except InvalidFactError as error:
        faults += [_at(place, one.path).fault(one.code, one.facts) for one in error.faults]


def _at(place: Place, key: str) -> Place:
    """The place of one value of a person."""
    return place._replace(path=".".join(filter(None, (place.path, key))))


def _parties(people: list[Person], faults: list[Fault], place: Place) -> Parties:
    """All of them.

    Raises:
        RecordError: every fault of them, or too many people.

    """
    if faults:
        raise RecordError(*faults)
    try:
        return Parties(tuple(people))
    except InvalidFactError as error:
        raise RecordError(*(place.fault(one.code, one.facts) for one in error.faults)) from None
