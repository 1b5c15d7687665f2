"""How a page of HTML looks (网页样式), on a screen, on a telephone and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.drawing.svg_text import FONTS

if TYPE_CHECKING:
    from xinfang_core.documents.blocks import Draft

_SCREEN = f"""
:root {{ color-scheme: light; }}
body {{ font-family: {FONTS}; color: #1a1a1a; background: #ffffff; margin: 0 auto;
  max-width: 60em; padding: 1em 1.2em 3em; line-height: 1.65; overflow-wrap: anywhere; }}
h1 {{ font-size: 1.6em; line-height: 1.35; }}
h2 {{ font-size: 1.3em; margin: 1.8em 0 .6em; border-bottom: 1px solid #b5b5b5; }}
h3 {{ font-size: 1.1em; margin: 1.5em 0 .5em; }} h4, h5 {{ font-size: 1em; margin: 1.2em 0 .4em; }}
p {{ margin: .6em 0; }} .note, small {{ color: #595959; font-size: .88em; }}
a {{ color: #1f5f7f; }} li {{ margin: .2em 0; }}
table {{ border-collapse: collapse; width: 100%; margin: .8em 0; font-size: .92em; }}
caption {{ text-align: left; font-weight: bold; padding: .3em 0; }}
th, td {{ border: 1px solid #b5b5b5; padding: .35em .6em; text-align: left;
  vertical-align: top; }}
th {{ background: #efefef; }} tbody tr:nth-child(even) {{ background: #f8f8f8; }}
.right {{ text-align: right; }} .centre {{ text-align: center; }}
td.right {{ overflow-wrap: break-word; }} td.centre {{ white-space: nowrap; }}
.badge {{ font-size: .88em; white-space: nowrap; border-radius: .3em; padding: 0 .1em; }}
.stated {{ color: #1d5c2a; background: #e6f3e8; }}
.interpreted {{ color: #6b4300; background: #fdf1d6; }}
.assumed {{ color: #8a1c14; background: #fbe9e7; }}
summary {{ cursor: pointer; color: #1f5f7f; }} details {{ margin: .8em 0; }}
.table, .picture {{ overflow-x: auto; }} .picture {{ margin: 1em 0; }}
.picture svg {{ max-width: 100%; height: auto; }}
footer {{ margin-top: 3em; color: #404040; }} footer table {{ font-size: .85em; }}
.contents a {{ display: block; text-decoration: none; padding: .12em 0; }}
.contents .level-2 {{ padding-left: 1.2em; font-size: .92em; }}
"""

_WIDE = """
@media screen and (min-width: 64em) {
  body:has(.listed) { max-width: 80em; }
  .listed { display: grid; grid-template-columns: 16em minmax(0, 1fr); column-gap: 2.5em; }
  .listed main > :first-child { margin-top: 0; }
  .listed > h1 { grid-column: 1 / -1; }
  .contents { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; align-self: start;
    font-size: .9em; border-right: 1px solid #d5d5d5; padding-right: 1em; }
}
"""

_NARROW = """
@media screen and (max-width: 40em) {
  body { padding: .6em .8em 2em; }
  .contents details { max-height: 40vh; overflow-y: auto; border-bottom: 1px solid #d5d5d5; }
  .wide table { min-width: 34em; } .picture svg { max-width: none; }
}
"""

_PAPER = """
@media print {
  @page { size: A4 %s; margin: 20mm 18mm; }
  body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; }
  h1, h2, h3, h4, h5, caption { break-after: avoid; }
  tr, .picture { break-inside: avoid; } thead { display: table-header-group; }
  .table, .picture { overflow: visible; padding-right: 1px; }
  details::details-content { content-visibility: visible; block-size: auto; }
  a { color: inherit; text-decoration: none; }
}
"""


def page_style(draft: Draft) -> str:
    """The styles of a document's page."""
    paper = _PAPER % ("landscape" if draft.landscape else "portrait")
    return f"{_SCREEN}{_WIDE}{_NARROW}{paper}"
