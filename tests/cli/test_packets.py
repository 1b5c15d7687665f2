"""``xinfang policy packet``: what is written where, and what is refused before anything is."""

from __future__ import annotations

import json
from errno import ENOENT
from typing import TYPE_CHECKING, Any

import pytest

from command import LETTERS, TOP, run
from example_tables import GENERAL, csv_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DUE = "want.reply_deadline_due"
HELD = {**GENERAL, "id": "held", "category": "urgent", DUE: "2025-09-28"}
FLIPPED = {**GENERAL, "id": "flipped", DUE: "2025-10-23"}
WRONG = {**GENERAL, "id": "wrong", DUE: "2025-10-24"}
OPEN = {**GENERAL, "id": "open", "clause": "", DUE: ""}
ELSEWHERE = {**GENERAL, "id": "elsewhere", "policy": "jiuyuan", "want.weekly_meeting": "不适用"}
OWN_READING = {**GENERAL, "id": "reading", "variant": "sum", DUE: "2025-10-23"}
COLUMNS = ("--column", "accepted_at=received_at")


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A newer edition in which general matters are answered sooner, and one reading is gone."""
    text = (TOP / "src/xinfang_core/policies/online-proxy/undated.toml").read_text("utf-8")
    text = text.replace('effective = "undated"', "effective = 2027-03-01", 1)
    before = 'value = 15, phrase = "一般信访事项15日内回复"'
    after = 'value = 10, phrase = "10日内回复", note = "示例：改为10日"'
    text = text.replace(before, after, 1)
    head, _, rest = text.partition("[variant.sum]")
    text = head + rest[rest.index("[variant.base_plus_bonus]") :]
    path = tmp_path / "2027-03-01.toml"
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """A folder of examples, one of each fate."""
    folder = tmp_path / "算例"
    folder.mkdir()
    rows = ({**one, "policy": one.get("policy", "online-proxy")} for one in ALL)
    (folder / "a.csv").write_text(csv_text(*rows), "utf-8-sig")
    (folder / ".hidden").write_text("", "utf-8")
    return folder


ALL = (HELD, FLIPPED, WRONG, OPEN, ELSEWHERE, OWN_READING)


@pytest.fixture
def packet(
    newer: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[Any, str, str]]:
    """Makes the packet, and gives its data, its page and what was said."""

    def make(*more: str) -> tuple[Any, str, str]:
        folder = tmp_path / "out"
        words = ["policy", "packet", "online-proxy", str(newer), "--output", str(folder)]
        found = run(capsys, *words, *more)
        assert found.code == 0, found.err
        assert found.out == ""
        page = (folder / "change-packet.html").read_text("utf-8")
        return json.loads((folder / "change-packet.json").read_text("utf-8")), page, found.err

    return make


class TestExamples:
    """Each example is asked under both editions, as if the newer one stood in the older's place."""

    def test_what_becomes_of_each(
        self, packet: Callable[..., tuple[Any, str, str]], examples: Path
    ) -> None:
        data, page, _ = packet("--examples", str(examples))
        told = data["examples"]
        assert told["held"] == 2
        assert told["wrong"] == ["wrong"]
        assert told["unconfirmed"] == ["open"]
        # One is about another policy, one is under a reading that the newer edition has not.
        assert told["elsewhere"] == 2
        (flip,) = told["flipped"]
        assert flip["id"] == "flipped"
        # 15 working days from 26 September end on 23 October, 10 on 16 October.
        assert flip["cells"] == [{"cell": DUE, "wanted": "2025-10-23", "got": "2025-10-16"}]
        assert (flip["file"], flip["line"]) == ("算例/a.csv", 4)
        for part in ("应为：答复期限：届满日", "未确认、没有对照的 1 例", "都不相符", "另有 2 例"):
            assert part in page

    def test_codes_are_told_where_nothing_else_is(
        self, packet: Callable[..., tuple[Any, str, str]], tmp_path: Path
    ) -> None:
        table = tmp_path / "codes.csv"
        # Told in time, so that nothing national is late.
        told = {**GENERAL, "as_of": "2025-10-20", "notified_at": "2025-09-26"}
        rows = (
            {**told, "id": "there", "want.not_codes": "deadline.overdue"},
            {**told, "id": "gone", "want.codes": "deadline.open"},
        )
        table.write_text(csv_text(*({**one, "policy": "online-proxy"} for one in rows)), "utf-8")
        _, page, _ = packet("--examples", str(table))
        assert "不应有的理由或问题：deadline.overdue 出现了" in page
        assert "应有的理由或问题：deadline.open → （空）" in page

    def test_what_was_rewritten_for_the_newer_edition_is_told(
        self, packet: Callable[..., tuple[Any, str, str]], tmp_path: Path
    ) -> None:
        row = {**FLIPPED, "policy": "online-proxy", DUE: "2025-10-16"}
        (tmp_path / "a.csv").write_text(csv_text(row), "utf-8-sig")
        data, page, _ = packet("--examples", str(tmp_path / "a.csv"))
        assert data["examples"]["righted"] == ["flipped"]
        assert (data["examples"]["held"], data["examples"]["wrong"]) == (0, [])
        assert "原版本下不相符、新版本下相符的 1 例" in page

    def test_where_all_are_asked_and_right_nothing_else_is_said(
        self, packet: Callable[..., tuple[Any, str, str]], tmp_path: Path
    ) -> None:
        path = tmp_path / "a.csv"
        path.write_text(csv_text({**HELD, "policy": "online-proxy"}), "utf-8-sig")
        data, page, _ = packet("--examples", str(path))
        assert (data["examples"]["held"], data["examples"]["flipped"]) == (1, [])
        for part in ("未确认、没有对照的", "已不相符", "另有"):
            assert part not in page

    def test_a_single_file_is_named_by_its_name(
        self, packet: Callable[..., tuple[Any, str, str]], examples: Path
    ) -> None:
        data, _, _ = packet("--examples", str(examples / "a.csv"))
        assert data["examples"]["flipped"][0]["file"] == "a.csv"
        assert [one["name"] for one in data["sources"]] == ["a.csv"]

    def test_only_what_is_read_is_a_source(
        self, packet: Callable[..., tuple[Any, str, str]], examples: Path
    ) -> None:
        (examples / "说明.txt").write_text("不是算例", "utf-8")
        data, _, _ = packet("--examples", str(examples), "--examples", str(examples / "a.csv"))
        assert [one["name"] for one in data["sources"]] == ["算例/a.csv"]

    def test_none_flips_where_nothing_differs(
        self, examples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        words = ["policy", "packet", "online-proxy", "online-proxy", "--as-of", "2026-01-01"]
        found = run(capsys, *words, "--examples", str(examples), "--output", str(tmp_path / "same"))
        assert found.code == 0
        page = (tmp_path / "same" / "change-packet.html").read_text("utf-8")
        assert "没有不同" in page
        assert "改动 0 处：无" in page
        assert "不再相符 0 例" in page


class TestCases:
    """The register is judged on the first day of the newer edition, unless another is named."""

    def test_the_day_is_told(self, packet: Callable[..., tuple[Any, str, str]]) -> None:
        data, page, said = packet("--cases", LETTERS, *COLUMNS)
        assert "以新版本施行日 2027-03-01 为评估日" in said
        assert data["impact"]["as_of"] == "2027-03-01"
        assert [one["name"] for one in data["sources"]] == ["mayor_mailbox.csv"]
        assert "<svg" in page
        assert "实际会适用新版本的" in page

    def test_where_open_cases_switch_later_it_is_that_day(
        self, packet: Callable[..., tuple[Any, str, str]], newer: Path, tmp_path: Path
    ) -> None:
        before = 'transition = "来源未署日期，在有日期的版本出现之前一直适用"'
        after = 'transition = { open_cases = "switch", switch_on = 2027-04-01, text = "改用" }'
        text = newer.read_text("utf-8")
        assert before in text
        newer.write_text(text.replace(before, after, 1), "utf-8")
        cases = tmp_path / "cases.csv"
        rows = ("A-1,2027-02-20,2027-02-20", "A-2,2027-03-20,2027-03-20")
        cases.write_text("\n".join(("case_no,registered_at,accepted_at", *rows, "")), "utf-8")
        data, _, said = packet("--cases", str(cases))
        assert "以在办事项改用新版本之日 2027-04-01 为评估日" in said
        assert data["impact"]["picked"] == 2

    def test_another_day(self, packet: Callable[..., tuple[Any, str, str]]) -> None:
        data, _, said = packet("--cases", LETTERS, *COLUMNS, "--as-of", "2020-01-31")
        assert data["impact"]["as_of"] == "2020-01-31"
        assert "评估日" not in said

    def test_an_undated_edition_needs_one(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        out = tmp_path / "out"
        words = ["policy", "packet", "online-proxy", "online-proxy", "--output", str(out)]
        found = run(capsys, *words, "--cases", LETTERS, *COLUMNS)
        assert found.code == 2
        assert "--as-of: 新版本没有施行日" in found.err
        assert not out.exists()


class TestWhatIsTold:
    """What is new and what is kept of readings and assumptions stands apart."""

    def test_new_readings_come_first(self, packet: Callable[..., tuple[Any, str, str]]) -> None:
        data, page, _ = packet()
        told = data["confirming"]
        assert [one["path"] for one in told if one["new"]] == [
            "reply_deadline.limit reply_kind=general"
        ]
        assert told[0]["new"]
        assert all(one["basis"] == "assumed" for one in told[1:])
        assert "本次改动" in page
        assert "沿用" in page

    def test_the_page_to_sign_says_what_is_signed_and_the_cover_what_is_open(
        self, packet: Callable[..., tuple[Any, str, str]]
    ) -> None:
        data, page, _ = packet()
        digest = data["difference"]["new"]["digest"]
        assert f"签署的是 online-proxy@2027-03-01（内容散列 {digest}" in page.partition("sign")[2]
        assert f"生效前须核对的 {len(data['findings'])} 处" in page

    def test_where_all_is_stated_nothing_is_to_be_confirmed(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        policy = tmp_path / "undated.toml"
        policy.write_text(STATED, "utf-8")
        words = ["policy", "packet", str(policy), str(policy), "--output", str(tmp_path / "o")]
        assert run(capsys, *words).code == 0
        page = (tmp_path / "o" / "change-packet.html").read_text("utf-8")
        assert page.count("<p>没有。</p>") == 2


STATED = """\
[policy]
id = "shili"
title = "示例"
effective = "undated"
picked_by = "register"
transition = "无"

[[clause]]
id = "1"
locator = "第一条"
text = "示例"
encoded_by = ["bulletins.cycle"]

[bulletins.cycle]
over = ["bulletin"]
clause = "1"
basis = "stated"
cells = [{ recurring = "bulletin", value = "quarter", phrase = "每季度通报" }]
"""


class TestRefused:
    """Nothing is written where something cannot be read, or not be written."""

    def test_a_register_or_examples_that_are_not_there(
        self, newer: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        out = tmp_path / "out"
        words = ["policy", "packet", "online-proxy", str(newer), "--output", str(out)]
        for option in ("--cases", "--examples"):
            assert run(capsys, *words, option, str(tmp_path / "none.csv")).code == 2
        assert not out.exists()

    def test_a_register_from_standard_input(
        self, newer: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        words = ["policy", "packet", "online-proxy", str(newer), "--output", str(tmp_path / "o")]
        found = run(capsys, *words, "--cases", "-")
        assert found.code == 2
        assert "--cases: 变更包要写明登记表的散列" in found.err

    def test_a_folder_that_is_a_file(
        self, newer: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        out = tmp_path / "out"
        out.write_text("", "utf-8")
        words = ["policy", "packet", "online-proxy", str(newer), "--output", str(out)]
        found = run(capsys, *words)
        assert (found.code, found.err.splitlines()[-1]) == (2, f"{out}: 这不是文件夹")

    def test_a_folder_below_a_file(self, newer: Path, capsys: pytest.CaptureFixture[str]) -> None:
        out = newer / "out"
        words = ["policy", "packet", "online-proxy", str(newer), "--output", str(out)]
        found = run(capsys, *words)
        assert (found.code, str(out) in found.err) == (2, True)

    def test_a_register_that_is_gone_before_it_is_hashed(
        self,
        newer: Path,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        def gone(*_: object) -> None:
            raise FileNotFoundError(ENOENT, "gone")

        monkeypatch.setattr("xinfang_core.cli.packets.file_digest", gone)
        out = tmp_path / "out"
        words = ["policy", "packet", "online-proxy", str(newer), "--output", str(out)]
        found = run(capsys, *words, "--cases", LETTERS, *COLUMNS)
        assert (found.code, out.exists()) == (2, False)
        assert "mayor_mailbox.csv: 没有这个文件" in found.err

    def test_where_one_file_cannot_be_written_neither_is(
        self, newer: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        out = tmp_path / "out"
        (out / "change-packet.json").mkdir(parents=True)
        words = ["policy", "packet", "online-proxy", str(newer), "--output", str(out)]
        assert run(capsys, *words).code == 2
        assert [one.name for one in out.iterdir()] == ["change-packet.json"]
