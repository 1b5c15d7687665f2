"""XML that is changed in a few places keeps every other byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.errors import RecordError
from xinfang_core.workbook.splicing import (
    Edit,
    is_empty,
    marks,
    spliced,
    tag_end,
    with_attribute,
)

CONTENT = '<?xml version="1.0"?><a><x:b 名="1 > 0"/>甲<c d=\'2\'>乙</c></a>'.encode()


def at(text: str) -> int:
    return CONTENT.index(text.encode())


class TestMarks:
    """Every tag has its place in bytes."""

    def test_each_tag_is_found_where_it_is(self) -> None:
        found = [*marks(CONTENT, "f", "p")]
        assert [(one.name, one.prefix, one.begins, one.depth) for one in found] == [
            *(("a", "", True, 0), ("b", "x:", True, 1), ("b", "x:", False, 1)),
            *(("c", "", True, 1), ("c", "", False, 1), ("a", "", False, 0)),
        ]
        places = ["<a>", "<x:b", "<c", "</c>", "</a>"]
        assert [one.at for one in found if one.begins or one.name != "b"] == [*map(at, places)]
        assert found[3].attributes == {"d": "2"}

    @pytest.mark.parametrize(
        "content", [b"<a>", b"", '<?xml version="1.0" encoding="gbk"?><a/>'.encode("gbk")]
    )
    def test_what_is_no_xml_in_utf8_is_refused(self, content: bytes) -> None:
        with pytest.raises(RecordError, match="已损坏（p）"):
            [*marks(content, "f", "p")]

    def test_an_encoding_may_be_named(self) -> None:
        assert [*marks(b'<?xml version="1.0" encoding="UTF-8"?><a/>', "f", "p")]


class TestSpliced:
    """What is not changed stays."""

    @given(cuts=st.lists(st.integers(0, len(CONTENT)), max_size=6).map(sorted))
    def test_nothing_in_place_of_nothing_changes_nothing(self, cuts: list[int]) -> None:
        edits = [Edit(cut, cut, "") for cut in cuts]
        assert b"".join(spliced(CONTENT, edits)) == CONTENT

    def test_a_place_gets_another_text(self) -> None:
        edits = [Edit(at("甲"), at("<c"), "丁"), Edit(at("</c>"), at("</c>"), "戊")]
        wanted = CONTENT.decode().replace("甲", "丁").replace("乙", "乙戊").encode()
        assert b"".join(spliced(CONTENT, edits)) == wanted


class TestTags:
    """A tag ends at its own bracket, not at one in a text of it."""

    def test_a_tag_ends_where_it_ends(self) -> None:
        assert CONTENT[: tag_end(CONTENT, at("<x:b"))].endswith(b'0"/>')
        assert [is_empty(CONTENT, at(text)) for text in ("<x:b", "<c")] == [True, False]
        assert tag_end(b"<a", 0) == 2

    def test_an_attribute_gets_another_value(self) -> None:
        for text, name in (("<x:b", "名"), ("<c", "d")):
            edit = with_attribute(CONTENT, at(text), name, "9")
            assert f'{name}="9"'.encode() in b"".join(spliced(CONTENT, [edit]))

    def test_an_attribute_that_is_not_there_is_not_made(self) -> None:
        edit = with_attribute(CONTENT, at("<c"), "名", "9")
        assert b"".join(spliced(CONTENT, [edit])) == CONTENT
