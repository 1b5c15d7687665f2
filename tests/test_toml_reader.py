"""The reader of policy files reads as tomllib does, and knows every place."""

from __future__ import annotations

import pathlib
import re
import sys
import tomllib
from contextlib import suppress
from datetime import date
from time import process_time
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xinfang_core.errors import Fault, PolicyDataError
from xinfang_core.messages.toml_syntax import TEXTS
from xinfang_core.toml_reader import Document, Position, path_text, read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import DrawFn

    from xinfang_core.toml_reader import Path

patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""The first text of a run takes seconds on a machine where hypothesis has no tables yet."""

# --- Written documents: nested values in any of the ways TOML has to write them


class Writer:
    """Writes values as TOML, asking hypothesis at every turn which way to take."""

    def __init__(self, draw: DrawFn) -> None:
        self.draw = draw

    def one_of(self, *choices: str) -> str:
        return self.draw(st.sampled_from(choices))

    def flip(self) -> bool:
        return self.draw(st.booleans())

    def gap(self) -> str:
        return self.one_of("", " ", "\t ")

    def end(self) -> str:
        return self.one_of("", " ", " # 说明", "#[a]\n") + "\n"

    def name(self, name: str) -> str:
        ways = [basic(name)]
        if re.fullmatch("[A-Za-z0-9_-]+", name):
            ways += [name] * 3
        if name.isprintable() and "'" not in name:
            ways.append(f"'{name}'")
        return self.one_of(*ways)

    def dotted(self, names: tuple[str, ...]) -> str:
        return (self.gap() + "." + self.gap()).join(map(self.name, names))

    def text(self, text: str) -> str:
        ways = [basic(text), '"""\\\n \t\n' + basic(text)[1:-1] + '"""']
        plain = text.replace("\n", "").isprintable()
        if plain and "'" not in text:
            ways.append(f"'''\n{text}'''")
        if plain and not set("\\\"'\n") & set(text):
            ways += [f"'{text}'", f'"""\n\\\n{text.lstrip()}"""' if text == text.lstrip() else "''"]
        if plain and not set('"\\') & set(text):
            ways.append(f'"""\n{text}"""')
        return self.one_of(*(way for way in ways if tomllib.loads(f"a={way}")["a"] == text))

    def integer(self, number: int) -> str:
        return self.one_of(f"{number}", f"{number:+}", f"{number:_}")

    def value(self, value: object) -> str:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return self.array(value)
        if isinstance(value, dict):
            return self.inline(value)
        if isinstance(value, date):
            return value.isoformat()
        return str(value).lower() if isinstance(value, bool) else self.integer(cast("int", value))

    def array(self, items: list[object]) -> str:
        def space() -> str:
            return self.one_of("", " ", "\n", "\n # 说明 ]\n\t")

        written = ",".join(space() + self.value(item) + space() for item in items)
        return "[" + written + ("," if items and self.flip() else "") + space() + "]"

    def inline(self, table: dict[str, object]) -> str:
        pairs = [pair for name in table for pair in self.pairs((name,), table[name])]
        return "{" + self.gap() + ("," + self.gap()).join(pairs) + self.gap() + "}"

    def pairs(self, names: tuple[str, ...], value: object) -> Iterator[str]:
        """The value as one pair, or a table as one pair for each of its names."""
        if isinstance(value, dict) and value and self.flip():
            for name, inner in value.items():
                yield from self.pairs((*names, name), inner)
        else:
            yield f"{self.dotted(names)}{self.gap()}={self.gap()}{self.value(value)}"

    def body(self, path: tuple[str, ...], table: dict[str, object]) -> Iterator[str]:
        """Pairs first, then whatever is to have a header of its own."""
        later = []
        for name, value in table.items():
            if has_headers(value) and self.flip():
                later.append((name, value))
            else:
                for pair in self.pairs((name,), value):
                    yield self.gap() + pair + self.end()
        for name, value in later:
            yield from self.section((*path, name), value)

    def section(self, path: tuple[str, ...], value: object) -> Iterator[str]:
        tables = value if isinstance(value, list) else [value]
        mark = "[[]]" if isinstance(value, list) else "[]"
        half = len(mark) // 2
        for table in cast("list[dict[str, object]]", tables):
            body = list(self.body(path, table))
            if half == 1 and body and body[0].lstrip().startswith("[") and self.flip():
                yield from body  # the headers below lead through this one
            else:
                inside = self.gap() + self.dotted(path) + self.gap()
                yield self.gap() + mark[:half] + inside + mark[half:] + self.end()
                yield from body


def basic(text: str) -> str:
    """A basic string, with what must be escaped and some more."""
    short = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
    short |= {'"': '\\"', "\\": "\\\\", "\x7f": "\\u007F", "é": "\\u00e9", "😀": "\\U0001F600"}
    escaped = (short.get(c) or (f"\\u{ord(c):04x}" if c < " " else c) for c in text)
    return '"' + "".join(escaped) + '"'


def has_headers(value: object) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(item, dict) for item in value)
    return isinstance(value, dict)


NAMES = st.sampled_from(["a", "b", "limit", "3-x", "时限", "", 'q"', "'", "a.b", "\n"])
TEXT = st.text(st.sampled_from("ab 信\n\t\r\0\"'\\é😀#]\x7f"), max_size=6) | st.text(max_size=6)
SCALARS = TEXT | st.integers(-(2**63), 2**63 - 1) | st.booleans() | st.dates()
VALUES: st.SearchStrategy[object] = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(NAMES, inner, max_size=3)
        | st.lists(st.dictionaries(NAMES, inner, max_size=2), max_size=3)
    ),
    max_leaves=8,
)
DATA = st.dictionaries(NAMES, VALUES, max_size=4)


@st.composite
def documents(draw: DrawFn) -> tuple[dict[str, object], str]:
    """Values, and a text that says them."""
    data = draw(DATA)
    text = "".join(Writer(draw).body((), data))
    return data, text.replace("\n", "\r\n") if draw(st.booleans()) else text


# --- tomllib as the judge

REFUSED = {"toml.decimal", "toml.time", "toml.radix", "toml.integer"}
if sys.version_info >= (3, 15):  # tomllib reads TOML 1.1 from here on
    REFUSED |= {"toml.escape", "toml.braces", "toml.last_comma"}


def oracle(text: str) -> dict[str, object] | None:
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except ValueError:
        return None


def check_as_tomllib(text: str) -> None:
    """The same values, or a fault where tomllib has one or the subset ends."""
    expected = oracle(text)
    try:
        document = read_toml(text, "办法.toml")
    except PolicyDataError as error:
        (fault,) = error.faults
        assert expected is None or fault.code in REFUSED
        assert fault.line
        assert fault.column
        assert fault.text("zh")
        assert fault.text("en")
    else:
        assert repr(document.data) == repr(expected)


@patient
@given(documents())
def test_every_way_to_write_values_reads_as_tomllib_reads_it(
    written: tuple[dict[str, object], str],
) -> None:
    data, text = written
    document = read_toml(text, "办法.toml")
    assert document.data == data
    assert repr(document.data) == repr(tomllib.loads(text))


@patient
@given(documents(), st.data())
def test_a_damaged_document_reads_as_tomllib_reads_it_or_is_refused(
    written: tuple[dict[str, object], str], data: st.DataObject
) -> None:
    text = written[1]
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        stop = data.draw(st.integers(start, min(start + 3, len(text))))
        text = text[:start] + data.draw(SNIPPETS) + text[stop:]
    check_as_tomllib(text)


SIGNS = st.sampled_from(
    [
        ".",
        "=",
        ",",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        '"',
        "'",
        '"""',
        "'''",
        "#",
        "\\",
        "\\n",
        "\\u0041",
        "\\ud800",
        "\\U00110000",
        "\\x",
        "a",
        "b",
        "-1",
        "0",
        "07",
        "1_0",
        "1_",
        "1.5",
        ".5",
        "1e3",
        "1.e2",
        "inf",
        "-nan",
        "0x1F",
        "0b2",
        "2025-02-28",
        "2025-02-30",
        "2025-2-3",
        "07:30:00",
        "2025-02-28T07:30:00",
        "true",
        "True",
        "信",
        "“",
        "，",
        "9223372036854775808",
        ":",
        "@",
        "\u3000",
        "\u200b",
        "2025-02-28 07:30:00",
    ]
)
SNIPPETS = SIGNS | st.sampled_from(["", " ", "\t", "\n", "\r\n", "\r", "\0", "\x7f", "a = 1\n"])


@patient
@given(st.lists(SNIPPETS, max_size=12))
def test_signs_in_any_order_read_as_tomllib_reads_them_or_are_refused(signs: list[str]) -> None:
    check_as_tomllib("".join(signs))


@patient
@given(
    st.lists(SIGNS, min_size=1, max_size=5), st.sampled_from(["a = {}", "a = [{}]", "a={{b={}}}"])
)
def test_a_value_of_any_signs_reads_as_tomllib_reads_it_or_is_refused(
    signs: list[str], around: str
) -> None:
    check_as_tomllib(around.replace("{}", "".join(signs)).replace("{{", "{").replace("}}", "}"))


@patient
@given(st.text())
def test_any_text_at_all_reads_as_tomllib_reads_it_or_is_refused(text: str) -> None:
    check_as_tomllib(text)


FEW = st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(".".join)
PAIR = st.builds("{} = {}".format, FEW, st.sampled_from(["1", "[]", "[{}]", "{}", "{b = 1}"]))
INLINE = st.builds("{} = {{{}}}".format, FEW, st.lists(PAIR, max_size=3).map(", ".join))
LINES = PAIR | INLINE | FEW.map("[{}]".format) | FEW.map("[[{}]]".format)


@patient
@given(st.lists(LINES, max_size=8))
def test_tables_may_be_opened_and_added_to_exactly_where_tomllib_allows_it(
    lines: list[str],
) -> None:
    check_as_tomllib("\n".join(lines))


# --- Places

BARE = r"[A-Za-z0-9_-]+"
QUOTED = r""""(?:[^"\\]|\\.)*"|'[^']*'"""
LONG = r'''"""(?:[^"\\]|\\[\s\S]|"(?!""))*"{3,5}|\'\'\'(?:[^']|'(?!''))*'{3,5}'''
SCALAR = re.compile(rf"{LONG}|{QUOTED}|[^\s,\]}}#]+")
NAME = re.compile(rf"{QUOTED}|{BARE}")


def first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.match(text)
    return match.group() if match else ""


def walk(path: Path, value: object) -> Iterator[tuple[Path, object]]:
    """Every path of the values, and what is there."""
    inner: Iterator[tuple[str | int, object]] = iter(())
    if isinstance(value, dict):
        inner = iter(value.items())
    if isinstance(value, list):
        inner = iter(enumerate(value))
    for key, item in inner:
        yield (*path, key), item
        yield from walk((*path, key), item)


def check_value(path: Path, value: object, written: str) -> None:
    if isinstance(value, list):
        assert written.startswith("[")
    elif isinstance(value, dict):
        named = first(NAME, written)
        assert written[0] in "[{" or tomllib.loads(f"{named} = 1") == {path[-1]: 1}
    else:
        assert tomllib.loads(f"a = {first(SCALAR, written)}")["a"] == value


@patient
@given(documents())
def test_every_name_and_value_is_written_where_the_document_says(
    written: tuple[dict[str, object], str],
) -> None:
    document = read_toml(written[1], "办法.toml")
    text = document.text
    found = dict(walk((), document.data))
    assert found.keys() == document.keys.keys() == document.values.keys()
    for path, value in found.items():
        check_value(path, value, text[document.values[path] :])
        if isinstance(path[-1], int):
            assert document.keys[path] == document.values[path]
        else:
            name = first(NAME, text[document.keys[path] :])
            assert tomllib.loads(f"{name} = 1") == {path[-1]: 1}
    named = [place for path, place in document.keys.items() if isinstance(path[-1], str)]
    assert len(named) == len(set(named))


EXAMPLE = """\ufeff# 办法
title = '信访代办'
[reply.limit]
  "days" = [ 15,
    30 ] # 两档
unit.name = { short = "日" }
[reply]
[[stage]]
[[stage]]
[stage.next]
"""


def _places(document: Document, path: Path) -> tuple[int, ...]:
    """Line and column of a name, and of its value."""
    positions = document.position(path), document.position(path, at_value=True)
    return tuple(number for one in positions for number in (one.line, one.column))


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_the_places_of_a_worked_example(ending: str) -> None:
    document = read_toml(EXAMPLE.replace("\n", ending), "办法.toml")
    places = {path_text(path): _places(document, path) for path in document.keys}
    assert places == {
        "title": (2, 1, 2, 9),
        "reply": (3, 2, 7, 1),
        "reply.limit": (3, 8, 3, 1),
        "reply.limit.days": (4, 3, 4, 12),
        "reply.limit.days[0]": (4, 14, 4, 14),
        "reply.limit.days[1]": (5, 5, 5, 5),
        "reply.limit.unit": (6, 1, 6, 1),
        "reply.limit.unit.name": (6, 6, 6, 13),
        "reply.limit.unit.name.short": (6, 15, 6, 23),
        "stage": (8, 3, 8, 1),
        "stage[0]": (8, 1, 8, 1),
        "stage[1]": (9, 1, 9, 1),
        "stage[1].next": (10, 8, 10, 1),
    }


def test_a_fault_stands_at_the_longest_part_of_its_path_that_is_written() -> None:
    document = read_toml(EXAMPLE, "办法.toml")
    facts = (("found", 15),)
    days: Path = ("reply", "limit", "days")
    assert document.fault("x", (*days, 0, "count"), facts) == Fault(
        "x", facts, "办法.toml", 4, 14, "reply.limit.days[0].count"
    )
    assert document.fault("x", days).column == 3
    assert document.fault("x", days, at_value=True).column == 12


def test_a_fault_about_a_name_that_is_nowhere_has_no_line() -> None:
    document = Document("办法.toml", "", {}, {}, {})
    assert document.position(("title",)) == Position(0, 0)
    fault = document.fault("x", ("title",))
    assert fault == Fault("x", (), "办法.toml", 0, 0, "title")


def test_a_path_as_text_quotes_the_names_that_need_it() -> None:
    path: Path = ("limit", "cells", 0, "时限", "a.b", '"\n')
    assert path_text(path) == r'limit.cells[0]."时限"."a.b"."\"\n"'
    assert path_text(()) == ""


# --- Faults


def fault_of(text: str) -> Fault:
    with pytest.raises(PolicyDataError) as caught:
        read_toml(text, "办法.toml")
    (fault,) = caught.value.faults
    return fault


# Code, text, place with path, and the sentence in both languages.
FAULTS = [
    (
        "toml.size",
        "#" + "信" * 349526,
        "办法.toml",
        "文件有 1048579 字节，不得超过 1048576 字节；请拆成几个文件",
        ("the file has 1048579 bytes, at most 1048576 are allowed; split it into several files"),
    ),
    (
        "toml.character",
        "a = 1\nb = '\x00'",
        "办法.toml:2:6",
        "此处有文件中不能使用的控制字符 <U+0000>，请删去",
        ("the control character <U+0000> cannot be used in a file; delete it"),
    ),
    (
        "toml.invisible",
        "a = 1\u3000# 一",
        "办法.toml:1:6",
        "此处有看不见的特殊字符 <U+3000>，请删去或改为普通空格",
        ("the invisible character <U+3000> stands here; delete it or use a plain space"),
    ),
    (
        "toml.full_width",
        "a = “信访”",
        "办法.toml:1:5",
        '此处是中文标点 “ ，须改用英文标点 "',
        'here stands the full-width sign “ ; write " instead',
    ),
    (
        "toml.depth",
        "a = " + "[" * 33,
        "办法.toml:1:37",
        "层次过深：连同列表的各项，最多 32 层",
        "nested too deeply: at most 32 steps, list items included",
    ),
    (
        "toml.no_name",
        "a = 1\n = 2",
        "办法.toml:2:2",
        "此处缺少名称",
        "a name is missing here",
    ),
    (
        "toml.name",
        "[a]\n  时限 = 15",
        "办法.toml:2:3",
        ("名称“时限”须加英文双引号；不加引号的名称只能用英文字母、数字、- 和 _"),
        (
            "the name “时限” must stand in double quotes; only ASCII letters, "
            "digits, - and _ go without"
        ),
    ),
    (
        "toml.equals",
        "reply limit = 15",
        "办法.toml:1:7",
        "名称“reply”之后须写等号 =；含有空格的名称须加英文双引号",
        ("the name “reply” must be followed by =; a name with spaces must stand in double quotes"),
    ),
    (
        "toml.header",
        "[reply limit]",
        "办法.toml:1:8",
        "标题“[reply”须以 ] 收尾；含有空格的名称须加英文双引号",
        ("the header “[reply” must end with ]; a name with spaces must stand in double quotes"),
    ),
    (
        "toml.twice",
        "[a]\nb = 1\nc = 2\nb = 3",
        "办法.toml:4:1: a.b",
        "第 2 行已经写过这个名称，不能重复；请合并或删去其一",
        ("this name is already written in line 2; merge the two or delete one"),
    ),
    (
        "toml.closed",
        "[a]\nb = {c = 1}\n[a.b.d]",
        "办法.toml:3:4: a.b",
        "第 2 行已经写定这一项，不能在别处补充；请把内容写到那里",
        ("this was completed in line 2 and cannot be added to elsewhere; write the addition there"),
    ),
    (
        "toml.no_value",
        "a =  # 待定",
        "办法.toml:1:6",
        "此处缺少一个值；文字须加英文双引号",
        "a value is missing here; text must stand in double quotes",
    ),
    (
        "toml.value",
        "a = 信访 代办",
        "办法.toml:1:5",
        (
            "“信访”不能作为值；文字须加英文双引号，此外可写整数、true（是）、"
            "false（否）或 2025-03-01 样式的日期"
        ),
        (
            "“信访” is no value; text must stand in double quotes, else "
            "write a whole number, true, false or a date such as 2025-03-01"
        ),
    ),
    (
        "toml.decimal",
        "a = 0.5",
        "办法.toml:1:5",
        '不能直接写小数“0.5”；须加英文双引号，如 "0.5"',
        ('a decimal number such as “0.5” must stand in double quotes, such as "0.5"'),
    ),
    (
        "toml.time",
        "a = [2025-03-01 08:30:00]",
        "办法.toml:1:6",
        ("不能使用时刻“2025-03-01 08:30:00”；请只写日期，如 2025-03-01，或加英文双引号写作文字"),
        (
            "a time of day such as “2025-03-01 08:30:00” cannot be used; "
            "write the date alone, such as 2025-03-01, or text in double "
            "quotes"
        ),
    ),
    (
        "toml.radix",
        "a = 0xFF",
        "办法.toml:1:5",
        "“0xFF”须改写为十进制整数，如 255",
        ("“0xFF” must be written as a decimal whole number, such as 255"),
    ),
    (
        "toml.integer",
        "a = -9_223_372_036_854_775_809",
        "办法.toml:1:5",
        (
            "整数“-9_223_372_036_854_775_809”过大或过小，绝对值不得超过 "
            "9223372036854775807；编号须加英文双引号写作文字"
        ),
        (
            "the whole number “-9_223_372_036_854_775_809” is beyond 9223372036854775807 "
            "in size; write an identifier as text in double quotes"
        ),
    ),
    (
        "toml.date_form",
        "a = 2026/1/1",
        "办法.toml:1:5",
        "日期“2026/1/1”写作 2026-01-01",
        "the date “2026/1/1” is written 2026-01-01",
    ),
    (
        "toml.date",
        "a = 2025-02-30",
        "办法.toml:1:5",
        ("“2025-02-30”不是有效的日期；须按年四位、月两位、日两位写实有的日子，如 2025-03-01"),
        (
            "“2025-02-30” is no valid date; write an existing day with "
            "four, two and two digits, such as 2025-03-01"
        ),
    ),
    (
        "toml.text",
        'a = "信访\nb = 1',
        "办法.toml:1:5",
        '从这里开始的文字没有收尾，须以 " 结束',
        'the text that starts here has no end; close it with "',
    ),
    (
        "toml.escape",
        'a = "C:\\政策"',
        "办法.toml:1:8",
        "反斜杠写法“\\政”无效；反斜杠本身须写成 \\\\",
        ("the backslash sequence “\\政” has no meaning; write a backslash itself as \\\\"),
    ),
    (
        "toml.list",
        "a = [ 1,\n  2,\n",
        "办法.toml:1:5",
        "从这里开始的列表没有收尾，须以 ] 结束",
        "the list that starts here has no end; close it with ]",
    ),
    (
        "toml.braces",
        "a = { b = 1,\n  c = 2 }",
        "办法.toml:1:5",
        "从这里开始的花括号须在同一行内以 } 收尾",
        ("the braces that open here must be closed with } on the same line"),
    ),
    (
        "toml.comma",
        "a = [ 1,\n  2\nb = 3",
        "办法.toml:3:1",
        "此处写的是“b = 3”；各项之间须用英文逗号隔开，最后以 ] 收尾",
        ("found “b = 3”; separate the items with commas and close them with ]"),
    ),
    (
        "toml.last_comma",
        "a = { b = 1, }",
        "办法.toml:1:12",
        "花括号里最后一项之后不能有逗号，请删去",
        "no comma may follow the last item in braces; delete it",
    ),
    (
        "toml.rest",
        "a = 15 天",
        "办法.toml:1:8",
        ("这一行到此应当结束，却多出“天”；一行只写一项，文字须加英文双引号，说明前须加 #"),
        (
            "the line should end here, but “天” follows; write one item "
            "a line, text in double quotes and # before a comment"
        ),
    ),
]


def test_every_fault_has_a_worked_example() -> None:
    assert [code for code, *_ in FAULTS] == list(TEXTS)


@pytest.mark.parametrize(
    ("code", "text", "place", "zh", "en"), FAULTS, ids=[code for code, *_ in FAULTS]
)
def test_a_fault_names_its_place_and_what_is_wanted_in_both_languages(
    code: str, text: str, place: str, zh: str, en: str
) -> None:
    fault = fault_of(text)
    assert fault.code == code
    assert (fault.text("zh"), fault.text("en")) == (f"{place}: {zh}", f"{place}: {en}")


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a = 1\r", "toml.character", 1, 6),
        ("a = '\ud800'", "toml.character", 1, 6),
        ('a = 1\r\nb = "\x7f"', "toml.character", 2, 6),
        ("\ufeff\ufeffa = 1", "toml.name", 1, 1),
        ("a\u200b = 1", "toml.name", 1, 1),
        ("a \uff1d 1", "toml.full_width", 1, 3),
        ("a = [1，2]", "toml.full_width", 1, 7),
        ("【a】", "toml.full_width", 1, 1),
        ("a = 1\u00a0", "toml.invisible", 1, 6),
        ("[]", "toml.no_name", 1, 2),
        ("[ [a]]", "toml.no_name", 1, 3),
        ("a. = 1", "toml.no_name", 1, 4),
        ("时限 = 1", "toml.name", 1, 1),
        ("a：1", "toml.equals", 1, 2),
        ("a", "toml.equals", 1, 2),
        ('"""a""" = 1', "toml.equals", 1, 3),
        ("[[a]", "toml.header", 1, 4),
        ("[a] b = 1", "toml.rest", 1, 5),
        ("[a]\n[a]", "toml.twice", 2, 2),
        ("[a]\n[[a]]", "toml.twice", 2, 3),
        ("[[a]]\n[a]", "toml.twice", 2, 2),
        ("a = []\n[[a]]", "toml.twice", 2, 3),
        ("a.b = 1\n[a]", "toml.twice", 2, 2),
        ("[a.b.c]\n[a]\nb.d = 1\n[a.b]", "toml.twice", 4, 4),
        ("a = {b = 1, b = 2}", "toml.twice", 1, 13),
        ("a = 1\na.b = 2", "toml.closed", 2, 1),
        ("a = {}\na.b = 2", "toml.closed", 2, 1),
        ("a = [{}]\n[[a.b]]", "toml.closed", 2, 3),
        ("[a.b]\n[a]\nb.c = 1", "toml.closed", 3, 1),
        ("a = {b = {}, b.c = 1}", "toml.closed", 1, 14),
        ("a = [1,,2]", "toml.no_value", 1, 8),
        ("a = True", "toml.value", 1, 5),
        ("a = 007", "toml.value", 1, 5),
        ("a = 1.2.3", "toml.value", 1, 5),
        ("a = [-inf]", "toml.decimal", 1, 6),
        ("a = 1e3", "toml.decimal", 1, 5),
        ("a = 2025-03-01T08:30:00Z", "toml.time", 1, 5),
        ("a = 08:30:00", "toml.time", 1, 5),
        ("a = 0b1", "toml.radix", 1, 5),
        ("a = 9223372036854775808", "toml.integer", 1, 5),
        ("a = " + "9" * 5000, "toml.integer", 1, 5),
        ("a = 2025-3-1", "toml.date_form", 1, 5),
        ("a = 2025年3月1日", "toml.date_form", 1, 5),
        ("a = 2025/02/30", "toml.value", 1, 5),
        ("a = 0000-01-01", "toml.date", 1, 5),
        ('a = """\n信访""', "toml.text", 1, 5),
        ("a = 'b\n'", "toml.text", 1, 5),
        ("'a = 1", "toml.text", 1, 1),
        ('a = "\\ud800"', "toml.escape", 1, 6),
        ('a = "\\uDFFF"', "toml.escape", 1, 6),
        ('a = "\\U00110000"', "toml.escape", 1, 6),
        ('a = "b\\\nc"', "toml.escape", 1, 7),
        ('a = """\nb\\ c"""', "toml.escape", 2, 2),
        ("a = [", "toml.list", 1, 5),
        ("a = [[1], # 一", "toml.list", 1, 5),
        ("a = {", "toml.braces", 1, 5),
        ("a = {b = 1 # 一\n}", "toml.comma", 1, 12),
        ("a = {b = 1] ", "toml.comma", 1, 11),
        ("[" + "a." * 32 + "a]", "toml.depth", 1, 66),
        ("[[" + "a." * 31 + "a]]", "toml.depth", 1, 65),
        ("a." * 32 + "a = 1", "toml.depth", 1, 65),
        ("a = " + "{a = " * 32 + "1" + "}" * 32, "toml.depth", 1, 161),
    ],
)
def test_every_kind_of_slip_is_found_where_it_is(
    text: str, code: str, line: int, column: int
) -> None:
    fault = fault_of(text)
    assert (fault.code, fault.line, fault.column) == (code, line, column)


@pytest.mark.parametrize(
    "text",
    [
        "#" + "信" * 349525,
        "a = " + "[" * 31 + "1" + "]" * 31,
        "a." * 31 + "a = 1",
        "[" + "a." * 31 + "a]",
        "a = [-9223372036854775808, 9223372036854775807]",
    ],
    ids=["size", "lists", "names", "header", "integers"],
)
def test_a_document_may_go_right_up_to_each_bound(text: str) -> None:
    assert read_toml(text, "办法.toml").data == tomllib.loads(text)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r'"\ud7ff\uE000\U0000D7ff\U000FFFFF\U0010ffff"', "\ud7ff\ue000\ud7ff\U000fffff\U0010ffff"),
        (r'"\b\t\n\f\r\"\\"', '\b\t\n\f\r"\\'),
        ('""', ""),
        ('""""""', ""),
        ('""""信""\\""""""', '"信"""""'),
        ("''''信\\'''''", "'信\\''"),
        ('"""\n\n信\\ \n\n\t访"""', "\n信访"),
    ],
)
def test_a_text_may_be_written_with_every_escape_and_quote(written: str, text: str) -> None:
    assert read_toml(f"a = {written}", "办法.toml").data == {"a": text}
    assert tomllib.loads(f"a = {written}") == {"a": text}


SHIPPED = sorted(
    path
    for folder in ("src/xinfang_core/policies", "examples/policies", "docs/examples")
    for path in (pathlib.Path(__file__).parents[1] / folder).rglob("*.toml")
)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_files_that_there_are_read_as_tomllib_reads_them(path: pathlib.Path) -> None:
    text = path.read_text("utf-8")
    assert read_toml(text, path.name).data == tomllib.loads(text)


@pytest.mark.parametrize(
    "between", ["", "\n", " # 注\n", "\n# 注\n\n  # 再注\n", "\n\t\n", "\n#", "\n # 注"]
)
@pytest.mark.parametrize(
    "lines",
    [
        ('a = "一"', "b = 2"),
        ('a = "一"', "[t]"),
        ("[t]", "a = 1"),
        ("[[t]]", "[[t]]"),
        ("[t]", "[t.u]"),
        ("a = [1]", 'b = {c = "d"}'),
        ('a = ["一", "二",]', "b = 1"),
    ],
)
def test_comments_and_empty_lines_may_stand_anywhere(lines: tuple[str, str], between: str) -> None:
    for text in (f"{lines[0]}{between}\n{lines[1]}{between}", f"{between}\n" + "\n".join(lines)):
        assert read_toml(text, "办法.toml").data == tomllib.loads(text)


@pytest.mark.parametrize(
    "written",
    [
        '["一","二"]',
        '[ "一" , "二" , ]',
        '["一", # 注\n "二" # 注\n]',
        '[\n"一",\n"二",\n]',
        '["一", 2, "三"]',
        '["一", [ "二" ], {a = 1}, {b = "c", d = 2 },]',
        '[{a = "一"},\n # 注\n {a = "二"}\n]',
        '["", ""]',
        '["""一""", "二"]',
        "[ ]",
        '{a = "一", b = 2, c = [ "三" ], d = "四"}',
        "{}",
        "{ }",
        '{a.b = 1, c = "d"}',
    ],
)
def test_lists_and_tables_on_a_line_in_every_way(written: str) -> None:
    text = f"a = {written}\n"
    assert read_toml(text, "办法.toml").data == tomllib.loads(text)


def test_a_byte_order_mark_at_the_start_is_skipped() -> None:
    assert read_toml("\ufeffa = 1", "办法.toml").position(("a",)) == Position(1, 1)


def test_what_was_found_is_repeated_shortened_and_with_nothing_invisible() -> None:
    assert dict(fault_of("a = " + "x" * 41).facts) == {"found": "x" * 40 + "…"}
    assert dict(fault_of("a = 5\u200b").facts) == {"found": "5<U+200B>"}


@pytest.mark.parametrize(
    "unit", ["1", "1_", "1-", "1.", "a.", "[", "{a=", " ", '"', "'", '"\\n', '"""\\\n', "\n", "信"]
)
def test_a_file_of_one_endless_line_is_answered_soon(unit: str) -> None:
    count = 2**17 // len(unit.encode())
    start = process_time()
    for before, after in (("", ""), ("a = ", "x"), ('a = """', "")):
        with suppress(PolicyDataError):
            read_toml(before + unit * count + after, "办法.toml")
    assert process_time() - start < 10  # seconds; going over it again and again takes hours
