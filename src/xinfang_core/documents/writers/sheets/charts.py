"""Bars as a chart of the workbook (图表), which goes by the cells beside it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any, Final

from xinfang_core.documents.privacy.legal import legal

if TYPE_CHECKING:
    from xinfang_core.documents.blocks import Bars

_ROW: Final = 0.53
"""The height of a row in centimetres."""

_WIDE: Final = 17.0
_BAR, _ROOM, _LEAST = 0.55, 3.2, 6.5
"""The height of a bar, of what stands around the bars, and of the smallest chart, likewise."""

_LONGEST: Final = 200
"""Characters of a title; a longer one would cover the chart."""

_COLOURS: Final = ("2F6F8F", "C98A2B", "7A7A7A", "5B8C5A")


def _title(words: str) -> str:
    """Words of a chart, which knows no other way for what XML does not take."""
    return legal(words)[:_LONGEST]


def height(bars: Bars) -> float:
    """How high the chart is, in centimetres."""
    return max(_LEAST, _ROOM + _BAR * len(bars.bars) * max(len(bars.series), 1) * 1.3)


def rows_of(bars: Bars) -> int:
    """How many rows the chart reaches over."""
    return ceil(height(bars) / _ROW) + 1


def chart_of(bars: Bars, sheet: Any, head: int) -> Any:  # noqa: ANN401 - of openpyxl
    """The chart of bars of which the names of the series stand in row ``head``."""
    from openpyxl.chart import BarChart, Reference
    from openpyxl.chart.label import DataLabelList

    chart: Any = BarChart()
    chart.type, chart.style, chart.gapWidth = "bar", 10, 60
    chart.title = _title(bars.title)
    last = head + len(bars.bars)
    data = Reference(sheet, min_col=2, max_col=1 + len(bars.series), min_row=head, max_row=last)
    chart.add_data(data, titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=head + 1, max_row=last))
    for one, colour in zip(chart.series, _COLOURS * len(bars.series), strict=False):
        one.graphicalProperties.solidFill = colour
    chart.dataLabels = DataLabelList(showVal=True, showSerName=False, showCatName=False)
    chart.dataLabels.showLegendKey = False
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.title = _title(bars.unit) or None
    # The first bar is the topmost, and the axis of lengths is below all the same.
    chart.y_axis.crosses = "max"
    chart.y_axis.scaling.min = 0
    chart.y_axis.scaling.max = bars.most
    chart.y_axis.majorGridlines = None
    if len(bars.series) == 1:
        chart.legend = None
    else:
        chart.legend.position = "b"
    chart.width, chart.height = _WIDE, height(bars)
    return chart
