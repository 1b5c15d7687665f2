"""Reading the national policy takes its time; under every local one it is always the same."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from xinfang_core.policy import files, load_policy

if TYPE_CHECKING:
    from xinfang_core.policy import Policy


@cache
def _loaded(policy_id: str) -> Policy:
    return load_policy(policy_id)


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that a test reads lie over a national policy that is read once for all tests."""
    monkeypatch.setattr(files, "load_policy", _loaded)
