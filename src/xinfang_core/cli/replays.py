"""``xinfang replay``: an answer of then held against today's (重放)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.cli.choice import chosen_policy
from xinfang_core.cli.keys import chosen_key
from xinfang_core.cli.notices import chosen_calendar
from xinfang_core.cli.output import opened
from xinfang_core.codec.files import read_file
from xinfang_core.codec.json_text import read_json
from xinfang_core.codec.plain import plain
from xinfang_core.codec.records import JSON_LINES, form_of
from xinfang_core.codec.replaying import read_receipt, replay
from xinfang_core.codec.requests import case_in
from xinfang_core.errors import Fault, RecordError
from xinfang_core.messages import render
from xinfang_core.policy import load_policy

if TYPE_CHECKING:
    import argparse

    from xinfang_core.codec.replaying import Replayed


def run(arguments: argparse.Namespace) -> bool:
    """Answer again; whether the answer is another one.

    Raises:
        RecordError: no receipt, or no case, can be read.
        MisuseError: the key is not the one of the receipt.

    """
    receipt = read_receipt(_read(arguments.receipt))
    # A receipt names a policy by its id; no file is read on its behalf.
    name = receipt.policy_id
    policy = chosen_policy(arguments.policy)[0] if arguments.policy else load_policy(name)
    case = case_in(_read(arguments.replayed), policy.declared)
    if arguments.region is None and len(receipt.regions) == 1:
        arguments.region = receipt.regions[0]
    key = chosen_key(arguments.key_file)
    found = replay(receipt, case, policy, chosen_calendar(arguments), key)
    with opened(arguments.output, wire=arguments.format == "json") as stream:
        stream.write(_WRITERS[arguments.format](found))
    return not found.same


def _read(file: str) -> object:
    """The one value of a JSON file, or of a file with a line of each.

    Raises:
        RecordError: there is none, or more than one.

    """
    path = Path(file)
    text = read_file(path, by_line=False)
    lines = form_of(path) == JSON_LINES
    found = [
        _value(one, path.name, number if lines else 0)
        for number, one in enumerate(text.split("\n") if lines else [text], 1)
        if one.strip()
    ]
    # What made the answers stands on lines of its own.
    found = [one for one in found if not (isinstance(one, dict) and [*one] == ["made_by"])]
    if not lines and isinstance(found[0], list):
        found = found[0]
    if len(found) != 1:
        raise RecordError(Fault("receipt.no_such", (("found", len(found)),), path.name))
    return found[0]


def _value(text: str, file: str, line: int) -> object:
    """A JSON value.

    Raises:
        RecordError: it is none.

    """
    found, faults = read_json(text, file, line)
    if faults:
        raise RecordError(*faults)
    return found


def _text(found: Replayed) -> str:
    head = render("replay.same" if found.same else "replay.other", {})
    return "".join(f"{line}\n" for line in (head, *(one.text() for one in found.differences)))


def _json(found: Replayed) -> str:
    differences = [
        {"code": one.code, "facts": plain(dict(one.facts)), "text": one.text()}
        for one in found.differences
    ]
    told = {"same": found.same, "differences": differences}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


_WRITERS = {"text": _text, "json": _json}
