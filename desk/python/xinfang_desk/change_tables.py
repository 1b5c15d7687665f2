"""A policy edition as the tables of the page (办法的表): those of its workbook, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xinfang_core.workbook.policy_book import headings
from xinfang_core.workbook.policy_rows import CLAUSES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from xinfang_core.codec.plain import Json
    from xinfang_core.workbook.policy_rows import Plan, PolicyBook, Row, Shown

_DIGITS: Final = "〇一二三四五六七八九十"
_TEN: Final = 10


def tables_json(now: PolicyBook, before: PolicyBook, added: Collection[str]) -> Json:
    """The tables as they are, each cell that is another one now with what it was.

    Args:
        now: the edition.
        before: the edition as it was before anything was typed.
        added: the ids of the clauses that are new, which the page lists apart.

    """
    was = {plan.name: {_key(plan, row): row for row in plan.rows} for plan in before.plans}
    lists = {words: number for number, words in enumerate(now.lists)}
    return {
        "label": now.label,
        "title": now.title,
        "notice": now.notice,
        "effective": now.effective,
        "lists": [list(words) for words in lists],
        "clauses": _clauses(now, added),
        "next": _next(now),
        "sheets": [
            _sheet(plan, was.get(plan.name, {}), lists, added if plan.name == CLAUSES else ())
            for plan in now.plans
        ],
    }


def _sheet(
    plan: Plan,
    was: Mapping[str, Row],
    lists: Mapping[tuple[str, ...], int],
    left_out: Collection[str],
) -> Json:
    rows = ((_key(plan, row), row) for row in plan.rows)
    columns = [{"name": name, "title": title} for name, title in headings(plan).items()]
    return {
        "name": plan.name,
        "title": plan.title,
        "columns": columns,
        "rows": [
            {"key": key, "cells": _cells(plan, row, was.get(key, row), lists)}
            for key, row in rows
            if key not in left_out
        ],
    }


def _cells(plan: Plan, now: Row, was: Row, lists: Mapping[tuple[str, ...], int]) -> Json:
    return {name: _cell(now.cells[name], was.cells[name], lists) for name in plan.columns}


def _cell(now: Shown, was: Shown, lists: Mapping[tuple[str, ...], int]) -> Json:
    """One cell: its text; if it may be changed, from which list; what it was, if that is other."""
    told: Json = {"text": _text(now)}
    if now.wanted is not None:
        told["list"] = lists.get(now.wanted.words, -1)
        told["form"] = now.wanted.form
    if _text(was) != _text(now):
        told["was"] = _text(was)
    return told


def _text(cell: Shown) -> str:
    return "" if cell.value is None else str(cell.value)


def _key(plan: Plan, row: Row) -> str:
    return str(row.cells[plan.columns[0]].value)


def _clauses(book: PolicyBook, added: Collection[str]) -> list[Json]:
    """What a value may cite: the clauses of the notice first."""
    rows = [row for plan in book.plans if plan.name == CLAUSES for row in plan.rows]
    found: list[Json] = [
        {
            "id": _text(row.cells["id"]),
            "locator": _text(row.cells["locator"]),
            "new": _text(row.cells["id"]) in added or _is_of_edition(row, book),
            "used": row.cells["encoded_by"].value is not None,
        }
        for row in rows
    ]
    return sorted(found, key=lambda one: not one["new"])


def _is_of_edition(row: Row, book: PolicyBook) -> bool:
    return book.effective != "" and _text(row.cells["since"]) == book.effective


def _next(book: PolicyBook) -> Json:
    """The id and the place that the next clause of the notice will likely have."""
    known = {one["id"] for one in _clauses(book, ())}
    number = next(number for number in range(1, len(known) + 2) if f"t{number}" not in known)
    return {"id": f"t{number}", "locator": render_locator(number)}


def render_locator(number: int) -> str:
    """The place of a clause by its number below a hundred, such as 第十二条; else in digits."""
    tens, ones = divmod(number, _TEN)
    if tens >= _TEN:
        return f"第{number}条"
    ten = "" if tens == 0 else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
    one = "" if ones == 0 else _DIGITS[ones]
    return f"第{ten}{one}条"
