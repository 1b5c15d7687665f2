"""The one file is made of its parts: whole, the same each time, and closed."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import shutil
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from assembly.page import page
from assembly.parts import Parts, npm
from command import TOP

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = TOP / "desk" / "page"

pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="stands in for esbuild and npm")


class Page(HTMLParser):
    """The scripts of a page, by their attributes, and its policy."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.policy: dict[str, list[str]] = {}
        self._inside: dict[str, str | None] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a script, and the policy."""
        given = dict(attrs)
        if tag == "script":
            self._inside = given
        if given.get("http-equiv") == "Content-Security-Policy":
            for directive in (given["content"] or "").split("; "):
                name, *sources = directive.split(" ")
                self.policy[name] = sources

    def handle_data(self, data: str) -> None:
        """Take what stands in a script."""
        if self._inside is not None:
            self.scripts.append((self._inside, data))
            self._inside = None

    def data(self, name: str) -> bytes:
        """A part that is carried, unpacked."""
        packed = next(text for given, text in self.scripts if given.get("id") == f"part-{name}")
        return gzip.decompress(base64.b64decode(packed))


def program(path: Path, text: str) -> None:
    """A program that stands in for one that is not here."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    """Parts of a few bytes each; what joins the scripts gives back the first."""
    node = tmp_path / "node_modules"
    program(node / ".bin" / "esbuild", 'cat "$1"')
    lock = {"info": {"version": "1"}, "packages": {"numpy": {}}}
    for name, text in {
        "pyodide/pyodide-lock.json": json.dumps(lock),
        "pyodide/pyodide.asm.wasm": "wasm",
        "lit-html/LICENSE": "its licence",
        "pyodide/LICENSE": "its licence",
    }.items():
        (node / name).parent.mkdir(exist_ok=True)
        (node / name).write_text(text, encoding="utf-8")
    for name in ("python", "stdlib"):
        (tmp_path / f"{name}.zip").write_bytes(name.encode())
    python, stdlib = tmp_path / "python.zip", tmp_path / "stdlib.zip"
    return Parts(node, python, stdlib, {"xinfang-core": "0.0</script>"})


class TestWhole:
    """Everything is in the file, and nothing is left open."""

    def test_no_mark_is_left(self, parts: Parts) -> None:
        assert not re.findall(r"\{\{\w+\}\}", page(SOURCE, parts))

    def test_the_parts_come_out_as_they_went_in(self, parts: Parts) -> None:
        made = Page(page(SOURCE, parts))
        assert made.data("wasm") == b"wasm"
        assert made.data("python") == b"python"
        assert made.data("stdlib") == b"stdlib"
        assert made.data("worker") == (SOURCE / "engine" / "worker.js").read_bytes()

    def test_no_package_of_pyodide_s_can_be_asked_for(self, parts: Parts) -> None:
        lock = json.loads(Page(page(SOURCE, parts)).data("lock"))
        assert lock == {"info": {"version": "1"}, "packages": {}}

    def test_the_same_parts_give_the_same_bytes(self, parts: Parts) -> None:
        assert page(SOURCE, parts) == page(SOURCE, parts)

    def test_no_text_inside_ends_its_script(self, parts: Parts) -> None:
        made = Page(page(SOURCE, parts))
        told = next(text for given, text in made.scripts if given.get("id") == "versions")
        assert json.loads(told) == {"xinfang-core": "0.0</script>"}

    def test_a_page_without_a_place_for_a_part_is_refused(
        self, parts: Parts, tmp_path: Path
    ) -> None:
        source = shutil.copytree(SOURCE, tmp_path / "page")
        index = source / "index.html"
        text = index.read_text("utf-8").replace("{{parts}}", "")
        index.write_text(text, encoding="utf-8")
        with pytest.raises(SystemExit, match=r"index.html has no \{\{parts\}\}"):
            page(source, parts)

    def test_what_the_joining_of_scripts_finds_is_shown(self, parts: Parts) -> None:
        program(parts.node / ".bin" / "esbuild", "echo main.js:7 is odd >&2")
        with pytest.raises(SystemExit, match=r"main\.js:7 is odd"):
            page(SOURCE, parts)


class TestClosed:
    """The policy in the page lets its own scripts run, and nothing in or out."""

    def test_the_scripts_that_may_run_are_those_of_the_page(self, parts: Parts) -> None:
        made = Page(page(SOURCE, parts))
        run = [text for given, text in made.scripts if not given]
        digests = [hashlib.sha256(text.encode()).digest() for text in run]
        hashes = [f"'sha256-{base64.b64encode(one).decode()}'" for one in digests]
        assert made.policy["script-src"] == [*hashes, "'wasm-unsafe-eval'"]
        assert len(run) == len(set(hashes)) == 3

    def test_nothing_is_loaded_and_nothing_sent(self, parts: Parts) -> None:
        policy = Page(page(SOURCE, parts)).policy
        for name in ("default-src", "connect-src", "form-action", "base-uri"):
            assert policy[name] == ["'none'"]
        rest = {source for name in policy for source in policy[name] if name != "script-src"}
        assert rest <= {"'none'", "'unsafe-inline'", "blob:", "data:"}
        assert policy["worker-src"] == ["blob:"]

    def test_the_page_refers_to_nothing_outside(self) -> None:
        text = (SOURCE / "index.html").read_text("utf-8")
        assert not re.findall(r"""(?:src|href)=["'](?!data:)""", text)


class TestPackages:
    """What npm gives is asked for once."""

    @pytest.fixture
    def asked(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """Where a stand-in for npm writes down what it was asked."""
        told = tmp_path / "asked"
        program(
            tmp_path / "bin" / "npm", f'echo "$@" >> {told}; mkdir -p "$7/node_modules"; exit $FAIL'
        )
        monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")
        monkeypatch.setenv("FAIL", "0")
        return told

    def test_a_package_is_fetched_once_and_again_at_another_version(
        self, asked: Path, tmp_path: Path
    ) -> None:
        first = npm(tmp_path, {"lit-html": "1.0.0"})
        assert npm(tmp_path, {"lit-html": "1.0.0"}) == first
        assert npm(tmp_path, {"lit-html": "1.0.1"}) != first
        assert [line.split()[-1] for line in asked.read_text("utf-8").splitlines()] == [
            "lit-html@1.0.0",
            "lit-html@1.0.1",
        ]

    def test_what_failed_is_told_and_not_kept(
        self, asked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("FAIL", "1")
        with pytest.raises(SystemExit, match="npm install"):
            npm(tmp_path, {"lit-html": "1.0.0"})
        monkeypatch.setenv("FAIL", "0")
        assert npm(tmp_path, {"lit-html": "1.0.0"}).is_dir()
        assert len(asked.read_text("utf-8").splitlines()) == 2
