"""The catalogues: every code in both languages, every code in use."""

from __future__ import annotations

import ast
import re
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import pytest

import xinfang_core
from xinfang_core import messages
from xinfang_core.case.moments import SHANGHAI
from xinfang_core.messages import reasons, render, words
from xinfang_core.messages.catalogue import CATALOGUE
from xinfang_core.periods import WorkingDays
from xinfang_core.policy.pack import PARAMS
from xinfang_core.vocabulary import ReplyKind

PACKAGE = Path(xinfang_core.__file__).parent
FILES = [
    import_module(f"{messages.__name__}.{found.name}")
    for found in iter_modules(messages.__path__)
    if found.name != "catalogue"
]


def _names(template: str) -> list[str]:
    return sorted({name for _, name, _, _ in Formatter().parse(template) if name is not None})


@cache
def _parts(path: Path) -> tuple[ast.AST, ...]:
    """Every part of a module's syntax."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def _library() -> list[Path]:
    """The library's modules, the catalogues left out."""
    return [path for path in sorted(PACKAGE.rglob("*.py")) if path.parent.name != "messages"]


def _spoken() -> set[str]:
    """The codes that reasons and faults are made with."""
    return {
        str(node.args[0].value)
        for path in _library()
        for node in _parts(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"Reason", "Fault"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }


def _strings(paths: list[Path]) -> set[str]:
    return {
        node.value
        for path in paths
        for node in _parts(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _beginnings() -> set[str]:
    """What codes begin with that are put together, such as ``view.head.`` and a name."""
    return {
        node.values[0].value
        for path in _library()
        for node in _parts(path)
        if isinstance(node, ast.JoinedStr)
        and isinstance(node.values[0], ast.Constant)
        and isinstance(node.values[0].value, str)
        and re.fullmatch(r"[a-z_]+(\.[a-z_]+)*\.", node.values[0].value)
    }


def _is_made(code: str, strings: set[str], beginnings: set[str]) -> bool:
    """Whether the modules have the code, whole or in parts: ``deadline.text`` and ``_overdue``."""
    if code in strings or any(code.startswith(begin) for begin in beginnings):
        return True
    ends = [one for one in strings if re.fullmatch(r"(_[a-z]+)+", one) and code.endswith(one)]
    return any(_is_made(code.removesuffix(end), strings, beginnings) for end in ends)


DECIDING = (
    *("rules", "assessment", "deadline*", "ladder*", "series*"),
    *("payments*", "workflow*", "decision*"),
)
"""Where every word with a dot in it is a code, whether it is spoken there or handed on."""


def _decided() -> set[str]:
    """The codes that rules and assessments know, those in constants and tables among them."""
    known = {code.partition(".")[0] for code in CATALOGUE}
    paths = [path for part in DECIDING for path in PACKAGE.glob(part)]
    files = [file for path in paths for file in ([path] if path.is_file() else path.rglob("*.py"))]
    found = _strings(files)
    return {
        one
        for one in found
        if re.fullmatch(r"[a-z_]+\.[a-z_]+", one) and one.partition(".")[0] in known
    }


class TestCatalogue:
    """The two languages stand side by side and cannot drift apart."""

    def test_both_templates_speak_of_the_same_facts(self) -> None:
        for chinese, english in CATALOGUE.values():
            assert _names(chinese) == _names(english)
            assert all(name.isidentifier() for name in _names(chinese))

    def test_every_template_says_something_in_its_own_language(self) -> None:
        for chinese, english in CATALOGUE.values():
            assert chinese.strip()
            # A Chinese word may be named in English, such as 工作日 in a rule about phrases.
            assert len(re.findall(r"[\u4e00-\u9fff]", english)) < len(english) / 2

    def test_no_code_stands_in_two_files(self) -> None:
        assert sum(len(file.TEXTS) for file in FILES) == len(CATALOGUE)

    def test_every_code_that_is_made_has_words(self) -> None:
        assert not _spoken() - set(CATALOGUE)

    def test_every_code_that_is_handed_on_has_words(self) -> None:
        decided = _decided()
        assert len(decided) > len(reasons.TEXTS)
        assert not decided - set(CATALOGUE)

    def test_no_words_are_left_over_from_a_message_that_is_gone(self) -> None:
        strings, beginnings = _strings(_library()), _beginnings()
        assert not [code for code in CATALOGUE if not _is_made(code, strings, beginnings)]

    def test_each_rule_and_no_other_has_a_name(self) -> None:
        named = {code.removeprefix("rule.") for code in CATALOGUE if code.startswith("rule.")}
        assert named == set(PARAMS)


class TestWords:
    """Terms and periods in words, dates as ISO, tuples as a list."""

    def test_what_knows_its_own_words_is_asked(self) -> None:
        assert words(ReplyKind.urgent, "zh") == "紧急事项"
        assert words(ReplyKind.urgent, "en") == "urgent"
        assert words(WorkingDays(5), "zh") == "5个工作日"
        assert words(WorkingDays(5), "en") == "5 working day(s)"

    def test_days_and_instants_are_iso_and_a_moment_in_utc8_is_told_by_the_clock(self) -> None:
        assert words(date(2025, 9, 30), "zh") == "2025-09-30"
        instant = datetime(2025, 9, 30, 8, 5)  # noqa: DTZ001
        assert words(instant, "en") == "2025-09-30T08:05:00"
        moment = instant.replace(tzinfo=SHANGHAI)
        assert words(moment, "zh") == "2025-09-30 08:05"
        assert words(moment.replace(second=7), "zh") == "2025-09-30 08:05:07"
        assert words(instant.replace(tzinfo=UTC), "zh") == "2025-09-30 08:05:00+00"

    def test_a_list_is_joined_in_the_manner_of_the_language(self) -> None:
        found = (ReplyKind.urgent, ReplyKind.general)
        assert words(found, "zh") == "紧急事项、一般信访事项"
        assert words(found, "en") == "urgent, general"
        assert words((), "zh") == "无"

    def test_numbers_and_texts_stand_as_they_are(self) -> None:
        assert [words(one, "zh") for one in (Decimal("10.50"), 3, "甲")] == ["10.50", "3", "甲"]


class TestRender:
    """A code and its facts make a sentence; a missing fact is a defect of ours."""

    def test_facts_are_filled_in(self) -> None:
        facts = {"found": 0, "most": 10}
        assert render("period.not_positive", facts, "en").endswith("from 1 to 10, found 0")

    def test_chinese_unless_told_otherwise(self) -> None:
        assert render("deadline.met", {"done": "今日"}) == "已于 今日 完成，在期限内"

    def test_braces_in_a_fact_are_no_template(self) -> None:
        assert render("value.not_text", {"found": "{x}"}, "en") == "a text is wanted, found {x}"

    @pytest.mark.parametrize(("code", "facts"), [("no.such", {}), ("deadline.met", {})])
    def test_an_unknown_code_or_a_missing_fact_is_refused(
        self, code: str, facts: dict[str, object]
    ) -> None:
        with pytest.raises(KeyError):
            render(code, facts)

    def test_whatever_has_words_of_its_own_may_be_a_fact(self) -> None:
        assert messages.speaks(ReplyKind.urgent)
        assert not messages.speaks("甲")
