"""``xinfang replay``: an answer of then, with its receipt, held against today's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from command import Ran, answers_in, register, run
from xinfang_core.codec.receipts import SHORTEST_KEY

if TYPE_CHECKING:
    from pathlib import Path

CASE = {"case_no": "甲-1", "received_at": "2025-09-30", "accepted_at": "2025-09-30"}
ONLINE = ("--policy", "online-proxy", "--as-of", "2025-10-20")


@pytest.fixture
def key(tmp_path: Path) -> str:
    """A file with a secret."""
    path = tmp_path / "key"
    path.write_bytes(b"k" * SHORTEST_KEY + b"\n")
    return str(path)


def kept(capsys: pytest.CaptureFixture[str], folder: Path, *options: str) -> tuple[str, str]:
    """A file with an answer that carries its receipt, and one with the case."""
    lines = register(folder, json.dumps(CASE), "case.jsonl")
    asked = ("assess", lines, *ONLINE, "--format", "jsonl", "--receipts", *options)
    (answer,) = answers_in(run(capsys, *asked).out)
    receipt = register(folder, json.dumps(answer), "receipt.json")
    return receipt, register(folder, json.dumps(CASE), "case.json")


def test_the_same(capsys: pytest.CaptureFixture[str], tmp_path: Path, key: str) -> None:
    files = kept(capsys, tmp_path, "--key-file", key)
    assert run(capsys, "replay", *files, "--key-file", key) == Ran(0, "结论相同\n", "")
    ran = run(capsys, "replay", *files)
    assert ran.code == 2
    assert "用另一个密钥写的" in ran.err


def test_another_case(capsys: pytest.CaptureFixture[str], tmp_path: Path, key: str) -> None:
    receipt, _ = kept(capsys, tmp_path, "--key-file", key)
    other = register(tmp_path, json.dumps({"case": {**CASE, "urgent": True}}), "other.json")
    ran = run(capsys, "replay", receipt, other, "--key-file", key)
    assert ran.code == 1
    assert ran.out.splitlines()[:2] == ["结论不同", "事项的记录变了"]
    assert "结论不同的：“答复期限”" in ran.out


def test_for_programs(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    receipt, case = kept(capsys, tmp_path)
    ran = run(capsys, "replay", receipt, case, "--policy", "national", "--format", "json")
    told = json.loads(ran.out)
    assert (ran.code, told["same"]) == (1, False)
    first = told["differences"][0]
    assert (first["code"], first["facts"]["now"]) == ("replay.edition", None)
    assert "online-proxy@undated" in first["text"]


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.parametrize("size", ["brief", "standard", "full"])
def test_answers_carry_their_receipts(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str, size: str
) -> None:
    asked = ("assess", register(tmp_path), *ONLINE, "--format", form, "--size", size)
    with_them = run(capsys, *asked, "--receipts")
    answers = json.loads(with_them.out)["cases"] if form == "json" else answers_in(with_them.out)
    receipts = [one.pop("receipt") for one in answers]
    assert [one["policy"] for one in receipts] == [one["policy"] for one in answers]
    without = run(capsys, *asked).out
    assert answers == (json.loads(without)["cases"] if form == "json" else answers_in(without))


def test_the_files_of_a_stream_will_do(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    lines = register(tmp_path, json.dumps(CASE) + "\n", "case.jsonl")
    asked = ("assess", lines, *ONLINE, "--format", "jsonl", "--receipts", "--region", "450000")
    answers = register(tmp_path, run(capsys, *asked).out, "answers.jsonl")
    # The region is that of the receipt.
    assert run(capsys, "replay", answers, lines) == Ran(0, "结论相同\n", "")
    listed = register(tmp_path, json.dumps([CASE]), "list.json")
    report = tmp_path / "report"
    ran = run(capsys, "replay", answers, listed, "--output", str(report))
    assert (ran, report.read_text("utf-8")) == (Ran(0, "", ""), "结论相同\n")
    two = register(tmp_path, json.dumps([CASE, CASE]), "two.json")
    ran = run(capsys, "replay", answers, two)
    assert (ran.code, ran.err) == (2, "two.json: 这里有 2 份，须正好一份\n")


def test_what_is_read_is_not_written_over(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, key: str
) -> None:
    files = kept(capsys, tmp_path, "--key-file", key)
    for target in (*files, key):
        ran = run(capsys, "replay", *files, "--key-file", key, "--output", target)
        assert (ran.code, ran.err) == (2, f"{target}: 输出会覆盖要读的文件\n")


def test_a_receipt_opens_no_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    receipt, case = kept(capsys, tmp_path)
    answer = json.loads((tmp_path / "receipt.json").read_text("utf-8"))
    register(tmp_path, "password = 1", "own.toml")
    answer["receipt"]["policy"] = "own.toml"
    (tmp_path / "receipt.json").write_text(json.dumps(answer), "utf-8")
    ran = run(capsys, "replay", receipt, case)
    assert ran.code == 2
    assert "没有名为“own.toml”的办法" in ran.err


class TestWhatIsWrong:
    """One line that names the file."""

    def test_a_key_without_receipts(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, key: str
    ) -> None:
        asked = ("assess", register(tmp_path), *ONLINE, "--format", "jsonl", "--key-file", key)
        assert run(capsys, *asked).code == 2

    def test_no_receipt(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        _, case = kept(capsys, tmp_path)
        ran = run(capsys, "replay", case, case)
        assert (ran.code, ran.err) == (2, "不是本库写出的回执\n")

    def test_slips_of_json(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        receipt, _ = kept(capsys, tmp_path)
        case = register(tmp_path, '{"case_no": "1", "case_no": "2"}', "twice.json")
        ran = run(capsys, "replay", receipt, case)
        assert (ran.code, ran.err) == (2, "twice.json: 键“case_no”出现两次\n")

    @pytest.mark.parametrize(
        ("content", "wanted"),
        [(b"short\n", "密钥须为 16 至 4096 个字节，实际 5 个"), (b"x" * 9000, "实际 4097 个")],
    )
    def test_no_key(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes, wanted: str
    ) -> None:
        path = tmp_path / "key"
        path.write_bytes(content)
        ran = run(capsys, "replay", *kept(capsys, tmp_path), "--key-file", str(path))
        assert ran.code == 2
        assert wanted in ran.err

    def test_a_key_that_is_not_there(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        ran = run(capsys, "replay", *kept(capsys, tmp_path), "--key-file", str(tmp_path / "no"))
        assert ran.code == 2
        assert "no: " in ran.err

    def test_receipts_are_for_programs(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        ran = run(capsys, "assess", register(tmp_path), *ONLINE, "--key-file", "key")
        assert ran.code == 2
        assert "--key-file" in ran.err
