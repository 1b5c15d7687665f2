"""The recipe of the container image: what it names is there, and what it starts is understood.

It is read, not built: that takes a daemon and a registry.
"""

from __future__ import annotations

import json
import re
import tomllib

from command import TOP
from xinfang_core.cli.parser import make_parser

TEXT = (TOP / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
STEPS = [tuple(line.split(maxsplit=1)) for line in TEXT.splitlines() if line and line[0] != "#"]


def of(instruction: str) -> list[str]:
    """What stands after an instruction, wherever it comes."""
    return [rest for name, rest in STEPS if name == instruction]


def test_what_is_copied_is_there_and_let_through() -> None:
    copied = [one for rest in of("COPY") if "--from" not in rest for one in rest.split()[:-1]]
    allowed = (TOP / ".dockerignore").read_text("utf-8").splitlines()
    assert copied
    for one in copied:
        name = one.removeprefix("./")
        assert (TOP / name).exists()
        assert f"!{name}" in allowed


def test_the_extras_that_it_installs_are_declared() -> None:
    (asked,) = re.findall(r"'\.\[([\w,]+)\]'", TEXT)
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    assert {*asked.split(",")} <= project["optional-dependencies"].keys()
    (wanted,) = re.findall(r"3\.(\d+)", project["requires-python"])
    assert all(int(one) >= int(wanted) for one in re.findall(r"python:3\.(\d+)-slim", TEXT))


def test_what_it_starts_is_a_command_of_ours_at_the_port_that_it_shows() -> None:
    program, *words = json.loads(of("CMD")[-1])
    arguments = make_parser().parse_args(words)
    assert (program, arguments.command, arguments.host) == ("xinfang", "serve", "0.0.0.0")  # noqa: S104
    assert of("EXPOSE") == [str(arguments.port)]


def test_it_is_not_run_by_the_one_who_may_do_all() -> None:
    assert of("USER") == ["10001"]
    assert "--uid 10001" in TEXT


def test_its_health_is_asked_for_by_a_program_that_compiles() -> None:
    (rest,) = of("HEALTHCHECK")
    program, option, text = json.loads(rest.partition("CMD ")[2])
    assert (program, option) == ("python", "-c")
    compile(text, "health", "exec")
    assert "http://127.0.0.1:8000/healthz" in text
