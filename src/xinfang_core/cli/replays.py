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
from xinfang_core.codec.replaying import read_receipt, replay
from xinfang_core.codec.requests import case_in
from xinfang_core.errors import RecordError
from xinfang_core.messages import render

if TYPE_CHECKING:
    import argparse

    from xinfang_core.codec.replaying import Replayed


def run(arguments: argparse.Namespace) -> bool:
    """Answer again; whether the answer is another one.

    Raises:
        RecordError: no receipt, or no case, can be read.

    """
    receipt = read_receipt(_read(arguments.receipt))
    policy, _ = chosen_policy(arguments.policy or receipt.policy_id)
    case = case_in(_read(arguments.case), policy.declared)
    key = chosen_key(arguments.key_file)
    found = replay(receipt, case, policy, chosen_calendar(arguments), key)
    with opened(arguments.output, wire=arguments.format == "json") as stream:
        stream.write(_WRITERS[arguments.format](found))
    return not found.same


def _read(file: str) -> object:
    """The JSON value of a file.

    Raises:
        RecordError: there is none.

    """
    path = Path(file)
    found, faults = read_json(read_file(path, by_line=False), path.name)
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
