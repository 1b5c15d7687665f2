"""A calendar or a period as something to look at, print or subscribe to (展示).

Text in, text out: nothing here is written to a file, and the same input gives the same bytes.
"""

from __future__ import annotations

from xinfang_core.calendar.views.grid import period_svg
from xinfang_core.calendar.views.ics import year_ics
from xinfang_core.calendar.views.markdown import day_table_markdown
from xinfang_core.calendar.views.year import year_days, year_records, year_svg, year_text

__all__ = [
    "day_table_markdown",
    "period_svg",
    "year_days",
    "year_ics",
    "year_records",
    "year_svg",
    "year_text",
]
