"""``xinfang assess`` and ``calendar recheck`` with registers in workbooks, and answers in them."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from command import notice_file, register, run
from workbooks import HEAD, changed, run_program, save, sheet_of
from xinfang_core.workbook.opening import open_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from command import Ran
    from xinfang_core.workbook.cells import Sheet

DAY = date(2025, 9, 22)
ROWS = (
    HEAD,
    ("甲-1", DAY, DAY, DAY, date(2025, 10, 9), "紧急事项"),
    ("甲-2", DAY, DAY, DAY, None, "consultation"),
)
BAD = (*ROWS, ("甲-3", DAY, "昨天张三"), ("甲-4", DAY))


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register in a workbook, in the folder that one stands in."""
    monkeypatch.chdir(tmp_path)
    return save(sheet_of(ROWS), tmp_path / "台账.xlsx")


def assess(capsys: pytest.CaptureFixture[str], *options: str, file: str = "台账.xlsx") -> Ran:
    asked = ("--policy", "online-proxy", "--as-of", "2025-11-03")
    return run(capsys, "assess", file, *asked, *options)


def answers(path: Path) -> Sheet:
    return open_workbook(path).sheets[0]


def column(sheet: Sheet, header: str) -> dict[int, Any]:
    """The cells below a header, by their rows."""
    (at,) = [cell.column for cell in sheet.rows[0].cells if cell.value == header]
    return {cell.row: cell.value for cell in sheet if cell.column == at and cell.row > 1}


@pytest.mark.usefixtures("book")
class TestReading:
    """A workbook is a register like any other."""

    @pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv"])
    def test_it_is_answered_in_every_format(
        self, capsys: pytest.CaptureFixture[str], form: str
    ) -> None:
        ran = assess(capsys, "--format", form)
        assert ran.code == 0
        assert "甲-2" in ran.out
        assert ran.err == "未使用的列：备注\n"

    def test_answers_are_those_of_the_same_register_in_csv(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        rows = [(*row, *("",) * (len(HEAD) - len(row))) for row in ROWS]
        lines = [",".join("" if one is None else str(one) for one in row) for row in rows]
        register(tmp_path, "\n".join(lines), "r.csv")
        plain = assess(capsys, "--format", "json", file="r.csv")
        assert (plain.code, plain.out) == (0, assess(capsys, "--format", "json").out)

    def test_a_sheet_is_for_workbooks_only(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = assess(capsys, "--sheet", "甲", file=register(tmp_path))
        assert (ran.code, ran.err) == (2, "register.csv: --sheet: --sheet 只用于 Excel 工作簿\n")

    def test_faults_name_the_cell_and_hide_what_is_personal(
        self, book: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        save(sheet_of(BAD), book)
        ran = assess(capsys)
        assert ran.code == 2
        hint, fault = ran.err.splitlines()
        assert hint.startswith("台账.xlsx: 有的内容可能涉及个人")
        assert fault.startswith("台账.xlsx 台账!C4: 收到日期: 须为日期或者时刻")
        assert "张三" not in ran.err

    def test_refused_rows_are_listed_by_their_rows(
        self, book: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        save(sheet_of(BAD), book)
        ran = assess(capsys, "--on-error", "skip", "--errors", "坏.csv", "--format", "jsonl")
        assert ran.code == 0
        listed = book.with_name("坏.csv").read_text("utf-8-sig").splitlines()
        assert listed[1].startswith("3,4,甲-3,收到日期,moment.not_one,")
        marked = assess(capsys, "--on-error", "mark", "--format", "jsonl").out
        told = [one for one in map(json.loads, marked.splitlines()) if "error" in one]
        assert [(one["line"], one["case_no"]) for one in told] == [(4, "甲-3")]
        assert told[0]["error"]["errors"][0]["column"] == 3

    @pytest.mark.parametrize(
        ("name", "content"), [("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), ("a.xlsx", b"a,b")]
    )
    def test_another_file_is_told(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes
    ) -> None:
        (tmp_path / name).write_bytes(content)
        ran = assess(capsys, file=name)
        assert ran.code == 2
        assert "另存为 .xlsx" in ran.err

    def test_cases_whose_dates_move_are_found(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        late = date(2027, 9, 24)
        save(
            sheet_of([HEAD, ("甲-1", late, late, late, None, "consultation")]),
            tmp_path / "台账.xlsx",
        )
        asked = ("calendar", "recheck", "台账.xlsx", "--sheet", "台账", "--policy", "online-proxy")
        ran = run(capsys, *asked, "--new", notice_file(tmp_path), "--as-of", "2027-09-25")
        assert ran.code == 0
        assert "甲-1" in ran.out


class TestWriting:
    """``--format xlsx``: the answers stand in a copy of the workbook."""

    def test_a_copy_has_the_answers(self, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
        before = book.read_bytes()
        ran = assess(capsys, "--format", "xlsx", "--output", "结果.xlsx", "--fail-on", "overdue")
        assert (ran.code, ran.out, book.read_bytes()) == (1, "", before)
        sheet = answers(book.with_name("结果.xlsx"))
        assert column(sheet, "答复期限：状态") == {2: "逾期完成", 3: "逾期未完成"}
        # By the calendar on the wall: Sunday the 28th is worked.
        due = {2: date(2025, 9, 23), 3: date(2025, 9, 28)}
        assert column(sheet, "答复期限：届满日") == due
        assert column(sheet, "信访件编号") == {2: "甲-1", 3: "甲-2"}

    def test_what_is_owed_comes_first_and_own_limits_before_national_ones(
        self, book: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert assess(capsys, "--format", "xlsx", "--output", "结果.xlsx").code == 0
        sheet = answers(book.with_name("结果.xlsx"))
        told = [cell.value for cell in sheet.rows[0].cells]
        assert told.index("待办") < told.index("问题") < told.index("办法")
        assert told.index("答复期限：状态") < told.index("办理期限：状态")

    def test_in_english_with_all_columns(
        self, book: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        options = ("--labels", "en", "--columns", "all", "--soon", "3")
        ran = assess(capsys, "--format", "xlsx", "--output", "结果.xlsx", *options)
        assert ran.code == 0
        assert column(answers(book.with_name("结果.xlsx")), "reply_deadline_status")[3] == "overdue"

    def test_rows_that_are_set_aside_say_why(
        self, book: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        save(sheet_of(BAD), book)
        ran = assess(capsys, "--on-error", "skip", "--format", "xlsx", "--output", "结果.xlsx")
        assert ran.code == 0
        why = column(answers(book.with_name("结果.xlsx")), "没有评估的原因")
        assert [*why] == [4]
        assert why[4].startswith("C4: 收到日期: 须为日期或者时刻")

    def test_a_register_of_text_gets_a_workbook_of_its_own(
        self, book: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        bad = "case_no,received_at,registered_at\n=1,2025-09-22,2025-09-22\n甲-2,昨天,2025-09-22\n"
        register(book.parent, bad, "r.csv")
        options = ("--format", "xlsx", "--output", "结果.xlsx", "--on-error", "skip")
        assert assess(capsys, *options, file="r.csv").code == 0
        sheet = answers(book.with_name("结果.xlsx"))
        assert sheet.name == "评估结果"
        assert column(sheet, "信访件编号") == {2: "=1", 3: "甲-2"}
        assert column(sheet, "没有评估的原因")[3].startswith("3:2: received_at: ")
        assert sorted(column(sheet, "评估日")) == [2]

    def test_a_case_without_a_place_says_why_all_the_same(
        self, book: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        book.with_name("r.json").write_text('[{"case_no": "1", "events": 5}]', "utf-8")
        options = ("--format", "xlsx", "--output", "结果.xlsx", "--on-error", "skip")
        assert assess(capsys, *options, file="r.json").code == 0
        why = column(answers(book.with_name("结果.xlsx")), "没有评估的原因")
        assert why[2].startswith("[0].events: ")

    def test_it_goes_to_a_file(self, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
        ran = assess(capsys, "--format", "xlsx")
        assert ran.code == 2
        assert ran.err.endswith("--output: xlsx 要写入文件，请用 --output 指明\n")
        assert book.exists()

    def test_never_over_the_register(self, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
        before = book.read_bytes()
        ran = assess(capsys, "--format", "xlsx", "--output", "台账.xlsx")
        assert (ran.code, book.read_bytes()) == (2, before)
        assert "会覆盖登记表" in ran.err

    def test_nothing_is_left_where_it_cannot_be_written(
        self, book: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = assess(capsys, "--format", "xlsx", "--output", "没有/结果.xlsx")
        assert ran.code == 2
        assert [*book.parent.iterdir()] == [book]

    def test_a_signature_is_told(self, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
        changed(book, **{"_xmlsignatures__sig1.xml": b"<x/>"})
        ran = assess(capsys, "--format", "xlsx", "--output", "结果.xlsx")
        assert "台账.xlsx: 工作簿的数字签名在副本里不再有效" in ran.err

    def test_the_same_bytes_in_any_zone_and_with_any_seed(self, book: Path) -> None:
        made = []
        for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/New_York")):
            output = book.with_name(f"{seed}.xlsx")
            asked = ["assess", str(book), "--policy", "online-proxy", "--as-of", "2025-11-03"]
            asked += ["--format", "xlsx", "--output", str(output)]
            program = f"from xinfang_core.cli import main; main({asked!r})"
            run_program(program, PYTHONHASHSEED=seed, TZ=zone)
            made.append(output.read_bytes())
        assert made[0] == made[1]

    def test_the_same_bytes_whether_lxml_is_there_or_not(self, tmp_path: Path) -> None:
        made = []
        for name, before in (("with", ""), ("without", "import sys; sys.modules['lxml'] = None; ")):
            output = tmp_path / f"{name}.xlsx"
            asked = ["assess", register(tmp_path, "case_no,received_at\n甲-1,2025-09-22\n")]
            asked += ["--policy", "online-proxy", "--as-of", "2025-11-03"]
            asked += ["--format", "xlsx", "--output", str(output)]
            run_program(f"{before}from xinfang_core.cli import main; main({asked!r})")
            made.append(output.read_bytes())
        assert made[0] == made[1]
