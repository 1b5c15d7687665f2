"""The threshold of what is published: data, cited."""

from __future__ import annotations

import pytest

from xinfang_core.documents.privacy.thresholds import least_published
from xinfang_core.errors import PolicyDataError
from xinfang_core.vocabulary import Basis


class TestThreshold:
    """A number with where it is written, and how firmly."""

    def test_the_library_assumes_one_and_says_who_should_confirm(self) -> None:
        found = least_published()
        assert found.value == 5
        assert found.citation.basis is Basis.assumed
        assert "确认" in found.citation.note

    def test_an_office_writes_its_own(self) -> None:
        text = """
            title = "某市信访数据公布办法"
            [smallest_published_count]
            value = 10
            clause = "第七条"
            phrase = "不足10件的不公布"
            basis = "stated"
        """
        found = least_published(text, "门槛.toml")
        assert found.value == 10
        assert found.citation.source == "某市信访数据公布办法"

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("", "门槛.toml: 缺少“smallest_published_count”"),
            ("smallest_published_count = 3", "须为一组“名称 = 值”"),
            ("[smallest_published_count]\nvalue = 3", "缺少依据：clause、basis"),
            (
                '[smallest_published_count]\nvalue = "silent"\nclause = "一"\nnote = "由某确认"',
                "须为整数",
            ),
            ("a = 1", "没有“a”这一项"),
            ("title = 3", "title: 须为非空文字"),
            (
                "[smallest_published_count]\nvalue = 3\nclause = 3\nbasis = 'stated'",
                "clause: 须为非空文字",
            ),
        ],
    )
    def test_what_is_wrong_is_told_with_its_place(self, text: str, wanted: str) -> None:
        with pytest.raises(PolicyDataError, match=wanted):
            least_published(text, "门槛.toml")
