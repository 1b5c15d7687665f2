"""Which policy a command line names: an id or a path, what is laid over it, and a day."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from command import REGISTER, run
from policy_texts import FILLING, SAMPLE
from xinfang_core.cli.choice import chosen_policy, policy_in_force, policy_paths
from xinfang_core.errors import MisuseError, UnknownNameError

if TYPE_CHECKING:
    from xinfang_core.policy import Policy

MEASURE = """
[copied_notice.measure]
value = "overdue_working_days"
clause = "补1"
phrase = "逾期工作日"
basis = "stated"
"""
REACHED = """
[copied_notice.reached]
clause = "街1"
basis = "assumed"
note = "试行"
bands = [{ from = 0, value = "none" }, { from = 3, value = "first_copy" }]
"""
STACK = "gongshu+区.toml+街.toml"
LABEL = "gongshu@undated+mouqu@undated+jiedao@2026-03-02"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("区.toml").write_text(FILLING + MEASURE, "utf-8")
    street = FILLING.replace("补1", "街1").replace("mouqu", "jiedao").replace("某区", "某街道")
    street = street.replace('"undated"', "2026-03-02").replace(
        'fills = "gongshu"', 'fills = "mouqu"'
    )
    Path("街.toml").write_text(street + REACHED, "utf-8")
    Path("register.csv").write_text(REGISTER, "utf-8")


def labels(policy: Policy) -> list[str]:
    """The labels of its editions."""
    return [one.label for one in policy.editions]


def switching() -> str:
    """The sample, to which open cases switch."""
    table = '[policy.transition]\nopen_cases = "switch"\ntext = "在办的也适用"\n'
    text = SAMPLE.replace('transition = "自该日起登记的适用"\n', "")
    return text.replace("[[clause]]", f"{table}\n[[clause]]", 1)


class TestLaidOver:
    """“办法+补充文件+补充文件”, wherever a policy is named."""

    def test_each_file_is_laid_over_those_before_it(self) -> None:
        policy, pinned = chosen_policy(STACK)
        assert labels(policy) == [LABEL, "gongshu@undated+mouqu@undated"]
        assert pinned is None

    def test_a_day_pins_the_versions_of_all(self) -> None:
        policy, pinned = chosen_policy(f"{STACK}@2026-03-01")
        assert str(pinned) == "2026-03-01"
        assert len(policy.editions) == 2

    def test_a_path_with_a_plus_in_it_wins(self) -> None:
        Path("a+b").mkdir()
        Path("a+b/2024-03-01.toml").write_text(SAMPLE, "utf-8")
        for text in ("a+b", "a+b@2024-05-01", "a+b/2024-03-01.toml"):
            assert labels(chosen_policy(text)[0]) == ["sample@2024-03-01"]
        Path("区+.toml").write_text(Path("区.toml").read_text("utf-8"), "utf-8")
        assert labels(chosen_policy("gongshu+区+.toml+街.toml")[0])[0] == LABEL

    def test_a_file_with_an_at_in_its_name(self) -> None:
        Path("区@1.toml").write_text(Path("区.toml").read_text("utf-8"), "utf-8")
        policy, pinned = chosen_policy("gongshu+区@1.toml")
        assert (labels(policy), pinned) == (["gongshu@undated+mouqu@undated"], None)

    @pytest.mark.parametrize("text", ["gongshu+", "+区.toml", "gongshu++区.toml", "+"])
    def test_nothing_beside_a_plus(self, text: str) -> None:
        with pytest.raises(MisuseError) as caught:
            chosen_policy(text)
        assert caught.value.text() == (
            f"{text}: “+”的前后须各有一个办法或者补充文件，如 gongshu+补充.toml"
        )

    def test_an_unknown_policy_beneath(self) -> None:
        with pytest.raises(UnknownNameError):
            chosen_policy("gongshou+区.toml")

    def test_the_files_that_it_is_read_from(self) -> None:
        assert policy_paths(STACK) == (Path("区.toml"), Path("街.toml"))
        assert policy_paths("区.toml+街.toml@2026-01-01") == (Path("区.toml"), Path("街.toml"))
        assert policy_paths("gongshu@2026-01-01") == policy_paths("") == ()


class TestADayWithoutAnEdition:
    """Cases are judged by what was in force on the day behind the “@”, or not at all."""

    @pytest.mark.parametrize("words", ["assess", "calendar recheck", "docs account"])
    def test_before_the_first_edition_it_is_refused(
        self, capsys: pytest.CaptureFixture[str], words: str
    ) -> None:
        asked = (*words.split(), "register.csv", "--policy", "national@2005-04-30")
        ran = run(capsys, *asked, *(("--case", "1") if words == "docs account" else ()))
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == (
            "--policy: national@2005-04-30：该日本办法还没有施行，最早的版本自 2005-05-01 起\n"
        )

    @pytest.mark.parametrize("day", ["2005-05-01", "2010-01-01", "2022-04-30"])
    def test_any_later_day_picks_the_edition_that_was_in_force(self, day: str) -> None:
        policy, pinned = policy_in_force(f"national@{day}")
        assert pinned
        assert policy.on(pinned).label == "national@2005-05-01"

    @pytest.mark.parametrize("day", ["1949-10-01", "2022-05-01"])
    def test_an_undated_edition_has_been_in_force_from_the_beginning(self, day: str) -> None:
        policy, pinned = policy_in_force(f"jiuyuan@{day}")
        assert pinned
        assert policy.on(pinned).label.startswith("jiuyuan@undated")


class TestCommands:
    """Every command that takes a policy takes one with files laid over it."""

    def test_assess(self, capsys: pytest.CaptureFixture[str]) -> None:
        asked = ("--as-of", "2025-11-03", "--format", "jsonl")
        ran = run(capsys, "assess", "register.csv", "--policy", f"{STACK}@2026-03-02", *asked)
        assert ran.code == 0
        made, *answers = (json.loads(line) for line in ran.out.splitlines())
        assert set(made["made_by"]["editions"]) == {LABEL, "national@2022-05-01"}
        assert answers[0]["policy"] == f"{LABEL}+national@2022-05-01"

    def test_no_answer_is_written_over_a_file_of_it(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        before = Path("街.toml").read_bytes()
        ran = run(
            *(capsys, "assess", "register.csv", "--policy", STACK, "--as-of", "2025-11-03"),
            *("--format", "csv", "--output", "街.toml"),
        )
        assert ran.code == 2
        assert "街.toml" in ran.err
        assert Path("街.toml").read_bytes() == before

    def test_validate_and_trace(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(capsys, "policy", "validate", STACK).code == 0
        assert LABEL in run(capsys, "policy", "trace", STACK).out
        ran = run(capsys, "policy", "validate", "gongshu+街.toml")
        assert ran.code == 2
        assert ran.err.startswith("街.toml:4:9: policy.fills: 本文件补的是“mouqu”，不在它前面")

    def test_the_tables(self, capsys: pytest.CaptureFixture[str]) -> None:
        asked = ("--dialect", "csv", "--output", "tables")
        assert run(capsys, "export", "tables", "--policy", STACK, *asked).code == 0
        assert LABEL in Path("tables/xf_edition.csv").read_text("utf-8-sig")

    def test_the_tables_tell_that_they_do_not_show_a_switch(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        Path("2024-03-01.toml").write_text(switching(), "utf-8")
        asked = ("--policy", "2024-03-01.toml", "--dialect", "csv", "--output", "tables")
        ran = run(capsys, "export", "tables", *asked)
        assert ran.code == 0
        assert ran.err.startswith("sample@2024-03-01 写明在办事项改用本版：")
        assert run(capsys, "export", "tables", *asked[2:], "--policy", "gongshu").err == ""


class TestShown:
    """``policy show`` says which file gives a value, and what open cases do."""

    def test_the_source_and_file_of_a_filled_value(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, "policy", "show", f"{STACK}@2026-03-02")
        rows = [line.split("│") for line in ran.out.splitlines() if line.count("│") > 4]
        cells = "".join(row[4].strip() for row in rows)
        assert cells.count("某区补充规定（区.toml）第一条“逾期工作日”") == 1
        assert cells.count("某街道补充规定（街.toml）第一条") == 2
        assert "undated.toml" not in cells

    def test_for_a_program(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, "policy", "show", f"{STACK}@2026-03-02", "--format", "json")
        (shown,) = json.loads(ran.out)
        given = {
            one["parameter"]: (one["edition"], one["file"], one["source"])
            for one in shown["values"]
            if one["rule"] == "copied_notice"
        }
        assert given == {
            "steps": ("gongshu@undated", "undated.toml", "拱墅区信访超市和代办制经验材料"),
            "measure": ("mouqu@undated", "区.toml", "某区补充规定"),
            "reached": ("jiedao@2026-03-02", "街.toml", "某街道补充规定"),
            "limit": ("gongshu@undated", "undated.toml", "拱墅区信访超市和代办制经验材料"),
        }
        assert shown["transition"]["open_cases"] == "keep"
        assert shown["transition"]["switch_on"] is None

    def test_the_switch_of_open_cases(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("2024-03-01.toml").write_text(switching(), "utf-8")
        ran = run(capsys, "policy", "show", "2024-03-01.toml")
        assert "2024-03-01 仍在办的，自该日起改用本版（在办的也适用）" in ran.out
        assert "改用" not in run(capsys, "policy", "show", "gongshu").out.splitlines()[1]
