"""Words as Markdown and as HTML (标记文本): whatever they contain, they stand there as words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.drawing.markdown import plain_text
from xinfang_core.drawing.svg_text import FONTS, legal

if TYPE_CHECKING:
    from collections.abc import Sequence

STYLE = f"""
body {{ font-family: {FONTS}; color: #1a1a1a; background: #ffffff; margin: 1.5em auto;
  max-width: 72em; padding: 0 1em; line-height: 1.6; }}
h1 {{ font-size: 1.5em; }} h2 {{ font-size: 1.2em; margin-top: 1.6em; }}
table {{ border-collapse: collapse; width: 100%; margin: .8em 0; }}
th, td {{ border: 1px solid #b5b5b5; padding: .35em .6em; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }}
th {{ background: #efefef; }}
td.number, th.number {{ text-align: right; white-space: nowrap; }}
.path {{ color: #595959; font-size: .85em; }}
.label {{ color: #595959; }}
.kind {{ white-space: nowrap; }}
td mark {{ background: #fff0b3; color: inherit; padding: 0 .1em; }}
tr.added td.new {{ background: #eaf6ea; }} tr.removed td.old {{ background: #fbe9e7; }}
table.difference th:nth-child(1) {{ width: 7%; }} table.difference th:nth-child(2) {{ width: 19%; }}
table.difference th:nth-child(n+3) {{ width: 37%; }}
tr.cited td {{ color: #595959; }}
svg {{ max-width: 100%; height: auto; }}
@media print {{ body {{ margin: 0; max-width: none; font-size: 10pt; }}
  tr, svg {{ break-inside: avoid; }} thead {{ display: table-header-group; }} }}
"""
"""How the fragments look; nothing is fetched."""

_FETCHES_NOTHING = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def escaped(words: str) -> str:
    """Words in HTML, each line break kept."""
    return legal(words).replace("\n", "<br>")


def cell(words: str) -> str:
    """Words in a cell of a Markdown table."""
    return "<br>".join(map(plain_text, words.splitlines()))


def page(title: str, body: str, *, style: str = STYLE, policy: str = _FETCHES_NOTHING) -> str:
    """A whole file of HTML that fetches nothing.

    Args:
        title: its name, in plain words.
        body: what it shows, as HTML.
        style: how it looks.
        policy: what the browser may do for it.

    """
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>{legal(title)}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n{body}</body>\n</html>\n"
    )


def paragraph(words: str) -> str:
    """A paragraph of HTML."""
    return f"<p>{escaped(words)}</p>\n"


def html_table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A table of words and numbers as HTML; numbers stand to the right."""
    looks = [' class="number"' if right else "" for right in _numeric(heads, rows)]
    head = _html_row("th", heads, looks)
    body = "".join(_html_row("td", row, looks) for row in rows)
    return f"<table>\n<thead>{head}</thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def _html_row(tag: str, row: Sequence[object], looks: Sequence[str]) -> str:
    told = zip(row, looks, strict=True)
    cells = (f"<{tag}{look}>{escaped(str(one))}</{tag}>" for one, look in told)
    return f"<tr>{''.join(cells)}</tr>\n"


def markdown_table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """The same as Markdown."""
    rule = ["---:" if right else "---" for right in _numeric(heads, rows)]
    told = [rule, *([cell(str(one)) for one in row] for row in rows)]
    return "".join(f"| {' | '.join(row)} |\n" for row in (heads, *told))


def _numeric(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> list[bool]:
    """Which columns are of numbers, by the first row."""
    return [isinstance(one, int) for one in (rows[0] if rows else heads)]
