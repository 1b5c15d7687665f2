"""``xinfang policy trace``: clause to rule and rule to clause, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from command import run
from policy_texts import SAMPLE, spoiled
from xinfang_core.policy import load_policy, policy_ids


def traced(capsys: pytest.CaptureFixture[str], policy: str) -> dict[str, Any]:
    """The trace as a program gets it."""
    ran = run(capsys, "policy", "trace", policy, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = json.loads(ran.out)
    return found


def saved(folder: Path, text: str = SAMPLE) -> str:
    """The sample as a file."""
    path = folder / "2024-03-01.toml"
    path.write_text(text, "utf-8")
    return str(path)


class TestJson:
    """One object with the clauses, the rules and the counts."""

    def test_a_policy_of_ones_own(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        assert traced(capsys, saved(tmp_path)) == {
            "policy": "sample@2024-03-01",
            "clauses": [
                {
                    "id": "5",
                    "locator": "第五条",
                    "source": "示例办法",
                    "since": None,
                    "text": "四类事项分别在规定期限内回复",
                    "encoded_by": ["reply_kind", "reply_deadline.limit"],
                    "set_aside": None,
                },
                {
                    "id": "6",
                    "locator": "第六条",
                    "source": "示例办法",
                    "since": None,
                    "text": "便民口号",
                    "encoded_by": [],
                    "set_aside": "没有数值",
                },
            ],
            "rules": [
                {"rule": "reply_kind", "clauses": ["5"]},
                {"rule": "reply_deadline", "clauses": ["5"]},
            ],
            "counts": {"clauses": 2, "encoded": 1, "set_aside": 1},
        }

    def test_a_clause_of_another_source(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        text = spoiled(('locator = "第六条"', 'locator = "第六条"\nsource = "另一办法"'))
        path = saved(tmp_path, text)
        assert traced(capsys, path)["clauses"][1]["source"] == "另一办法"
        assert "另一办法" in run(capsys, "policy", "trace", path).out

    @pytest.mark.parametrize("policy_id", policy_ids())
    def test_the_newest_edition_of_each_packaged_policy(
        self, capsys: pytest.CaptureFixture[str], policy_id: str
    ) -> None:
        found, newest = traced(capsys, policy_id), load_policy(policy_id).editions[0]
        assert found["policy"] == newest.label
        assert [one["rule"] for one in found["rules"]] == list(newest.params)
        assert [one["id"] for one in found["clauses"]] == [one.clause_id for one in newest.clauses]

    def test_a_day_picks_the_edition(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert traced(capsys, "national@2022-04-30")["policy"] == "national@2005-05-01"
        assert traced(capsys, "national")["policy"] == "national@2022-05-01"

    def test_what_a_policy_declares_has_its_official_name(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        folder = Path(__file__).parents[2] / "examples" / "localities" / "bayannur"
        ran = run(capsys, "policy", "trace", str(folder))
        assert ran.code == 0
        assert "群众满意率 measure.satisfied" in ran.out

    def test_before_the_first_edition(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert traced(capsys, "national@2005-04-30") == {
            "policy": "national@none",
            "clauses": [],
            "rules": [],
            "counts": {"clauses": 0, "encoded": 0, "set_aside": 0},
        }


class TestText:
    """Two tables in Chinese for an officer, then the counts."""

    def test_a_policy(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        ran = run(capsys, "policy", "trace", saved(tmp_path))
        assert ran.code == 0
        lines = ran.out.splitlines()
        assert lines[0] == "示例办法（sample@2024-03-01）"
        assert lines[-1] == "共 2 条：已落实 1 条，搁置 1 条"
        for words in (
            "四类事项分别在规定期限内回复",
            "答复期限 reply_deadline.limit",
            "搁置：没有数值",
        ):
            assert words in ran.out

    def test_what_a_policy_declares_has_its_official_name(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        folder = Path(__file__).parents[2] / "examples" / "localities" / "bayannur"
        ran = run(capsys, "policy", "trace", str(folder))
        assert ran.code == 0
        assert "群众满意率 measure.satisfied" in ran.out

    def test_before_the_first_edition(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, "policy", "trace", "national@2005-04-30")
        assert ran.code == 0
        assert ran.out == "2005-04-30 尚无施行中的信访条例版本，最早一版自 2005-05-01 起施行\n"

    def test_no_such_policy(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, "policy", "trace", "jiuyan")
        assert (ran.code, ran.out) == (2, "")
        assert "是否为“jiuyuan”？" in ran.err
