"""A policy workbook brought back: what it says differently, and nothing else, is in the file."""

from __future__ import annotations

import difflib
from datetime import date
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl.utils.exceptions import IllegalCharacterError

from policy_books import (
    GENERAL,
    LIMITS,
    READINGS,
    SHILI,
    TEN_DAYS,
    TOP,
    URGENT,
    VARIANTS,
    add_clause,
    brought_back,
    changed,
    cite_notice,
    exported,
    fill,
    opened,
    refused,
    ten_days,
)
from strategies_skeleton import skeletons
from xinfang_core.change.importing import imported
from xinfang_core.codec.skeleton import skeleton_text
from xinfang_core.errors import PolicyDataError, RecordError
from xinfang_core.policy import policy_ids
from xinfang_core.policy.files import policy_of, policy_of_files, policy_texts, shipped_texts
from xinfang_core.workbook.policy_reading import read_policy_book
from xinfang_core.workbook.policy_rows import book_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.workbook import Workbook

    from xinfang_core.errors import Fault

FOLDERS = sorted(
    path.parent
    for place in ("examples/localities", "examples/policies", "docs/examples")
    for path in (TOP / place).glob("*/*.toml")
    if path.parent.name != "notices"
)
NEW = "2027-03-01.toml"
WAS = (
    '  { reply_kind = "general", value = 7, unit = "calendar_day", phrase = "7日内答复", '
    'basis = "interpreted", note = "同条并用“工作日”与“日”，故“日”按自然日" },'
)
IS = (
    '  { reply_kind = "general", value = 10, unit = "working_day", clause = "通知2", '
    'phrase = "10个工作日内答复", basis = "stated" },'
)


def _unchanged(texts: Mapping[str, str], folder: Path) -> None:
    """Every edition of a policy comes back as it is."""
    for number, edition in enumerate(policy_of_files(texts).editions):
        made = imported(opened(exported(texts, number), folder), texts)
        assert made.text == texts[edition.file]
        assert made.after is made.before


def _lines(before: str, after: str) -> list[str]:
    """The lines that were taken out and put in."""
    found = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in found if line[:1] in "+-" and line[:3] not in {"+++", "---"}]


class TestWhatNobodyChanged:
    """Export and import: the file is the same, byte for byte."""

    @pytest.mark.parametrize("policy_id", policy_ids())
    def test_every_shipped_policy_comes_back_as_it_is(self, policy_id: str, tmp_path: Path) -> None:
        _unchanged(shipped_texts(policy_id), tmp_path)

    @pytest.mark.parametrize("folder", dict.fromkeys(FOLDERS), ids=lambda path: path.name)
    def test_every_example_comes_back_as_it_is(self, folder: Path, tmp_path: Path) -> None:
        _unchanged(policy_texts(folder), tmp_path)

    @settings(max_examples=10)
    @given(skeletons())
    def test_every_generated_policy_comes_back_as_it_is(self, skeleton: object) -> None:
        text, name = skeleton_text(skeleton), skeleton.file_name  # type: ignore[arg-type, attr-defined]
        try:
            policy_of(text, name)
        except PolicyDataError:
            assume(False)  # noqa: FBT003 - hypothesis has it so
        with TemporaryDirectory() as folder:
            _unchanged({name: text}, Path(folder))

    def test_ends_of_lines_and_the_mark_stay(self, tmp_path: Path) -> None:
        texts = {name: "\ufeff" + text.replace("\n", "\r\n") for name, text in SHILI.items()}
        _unchanged(texts, tmp_path)
        made = brought_back(tmp_path, ten_days, texts)
        assert made.text.startswith("\ufeff#")
        assert made.text.count("\n") == made.text.count("\r\n")

    def test_what_is_the_same_in_other_words_is_no_change(self, tmp_path: Path) -> None:
        def retyped(workbook: Workbook) -> None:
            fill(
                workbook, LIMITS, GENERAL, 取值="\uff17", 单位="calendar_day", 条款=5, 依据=" 解释 "
            )
            fill(workbook, LIMITS, URGENT, 取值=1.0, 原文短语="1个工作日内答复\n")

        made = brought_back(tmp_path, retyped)
        assert made.text == SHILI[NEW]


class TestTheNotice:
    """From 2027-03-01 general matters are answered within 10 working days."""

    def test_only_the_value_and_its_clause_are_written_differently(self, tmp_path: Path) -> None:
        made = brought_back(tmp_path, ten_days)
        assert _lines(SHILI[NEW], made.text) == [
            "+[[clause]]",
            '+id = "通知2"',
            '+locator = "第二条"',
            "+since = 2027-03-01",
            '+text = "一般事项10个工作日内答复"',
            '+encoded_by = ["reply_deadline.limit"]',
            "+",
            f"-{WAS}",
            f"+{IS}",
        ]

    def test_the_changed_file_comes_back_as_it_is(self, tmp_path: Path) -> None:
        made = brought_back(tmp_path, ten_days)
        _unchanged({**SHILI, NEW: made.text}, tmp_path)

    def test_a_clause_that_is_told_by_what_it_is_carried_out_keeps_that(
        self, tmp_path: Path
    ) -> None:
        def told(workbook: Workbook) -> None:
            ten_days(workbook)
            fill(workbook, "条款", "通知2", 落实="答复期限、答复类别.缺省的类别")

        made = brought_back(tmp_path, told)
        assert 'encoded_by = ["reply_deadline", "reply_kind.default"]' in made.text

    def test_a_clause_may_be_set_aside(self, tmp_path: Path) -> None:
        def aside(workbook: Workbook) -> None:
            cite_notice(workbook, 搁置理由="组织保障", 另一来源="补充通知")

        made = brought_back(tmp_path, aside)
        added = made.after.clauses[-1]
        assert (added.set_aside, added.source, added.since) == (
            "组织保障",
            "补充通知",
            date(2027, 3, 1),
        )

    def test_a_clause_is_of_the_notice_of_its_version(self, tmp_path: Path) -> None:
        head = "effective = 2027-03-01\n"
        noticed = SHILI[NEW].replace(head, f'{head}notice = "某某通知"\n')
        made = brought_back(tmp_path, ten_days, {**SHILI, NEW: noticed})
        assert made.after.clauses[-1].source == "某某通知"

    def test_a_known_clause_may_be_told_in_other_words(self, tmp_path: Path) -> None:
        def reworded(workbook: Workbook) -> None:
            fill(workbook, "条款", "9", 转述="经费列入预算", 位置="第九条第一款")

        made = brought_back(tmp_path, reworded)
        assert len(_lines(SHILI[NEW], made.text)) == 4
        assert made.after.clauses[1].text == "经费列入预算"

    def test_what_had_no_number_may_have_one_with_its_unit(self, tmp_path: Path) -> None:
        text = shipped_texts("online-proxy")["undated.toml"]
        texts = {"draft.toml": text.replace('id = "online-proxy"', 'id = "draft"')}

        def capped(workbook: Workbook) -> None:
            cells = {"取值": 45.5, "单位": "元", "说明": "推定为45.5元"}
            fill(workbook, "后续与评价", "incentive.cap", **cells)

        made = brought_back(tmp_path, capped, texts)
        assert _lines(texts["draft.toml"], made.text)[:3] == [
            '-value = "none"',
            '+value = "45.5"',
            '+unit = "yuan"',
        ]

    def test_a_step_a_band_and_a_name_of_a_policy_may_be_changed(self, tmp_path: Path) -> None:
        texts = policy_texts(TOP / "examples" / "localities" / "dachuan")

        def points(workbook: Workbook) -> None:
            parts = "score.solving.part"
            fill(workbook, "自定评分", f"{parts}.acceptance.points", 取值=6, 原文短语="6分")
            fill(workbook, "自定评分", f"{parts}.reply.points", 取值="9", 原文短语="9分")
            fill(workbook, "自定指标", "measure.rated.below.happened step=1", 取值="办结")

        made = brought_back(tmp_path, points, texts)
        assert 'points = { value = 6, unit = "point", phrase = "6分" }' in made.text
        assert 'points = { value = 9, unit = "point", phrase = "9分" }' in made.text
        assert 'below = { happened = ["conclude"] }' in made.text


class TestVariants:
    """What is carried over from the edition before is confirmed in the workbook."""

    def test_a_variant_is_confirmed_for_the_edition(self, tmp_path: Path) -> None:
        def confirm(workbook: Workbook) -> None:
            fill(workbook, READINGS, "working_days", 名称="按工作日计", 本版本仍然有效="是")

        made = brought_back(tmp_path, confirm)
        assert _lines(SHILI[NEW], made.text) == [
            '-title = "“日”按工作日"',
            '+title = "按工作日计"',
            "+confirmed = 2027-03-01",
        ]

        def rename(workbook: Workbook) -> None:
            fill(workbook, READINGS, "working_days", 名称="按工作日")

        renamed = brought_back(tmp_path, rename, {**SHILI, NEW: made.text})
        assert renamed.after.variants["working_days"].confirmed == date(2027, 3, 1)

        def withdraw(workbook: Workbook) -> None:
            fill(workbook, READINGS, "working_days", 本版本仍然有效="否")

        back = brought_back(tmp_path, withdraw, {**SHILI, NEW: made.text})
        assert "confirmed" not in back.text

    def test_a_value_of_a_variant_is_changed_in_the_variant(self, tmp_path: Path) -> None:
        def varied(workbook: Workbook) -> None:
            cite_notice(workbook)
            address = f"variant.working_days.{GENERAL}"
            fill(workbook, VARIANTS, address, **TEN_DAYS)

        made = brought_back(tmp_path, varied)
        before, after = SHILI[NEW].split("[variant")[0], made.text.split("[variant")[0]
        assert not [line for line in _lines(before, after) if line.startswith("-")]
        assert "value = 10" in made.text.split("[variant")[2]


class TestWhatIsRefused:
    """A fault names its cell; nothing is written by halves."""

    def test_a_changed_value_has_to_cite_the_notice(self, tmp_path: Path) -> None:
        def uncited(workbook: Workbook) -> None:
            ten_days(workbook)
            fill(workbook, LIMITS, GENERAL, 条款="9")
            fill(workbook, "条款", "通知2", 搁置理由="另行安排")

        assert refused(tmp_path, uncited) == [("change.not_since", "何时办!G5")]

    def test_without_a_notice_it_is_asked_for(self, tmp_path: Path) -> None:
        def only_value(workbook: Workbook) -> None:
            fill(workbook, LIMITS, GENERAL, 取值=8, 原文短语="8日内答复")

        texts = {**SHILI, NEW: SHILI[NEW].replace("since = 2027-03-01\n", "")}
        assert refused(tmp_path, only_value, texts) == [("change.no_clause", "何时办!G5")]

    def test_a_stated_number_has_to_stand_in_its_phrase(self, tmp_path: Path) -> None:
        def unsaid(workbook: Workbook) -> None:
            ten_days(workbook)
            fill(workbook, LIMITS, GENERAL, 取值=12)

        assert refused(tmp_path, unsaid) == [("phrase.without_number", "何时办!H5")]

    def test_a_reading_needs_a_note(self, tmp_path: Path) -> None:
        def unnoted(workbook: Workbook) -> None:
            ten_days(workbook)
            fill(workbook, LIMITS, GENERAL, 依据="解释")

        assert refused(tmp_path, unnoted) == [("note.missing", "何时办!J5")]

    def test_a_period_needs_its_unit(self, tmp_path: Path) -> None:
        def without_unit(workbook: Workbook) -> None:
            cite_notice(workbook)
            fill(
                workbook,
                LIMITS,
                "reply_deadline.limit reply_kind=investigation",
                **{**TEN_DAYS, "单位": None},
            )

        assert refused(tmp_path, without_unit) == [("key.missing", "何时办!A6")]

    def test_a_clause_that_is_nowhere_is_told_of_its_cell(self, tmp_path: Path) -> None:
        def unknown(workbook: Workbook) -> None:
            fill(workbook, LIMITS, URGENT, 条款="无此条")

        assert refused(tmp_path, unknown) == [("clause.unknown", "何时办!G3")]

    def test_what_a_clause_names_has_to_be_there(self, tmp_path: Path) -> None:
        def misnamed(workbook: Workbook) -> None:
            cite_notice(workbook, 落实="答复期现")
            fill(workbook, "条款", "5", 落实="答复期限；无此规则")

        assert refused(tmp_path, misnamed) == [
            ("clause.unknown_code", "条款!D2"),
            ("clause.unknown_code", "条款!D4"),
        ]

    def test_a_fault_of_a_whole_table_is_told_of_its_first_changed_row(
        self, tmp_path: Path
    ) -> None:
        text = shipped_texts("online-proxy")["undated.toml"]
        texts = {"draft.toml": text.replace('id = "online-proxy"', 'id = "draft"')}

        def unnoted(workbook: Workbook) -> None:
            fill(workbook, "是什么", "reply_kind.default", 说明="归入一般信访事项")
            fill(workbook, LIMITS, URGENT, 说明=None)

        assert refused(tmp_path, unnoted, texts) == [("note.missing", "何时办!J3")]

    def test_a_new_clause_that_nothing_cites_is_named(self, tmp_path: Path) -> None:
        assert refused(tmp_path, cite_notice) == [("book.idle_clause", "条款!D4")]

    def test_a_new_clause_says_where_it_stands_and_what(self, tmp_path: Path) -> None:
        def halved(workbook: Workbook) -> None:
            add_clause(workbook, 转述="只有转述")

        assert refused(tmp_path, halved) == [
            ("book.clause_lacks", "条款!A4"),
            ("book.clause_lacks", "条款!B4"),
        ]

    def test_what_is_wanted_cannot_be_emptied(self, tmp_path: Path) -> None:
        def emptied(workbook: Workbook) -> None:
            fill(workbook, LIMITS, URGENT, 取值=None)
            fill(workbook, "条款", "5", 转述=None)
            fill(workbook, READINGS, "working_days", 名称=None, 本版本仍然有效=None)

        assert refused(tmp_path, emptied) == [
            ("book.emptied", "何时办!E3"),
            ("book.emptied", "条款!C2"),
            ("book.emptied", "变体确认!B2"),
            ("book.emptied", "变体确认!D2"),
        ]

    def test_what_a_table_hands_down_cannot_be_emptied(self, tmp_path: Path) -> None:
        def emptied(workbook: Workbook) -> None:
            fill(workbook, LIMITS, URGENT, 条款=None)

        assert refused(tmp_path, emptied) == [("book.not_taken", "何时办!G3")]

    def test_a_published_version_is_not_changed(self, tmp_path: Path) -> None:
        def cap(workbook: Workbook) -> None:
            fill(workbook, "后续与评价", "incentive.cap", 说明="改说明")

        with pytest.raises(PolicyDataError) as caught:
            brought_back(tmp_path, cap, shipped_texts("online-proxy"))
        assert [fault.code for fault in caught.value.faults] == ["change.published"]

    def test_a_file_that_was_changed_since_the_export_is_left_alone(self, tmp_path: Path) -> None:
        book = changed(exported(SHILI), tmp_path, ten_days)
        texts = {**SHILI, NEW: SHILI[NEW] + "\n# 别人加的\n"}
        with pytest.raises(RecordError) as caught:
            imported(book, texts)
        assert [fault.code for fault in caught.value.faults] == ["book.other_digest"]

    def test_the_edition_has_to_be_there(self, tmp_path: Path) -> None:
        book = opened(exported(SHILI), tmp_path)
        with pytest.raises(RecordError) as caught:
            imported(book, {"2026-01-01.toml": SHILI["2026-01-01.toml"]})
        assert [fault.code for fault in caught.value.faults] == ["book.other_edition"]

    def test_a_first_edition_has_no_notice_to_cite(self, tmp_path: Path) -> None:
        texts = {NEW: SHILI[NEW]}

        def corrected(workbook: Workbook) -> None:
            fill(workbook, LIMITS, GENERAL, 取值=8, 原文短语="8日内答复")

        assert "value = 8" in brought_back(tmp_path, corrected, texts).text


CONTENTS = (
    st.none()
    | st.text(max_size=12)
    | st.sampled_from(["10", "\uff17", "无", "silent", "工作日", "=1+1", "5", "通知2", "解释"])
    | st.integers(-3, 400)
    | st.floats(-2, 99)
    | st.dates(date(2020, 1, 1), date(2030, 1, 1))
    | st.booleans()
)
COLUMNS = ("取值", "单位", "条款", "原文短语", "原文误植", "依据", "说明")


@cache
def _shili() -> bytes:
    return exported(SHILI)


def _typed(cells: list[tuple[str, str, object]], workbook: Workbook) -> None:
    cite_notice(workbook, 搁置理由="示例")
    for address, column, content in cells:
        try:
            fill(workbook, LIMITS, address, **{column: content})
        except IllegalCharacterError:
            assume(False)  # noqa: FBT003


class TestAnythingTyped:
    """Whatever is typed is taken as it stands, or refused with its cell."""

    @settings(max_examples=15)
    @given(
        st.lists(
            st.tuples(st.sampled_from([GENERAL, URGENT]), st.sampled_from(COLUMNS), CONTENTS),
            min_size=1,
            max_size=3,
        )
    )
    def test_it_is_in_the_file_or_its_cell_is_named(
        self, cells: list[tuple[str, str, object]]
    ) -> None:
        with TemporaryDirectory() as name:
            folder = Path(name)
            book = changed(_shili(), folder, partial(_typed, cells))
            faults: tuple[Fault, ...] = ()
            try:
                made = imported(book, SHILI)
            except RecordError as error:
                faults = error.faults
            assert all(fault.file.startswith("book.xlsx ") for fault in faults)
            assert all(fault.line and fault.column for fault in faults)
            if faults:
                return
            again = read_policy_book(book, book_of(made.policy, made.after))
            assert not again.values
            _unchanged({**SHILI, NEW: made.text}, folder)


def test_a_number_may_come_back_as_a_decimal_one(tmp_path: Path) -> None:
    def retyped(workbook: Workbook) -> None:
        fill(workbook, LIMITS, GENERAL, 取值=Decimal("7.0"))

    assert brought_back(tmp_path, retyped).text == SHILI[NEW]
