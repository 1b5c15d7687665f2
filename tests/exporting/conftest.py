"""One server of each kind for all tests of a process; each test has a database of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mariadb import mariadb
from postgres import postgres

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mariadb import MariaDb
    from postgres import Postgres


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """PostgreSQL."""
    with postgres() as server:
        yield server


@pytest.fixture(scope="session")
def mariadb_server() -> Iterator[MariaDb]:
    """MariaDB, which stands in for MySQL."""
    with mariadb() as server:
        yield server
