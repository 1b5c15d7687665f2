"""``xinfang docs account``: the account of one case of a register, for its readers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from command import TOP, register, run
from made_fonts import needed
from xinfang_core.vocabulary import Audience

if TYPE_CHECKING:
    from pathlib import Path

STORY = str(TOP / "examples" / "stories" / "online-proxy-wrong.json")
ASKED = ("--policy", "online-proxy", "--as-of", "2025-12-04")
ROWS = "case_no,received_at,accepted_at\n甲-1,2026-03-02,2026-03-02\n甲-2,2026-03-03,2026-03-03\n"
NAME, PHONE = "欧阳某某", "13912345678"


def account(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    ran = run(capsys, "docs", "account", *arguments)
    assert ran.code == 0, ran.err
    return ran.out


def case_file(folder: Path, **facts: object) -> str:
    """A file with one case."""
    happened = [{"kind": "receive", "at": "2026-03-02"}, {"kind": "accept", "at": "2026-03-02"}]
    path = folder / "case.json"
    path.write_text(json.dumps([{"case_no": "信-1", **facts, "events": happened}]), "utf-8")
    return str(path)


class TestWhatIsWritten:
    """Markdown on the screen, other formats into files; the same bytes each time."""

    def test_markdown_stands_on_the_screen(self, capsys: pytest.CaptureFixture[str]) -> None:
        out = account(capsys, STORY, *ASKED)
        assert out.startswith("# 期限核算单：代理-2025-0930\n")
        assert "逾期未完成，期限至 2025-12-01，逾期 3 个工作日" in out
        assert out == account(capsys, STORY, *ASKED)

    def test_another_reading_of_the_same_words_stands_beside(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The default reading of “日” favours the office, and the petitioner may not share it."""
        beside = "| “日”按自然日 | 答复期限 |"
        assert beside in account(capsys, STORY, *ASKED)
        other = account(capsys, STORY, *ASKED, "--variant", "calendar_days")
        assert beside not in other
        assert "（默认） | 答复期限 |" in other

    @pytest.mark.parametrize("form", ["html", "docx", "pdf"])
    def test_each_format_has_the_same_bytes_twice(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str
    ) -> None:
        if form == "pdf":
            needed()
        files = [tmp_path / f"{number}.{form}" for number in (1, 2)]
        for file in files:
            account(capsys, STORY, *ASKED, "--format", form, "--output", str(file))
        first, second = (file.read_bytes() for file in files)
        assert first == second
        assert len(first) > 1000

    def test_a_pinned_edition_answers(self, capsys: pytest.CaptureFixture[str]) -> None:
        story = str(TOP / "examples" / "stories" / "national.json")
        out = account(capsys, story, "--policy", "national@2005-05-01", "--as-of", "2026-01-09")
        assert "（national@2005-05-01）" in out

    def test_without_a_day_it_is_today_and_said(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        ran = run(capsys, "docs", "account", case_file(tmp_path), "--policy", "national")
        assert ran.code == 0
        assert "--as-of" in ran.err or "当天" in ran.err


class TestWhichCase:
    """The one that is named, or the only one."""

    def test_one_of_several_is_named_by_its_number(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        asked = ("--policy", "national", "--as-of", "2026-03-04", "--case", "甲-2")
        assert account(capsys, register(tmp_path, ROWS), *asked).startswith("# 期限核算单：甲-2\n")

    def test_where_there_are_several_one_is_to_be_named(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        asked = ("--policy", "national", "--as-of", "2026-03-04")
        ran = run(capsys, "docs", "account", register(tmp_path, ROWS), *asked)
        assert ran.code == 2
        assert "文件里有 2 件，请用 --case 写明是哪一件" in ran.err

    def test_a_number_that_is_there_twice_is_refused(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        twice = register(tmp_path, ROWS.replace("甲-2", "甲-1"))
        asked = ("--policy", "national", "--as-of", "2026-03-04", "--case", "甲-1")
        ran = run(capsys, "docs", "account", twice, *asked)
        assert ran.code == 2
        assert "甲-1" in ran.err

    def test_an_unknown_number_is_refused_with_the_nearest(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        asked = ("--policy", "national", "--as-of", "2026-03-04", "--case", "甲-3")
        ran = run(capsys, "docs", "account", register(tmp_path, ROWS), *asked)
        assert ran.code == 2
        assert "--case: 登记表中没有件号 甲-3" in ran.err


class TestWhoReads:
    """What the readers may not see is masked, or the document refused."""

    @pytest.mark.parametrize("audience", [*Audience.__members__])
    def test_a_person_in_a_number_of_a_case_is_masked(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, audience: str
    ) -> None:
        parties = tmp_path / "parties.json"
        people = [{"role": "accused", "name": NAME, "phone": PHONE}]
        parties.write_text(json.dumps({"people": people}), "utf-8")
        case = case_file(tmp_path, case_class="appeal", case_no=f"{NAME}-{PHONE}")
        out = account(
            *(capsys, case, "--policy", "national", "--as-of", "2026-03-04"),
            *("--audience", audience, "--parties", str(parties)),
        )
        assert PHONE not in out
        assert (NAME in out) == (audience in {"petitioner", "handling_body", "superior"})

    def test_an_accusation_is_not_told_to_the_accused_side(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        for facts in ({"case_class": "accusation"}, {}):
            case = case_file(tmp_path, **facts)
            ran = run(
                *(capsys, "docs", "account", case, "--policy", "national"),
                *("--as-of", "2026-03-04", "--audience", "accused"),
            )
            assert ran.code == 2
            assert ran.out == ""

    def test_it_is_not_written_over_what_it_reads(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        case = case_file(tmp_path)
        ran = run(
            *(capsys, "docs", "account", case, "--policy", "national"),
            *("--as-of", "2026-03-04", "--output", case),
        )
        assert ran.code == 2


def test_a_file_is_needed_before_anything_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "docs", "account", "nowhere.csv", *ASKED, "--format", "docx")
    assert ran.code == 2
    assert "--output" in ran.err
    assert "nowhere" not in ran.err
