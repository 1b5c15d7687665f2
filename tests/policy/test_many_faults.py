"""However many faults a file has, they are all told, in a time that grows with the file."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest

from policy_texts import filling, written
from xinfang_core.errors import PolicyDataError
from xinfang_core.policy import read_policy
from xinfang_core.policy.location import MOST_SUGGESTIONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from xinfang_core.errors import Fault

HEAD = """\
[policy]
id = "many"
title = "某办法"
effective = "undated"
picked_by = "register"
transition = "自始适用"

"""
CITED = 'clause = "1"\nbasis = "stated"\n'


def rows(count: int, row: Callable[[int], str]) -> str:
    """A list of rows."""
    return "".join(f"  {row(number)},\n" for number in range(count)) + "]\n"


def repeated(count: int, text: str) -> str:
    """A text again and again, each with its number in place of ``@``."""
    return "".join(text.replace("@", str(number)) for number in range(count))


WRONG: dict[str, Callable[[int], str]] = {
    "clauses": lambda count: HEAD + repeated(count, "[[clause]]\nid = @\nfoo = 1\n"),
    "clauses of one id": lambda count: (
        HEAD + repeated(count, '[[clause]]\nid = "1"\nlocator = "一"\ntext = "一"\n')
    ),
    "names of rules": lambda count: (
        HEAD + '[[clause]]\nid = "1"\nencoded_by = [\n' + rows(count, lambda n: f'"reply{n}"')
    ),
    "unknown tables": lambda count: HEAD + repeated(count, "[reply_deadlin@.x]\nvalue = 1\n"),
    "unknown keys": lambda count: HEAD + "[reply_kind.default]\n" + repeated(count, "k@ = 1\n"),
    "cells": lambda count: (
        HEAD
        + "[reply_deadline.limit]\ncells = [\n"
        + rows(count, lambda n: f'{{ reply_kind = "u{n}", value = "x", clase = {n} }}')
    ),
    "cells given twice": lambda count: (
        HEAD
        + f'[reply_deadline.limit]\nunit = "working_day"\n{CITED}cells = [\n'
        + rows(count, lambda n: f'{{ reply_kind = "urgent", value = {n}, phrase = "p" }}')
    ),
    "steps": lambda count: (
        HEAD + f"[visit_guidance.acts]\n{CITED}steps = [\n" + rows(count, lambda n: f'"s{n}"')
    ),
    "bands": lambda count: (
        HEAD
        + f"[copied_notice.reached]\n{CITED}bands = [\n"
        + rows(count, lambda n: f'{{ from = {n}, value = "x" }}')
    ),
    "variants": lambda count: HEAD + repeated(count, "[variant.v@]\nfoo = 1\n"),
    "what it fills in": lambda count: (
        filling()
        + f"[copied_notice.reached]\n{CITED}bands = [\n"
        + rows(count, lambda n: f'{{ from = {n}, value = "x" }}')
    ),
}


def faults_in(folder: Path, text: str) -> tuple[float, tuple[Fault, ...]]:
    """The seconds that reading a file takes, and its faults."""
    path = written(folder / "p", undated=text) / "undated.toml"
    begin = process_time()
    with pytest.raises(PolicyDataError) as caught:
        read_policy(path)
    return process_time() - begin, caught.value.faults


@pytest.mark.parametrize("kind", WRONG)
def test_every_fault_is_told_and_each_once(tmp_path: Path, kind: str) -> None:
    _, found = faults_in(tmp_path, WRONG[kind](250))
    assert len(found) >= 250
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("kind", ["clauses", "what it fills in"])
def test_eight_times_the_faults_take_about_eight_times_as_long(tmp_path: Path, kind: str) -> None:
    short, long = (
        min(faults_in(tmp_path, WRONG[kind](count))[0] for _ in range(2)) for count in (500, 4000)
    )
    # Where each was compared with all before it, it was twenty times and more.
    assert long < 14 * short + 0.05


def test_the_nearest_name_is_told_for_the_first_unknown_ones(tmp_path: Path) -> None:
    _, faults = faults_in(tmp_path, WRONG["unknown tables"](50))
    near = [fault.code == "key.unknown_near" for fault in faults]
    assert near == [True] * MOST_SUGGESTIONS + [False] * 30
    assert all("reply_deadlin" in fault.text() for fault in faults)


def test_many_files_of_one_day_are_told_once_each(tmp_path: Path) -> None:
    folder = tmp_path / "p"
    for number in range(20):
        written(folder, **{f"某{number:02}": HEAD + "# x\n"})
    with pytest.raises(PolicyDataError) as caught:
        read_policy(folder)
    assert [fault.code for fault in caught.value.faults] == ["policy.same_day"] * 19
    assert {dict(fault.facts)["other"] for fault in caught.value.faults} == {"某00.toml"}
