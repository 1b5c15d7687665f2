"""An application as most tests want it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from assessing import MAINLAND
from xinfang_core.calendar import mainland_calendar
from xinfang_core.codec import Terms
from xinfang_core.serving import make_app

if TYPE_CHECKING:
    from starlette.applications import Starlette

TODAY = date(2025, 12, 1)


@pytest.fixture
def app() -> Starlette:
    """It answers by one policy, on one day."""
    terms = Terms(MAINLAND, policy="online-proxy")
    return make_app(terms, lambda: TODAY, calendars={"450000": mainland_calendar("450000")})
