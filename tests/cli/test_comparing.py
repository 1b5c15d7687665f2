"""``xinfang policy diff`` and ``xinfang policy impact``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from command import LETTERS, run
from editions import NOTICE, PROXY, changed
from policy_texts import written

if TYPE_CHECKING:
    from pathlib import Path

LATER = changed(PROXY, ('effective = "undated"', "effective = 2027-03-01"), *NOTICE)
MAPPED = ("--column", "accepted_at=received_at", "--as-of", "2020-01-31")
REGISTER = """\
case_no,registered_at,received_at,accepted_at,category
甲-1,2025-03-03,2025-03-03,2025-03-03,general
甲-2,2025-13-03,2025-03-03,2025-03-03,general
"""


@pytest.fixture
def own(tmp_path: Path) -> str:
    """An office's own policy in two versions."""
    return str(written(tmp_path / "own", undated=PROXY, f2027_03_01=LATER))


@pytest.fixture
def cases(tmp_path: Path) -> str:
    """A small register, of which a row cannot be read."""
    path = tmp_path / "cases.csv"
    path.write_text(REGISTER, "utf-8")
    return str(path)


class TestDiff:
    """Two versions side by side."""

    def test_the_newest_version_is_meant_where_no_day_is_told(
        self, own: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, "policy", "diff", f"{own}@2026-01-01", own)
        assert (ran.code, ran.err) == (0, "")
        assert "共 4 处不同：变动 3、新增 1" in ran.out
        assert "reply_deadline.limit" in ran.out

    def test_the_same_version(self, own: str, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, "policy", "diff", own, own)
        assert ran.out.endswith("没有不同\n")

    @pytest.mark.parametrize(
        ("form", "told"),
        [("markdown", "| 变动 | 位置 |"), ("html", "<!DOCTYPE html>"), ("json", '"entries": [')],
    )
    def test_forms(
        self, own: str, form: str, told: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, "policy", "diff", f"{own}@2026-01-01", own, "--format", form)
        assert (ran.code, told in ran.out) == (0, True)

    def test_into_a_file(
        self, own: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "d.html"
        asked = ("--format", "html", "--output", str(path))
        ran = run(capsys, "policy", "diff", "gongshu", own, *asked)
        assert (ran.code, ran.out) == (0, "")
        assert "这是两个办法（gongshu、elsewhere）" in path.read_text("utf-8")

    def test_a_day_before_the_first_version(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        one = str(written(tmp_path / "later", f2027_03_01=LATER))
        ran = run(capsys, "policy", "diff", f"{one}@2026-01-01", one)
        assert ran.code == 2
        assert "2027-03-01" in ran.err

    @pytest.mark.parametrize("name", ["undated.toml", "2027-03-01.toml"])
    def test_never_over_what_it_reads(
        self, own: str, name: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        asked = ("policy", "diff", "online-proxy", own, "--output", f"{own}/{name}")
        assert run(capsys, *asked).code == 2
        asked = ("policy", "diff", own, "online-proxy", "--output", f"{own}/{name}")
        assert run(capsys, *asked).code == 2


class TestImpact:
    """Past cases, judged as if under each version."""

    def test_the_letters_of_the_mayor(self, own: str, capsys: pytest.CaptureFixture[str]) -> None:
        asked = ("--cases", LETTERS, *MAPPED, "--format", "json")
        ran = run(capsys, "policy", "impact", f"{own}@2026-01-01", own, *asked)
        told = json.loads(ran.out)
        assert (told["cases"], told["changed"], told["undecided"]) == (1401, 1014, 387)
        assert (len(told["late"]), told["overdue"], told["picked"]) == (136, [], 0)
        assert told["rules"][0]["days"][6] == {"days": -7, "cases": 841}

    def test_as_text_with_the_rows_that_cannot_be_read(
        self, own: str, cases: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        asked = ("--cases", cases, "--as-of", "2025-03-19")
        ran = run(capsys, "policy", "impact", f"{own}@2026-01-01", own, *asked)
        assert ran.code == 0
        assert "另有 1 行读不了，没有计入：registered_at 1" in ran.out
        assert "在办而只在现在的版本下逾期的 1 件：甲-1" in ran.out
        assert "提前7天" in ran.out
        assert "其中 1 条有误" in ran.err

    def test_every_row_has_to_be_read_where_that_is_asked(
        self, own: str, cases: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        asked = ("--cases", cases, "--as-of", "2025-03-19", "--on-error", "fail")
        assert run(capsys, "policy", "impact", own, own, *asked).code == 2

    @pytest.mark.parametrize(("form", "told"), [("markdown", "## 各条规则"), ("html", "<svg ")])
    def test_forms(
        self, own: str, cases: str, form: str, told: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        asked = ("--cases", cases, "--as-of", "2025-03-19", "--format", form)
        ran = run(capsys, "policy", "impact", f"{own}@2026-01-01", own, *asked)
        assert (ran.code, told in ran.out) == (0, True)

    def test_today_is_the_day_unless_another_one_is_named(
        self, own: str, cases: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, "policy", "impact", own, own, "--cases", cases)
        assert "上海当天" in ran.err

    def test_a_variant_of_both(
        self, own: str, cases: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        asked = ("--cases", cases, "--as-of", "2025-03-19", "--variant", "calendar_days")
        ran = run(capsys, "policy", "impact", f"{own}@2026-01-01", own, *asked)
        assert "elsewhere@2027-03-01[calendar_days]" in ran.out
        assert "0 件结论有变动" in ran.out

    def test_a_variant_of_one(
        self, own: str, cases: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        asked = ("--cases", cases, "--as-of", "2025-03-19", "--variant", "calendar_days")
        ran = run(capsys, "policy", "impact", "gongshu", own, *asked)
        assert "现在：elsewhere@2027-03-01[calendar_days]" in ran.out
        assert "原来：gongshu@undated+" in ran.out

    def test_a_variant_of_neither(
        self, own: str, cases: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, "policy", "impact", own, own, "--cases", cases, "--variant", "x")
        assert (ran.code, "calendar_days" in ran.err) == (2, True)

    def test_never_over_the_register(
        self, own: str, cases: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, "policy", "impact", own, own, "--cases", cases, "--output", cases)
        assert ran.code == 2

    def test_two_runs_say_the_same(
        self, own: str, cases: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        asked = ("--cases", cases, "--as-of", "2025-03-19", "--format", "html")
        first, second = (
            run(capsys, "policy", "impact", f"{own}@2026-01-01", own, *asked) for _ in range(2)
        )
        assert first.out == second.out


class TestGaps:
    """Which cases a policy says nothing about."""

    @pytest.mark.parametrize(
        ("form", "told"),
        [
            ("text", "评价期限"),
            ("markdown", "| 位置 | 空缺 |"),
            ("html", "<h1>online-proxy@undated 的空缺</h1>"),
            ("json", '"gaps": ['),
        ],
    )
    def test_forms(self, form: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, "policy", "gaps", "online-proxy", "--format", form)
        assert (ran.code, told in ran.out) == (0, True)

    def test_a_policy_without_gaps(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        text = PROXY[: PROXY.index("[[clause]]")] + (
            '[[clause]]\nid = "1"\nlocator = "一"\ntext = "一"\nset_aside = "没有数值"\n'
        )
        ran = run(capsys, "policy", "gaps", str(written(tmp_path / "p", undated=text)))
        assert "没有空缺：每一种情形都有取值" in ran.out

    def test_a_file_with_a_gap_is_refused_with_a_sample(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        cell = '  { reply_kind = "consultation", value = 5, phrase = "咨询类事项5日内回复" },\n'
        one = str(written(tmp_path / "p", undated=changed(PROXY, (cell, ""))))
        ran = run(capsys, "policy", "gaps", one)
        assert ran.code == 2
        assert "例如：答复类别为咨询类事项的情形没有取值" in ran.err
