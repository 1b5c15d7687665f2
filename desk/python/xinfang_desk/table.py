"""A row for each case of a register (各件一览): columns of small numbers, and what they mean."""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING, Final

from attrs import define, field

from xinfang_core.cli.report import owed_cells, state_text
from xinfang_core.codec.csv_answers import decision_of
from xinfang_core.codec.summary import status_of
from xinfang_core.deadline import MISSED, Deadline
from xinfang_core.documents.bulletin.asked import DATED_BY
from xinfang_core.messages import words
from xinfang_core.vocabulary import Certainty, Declared, Status, Term, Undetermined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from xinfang_core.assessment import Assessment
    from xinfang_core.case import Case
    from xinfang_core.codec.plain import Json
    from xinfang_core.codec.rows import Row
    from xinfang_core.codec.urgent import Urgent

_PIECE: Final = 5000
"""Case numbers in a file: the page takes one at a time, and stays quick meanwhile."""

_LONGEST: Final = 100

STATUSES: Final = {**{one.name: one.value for one in Status}, "none": "不适用"}
"""Where a limit can stand, by key."""

_CODES: Final = {name: code for code, name in enumerate(STATUSES)}
_IDLE: Final = frozenset({Status.not_started.name, "none"})
_OWED: Final = ("act", "party", "due", "state")
_TEXTS: Final = ("body", "kind", *_OWED)
_PARTS: Final = ("status", "due", "days")


@define
class _Texts:
    """A column of texts, each told once and then by its number."""

    codes: array[int] = field(factory=lambda: array("i"))
    known: dict[str, int] = field(factory=dict)

    def add(self, text: str) -> None:
        self.codes.append(self.known.setdefault(text, len(self.known)))


@define
class Table:
    """The rows so far.

    Attributes:
        limits: the titles of the limits that can run, by rule.
        body: the column of the handling body; empty: there is none.
        provisional: how many cases have a running limit whose last day may still move.
        urgent: the cases that need an act, each with its place among all.

    """

    limits: dict[str, str]
    body: str
    provisional: int = 0
    urgent: list[tuple[Urgent, int]] = field(factory=list)
    _case_nos: list[str] = field(factory=list)
    _numbers: array[int] = field(factory=lambda: array("i"))
    _days: array[int] = field(factory=lambda: array("i"))
    _texts: dict[str, _Texts] = field(factory=lambda: {name: _Texts() for name in _TEXTS})
    _running: set[str] = field(factory=set)
    _moving: dict[str, array[int]] = field(factory=dict)
    _limits: dict[str, tuple[array[int], ...]] = field(init=False)

    @_limits.default
    def _no_rows(self) -> dict[str, tuple[array[int], ...]]:
        return {rule: tuple(array("i") for _ in _PARTS) for rule in self.limits}

    def add(self, row: Row, case: Case, answer: Assessment, found: Urgent | None) -> None:
        """One more case."""
        if found:
            self.urgent.append((found, len(self._case_nos)))
        self._case_nos.append(answer.case_no)
        self._numbers.append(row.number)
        first = next(filter(None, map(case.history.day, DATED_BY)), None)
        self._days.append(_number(first))
        self._add_limits(answer)
        told = (_body(row, self.body), _kind(answer), *_owed(answer, found))
        for name, text in zip(_TEXTS, told, strict=True):
            self._texts[name].add(text)

    def _add_limits(self, answer: Assessment) -> None:
        """Of each limit its status, its last day, the working days by which it was missed."""
        provisional = False
        for rule, columns in self._limits.items():
            decision = decision_of(answer, rule)
            status = status_of(decision) if decision else "none"
            outcome = decision.outcome if decision else None
            due = days = 0
            if isinstance(outcome, Deadline):
                due = _number(outcome.due)
                days = outcome.overdue_working_days if outcome.status in MISSED else 0
                if outcome.due and outcome.certainty is Certainty.provisional:
                    provisional |= outcome.status is Status.open
                    # The row of this case was the last one to be begun.
                    self._moving.setdefault(rule, array("i")).append(len(self._case_nos) - 1)
            if status not in _IDLE:
                self._running.add(rule)
            for column, cell in zip(columns, (_CODES[status], due, days), strict=True):
                column.append(cell)
        self.provisional += provisional

    def most_urgent(self, most: int) -> list[Json]:
        """The first of the cases that need an act, worst first."""
        first = sorted(self.urgent, key=lambda one: one[0].rank)[:most]
        owed = [self._texts[name] for name in _OWED]
        told = [(list(one.known), one.codes) for one in owed]
        return [
            {
                "number": self._numbers[place],
                "case_no": found.case_no,
                "cells": [texts[codes[place]] for texts, codes in told],
            }
            for found, place in first
        ]

    def written(self, folder: Path) -> Json:
        """Put the rows into files: a column of numbers each, texts and case numbers as JSON.

        Returns:
            what there is; columns are 32-bit numbers, days written as 20200131, 0 for none;
            a limit has ``moves``, not 0 where its last day is provisional, if any is.

        """
        folder.mkdir(parents=True, exist_ok=True)
        columns = dict(self._columns())
        for name, column in columns.items():
            (folder / name).write_bytes(column.tobytes())
        pieces = range(0, len(self._case_nos), _PIECE)
        for place in pieces:
            _dump(folder / f"case_nos.{place}", self._case_nos[place : place + _PIECE])
        _dump(folder / "texts", {name: list(one.known) for name, one in self._texts.items()})
        shown = [rule for rule in self.limits if rule in self._running]
        return {
            "count": len(self._case_nos),
            "columns": list(columns),
            "case_nos": [f"case_nos.{place}" for place in pieces],
            "limits": [{"rule": rule, "title": self.limits[rule]} for rule in shown],
            "statuses": list(STATUSES.values()),
        }

    def _columns(self) -> Iterator[tuple[str, array[int]]]:
        """The columns by name; two tell in which place a row comes by its number, and by need."""
        nos = self._case_nos
        yield "number", self._numbers
        yield "day", self._days
        yield "by_case_no", _places(sorted(range(len(nos)), key=nos.__getitem__), len(nos))
        worst = sorted(self.urgent, key=lambda one: one[0].rank)
        yield "by_need", _places((place for _, place in worst), len(nos))
        for name, one in self._texts.items():
            yield name, one.codes
        for rule in filter(self._running.__contains__, self.limits):
            for part, column in zip(_PARTS, self._limits[rule], strict=True):
                yield f"{rule}.{part}", column
            # Where all last days are settled, as in most registers, there is nothing to tell.
            if rule in self._moving:
                yield f"{rule}.moves", _places(self._moving[rule], len(nos))


def _places(order: Iterable[int], count: int) -> array[int]:
    """For each row its place in an order, from 1; 0 where it is not in it."""
    places = array("i", bytes(4 * count))
    for place, row in enumerate(order, 1):
        places[row] = place
    return places


def _dump(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def _number(day: date | None) -> int:
    return day.year * 10000 + day.month * 100 + day.day if day else 0


def _body(row: Row, column: str) -> str:
    """The handling body, as far as it may be a name; empty where that is not filled in."""
    found = row.values.get(column) if column else None
    return "" if found is None else " ".join(str(found).split())[:_LONGEST]


def _kind(answer: Assessment) -> str:
    """What kind of matter it is: by the kinds that replies have, else by its class."""
    for decision in (answer.kind.reply_kind, answer.kind.case_class):
        outcome = decision.outcome if decision else None
        if isinstance(outcome, (Term, Declared)) and outcome is not Undetermined.undetermined:
            return words(outcome, "zh")
    return ""


def _owed(answer: Assessment, found: Urgent | None) -> tuple[str, str, str, str]:
    """What is owed first, by whom, until when, and why that is urgent."""
    owed = found.obligation if found else None
    if owed is None and answer.obligations:
        owed = answer.obligations[0]
    return *owed_cells(owed), state_text(found) if found else ""
