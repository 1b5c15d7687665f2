"""The page 改规则: what is typed there is taken, refused and written as a policy workbook is."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from command import run
from xinfang_core.errors import MisuseError, PolicyDataError, RecordError
from xinfang_core.policy import policy_ids
from xinfang_desk import changes
from xinfang_desk.change_tables import render_locator

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl.worksheet.worksheet import Worksheet

NEW = ("policy", "new", "online-proxy", "--effective", "2027-03-01", "--notice")
NOTICE = "关于调整办理时限和奖励的通知"
GENERAL = "reply_deadline.limit reply_kind=general"
AWARD = "incentive.amount award_level=resolved"
TEN = {
    "value": "10",
    "unit": "工作日",
    "clause": "t1",
    "phrase": "10个工作日内回复",
    "basis": "原文载明",
    "note": "",
}
THIRTY = {"value": "30", "clause": "t2", "phrase": "奖励30元", "basis": "原文载明", "note": ""}
ADDED = [
    {"id": "t1", "locator": "第一条", "text": "一般信访事项10个工作日内回复"},
    {"id": "t2", "locator": "第二条", "text": "奖励30元"},
]
WHOLE = {
    "cells": {
        "limits": {GENERAL: TEN},
        "follow_through": {AWARD: THIRTY},
        "readings": {"calendar_days": {"confirmed": "是"}},
    },
    "added": ADDED,
}
NOTHING: dict[str, Any] = {"cells": {}, "added": []}


class Desk:
    """An edition that is being changed in a folder of the test."""

    def __init__(self, folder: Path, begin: Callable[[Path], None]) -> None:
        self.folder, self.base = folder / "新版本", folder / "原样"
        begin(self.folder)
        self.opened = changes.opened(str(self.folder), str(self.base))

    @property
    def text(self) -> str:
        """The file of the edition as it is now."""
        return (self.folder / str(self.opened["file"])).read_text("utf-8")

    def typed(self, edits: dict[str, Any]) -> dict[str, Any]:
        """What the page is told once something is typed."""
        old = str(self.opened["old"])
        return dict(changes.amended(str(self.folder), str(self.base), old, edits))


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """The new edition of the guide, nothing changed in it yet."""

    def begin(folder: Path) -> None:
        assert run(capsys, *NEW, NOTICE, "--output", str(folder)).code == 0

    return Desk(tmp_path, begin)


def cell(told: dict[str, Any], sheet: str, key: str, column: str) -> dict[str, Any]:
    """One cell of the tables."""
    rows = next(one["rows"] for one in told["sheets"] if one["name"] == sheet)
    found: dict[str, Any] = next(one for one in rows if one["key"] == key)["cells"][column]
    return found


def filled_in(path: Path) -> None:
    """The workbook with what the page has in ``WHOLE``."""
    book = load_workbook(path)
    clauses = book["条款"]
    free = next(row for row in range(2, clauses.max_row + 1) if not clauses.cell(row, 1).value)
    for row, clause in enumerate(ADDED, free):
        for column, text in enumerate(clause.values(), 1):
            clauses.cell(row, column, text)
    _put(book["何时办"], GENERAL, TEN)
    _put(book["后续与评价"], AWARD, THIRTY)
    _put(book["变体确认"], "calendar_days", {"confirmed": "是"})
    book.save(path)


TITLES = {
    "value": "取值",
    "unit": "单位",
    "clause": "条款",
    "phrase": "原文短语",
    "basis": "依据",
    "note": "说明",
    "confirmed": "本版本仍然有效",
}


def _put(sheet: Worksheet, key: str, typed: dict[str, str]) -> None:
    heads = [one.value for one in sheet[1]]
    row = next(one for one in sheet.iter_rows(min_row=2) if one[0].value == key)
    for column, text in typed.items():
        row[heads.index(TITLES[column])].value = text or None


def test_a_new_edition_is_held_against_the_shipped_one(desk: Desk) -> None:
    assert (desk.opened["old"], desk.opened["file"]) == ("online-proxy", "2027-03-01.toml")
    told = desk.typed(NOTHING)
    assert told["notice"] == NOTICE
    assert told["next"] == {"id": "t1", "locator": "第一条"}
    assert [one["title"] for one in told["sheets"]][:4] == ["条款", "是什么", "由谁办", "何时办"]
    assert not [
        one
        for sheet in told["sheets"]
        for row in sheet["rows"]
        for one in row["cells"].values()
        if "was" in one
    ]


@pytest.mark.parametrize("name", policy_ids())
def test_of_every_policy_nothing_typed_changes_nothing(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("policy", "new", name, "--effective", "2030-01-01", "--notice", NOTICE, "--output")

    def begin(folder: Path) -> None:
        assert run(capsys, *words, str(folder)).code == 0

    desk = Desk(tmp_path, begin)
    before = desk.text
    told = desk.typed(NOTHING)
    assert (told["told"], desk.text, desk.opened["old"]) == ([], before, name)


def test_what_is_typed_gives_the_file_that_the_workbook_gives(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = desk.typed(WHOLE)
    assert "faults" not in told
    by_book, book = tmp_path / "照指南", str(tmp_path / "改动.xlsx")
    assert run(capsys, *NEW, NOTICE, "--output", str(by_book)).code == 0
    assert run(capsys, "policy", "export", str(by_book), "--output", book).code == 0
    filled_in(Path(book))
    assert run(capsys, "policy", "import", book, "--into", str(by_book)).code == 0
    assert desk.text == (by_book / "2027-03-01.toml").read_text("utf-8")


def test_a_changed_cell_tells_what_it_was(desk: Desk) -> None:
    told = desk.typed(WHOLE)
    assert cell(told, "limits", GENERAL, "value") == {
        "text": "10",
        "was": "15",
        "form": "integer",
        "list": -1,
    }
    entries = {one["path"]: one for one in told["difference"]}
    assert {"old": "15个工作日", "new": "10个工作日"}.items() <= entries["reply_deadline.limit"][
        "parts"
    ][0].items()


def test_a_clause_may_be_typed_before_any_value_cites_it(desk: Desk) -> None:
    told = desk.typed({"cells": {}, "added": ADDED})
    assert told["next"] == {"id": "t3", "locator": "第三条"}
    assert [one["id"] for one in told["clauses"] if one["new"]] == ["t1", "t2"]
    assert "尚无取值引用" in desk.text
    desk.typed(WHOLE)
    assert "尚无取值引用" not in desk.text


@pytest.mark.parametrize(
    ("typed", "column", "words"),
    [
        ({"value": "12"}, "phrase", "没有数字 12"),
        ({"value": "十天"}, "value", "十天"),
        ({"value": "2027-03-01"}, "value", "2027-03-01"),
        ({"value": ""}, "value", "空"),
        ({"unit": "光年"}, "unit", "光年"),
        ({"clause": "5"}, "clause", "t1"),
        ({"clause": "t9"}, "clause", "t9"),
        ({"basis": "猜的"}, "basis", "猜的"),
    ],
)
def test_what_the_workbook_refuses_is_refused_at_its_cell(
    desk: Desk, typed: dict[str, str], column: str, words: str
) -> None:
    before = desk.text
    edits = {"cells": {"limits": {GENERAL: {**TEN, **typed}}}, "added": ADDED}
    faults = desk.typed(edits)["faults"]
    assert (faults[0]["sheet"], faults[0]["row"], faults[0]["column"]) == (
        "limits",
        GENERAL,
        column,
    )
    assert words in faults[0]["text"]
    assert desk.text == before


def test_all_that_is_wrong_is_told_at_once(desk: Desk) -> None:
    edits = {
        "cells": {
            "limits": {GENERAL: {**TEN, "value": "x"}},
            "follow_through": {AWARD: {**THIRTY, "value": "y"}},
        },
        "added": [*ADDED, {"id": "t3", "locator": "", "text": "只有转述"}],
    }
    faults = desk.typed(edits)["faults"]
    assert {(one["sheet"], one["column"]) for one in faults} == {
        ("limits", "value"),
        ("follow_through", "value"),
        ("added", "locator"),
    }


def test_a_clause_with_an_id_that_is_taken_is_refused_where_it_is_typed(desk: Desk) -> None:
    taken = {"id": "5", "locator": "第一条", "text": "转述"}
    (fault,) = desk.typed({"cells": {}, "added": [taken]})["faults"]
    assert (fault["sheet"], fault["row"], fault["column"]) == ("added", "5", "id")


def test_taking_a_change_back_is_as_never_having_made_it(desk: Desk) -> None:
    before = desk.text
    desk.typed(WHOLE)
    assert desk.text != before
    desk.typed(NOTHING)
    assert desk.text == before


def test_a_variant_that_keeps_old_values_is_named_until_it_is_confirmed(desk: Desk) -> None:
    edits = {"cells": {"limits": {GENERAL: TEN}}, "added": ADDED[:1]}
    assert "calendar_days" in [one["variant"] for one in desk.typed(edits)["cautions"]]
    assert "calendar_days" not in [one["variant"] for one in desk.typed(WHOLE)["cautions"]]


def test_what_to_confirm_names_no_command_and_the_reading_by_its_title(desk: Desk) -> None:
    edits = {"cells": {"limits": {GENERAL: TEN}}, "added": ADDED[:1]}
    (told,) = (
        one["text"] for one in desk.typed(edits)["cautions"] if one["variant"] == "calendar_days"
    )
    assert told.startswith("答复期限 期限 一般信访事项 由15个工作日改为10个工作日，")
    assert "另一种理解没有跟着改，仍为15日（自然日）：“日”按自然日（calendar_days）。" in told
    assert "policy confirm" not in told


def test_a_workbook_is_laid_over_what_is_typed(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = {
        "cells": {},
        "added": [{"id": "t0", "locator": "第〇条", "text": "别的", "set_aside": "不涉及"}],
    }
    desk.typed(typed)
    book = str(tmp_path / "改动.xlsx")
    assert run(capsys, "policy", "export", str(desk.folder), "--output", book).code == 0
    filled_in(Path(book))
    joined: Any = changes.from_workbook(str(desk.folder), book, typed)
    assert [one["id"] for one in joined["added"]] == ["t0", "t1", "t2"]
    assert set(joined["cells"]) == set(WHOLE["cells"])
    assert "faults" not in desk.typed(joined)
    assert 'value = 10, clause = "t1"' in desk.text


def test_a_workbook_of_another_edition_is_refused(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = str(tmp_path / "别的.xlsx")
    assert run(capsys, "policy", "export", "yubei", "--output", book).code == 0
    with pytest.raises(RecordError, match="yubei"):
        changes.from_workbook(str(desk.folder), book, NOTHING)


def test_what_the_workbook_says_twice_counts_once_and_last(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = {
        "cells": {"limits": {GENERAL: {**TEN, "phrase": "改为10个工作日"}}},
        "added": ADDED[:1],
    }
    desk.typed(typed)
    book = tmp_path / "改动.xlsx"
    assert run(capsys, "policy", "export", str(desk.folder), "--output", str(book)).code == 0
    made = load_workbook(book)
    _put(made["何时办"], GENERAL, {"phrase": "10个工作日内回复"})
    made.save(book)
    joined: Any = changes.from_workbook(str(desk.folder), str(book), typed)
    assert joined["cells"]["limits"][GENERAL]["phrase"] == "10个工作日内回复"
    assert joined["cells"]["limits"][GENERAL]["value"] == "10"


def test_a_saved_edition_alone_is_taken_up_with_the_shipped_ones(
    desk: Desk, tmp_path: Path
) -> None:
    desk.typed(WHOLE)

    def begin(folder: Path) -> None:
        folder.mkdir()
        (folder / "2027-03-01.toml").write_bytes(desk.text.encode())

    (tmp_path / "再来").mkdir()
    again = Desk(tmp_path / "再来", begin)
    assert again.opened["old"] == "online-proxy"
    assert sorted(one.name for one in again.folder.iterdir()) == ["2027-03-01.toml", "undated.toml"]
    # What it cites already came with it.
    assert "faults" not in again.typed(
        {"cells": {"limits": {GENERAL: {"value": "12", "phrase": "12个工作日"}}}, "added": []}
    )


def test_the_next_edition_of_ones_own_is_held_against_the_one_before(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.typed(WHOLE)

    def begin(folder: Path) -> None:
        words = (
            "policy",
            "new",
            str(desk.folder),
            "--effective",
            "2028-01-01",
            "--notice",
            "又一份",
        )
        assert run(capsys, *words, "--output", str(folder)).code == 0

    (tmp_path / "次年").mkdir()
    later = Desk(tmp_path / "次年", begin)
    assert later.opened["old"] == f"{later.folder}@2027-12-31"
    assert [one["path"] for one in later.typed(NOTHING)["difference"]][:1] == ["policy.effective"]


def test_a_first_edition_is_held_against_none(tmp_path: Path) -> None:
    shili = Path("docs/examples/shili")
    first = min(shili.glob("*.toml"), key=lambda one: one.name)

    def begin(folder: Path) -> None:
        folder.mkdir()
        (folder / first.name).write_bytes(first.read_bytes())

    desk = Desk(tmp_path, begin)
    assert (desk.opened["old"], desk.opened["examples"]) == ("", "")
    assert desk.typed(NOTHING)["difference"] == []


def test_a_published_edition_is_not_changed(tmp_path: Path) -> None:
    shipped = Path("src/xinfang_core/policies/online-proxy/undated.toml")

    def begin(folder: Path) -> None:
        folder.mkdir()
        (folder / shipped.name).write_bytes(shipped.read_bytes())

    with pytest.raises(PolicyDataError, match="已经发布"):
        Desk(tmp_path, begin)


def test_the_archive_of_all_editions_has_the_same_bytes_each_time(
    desk: Desk, tmp_path: Path
) -> None:
    made = []
    for name in ("a.zip", "b.zip"):
        changes.packed(str(desk.folder), str(tmp_path / name))
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    with ZipFile(io.BytesIO(made[0])) as archive:
        assert archive.namelist() == ["2027-03-01.toml", "undated.toml"]
        assert archive.read("2027-03-01.toml").decode() == desk.text


def test_the_archive_is_taken_up_again(desk: Desk, tmp_path: Path) -> None:
    desk.typed(WHOLE)

    def begin(folder: Path) -> None:
        folder.mkdir()
        changes.packed(str(desk.folder), str(folder / "保存的.zip"))
        changes.unpacked(str(folder / "保存的.zip"), str(folder))

    (tmp_path / "再来").mkdir()
    again = Desk(tmp_path / "再来", begin)
    assert again.text == desk.text
    assert sorted(one.name for one in again.folder.iterdir()) == ["2027-03-01.toml", "undated.toml"]


@pytest.mark.parametrize("names", [(), ("说明.txt",), tuple(f"{n}.toml" for n in range(201))])
def test_an_archive_without_policy_files_is_refused_by_its_name(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    path = tmp_path / "别的.zip"
    with ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    with pytest.raises(MisuseError, match=r"^别的\.zip：不是工作台保存的压缩包"):
        changes.unpacked(str(path), str(tmp_path))
    path.write_bytes(b"PK")
    with pytest.raises(MisuseError, match=r"^别的\.zip"):
        changes.unpacked(str(path), str(tmp_path))


def test_what_an_archive_holds_is_written_beside_it_and_nowhere_else(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.zip", tmp_path / "里"
    folder.mkdir()
    with ZipFile(path, "w") as archive:
        archive.writestr("../../外面.toml", "x")
    changes.unpacked(str(path), str(folder))
    assert [one.name for one in folder.iterdir()] == ["外面.toml"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "第一条"),
        (10, "第十条"),
        (12, "第十二条"),
        (20, "第二十条"),
        (21, "第二十一条"),
        (100, "第100条"),
    ],
)
def test_the_place_of_the_next_clause_is_written_as_documents_write_it(
    number: int, words: str
) -> None:
    assert render_locator(number) == words
