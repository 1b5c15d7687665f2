"""How examples came out, as a page of its own (算例报告), to be read and printed."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from xinfang_core.examples.reports.lines import place_of, told
from xinfang_core.examples.results import Verdict, by_file, counted
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xinfang_core.examples.results import Mismatch, Result

_STYLE = """
body{font:16px/1.6 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;
max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #999;padding:.25rem .5rem;text-align:right}
th:first-child,td:first-child{text-align:left;overflow-wrap:anywhere}
th{background:#eee}
tr.wrong td{background:#fde8e8}
section{border-left:.25rem solid #b91c1c;margin:1rem 0;padding:.1rem 1rem;break-inside:avoid}
h3{font-size:1rem;margin:.3rem 0;overflow-wrap:anywhere}
p,ul{margin:.3rem 0}
@media print{body{margin:0;font-size:12px}tr.wrong td{font-weight:bold}}
"""


def html_report(results: Sequence[Result]) -> str:
    """The counts of each file, what is not as wanted, and what nobody has confirmed yet."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: Sequence[Result]) -> Iterator[str]:
    title = escape(render("check.title", {}))
    yield '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>"
    yield from _table(results)
    wrong = [one for one in results if one.verdict is Verdict.mismatched]
    if wrong:
        yield f"<h2>{escape(Verdict.mismatched.text())}</h2>"
        yield from (_section(one, cell) for one in wrong for cell in one.mismatches)
    open_ones = [one for one in results if one.verdict is Verdict.unconfirmed]
    if open_ones:
        yield f"<h2>{escape(Verdict.unconfirmed.text())}</h2>"
        yield _list(f"{one.example.place} {one.example.key}" for one in open_ones)
    yield "</body>\n</html>"


def _table(results: Sequence[Result]) -> Iterator[str]:
    titles = (render("check.file", {}), render("check.total", {}), *(v.text() for v in Verdict))
    yield f"<table>\n<thead><tr>{''.join(f'<th>{escape(one)}</th>' for one in titles)}</tr></thead>"
    yield "<tbody>"
    yield from (_row(file, found) for file, found in by_file(results).items())
    yield f"</tbody>\n<tfoot>{_row(render('check.all', {}), results)}</tfoot>\n</table>"


def _row(title: str, results: Sequence[Result]) -> str:
    counts = counted(results)
    numbers = (counts.total, counts.matched, counts.mismatched, counts.unconfirmed)
    cells = "".join(f"<td>{escape(str(one))}</td>" for one in (title, *numbers))
    mark = ' class="wrong"' if counts.mismatched else ""
    return f"<tr{mark}>{cells}</tr>"


def _section(one: Result, wrong: Mismatch) -> str:
    first, *more = told(one, wrong)
    head = f"<h3>{escape(place_of(one, wrong.cell))}</h3>\n<p>{escape(first)}</p>"
    return f"<section>\n{head}\n{_list(line.removeprefix('- ') for line in more)}\n</section>"


def _list(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
