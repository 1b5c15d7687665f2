"""A server of PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from postgres import postgres

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postgres import Postgres


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """PostgreSQL, for all tests of a process."""
    with postgres() as server:
        yield server
