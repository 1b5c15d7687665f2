"""The secret of receipts (密钥), which a host keeps in a file."""

from __future__ import annotations

from pathlib import Path

from xinfang_core.codec.receipts import SHORTEST_KEY
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.refusals import system_fault

_LONGEST = 4096


def chosen_key(file: str | None) -> bytes | None:
    """What stands in a file, without the line end after it.

    Raises:
        MisuseError: it cannot be read, is too short to be a secret, or too long to be meant.

    """
    if file is None:
        return None
    try:
        with Path(file).open("rb") as stream:
            key = stream.read(_LONGEST + 1).rstrip(b"\r\n")
    except OSError as error:
        raise MisuseError(system_fault(error, file)) from None
    if not SHORTEST_KEY <= len(key) <= _LONGEST:
        bounds = (("least", SHORTEST_KEY), ("most", _LONGEST), ("found", len(key)))
        raise MisuseError(Fault("receipt.key_length", bounds, file))
    return key
