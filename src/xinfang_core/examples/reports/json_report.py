"""How examples came out, as JSON (算例报告)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from xinfang_core.examples.results import Counts, by_file, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xinfang_core.codec.plain import Json
    from xinfang_core.examples.results import Mismatch, Result


def json_report(results: Sequence[Result], more: Json | None = None) -> str:
    """The counts of all and of each file, then every example with what is not as wanted.

    Args:
        results: how the examples came out, in their order.
        more: what else is told at the end.

    """
    told = {
        **_counts(counted(results)),
        "files": [
            {"file": file, **_counts(counted(found))} for file, found in by_file(results).items()
        ],
        "examples": [_example(one) for one in results],
        **(more or {}),
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _counts(counts: Counts) -> Json:
    return {
        "count": counts.total,
        "matched": counts.matched,
        "mismatched": counts.mismatched,
        "unconfirmed": counts.unconfirmed,
    }


def _example(one: Result) -> Json:
    row = one.example.row
    place = {"id": one.example.key, "file": row.file, "line": row.line}
    told: Json = {**place, "policy": one.example.terms.policy, "result": one.verdict.name}
    if one.mismatches:
        told["mismatches"] = [_mismatch(wrong) for wrong in one.mismatches]
    if one.shown:
        told["shown"] = dict(one.shown)
    return told


def _mismatch(wrong: Mismatch) -> Json:
    reasons = [{"code": one.code, "text": one.cited_text()} for one in wrong.reasons]
    return {"cell": wrong.cell, "wanted": wrong.wanted, "got": wrong.got, "reasons": reasons}
