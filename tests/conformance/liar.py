"""A second implementation that says what it was told to, well or badly: ``liar.py FILE HOW``."""

from __future__ import annotations

import json
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

Lines = list[str]
MAKER = '{"made_by":{'
AT = 20
"""The line that is told otherwise."""


def _changed(lines: Lines, change: Callable[[Any], None], at: int = AT) -> Lines:
    told = json.loads(lines[at])
    change(told)
    return [*lines[:at], json.dumps(told), *lines[at + 1 :]]


def _text(told: Any) -> None:  # noqa: ANN401 - plain JSON
    for one in told["findings"]:
        one["text"] += "。"
    for group in ("kind", "people", "limits", "follow_through"):
        for decision in told[group].values():
            for reason in (decision or {}).get("reasons", ()):
                reason["text"] += "。"


def _basis(told: Any) -> None:  # noqa: ANN401 - plain JSON
    for decision in filter(None, told["limits"].values()):
        decision["basis"] = "stated" if decision["basis"] == "assumed" else "assumed"


def _a_day_later(lines: Lines) -> Lines:
    """The first limit that has a last day gets another one."""
    return [line.replace('"due":"2025-10-', '"due":"2024-10-') for line in lines]


def _swapped(lines: Lines) -> Lines:
    return [*lines[:AT], lines[AT + 1], lines[AT], *lines[AT + 2 :]]


LIES: dict[str, Callable[[Lines], Lines]] = {
    "well": lambda lines: lines,
    "day": _a_day_later,
    "text": lambda lines: _changed(lines, _text),
    "drop": lambda lines: lines[:AT] + lines[AT + 1 :],
    "swap": _swapped,
    "twice": lambda lines: [*lines[: AT + 1], *lines[AT:]],
    "more": lambda lines: [*lines, '{"case_no": "another"}'],
    "garbage": lambda lines: [*lines[:AT], "INFO ready", "[]", *lines[AT:]],
    "empty": lambda lines: [*lines[:AT], "{}", *lines[AT + 1 :]],
    "odd": lambda lines: [
        *lines[:AT],
        '{"kind": 1, "limits": [1], "citations": 5}',
        *lines[AT + 1 :],
    ],
    "few": lambda lines: lines[:AT],
}


def main(path: str, how: str) -> int:
    """Say it."""
    lines = [one for one in Path(path).read_text("utf-8").splitlines() if not one.startswith(MAKER)]
    if how == "deaf":  # it closes its ears and says all the same
        sys.stdin.close()
        how = "well"
    elif how != "flood":
        sys.stdin.read()
    if how == "flood":
        while True:
            sys.stdout.write("{}\n")
    lie, _, at = how.partition("@")
    said = _changed(lines, _basis, int(at)) if lie == "basis" else LIES.get(how, LIES["few"])(lines)
    sys.stdout.write("".join(f"{one}\n" for one in said))
    sys.stdout.flush()
    if how == "hang":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(60)
    if how == "die":
        sys.stderr.write("out of memory\n")
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
