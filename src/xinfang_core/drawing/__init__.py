"""A calendar or a period as something to look at, print or subscribe to (展示).

Text in, text out: nothing here is written to a file, and the same input gives the same bytes.
"""

from __future__ import annotations

from xinfang_core.drawing.arranged import year_days
from xinfang_core.drawing.ics import year_ics
from xinfang_core.drawing.markdown import day_table_markdown
from xinfang_core.drawing.period_svg import period_svg
from xinfang_core.drawing.year import year_records, year_text
from xinfang_core.drawing.year_svg import year_svg

__all__ = [
    "day_table_markdown",
    "period_svg",
    "year_days",
    "year_ics",
    "year_records",
    "year_svg",
    "year_text",
]
