"""What the public names promise to type checkers: every type said, and paths of any kind."""

from __future__ import annotations

import inspect
from os import PathLike
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from attrs import frozen

from command import TOP
from public_hints import parts_of, signatures
from public_names import public_names
from xinfang_core import read_notice, read_policy, read_records

NAMES = public_names()
SIGNED = {path: hints for name in NAMES for path, hints in signatures(name, NAMES[name])}


@frozen
class Elsewhere:
    """A path as another library has it."""

    place: str

    def __fspath__(self) -> str:
        """The path as text."""
        return self.place


class TestEveryTypeIsSaid:
    """Hosts check their programs against ours: nothing public may be anything."""

    def test_all_public_names_are_looked_at(self) -> None:
        assert {"assessment.assess", "assessment.Limits.__getitem__"} <= SIGNED.keys()
        assert {"decision.Decision", "decision.Decision.basis"} <= SIGNED.keys()
        assert "date" in str(SIGNED["deadline.Deadline"]["due"])

    @pytest.mark.parametrize("path", SIGNED)
    def test_nothing_public_is_any(self, path: str) -> None:
        anything = {name for name, hint in SIGNED[path].items() if Any in parts_of(hint)}
        assert not anything

    @pytest.mark.parametrize("path", [path for path in NAMES if inspect.isfunction(NAMES[path])])
    def test_a_function_says_what_it_takes_and_returns(self, path: str) -> None:
        signature = inspect.signature(NAMES[path])  # type: ignore[arg-type]
        assert {*signature.parameters, "return"} == SIGNED[path].keys()

    def test_any_would_be_found(self) -> None:
        """Wherever it stands, as this test would otherwise find nothing at all."""

        def loose(_one: dict[str, tuple[Any, ...]]) -> None: ...

        ((_, hints),) = signatures("loose", loose)
        assert Any in parts_of(hints["_one"])


class TestPaths:
    """A file is given as text, as a ``Path``, or as anything else that is a path."""

    def test_those_that_read_files_take_any_path(self) -> None:
        reading = {one for one in SIGNED if PathLike[str] in parts_of(SIGNED[one].get("path"))}
        assert reading == {
            *("codec.notices.read_notice", "codec.open_register", "codec.read_records"),
            "policy.read_policy",
        }
        assert all(SIGNED[one]["path"] == str | PathLike[str] for one in reading)

    def test_nothing_public_asks_for_a_path_of_one_kind(self) -> None:
        for hints in SIGNED.values():
            assert not any(Path in parts_of(hint) for hint in hints.values())

    @pytest.mark.parametrize("kind", [str, Path, PurePosixPath, Elsewhere])
    def test_a_file_is_the_same_however_it_is_named(self, kind: type) -> None:
        register = TOP / "docs" / "examples" / "register.csv"
        notice = TOP / "docs" / "examples" / "notices" / "2026.txt"
        policy = TOP / "docs" / "examples" / "shili"
        assert read_records(kind(str(register))) == read_records(register)
        assert read_notice(kind(str(notice))) == read_notice(notice)
        assert read_policy(kind(str(policy))) == read_policy(policy)
