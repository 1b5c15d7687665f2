"""The example in Java: it streams requests, and takes answers, errors and what made them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hosting import java

if TYPE_CHECKING:
    from pathlib import Path

GOOD = {"received_at": "2025-09-30", "accepted_at": "2025-09-30", "category": "urgent"}


def test_answers_and_errors_come_in_the_order_of_requests(tmp_path: Path) -> None:
    sent = [{"case_no": f"甲“\\{number}", **GOOD} for number in range(3)]
    lines = [json.dumps(one, ensure_ascii=number == 1) for number, one in enumerate(sent)]
    requests = tmp_path / "requests.jsonl"
    requests.write_text("\n".join([lines[0], "{", lines[1], '{"case_no": 1}', lines[2]]), "utf-8")
    ran = java(tmp_path, requests, "online-proxy", "2025-12-01")
    replies = [line for line in ran.stdout.splitlines() if "\treply_deadline\t" in line]
    assert replies == [f"{one['case_no']}\treply_deadline\toverdue\t2025-10-09" for one in sent]
    assert "第 2 个请求：2:2: " in ran.stderr
    assert "读不了的 1 个，来历 " in ran.stderr
    assert ran.returncode == 0


def test_a_stream_longer_than_any_pipe_does_not_lock(tmp_path: Path) -> None:
    requests = tmp_path / "requests.jsonl"
    with requests.open("w", encoding="utf-8") as stream:
        for number in range(2000):
            stream.write(json.dumps({"case_no": str(number), **GOOD}) + "\n")
    ran = java(tmp_path, requests, "online-proxy", "2025-12-01")
    replies = [line for line in ran.stdout.splitlines() if "\treply_deadline\t" in line]
    assert [line.partition("\t")[0] for line in replies] == [*map(str, range(2000))]


def test_what_ends_the_command_ends_the_program(tmp_path: Path) -> None:
    requests = tmp_path / "requests.jsonl"
    requests.write_text(json.dumps({"case_no": "甲-1", **GOOD}), "utf-8")
    ran = java(tmp_path, requests, "onlin-proxy", "2025-12-01")
    assert ran.returncode == 2
    assert "没有名为“onlin-proxy”的办法" in ran.stderr
