"""The chief's report over a register (登记表的评估), in one pass, and one case of it."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack, redirect_stderr
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.case import Case
from xinfang_core.cli.assess import opened_run
from xinfang_core.cli.report import URGENT_HEADINGS, counts_of, register_lacks, urgent_title
from xinfang_core.codec.csv_answers import limits_that_run
from xinfang_core.codec.urgent import soon_after, urgent
from xinfang_core.codec.writing import encode_case
from xinfang_core.errors import RecordError
from xinfang_desk.asking import parsed
from xinfang_desk.columns import problem
from xinfang_desk.door import Told
from xinfang_desk.table import Table

if TYPE_CHECKING:
    from xinfang_core.cli.assess import Run
    from xinfang_core.codec import Register
    from xinfang_core.codec.plain import Json

TOP: Final = 10
"""So many of the most urgent cases are told at once; the table has them all."""

_NOTES: Final = 50
"""So many lines of what the command says on standard error are told."""


@frozen
class _Held:
    """A register that stays open, so that one case of it is read again soon."""

    words: tuple[str, ...]
    register: Register
    kept: ExitStack


_held: list[_Held] = []


def report(words: list[str], folder: str, body: str = "") -> Json:
    """What the chief reads: the counts, what is most urgent, what is missing, every case a row.

    Args:
        words: the command, as ``assess FILE --policy …``.
        folder: where the columns of the table are put, see ``Table.written``.
        body: the column of the handling body; empty: there is none.

    Returns:
        the report, and as ``notes`` what the command would say on standard error; ``problem``
        where the register cannot be read, as ``columns.look`` tells it.

    """
    forget()
    told = Told(sys.stderr)
    with redirect_stderr(told), ExitStack() as kept:
        try:
            one, register = _opened(words, kept)
            made = _report(one, register, folder, body)
        except RecordError as error:
            return {"problem": problem(error), "notes": _first(told.kept())}
        _held.append(_Held(tuple(words), register, kept.pop_all()))
    return {"problem": None, **made, "notes": _first(told.kept())}


def case(words: list[str], number: int, path: str) -> Json:
    """One case of the register, by the number of its record, written as a register of its own.

    Args:
        words: as for ``report``.
        number: which record of the file it is, counted from 1.
        path: the JSON file to write; read without options it is the same case.

    """
    held = next((one for one in _held if one.words == tuple(words)), None)
    with ExitStack() as kept:
        register = held.register if held else _opened(words, kept)[1]
        found = register.at(number)
    records = [encode_case(found)] if isinstance(found, Case) else []
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
    return {"path": path}


def _first(told: str) -> str:
    """The first lines of what was said and the last one, which counts."""
    lines = told.splitlines()
    return "\n".join(lines if len(lines) <= _NOTES else [*lines[: _NOTES - 1], "…", lines[-1]])


def forget() -> None:
    """Close the register that was held."""
    while _held:
        _held.pop().kept.close()


def _opened(words: list[str], kept: ExitStack) -> tuple[Run, Register]:
    one, chosen = kept.enter_context(opened_run(parsed(words)))
    return one, chosen.register


def _report(one: Run, register: Register, folder: str, body: str) -> Json:
    """Go through the register once."""
    soon = soon_after(one.as_of, one.text.soon, one.calendar)
    table = Table(limits_that_run(one.rules()), body)
    for row, found in one.tracked_rows(register.rows(), register):
        if isinstance(found, Case):
            answer = one.counted(found)
            table.add(row, found, answer, urgent(answer, one.calendar, soon))
    return {**_told(one, register, table), "table": table.written(Path(folder))}


def _told(one: Run, register: Register, table: Table) -> Json:
    """What stands above the table, in the words of the text report."""
    own, lacks = one.policy.own_titles, one.lacking.lacks()
    counts = counts_of(one.summary(register), own)
    of_record = [lack for lack in lacks if not lack.is_of_the_policy]
    of_policy = [lack for lack in lacks if lack.is_of_the_policy]
    cases = len(table.urgent)
    return {
        "title": counts.title,
        "headings": counts.headings,
        "blocks": counts.blocks,
        "awards": counts.awards,
        "set_aside": register.refused,
        "urgent": {
            "title": urgent_title(cases, TOP),
            "headings": URGENT_HEADINGS,
            "rows": table.most_urgent(TOP),
            "cases": cases,
        },
        "missing": list(register_lacks(of_record, register.count, None, own)),
        "unconfirmed": [
            *register_lacks(of_policy, register.count, None, own),
            *_moving(one, table),
        ],
    }


def _moving(one: Run, table: Table) -> list[str]:
    """That last days may still move, where some may."""
    if not table.provisional:
        return []
    through = one.calendar.settled_through
    return [f"{table.provisional} 件有期限在期，届满日为暂定：{through} 以后的放假安排还没有公布"]
