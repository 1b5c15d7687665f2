"""A MariaDB server of a test's own, as ``postgres.py``: it stands in for MySQL."""

from __future__ import annotations

import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from servers import folder_of, found, owner, prepared, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FOLDER = "usr/sbin"


@frozen
class MariaDb:
    """A running server.

    Attributes:
        program: where its client is.
        socket: where it listens.
        database: the database that is used.

    """

    program: Path
    socket: Path
    database: str = "mysql"

    def made(self, database: str) -> MariaDb:
        """The same server with a new database of this name."""
        self.mysql(f"CREATE DATABASE {database};")
        return evolve(self, database=database)

    def run(self, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
        """What the client does with these arguments and ``text`` as its input."""
        fixed = ("--no-defaults", "-u", "root", "--default-character-set=utf8mb4")
        return subprocess.run(
            [self.program, *fixed, "-S", self.socket, self.database, *arguments],
            input=text,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

    def mysql(self, text: str) -> list[list[str]]:
        """The rows that statements answer.

        Raises:
            AssertionError: a statement failed.

        """
        ran = self.run("-N", "-B", text=text)
        assert ran.returncode == 0, ran.stderr
        return [line.split("\t") for line in ran.stdout.splitlines()]


@contextmanager
def mariadb() -> Iterator[MariaDb]:
    """A server with nothing in it; the test is skipped where none is installed."""
    install, program = (found(name, _FOLDER) for name in ("mariadb-install-db", "mariadbd"))
    owned, client = owner("mysql"), found("mariadb")
    with folder_of(owned) as folder:
        data = f"--datadir={folder}/data"
        options = ("--auth-root-authentication-method=normal", "--skip-test-db")
        prepared([install, "--no-defaults", data, *options], owned)
        server = MariaDb(client, folder / "socket")
        settings = (f"--socket={server.socket}", "--skip-networking", f"--pid-file={folder}/pid")
        command = [program, "--no-defaults", data, *settings]
        with running(command, owned, folder / "log", lambda: not server.run().returncode):
            yield server
