"""The report over a register: what the command's report for people says, as data in one pass."""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING, Any

import pytest

from command import ASSESS_LETTERS, LETTERS, run
from xinfang_core.errors import MisuseError
from xinfang_desk import registers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ON = "2019-06-28"
WORDS = [*ASSESS_LETTERS, "--as-of", ON]
HEAD = "信访件编号,收到日期,受理日期,承办单位\n"


@pytest.fixture(autouse=True)
def nothing_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No notices of the developer's, and no register that a test left open."""
    monkeypatch.setenv("XINFANG_NOTICES", str(tmp_path / "none"))
    yield
    registers.forget()


def report(words: list[str], folder: Path, body: str = "") -> dict[str, Any]:
    """The report."""
    return registers.report(words, str(folder / "report"), body)


def numbers(folder: Path, name: str) -> list[int]:
    """A column of the table."""
    return array("i", (folder / "report" / name).read_bytes()).tolist()


def texts(folder: Path, name: str) -> list[str]:
    """A column of texts of the table."""
    known = json.loads((folder / "report" / "texts").read_text("utf-8"))[name]
    return [known[code] for code in numbers(folder, name)]


def register(folder: Path, rows: str) -> str:
    """A register with the handling bodies."""
    path = folder / "登记表.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the one report on the letters is."""
    return tmp_path_factory.mktemp("letters")


@pytest.fixture(scope="module")
def told(folder: Path) -> dict[str, Any]:
    """The report on the letters; their register is not held any more."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XINFANG_NOTICES", str(folder / "none"))
        return report(WORDS, folder)


class TestTheLetters:
    """1,401 letters: the page shows what the command prints."""

    def test_the_most_urgent_are_those_of_the_text_report_with_its_words(
        self, told: dict[str, Any], capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, *ASSESS_LETTERS, "--as-of", ON, "--top", "10")
        lines = [" ".join(line.split()) for line in ran.out.splitlines()]
        start = lines.index("件号 应办 由谁 期限 情况")
        rows = [" ".join([one["case_no"], *one["cells"]]) for one in told["urgent"]["rows"]]
        assert len(rows) == 10
        assert rows == lines[start + 1 : start + 11]
        assert told["urgent"]["title"] in lines

    def test_the_counts_and_what_is_missing_are_those_of_the_text_report(
        self, told: dict[str, Any], capsys: pytest.CaptureFixture[str]
    ) -> None:
        out = run(capsys, *ASSESS_LETTERS, "--as-of", ON).out
        assert told["title"] in out
        rows = [row for block in told["blocks"] for row in block]
        drawn = [[cell.strip() for cell in line.split("│")[1:-1]] for line in out.splitlines()]
        assert rows
        assert all(list(row) in drawn for row in rows)
        assert told["missing"]
        assert all(line in out for line in (*told["missing"], *told["unconfirmed"]))

    def test_each_row_of_the_table_says_what_the_json_says(
        self, told: dict[str, Any], folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, *ASSESS_LETTERS, "--as-of", ON, "--format", "json")
        cases = json.loads(ran.out)["cases"]
        table = told["table"]
        listed = [
            number
            for piece in table["case_nos"]
            for number in json.loads((folder / "report" / piece).read_text("utf-8"))
        ]
        assert listed == [one["case_no"] for one in cases]
        assert numbers(folder, "number") == list(range(1, 1402))
        standing = numbers(folder, "reply_deadline.status")
        due = numbers(folder, "reply_deadline.due")
        days = numbers(folder, "reply_deadline.days")
        for place, one in enumerate(cases):
            limit = one["limits"].get("reply_deadline")
            if limit is not None and limit["status"] in {"late", "overdue", "met", "open"}:
                assert table["statuses"][standing[place]] == TITLES[limit["status"]]
                assert due[place] == int(limit["due"].replace("-", ""))
                assert days[place] == limit.get("overdue_working_days", 0)

    def test_the_order_by_need_is_that_of_the_report(
        self, told: dict[str, Any], folder: Path
    ) -> None:
        need = numbers(folder, "by_need")
        first = [need.index(place) + 1 for place in range(1, 11)]
        assert first == [one["number"] for one in told["urgent"]["rows"]]
        assert sum(1 for place in need if place) == told["urgent"]["cases"]

    def test_one_case_is_read_again_as_a_register_of_its_own(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        found = report(WORDS, tmp_path)["urgent"]["rows"][0]
        one = str(tmp_path / "one" / "case.json")
        assert registers.case(WORDS, found["number"], one) == {"path": one}
        asked = ("--policy", "online-proxy", "--as-of", ON, "--format", "json")
        alone = json.loads(run(capsys, "assess", one, *asked).out)["cases"]
        whole = json.loads(run(capsys, *ASSESS_LETTERS, *asked).out)["cases"]
        assert alone == [each for each in whole if each["case_no"] == found["case_no"]]

    def test_a_case_is_found_although_nothing_is_held_any_more(self, tmp_path: Path) -> None:
        registers.forget()
        one = tmp_path / "case.json"
        registers.case(WORDS, 2, str(one))
        assert [each["case_no"] for each in json.loads(one.read_text("utf-8"))] == ["166714"]

    def test_a_record_that_there_is_not_is_no_case(self, tmp_path: Path) -> None:
        registers.case(WORDS, 5000, str(tmp_path / "case.json"))
        assert json.loads((tmp_path / "case.json").read_text("utf-8")) == []


TITLES = {"late": "逾期完成", "overdue": "逾期未完成", "met": "按期", "open": "在期"}


class TestHandlingBodies:
    """The column of the handling body is named by whoever reads the register."""

    ROWS = "甲-1,2025-09-01,2025-09-01,  一办  \n甲-2,2025-09-02,2025-09-02,\n"

    def test_its_names_stand_in_the_table(self, tmp_path: Path) -> None:
        words = ["assess", register(tmp_path, self.ROWS), "--policy", "national"]
        report([*words, "--as-of", "2025-09-30"], tmp_path, "承办单位")
        assert texts(tmp_path, "body") == ["一办", ""]
        assert numbers(tmp_path, "day") == [20250901, 20250902]

    def test_without_it_none_is_told(self, tmp_path: Path) -> None:
        words = ["assess", register(tmp_path, self.ROWS), "--policy", "national"]
        told = report([*words, "--as-of", "2025-09-30"], tmp_path)
        assert texts(tmp_path, "body") == ["", ""]
        assert "一办" not in str(told)


class TestRowsThatCannotBeRead:
    """All is refused, or they are set aside and counted."""

    ROWS = "甲-1,2025-09-01,2025-09-01,\n甲-2,2025-13-02,2025-09-02,\n"

    def test_the_report_tells_why_there_is_none(self, tmp_path: Path) -> None:
        path = register(tmp_path, self.ROWS)
        told = report(["assess", path, "--policy", "national"], tmp_path)
        assert told["problem"]["codes"] == ["moment.impossible"]
        assert told["problem"]["text"].startswith("登记表.csv:3:2: 收到日期: ")

    def test_set_aside_they_are_counted_and_told(self, tmp_path: Path) -> None:
        words = ["assess", register(tmp_path, self.ROWS), "--policy", "national"]
        told = report([*words, "--on-error", "skip", "--as-of", "2025-09-30"], tmp_path)
        assert told["set_aside"] == 1
        assert told["table"]["count"] == 1
        assert "登记表.csv:3:2" in told["notes"]

    def test_of_many_the_first_and_the_count_are_told(self, tmp_path: Path) -> None:
        rows = "甲-1,2025-09-01,2025-09-01,\n" + "甲-2,2025-13-02,2025-09-02,\n" * 99
        words = ["assess", register(tmp_path, rows), "--policy", "national"]
        told = report([*words, "--on-error", "mark", "--as-of", "2025-09-30"], tmp_path)
        lines = told["notes"].splitlines()
        assert len(lines) == 51
        assert lines[49] == "…"
        assert told["set_aside"] == 99

    def test_a_refused_row_is_no_case_of_its_own(self, tmp_path: Path) -> None:
        words = ["assess", register(tmp_path, self.ROWS), "--policy", "national"]
        registers.case([*words, "--on-error", "skip"], 2, str(tmp_path / "case.json"))
        assert json.loads((tmp_path / "case.json").read_text("utf-8")) == []


class TestProvisionalDays:
    """Last days that move with the next notice are told as such, case by case."""

    ROWS = "甲-1,2026-12-25,2026-12-25,\n甲-2,2025-09-01,2025-09-01,\n"

    @pytest.fixture
    def told(self, tmp_path: Path) -> dict[str, Any]:
        words = ["assess", register(tmp_path, self.ROWS), "--policy", "national"]
        return report([*words, "--as-of", "2026-12-26", "--soon", "90"], tmp_path)

    def test_they_are_unconfirmed(self, told: dict[str, Any]) -> None:
        assert told["unconfirmed"][-1].startswith("1 件有期限在期，届满日为暂定：")

    def test_the_limit_of_the_case_is_marked_and_no_other(
        self, told: dict[str, Any], tmp_path: Path
    ) -> None:
        assert "notice_deadline.moves" in told["table"]["columns"]
        assert [bool(one) for one in numbers(tmp_path, "notice_deadline.moves")] == [True, False]
        assert numbers(tmp_path, "notice_deadline.due")[1] > 0

    def test_what_is_owed_on_such_a_day_is_marked_too(
        self, told: dict[str, Any], tmp_path: Path
    ) -> None:
        moving, settled = texts(tmp_path, "due")
        assert moving.endswith("（暂定）")
        assert settled[:2] == "20"
        assert "暂定" not in settled
        due = {one["case_no"]: one["cells"][2] for one in told["urgent"]["rows"]}
        assert due == {"甲-1": moving, "甲-2": settled}

    def test_where_all_days_are_settled_there_is_no_such_column(self, tmp_path: Path) -> None:
        words = ["assess", register(tmp_path, "甲-1,2025-09-01,2025-09-01,\n")]
        told = report([*words, "--policy", "national", "--as-of", "2025-09-30"], tmp_path)
        assert not [name for name in told["table"]["columns"] if name.endswith(".moves")]
        assert not [name for name in (tmp_path / "report").iterdir() if name.suffix == ".moves"]


def test_what_is_no_policy_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MisuseError) as caught:
        report(["assess", LETTERS], tmp_path)
    assert [one.code for one in caught.value.faults] == ["cli.policy_needed"]


def test_progress_is_told_of_both_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XINFANG_PROGRESS", "lines")
    told = report(WORDS, tmp_path)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("正在读登记表 0/140")
    assert "评估中 1401/1401" in lines
    assert "评估中" not in told["notes"]
