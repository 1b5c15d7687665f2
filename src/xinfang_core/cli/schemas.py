"""``xinfang schema``: the JSON contract, for whoever writes a host (数据契约)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from xinfang_core.cli.output import opened
from xinfang_core.codec.schema import schema_of

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> bool:
    """Print a schema.

    Raises:
        UnknownNameError: there is none of the name; the nearest one is offered.

    """
    schema = schema_of(arguments.name)
    with opened(arguments.output, wire=True) as stream:
        stream.write(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
    return False
