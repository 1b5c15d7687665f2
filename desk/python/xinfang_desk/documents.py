"""What the page of documents asks beside ``xinfang docs`` (文书): choices, readings, faults."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from xinfang_core.case import Case
from xinfang_core.cli.choice import chosen_policy
from xinfang_core.cli.letter_files import read_given, read_parties
from xinfang_core.cli.one_case import asked
from xinfang_core.cli.register import SKIP, chosen_register
from xinfang_core.documents.bulletin.asked import DATED_BY, GROUPS
from xinfang_core.documents.letters.fields import letter
from xinfang_core.documents.letters.form import Giver
from xinfang_core.documents.letters.form_reading import form_of
from xinfang_core.documents.letters.given_checks import joined
from xinfang_core.documents.letters.parties_reading import COLUMNS, KEYS
from xinfang_core.documents.privacy.parties import Parties
from xinfang_core.errors import MisuseError, XinfangError
from xinfang_core.messages import render
from xinfang_core.vocabulary import Audience, OpinionResult, PartyRole
from xinfang_desk.asking import parsed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeVar

    from xinfang_core.errors import Fault
    from xinfang_core.vocabulary.terms import Term

    Read = TypeVar("Read")

MOST_NUMBERS = 2_000
"""So many numbers of cases are offered; any other can be typed."""

_BY_PEOPLE = "letter.lacks.parties"
_GROUP_TITLES = {"town": "镇街", "body": "承办单位", "agent": "代理员"}


def choices() -> dict[str, object]:
    """What can be chosen or typed: readers, roles and the keys of a person, groups, events."""
    titles = {key: title for title, key in COLUMNS.items() if title not in KEYS}
    return {
        "audiences": _pairs(Audience),
        "roles": _pairs(PartyRole),
        "person": [(key, titles[key]) for key in KEYS if key != "role"],
        "results": [one.value for one in OpinionResult],
        "givers": {one: render(f"letter.giver.{one}", {}) for one in get_args(Giver)},
        "several": render("letter.is_list", {}),
        "events": [(one.name, one.text()) for one in DATED_BY],
        "groups": [(by, _GROUP_TITLES[by]) for by in GROUPS],
    }


def register(words: list[str]) -> dict[str, object]:
    """The columns of a register, how many cases it has and their numbers, not all of very many.

    Args:
        words: a command that reads it.

    Raises:
        XinfangError: it cannot be read.

    """
    arguments = parsed(words)
    arguments.on_error = SKIP
    policy, _ = chosen_policy(arguments.policy)
    numbers: list[str] = []
    with chosen_register(arguments, policy.declared) as found:
        for one in found:
            if len(numbers) == MOST_NUMBERS:
                break
            if isinstance(one, Case):
                numbers.append(one.case_no)
        return {"columns": found.names, "count": found.count, "numbers": numbers}


def given(path: str) -> dict[str, object]:
    """What a file of fields gives: by name its text, and for whom it is.

    Raises:
        XinfangError: every fault of the file.

    """
    return {
        name: {"text": joined(one), "readers": [reader.name for reader in one.readers or ()]}
        for name, one in read_given(path).items()
    }


def parties(path: str) -> list[dict[str, object]]:
    """The people of a file.

    Raises:
        XinfangError: every fault of the file.

    """
    return [
        {key: getattr(one, key) for key in KEYS} | {"role": one.role.name}
        for one in read_parties(path).people
    ]


def letter_faults(words: list[str]) -> list[dict[str, str]]:
    """Why ``docs letter`` refuses: of the fields, the people, the case and the policy at once.

    Args:
        words: the command as it was refused.

    """
    try:
        arguments = parsed(words)
    except MisuseError:  # what the command says of its words is all there is to say
        return []
    faults: list[Fault] = []
    people = _read(lambda: read_parties(arguments.parties), faults)
    fields = _read(lambda: read_given(arguments.fields), faults)
    about = _read(lambda: asked(arguments), faults)
    if about is not None and fields is not None:
        more: list[Fault] = []
        form, reader = form_of(arguments.kind), Audience[arguments.audience]
        facts = (form, about.case, about.pack, about.answer)
        _read(lambda: letter(*facts, people or Parties(), fields, reader), more)
        # Where the people cannot be read, nobody knows who lacks.
        faults += (one for one in more if people is not None or one.code != _BY_PEOPLE)
    return [_told(one) for one in faults]


def _read(read: Callable[[], Read], faults: list[Fault]) -> Read | None:
    """What is read, or None and its faults."""
    try:
        return read()
    except XinfangError as error:
        faults += error.faults
        return None


def _told(fault: Fault) -> dict[str, str]:
    """A fault by its place and its sentence."""
    bare = fault._replace(file="", line=0, column=0, path="")
    return {"file": fault.file, "path": fault.path, "place": fault.place, "text": bare.text()}


def _pairs(terms: Iterable[Term]) -> list[tuple[str, str]]:
    return [(one.name, one.value) for one in terms]
