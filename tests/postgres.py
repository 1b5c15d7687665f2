"""A PostgreSQL server of a test's own: ``with postgres() as server: server.psql("select 1")``.

It listens on a socket in a folder of its own, has no password, and is gone afterwards. Drivers
connect with ``server.dsn``, or with ``server.host``, ``server.port`` and ``server.user``.
"""

from __future__ import annotations

import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from servers import folder_of, found, owner, prepared, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FOLDER = "usr/lib/postgresql/*/bin"
_USER = "postgres"


@frozen
class Postgres:
    """A running server.

    Attributes:
        program: where ``psql`` is.
        host: the folder of its socket.
        port: its port, which names the socket.
        user: who may do everything.
        database: the database that is used.

    """

    program: Path
    host: str
    port: int = 5432
    user: str = _USER
    database: str = _USER

    @property
    def dsn(self) -> str:
        """How drivers of PostgreSQL are told where it is."""
        return f"host={self.host} port={self.port} user={self.user} dbname={self.database}"

    def made(self, database: str) -> Postgres:
        """The same server with a new database of this name."""
        self.psql(f"CREATE DATABASE {database};")
        return evolve(self, database=database)

    def run(self, *arguments: str | Path, text: str = "") -> subprocess.CompletedProcess[str]:
        """What ``psql`` does with these arguments and ``text`` as its input."""
        return subprocess.run(
            [self.program, "-X", "-q", "-d", self.dsn, "-v", "ON_ERROR_STOP=1", *arguments],
            input=text,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

    def psql(self, text: str) -> list[list[str]]:
        """The rows that statements answer, with null as the empty text.

        Raises:
            AssertionError: a statement failed.

        """
        ran = self.run("-A", "-t", "-F", "\t", text=text)
        assert ran.returncode == 0, ran.stderr
        return [line.split("\t") for line in ran.stdout.splitlines()]


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A server with nothing in it; the test is skipped where none is installed."""
    initdb, program = (found(name, _FOLDER) for name in ("initdb", "postgres"))
    owned, psql = owner(_USER), found("psql", _FOLDER)
    with folder_of(owned) as folder:
        data = folder / "data"
        options = ("-A", "trust", "-U", _USER, "-E", "UTF8", "--no-locale", "--no-sync")
        prepared([initdb, "-D", data, *options], owned)
        server = Postgres(psql, str(folder))
        settings = ("-c", "listen_addresses=", "-c", "fsync=off", "-p", str(server.port))
        command = [program, "-D", data, "-k", folder, *settings]
        with running(command, owned, folder / "log", lambda: not server.run("-l").returncode):
            yield server
