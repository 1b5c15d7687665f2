"""How examples came out, for programs and people (算例报告)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.examples.reports.github import github_report
from xinfang_core.examples.reports.html_report import html_report
from xinfang_core.examples.reports.json_report import json_report
from xinfang_core.examples.reports.junit import junit_report

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from xinfang_core.examples.results import Result

WRITERS: dict[str, Callable[[Sequence[Result]], str]] = {
    "json": json_report,
    "junit": junit_report,
    "github": github_report,
    "html": html_report,
}
"""By the name of a form what writes it."""
