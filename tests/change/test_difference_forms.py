"""A difference as people and programs read it: whatever a file says stands there as words."""

from __future__ import annotations

import json
from html.parser import HTMLParser

from editions import NOTICE, PROXY, changed, compared, edition
from xinfang_core.change.difference import difference
from xinfang_core.change.difference_forms import (
    difference_html,
    difference_json,
    difference_markdown,
    difference_page,
    rows,
    sentences,
)
from xinfang_core.policy import load_policy

FOUND = compared(*NOTICE)


class _Tags(HTMLParser):
    """The tags of a page, and whether each one is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        self.seen.add(tag)
        if tag not in {"br", "meta"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_both_sides_stand_side_by_side() -> None:
    kind, where, old, new = [*rows(FOUND)][1]
    assert (kind, where) == ("变动", "答复期限\nreply_deadline.limit\n一般信访事项")
    assert old == ("15个工作日\n条款：一、分类代理（一）\n短语：一般信访事项15日内回复\n依据：解释")
    assert new == "10个工作日\n条款：通知第一条\n短语：10个工作日内回复\n依据：原文载明"


def test_what_is_no_value_says_what_it_is() -> None:
    kind, where, old, new = next(rows(FOUND))
    assert (kind, where, old) == ("条款新增", "通知第一条\nclause.n1", "")
    assert "转述：一般事项10个工作日内回复" in new
    (head,) = rows(compared(("网上信访代理工作经验材料", "办法")))
    assert head == ("题头变动", "名称\npolicy.title", "网上信访代理工作经验材料", "办法")


def test_nothing_differs() -> None:
    same = compared()
    assert [*sentences(same)][1:] == ["没有不同"]
    assert difference_markdown(same).endswith("没有不同\n\n")
    assert "<table" not in difference_html(same)


def test_only_the_writing_differs() -> None:
    found = compared(("[policy]", "# 注\n[policy]"))
    assert found.entries == ()
    assert [*sentences(found)][1].startswith("没有不同：题头、条款、取值、变体都一样")


def test_two_policies_are_called_that() -> None:
    old, new = (load_policy(name).editions[0] for name in ("gongshu", "yubei"))
    assert "这是两个办法（gongshu、yubei），不是同一办法的两个版本" in [
        *sentences(difference(old, new))
    ]


def test_what_a_file_says_is_no_markup() -> None:
    evil = "</td><script>x</script>|`*"
    text = changed(PROXY, ("网上信访代理工作经验材料", evil))
    found = difference(edition(PROXY), edition(text))
    page = difference_page(found)
    tags = _Tags()
    tags.feed(page)
    assert tags.open == []
    assert "script" not in tags.seen
    assert "&lt;script&gt;" in page
    assert "<script>" not in difference_markdown(found)
    assert "\\|\\`\\*" in difference_markdown(found)


def test_a_page_fetches_nothing() -> None:
    page = difference_page(FOUND)
    assert page.startswith("<!DOCTYPE html>\n")
    assert not any(word in page for word in ("http:", "https:", "src=", "@import", "url("))
    assert "<mark>10个工作日</mark>" in page


def test_for_programs_every_part_is_told() -> None:
    told = json.loads(json.dumps(difference_json(FOUND), ensure_ascii=False))
    assert told["counts"] == {"changed": 2, "added": 1}
    limit = told["entries"][1]
    assert limit["new"] == [
        {
            "rule": "reply_deadline",
            "parameter": "limit",
            "keys": ["general"],
            "variant": None,
            "value": {"count": 10, "unit": "working_day"},
            "unit": None,
        }
    ]
    assert limit["parts"][0] == {
        "name": "value",
        "label": "取值",
        "old": "15个工作日",
        "new": "10个工作日",
    }
