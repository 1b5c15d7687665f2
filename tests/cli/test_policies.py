"""``xinfang policy``: what there is, what it says, whether it is sound."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command import TOP, notice_file, run
from policy_texts import SAMPLE
from xinfang_core import policy
from xinfang_core.policy import policy_ids

PACKAGED = Path(policy.__file__).parent.parent / "policies"


def test_the_policies_are_listed_with_versions_and_variants(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ran = run(capsys, "policy", "list")
    assert ran.code == 0
    assert "national@2022-05-01、national@2005-05-01" in ran.out
    assert "变体：calendar_days" in ran.out
    found = json.loads(run(capsys, "policy", "list", "--format", "json").out)
    assert tuple(one["id"] for one in found) == policy_ids()
    assert found[0]["versions"] == ["2022-05-01", "2005-05-01"]


def test_every_value_is_shown_with_its_citation(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "policy", "show", "online-proxy", "--format", "json")
    (shown,) = json.loads(ran.out)
    assert shown["effective"] == "undated"
    urgent = next(
        one for one in shown["values"] if one["keys"] == ["urgent"] and one["variant"] is None
    )
    assert urgent["value"] == {"count": 1, "unit": "working_day"}
    assert urgent["basis"] == "interpreted"
    assert all(one["clause"] and one["basis"] for one in shown["values"])
    assert all(one["note"] or one["basis"] == "stated" for one in shown["values"])


def test_numbers_are_shown_with_what_they_count(capsys: pytest.CaptureFixture[str]) -> None:
    (shown,) = json.loads(run(capsys, "policy", "show", "online-proxy", "--format", "json").out)
    amounts = [one for one in shown["values"] if one["parameter"] == "amount"]
    assert {one["unit"] for one in amounts} == {"yuan"}
    assert {one["unit"] for one in shown["values"] if one["rule"] == "reply_deadline"} == {None}
    assert "│ 10元 " in run(capsys, "policy", "show", "online-proxy").out


def test_the_steps_of_a_ladder_and_its_bands_are_told_apart(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = run(capsys, "policy", "show", "jiuyuan").out
    for words in ("第 1 项", "工作提醒函", "第 4 项", "自 0 起", "原文未载明"):
        assert words in text


def test_a_day_picks_the_version_that_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "policy", "show", "national@2022-04-30")
    assert "信访条例（national@2005-05-01，内容散列 " in ran.out
    assert "2022-05-01" not in ran.out
    assert "60日（自然日）" in ran.out
    both = run(capsys, "policy", "show", "national").out
    assert both.count("national@") == 2


def test_before_the_first_version_there_is_nothing_to_show(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ran = run(capsys, "policy", "show", "national@2005-04-30", "--format", "json")
    assert (ran.code, json.loads(ran.out)) == (0, [])


def test_a_year_of_which_the_notice_is_imported_is_settled(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = str(TOP / "docs" / "examples" / "shili")
    assert "2027 年的放假通知还没有" in run(capsys, "policy", "validate", path).out
    assert run(capsys, "calendar", "import", notice_file(tmp_path)).code == 0
    assert "2027 年的放假通知还没有" not in run(capsys, "policy", "validate", path).out


@pytest.mark.parametrize("name", policy_ids())
def test_the_packaged_policies_are_sound(capsys: pytest.CaptureFixture[str], name: str) -> None:
    ran = run(capsys, "policy", "validate", str(PACKAGED / name))
    assert ran.code == 0
    assert "核对无误" in ran.out
    found = json.loads(
        run(capsys, "policy", "validate", str(PACKAGED / name), "--format", "json").out
    )
    assert found["sound"] is True


def test_an_unsound_file_is_refused_with_every_place(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = (PACKAGED / "online-proxy" / "undated.toml").read_text("utf-8")
    wrong = text.replace('unit = "yuan"', 'unit = "圆"').replace("urgent", "urgnt")
    path = tmp_path / "undated.toml"
    path.write_text(wrong, "utf-8")
    ran = run(capsys, "policy", "validate", str(path))
    assert ran.code == 2
    assert ran.out == ""
    assert all(line.startswith("undated.toml:") for line in ran.err.splitlines())
    assert "是否为“urgent”？" in ran.err
    assert len(ran.err.splitlines()) == text.count("urgent") + text.count('unit = "yuan"')


def test_what_is_to_confirm_is_told_and_ends_in_one(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = (PACKAGED / "online-proxy" / "undated.toml").read_text("utf-8")
    path = tmp_path / "undated.toml"
    path.write_text(text.replace('"奖励20元"', '"奖励20元整"'), "utf-8")
    ran = run(capsys, "policy", "validate", str(path))
    assert ran.code == 1
    head, told = ran.out.splitlines()
    assert head.startswith("online-proxy：1 个版本、")
    assert head.endswith(" 项取值，格式无误，1 处须确认")
    assert told.startswith("警示：online-proxy@undated 已经发布，文件却被改动（现散列 ")
    again = run(capsys, "policy", "validate", str(path), "--format", "json")
    found = json.loads(again.out)
    assert (again.code, found["sound"]) == (1, False)
    (finding,) = found["findings"]
    assert (finding["severity"], finding["code"]) == ("warning", "caution.edited")
    assert finding["facts"]["digest"] == found["digests"]["online-proxy@undated"]
    assert told.endswith(finding["text"])


def test_a_version_of_a_year_without_notice_is_sound_and_says_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = SAMPLE.replace("effective = 2024-03-01", "effective = 2999-01-01")
    path = tmp_path / "2999-01-01.toml"
    path.write_text(text, "utf-8")
    ran = run(capsys, "policy", "validate", str(path))
    assert ran.code == 0
    head, told = ran.out.splitlines()
    assert head.endswith("核对无误")
    assert told.startswith("提示：sample@2999-01-01 施行时，2999 年的放假通知还没有（现已公布至 ")
