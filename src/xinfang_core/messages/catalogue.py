"""All words in one place; loaded when the first message is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.messages import (
    agents,
    calendar,
    cautions,
    changing,
    checking,
    columns,
    comparing,
    contradictions,
    district,
    drawing,
    duties,
    exporting,
    faults,
    filling,
    interface,
    limits,
    market,
    matters,
    measures,
    notices,
    office_hours,
    pace,
    papers,
    proxy,
    reasons,
    serving,
    skeleton,
    toml_syntax,
    workbook,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

CATALOGUE: Mapping[str, tuple[str, str]] = {
    **faults.TEXTS,
    **filling.TEXTS,
    **cautions.TEXTS,
    **contradictions.TEXTS,
    **toml_syntax.TEXTS,
    **calendar.TEXTS,
    **reasons.TEXTS,
    **serving.TEXTS,
    **interface.TEXTS,
    **columns.TEXTS,
    **notices.TEXTS,
    **office_hours.TEXTS,
    **pace.TEXTS,
    **drawing.TEXTS,
    **limits.TEXTS,
    **duties.TEXTS,
    **district.TEXTS,
    **agents.TEXTS,
    **proxy.TEXTS,
    **market.TEXTS,
    **matters.TEXTS,
    **measures.TEXTS,
    **papers.TEXTS,
    **skeleton.TEXTS,
    **exporting.TEXTS,
    **changing.TEXTS,
    **comparing.TEXTS,
    **checking.TEXTS,
    **workbook.TEXTS,
}
"""Every code with its Chinese and English template."""
