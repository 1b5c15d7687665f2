"""The closed lists: English keys on the wire, official terms in Chinese."""

from __future__ import annotations

import pickle
import re
from importlib import import_module
from pkgutil import iter_modules

import pytest

from xinfang_core import vocabulary
from xinfang_core.vocabulary import (
    Basis,
    CaseClass,
    EventKind,
    Grade,
    ReplyKind,
    Route,
    Term,
    find_term,
)

LISTS = [
    found
    for found in (getattr(vocabulary, name) for name in vocabulary.__all__)
    if isinstance(found, type) and issubclass(found, Term) and found is not Term
]
MEMBERS = [member for terms in LISTS for member in terms]
TRADITIONAL = "訪辦調處"


@pytest.mark.parametrize("terms", LISTS)
class TestLists:
    """Name = English key, value = official term; both are accepted, the key is written."""

    def test_keys_are_english_and_terms_are_chinese(self, terms: type[Term]) -> None:
        for member in terms:
            assert re.fullmatch(r"[a-z]+(_[a-z]+)*", member.name)
            assert re.search(r"[\u4e00-\u9fff]", member.value)
            assert not set(TRADITIONAL) & set(member.value)

    def test_no_two_members_share_a_term(self, terms: type[Term]) -> None:
        assert len(terms) == len(terms.__members__)

    def test_the_docstring_names_the_list_in_chinese(self, terms: type[Term]) -> None:
        assert re.search(r"\([^()]*[\u4e00-\u9fff]", terms.__doc__ or "")


class TestThePackage:
    """Each list stands in one module of the folder, and is public under its own name."""

    def test_every_list_of_every_module_is_public(self) -> None:
        modules = [
            import_module(f"{vocabulary.__name__}.{found.name}")
            for found in iter_modules(vocabulary.__path__)
        ]
        own: list[type[Term]] = [
            found
            for module in modules
            for found in vars(module).values()
            if isinstance(found, type)
            and issubclass(found, Term)
            and found.__module__ == module.__name__
        ]
        public: list[type[Term]] = [*LISTS, Term]
        assert sorted(one.__name__ for one in own) == sorted(one.__name__ for one in public)
        assert all(getattr(vocabulary, found.__name__) is found for found in own)

    def test_what_it_shows_is_sorted(self) -> None:
        assert list(vocabulary.__all__) == sorted(vocabulary.__all__)


class TestMembers:
    """A term is found by its key and by its Chinese word, and is one object everywhere."""

    def test_found_by_key_and_by_term(self) -> None:
        for member in MEMBERS:
            assert find_term(type(member), member.name) is member
            assert find_term(type(member), member.value) is member

    def test_text_is_the_term_in_chinese_and_words_in_english(self) -> None:
        for member in MEMBERS:
            assert member.text() == member.text("zh") == member.value
            assert member.text("en") == member.name.replace("_", " ")

    def test_a_pickled_term_is_the_same_object(self) -> None:
        for member in MEMBERS:
            assert pickle.loads(pickle.dumps(member)) is member  # noqa: S301
            assert {member: 1}[type(member)[member.name]] == 1


class TestContents:
    """The lists hold what the sources list, in their order."""

    @pytest.mark.parametrize("text", ["", "紧急", "URGENT", "urgent ", "满意"])
    def test_what_is_no_term_is_not_found(self, text: str) -> None:
        assert find_term(ReplyKind, text) is None

    def test_firmness_runs_from_stated_to_assumed(self) -> None:
        assert [basis.name for basis in Basis] == ["stated", "interpreted", "assumed"]

    @pytest.mark.parametrize(
        "usual",
        [
            "收到 登记 受理 告知 延期 办结 答复 送达 评价",
            "登记 签订委托书 启动代办 见面 反馈",
            "收到 登记 转送 交办 提出异议 受理",
            "交办 研究部署 反馈 制定方案 报告进展 解决 销号",
            "送达 申请复查 复查 申请复核 复核",
            "受理 反馈 评价 回访",
            "送达 查实未送达",
            "办结 发放奖励 归档 销号 重新办理",
        ],
    )
    def test_a_days_events_are_taken_in_their_usual_order(self, usual: str) -> None:
        order = [str(kind.value) for kind in EventKind]
        places = [order.index(term) for term in usual.split()]
        assert places == sorted(places)

    def test_there_are_four_reply_kinds_and_six_routes(self) -> None:
        assert len(ReplyKind) == 4
        assert len(Route) == 6
        assert [one.value for one in CaseClass] == ["建议意见", "检举控告", "申诉求决"]

    def test_grades_run_from_best_to_none_given(self) -> None:
        assert [grade.value for grade in Grade] == ["满意", "基本满意", "不满意", "未评价"]
