"""``xinfang schema``: the JSON contract, for whoever writes a host (数据契约)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from xinfang_core.cli.output import opened
from xinfang_core.codec.schema import SCHEMAS, schema_of
from xinfang_core.messages import render

if TYPE_CHECKING:
    import argparse

    from xinfang_core.codec.schema import Schema


def run(arguments: argparse.Namespace) -> bool:
    """Print a schema, or without a name list them all.

    Raises:
        UnknownNameError: there is none of the name; the nearest one is offered.

    """
    if arguments.name is None:
        text, wire = "".join(map(_line, SCHEMAS.items())), False
    else:
        schema = schema_of(arguments.name)
        text, wire = json.dumps(schema, ensure_ascii=False, indent=2) + "\n", True
    with opened(arguments.output, wire=wire) as stream:
        stream.write(text)
    return False


def _line(named: tuple[str, Schema]) -> str:
    name, schema = named
    return render("schema.listed", {"name": name, "title": schema.title}) + "\n"
