"""Published policy files are not edited: each is recorded with the digest of its text."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import xinfang_core
from policy_texts import SAMPLE, filling, written
from xinfang_core.policy import load_policy, policy_ids, read_policy
from xinfang_core.policy.published import published, recorded_digest

if TYPE_CHECKING:
    from xinfang_core.policy import Edition

FOLDER = Path(xinfang_core.__file__).parent / "policies"
FILES = sorted(FOLDER.glob("*/*.toml"))
SHIPPED = [edition for name in policy_ids() for edition in load_policy(name).editions]


def digest(text: str) -> str:
    """The first 16 hex digits that ``sha256sum`` tells of a text."""
    return sha256(text.encode()).hexdigest()[:16]


def test_every_file_is_recorded_and_none_besides() -> None:
    """A file that is meant to change has a new line; one that is published has not."""
    found = {f"{one.parent.name}@{one.stem}": digest(one.read_text("utf-8")) for one in FILES}
    recorded = {
        f"{policy_id}@{version}": digest
        for policy_id, versions in published().items()
        for version, digest in versions.items()
    }
    assert recorded == found


@pytest.mark.parametrize("edition", SHIPPED, ids=lambda one: one.label)
def test_an_edition_has_the_digest_that_is_recorded_under_its_label(edition: Edition) -> None:
    assert edition.digest == recorded_digest(edition.label)


def test_nothing_is_recorded_of_other_policies() -> None:
    assert recorded_digest("sample@2024-03-01") is None
    assert recorded_digest("national@1999-01-01") is None


def test_the_library_reads_them_wherever_it_is_installed(tmp_path: Path) -> None:
    """Also from a zip file, in which they are no files."""
    source = FOLDER.parents[1]
    packed = shutil.make_archive(str(tmp_path / "library"), "zip", source, "xinfang_core")
    program = (
        "import xinfang_core as library; assert '.zip' in library.__file__;"
        "print(library.load_policy('national').digests)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": packed, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert ran.stdout.strip() == str(load_policy("national").digests)


class TestDigest:
    """What a file says has one digest, on whatever system it is written."""

    @pytest.mark.parametrize("text", [SAMPLE, "\ufeff" + SAMPLE, SAMPLE.replace("\n", "\r\n")])
    def test_it_does_not_depend_on_marks_and_line_ends(self, tmp_path: Path, text: str) -> None:
        (edition,) = read_policy(written(tmp_path / "p", f2024_03_01=text.encode())).editions
        assert edition.digest == digest(SAMPLE)

    def test_a_change_of_one_sign_is_another(self, tmp_path: Path) -> None:
        text = SAMPLE.replace("便民口号", "便民口号。")
        (edition,) = read_policy(written(tmp_path / "p", f2024_03_01=text)).editions
        assert edition.digest != digest(SAMPLE)

    def test_a_file_that_fills_in_another_has_both(self, tmp_path: Path) -> None:
        text = filling() + FILLED
        (edition,) = read_policy(written(tmp_path / "p", undated=text)).editions
        assert edition.label == "gongshu@undated+mouqu@undated"
        assert edition.digest == f"{recorded_digest('gongshu@undated')}+{digest(text)}"


def test_a_policy_names_every_edition_with_its_digest() -> None:
    found = load_policy("online-proxy").digests
    assert [*found] == ["online-proxy@undated", "national@2022-05-01", "national@2005-05-01"]
    assert all(recorded_digest(label) == digest for label, digest in found.items())


FILLED = """
[copied_notice.measure]
value = "overdue_working_days"
clause = "补1"
phrase = "超期"
basis = "stated"
"""
