"""Errors as plain data (错误编码): problem details (RFC 9457) that a host can send on.

Title and detail are text, as the standard has them, in Chinese. Every fault has a pointer (RFC
6901) to its place in the record, its code, its facts, and its sentence in both languages; what is
wanted stands beside what was found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from xinfang_core.codec.plain import plain
from xinfang_core.codec.showing import NotShown
from xinfang_core.errors import (
    MOST_FAULTS,
    Fault,
    InvalidFactError,
    MisuseError,
    PolicyDataError,
    RecordError,
    ServiceError,
    UnknownNameError,
    XinfangError,
    visible,
)
from xinfang_core.messages import render

if TYPE_CHECKING:
    from xinfang_core.codec.plain import Json
    from xinfang_core.messages import Lang

TYPE = "urn:xinfang-core:error:"
"""What the type of a problem begins with; the code of the error follows."""

STATUS = 422
"""Of a problem of what was sent, as a web server answers."""

_LONGEST = 255
"""Characters of one text of a fault, as it is repeated."""

_MOST_ITEMS = 50
"""Items of one list, such as the names that are known; the schemas have them all."""

_LANGUAGES: tuple[Lang, ...] = ("zh", "en")
_KINDS = {
    one.code: one
    for one in (
        *(InvalidFactError, MisuseError, PolicyDataError),
        *(RecordError, ServiceError, UnknownNameError),
    )
}
_STEP = re.compile(r"[^.\[\]]+")
_PLACES: Mapping[str, type] = {"file": str, "line": int, "column": int, "path": str}


def encode_error(error: XinfangError, status: int = STATUS) -> Json:
    """An error of ours as problem details; at most ``MOST_FAULTS`` faults, all are counted."""
    return {
        "type": f"{TYPE}{error.code}",
        "title": render(f"error.{error.code}", {}),
        "status": status,
        "detail": error.faults[0].text() if error.faults else "",
        "count": len(error.faults),
        "errors": [_fault(one) for one in error.faults[:MOST_FAULTS]],
    }


def error_json(
    error: XinfangError, *, line: int, row: int, case_no: str, status: int = STATUS
) -> Json:
    """An error in place of an answer: the problem, and which record of the input it is about."""
    return {
        "error": encode_error(error, status),
        "line": line or None,
        "row": row or None,
        "case_no": case_no or None,
    }


def _fault(fault: Fault) -> Json:
    facts = {name: _told(value) for name, value in fault.facts}
    fault = fault._replace(path=_writable(fault.path), file=_writable(fault.file))
    places = {name: getattr(fault, name) for name in _PLACES}
    return {
        "pointer": pointer(fault.path),
        "code": fault.code,
        **{name: value for name, value in places.items() if value},
        "facts": facts,
        "wanted": facts.get("wanted", facts.get("known")),
        "hint": facts.get("nearest"),
        "text": {lang: fault.text(lang) for lang in _LANGUAGES},
    }


def _told(fact: object) -> object:
    """A fact as plain data; nothing for a value that is not shown."""
    return None if isinstance(fact, NotShown) else plain(_bounded(fact))


def _bounded(fact: object) -> object:
    """A fact of which no foreign text is too long or cannot be written, and no list too long."""
    if isinstance(fact, str):
        return visible(fact, _LONGEST)
    return tuple(map(_bounded, fact[:_MOST_ITEMS])) if type(fact) is tuple else fact


def _writable(path: str) -> str:
    """A path as it is, unless it is very long or has half a sign, which no UTF-8 has."""
    return path[:_LONGEST].encode(errors="replace").decode()


def pointer(path: str) -> str:
    """The JSON pointer of a path such as ``events[0].kind``; empty for the whole document."""
    steps = (step.replace("~", "~0").replace("/", "~1") for step in _STEP.findall(path))
    return "".join(f"/{step}" for step in steps)


def decode_error(problem: Mapping[str, object]) -> XinfangError:
    """The error that ``encode_error`` wrote: of the same class, with the same sentences.

    Facts are plain data then. A fault of a code that only a later version knows is read as well.

    Raises:
        RecordError: it is no problem of ours.

    """
    if not isinstance(problem, Mapping):
        raise RecordError(Fault("problem.not_ours"))
    code = str(problem.get("type", "")).removeprefix(TYPE)
    kind, written = _KINDS.get(code), problem.get("errors")
    if kind is None or not isinstance(written, Sequence) or isinstance(written, str):
        raise RecordError(Fault("problem.unknown", (("found", code),), path="type"))
    return kind(*map(_read, range(len(written)), written))


def _read(number: int, written: Any) -> Fault:  # noqa: ANN401 - foreign data
    """One fault.

    Raises:
        RecordError: it is not as we write one.

    """
    here = f"errors[{number}]"
    if not isinstance(written, Mapping) or not _is_ours(written):
        raise RecordError(Fault("problem.not_ours", path=here))
    facts = tuple((str(name), _fact(value)) for name, value in written["facts"].items())
    places = {name: written[name] for name in _PLACES if name in written}
    text = written["text"]
    return Fault(written["code"], facts, **places, told=(text["zh"], text["en"]))


def _is_ours(written: Mapping[str, Any]) -> bool:
    """Whether each member that is read is there, and of its kind."""
    text = written.get("text")
    if not isinstance(text, Mapping) or not isinstance(written.get("facts"), Mapping):
        return False
    words = (written.get("code"), *(text.get(lang) for lang in _LANGUAGES))
    places = (type(written.get(name, kind())) is kind for name, kind in _PLACES.items())
    return all(isinstance(one, str) for one in words) and all(places)


def _fact(value: object) -> object:
    """A list as the tuple that messages know as one."""
    return tuple(map(_fact, value)) if isinstance(value, list) else value
