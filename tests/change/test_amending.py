"""A changed value cites the notice, whose clauses say what they carry out."""

from __future__ import annotations

from datetime import date

import pytest

from policy_texts import SAMPLE
from xinfang_core.change.amending import amended
from xinfang_core.change.edits import ClauseEdit, Edit
from xinfang_core.change.renewing import NewHead, renewed
from xinfang_core.errors import PolicyDataError
from xinfang_core.policy.files import policy_of, shipped_texts

DAY = date(2027, 3, 1)
FILE = "2027-03-01.toml"
NEXT = renewed(SAMPLE, "2024-03-01.toml", NewHead(DAY, "通知"))
NEW = ClauseEdit("T1", "第一条", "十日", DAY, set_aside="待定", source="通知")
TEN = {"value": 10, "clause": "T1", "phrase": "10个工作日"}


def clauses(text: str) -> dict[str, tuple[object, object]]:
    """By each clause what carries it out, or why nothing does."""
    found = policy_of(text, FILE).editions[0].clauses
    return {one.clause_id: (one.encoded_by, one.set_aside) for one in found}


def limit(**parts: object) -> Edit:
    """An edit of the limit of general matters."""
    return Edit("reply_deadline", "limit", ("general",), parts)


def faults(text: str, *edits: Edit | ClauseEdit, first: bool = False) -> list[str]:
    """What is wrong with changing a text."""
    with pytest.raises(PolicyDataError) as raised:
        amended(text, FILE, edits, first=first)
    assert raised.value.text("en")
    return raised.value.text().splitlines()


class TestCited:
    """A clause that came with the version is cited, and no other."""

    def test_one_that_came_with_it(self) -> None:
        text = amended(NEXT, FILE, [NEW, limit(**TEN)], first=False)
        assert clauses(text)["T1"] == (("reply_deadline.limit",), "")

    def test_one_of_before(self) -> None:
        (said,) = faults(NEXT, NEW, limit(**{**TEN, "clause": "5"}))
        assert said == (
            f"{FILE}:51:3: reply_deadline.limit.cells[2]: 改了的取值须引用新条款"
            "（since = 2027-03-01），现引用“5”；可用：T1"
        )

    def test_as_long_as_there_is_none(self) -> None:
        (said,) = faults(NEXT, limit(**TEN))
        assert said.endswith("还没有新条款，请先用 policy clause 加上")

    def test_in_the_first_version_any_clause_does(self) -> None:
        text = amended(NEXT, FILE, [limit(**{**TEN, "clause": "5"})], first=True)
        assert "value = 10" in text

    def test_who_changes_no_value_may_cite_what_there_is(self) -> None:
        text = amended(NEXT, FILE, [limit(phrase="十五个工作日")], first=False)
        assert "十五个工作日" in text

    def test_every_value_is_told_at_once(self) -> None:
        start = Edit("reply_deadline", "start", (), {"value": "receive"})
        assert len(faults(NEXT, start, limit(**{**TEN, "clause": "5"}))) == 2

    def test_one_of_several_edits_may_change_nothing(self) -> None:
        same = Edit("reply_kind", "default", (), {"value": "general", "clause": "5"})
        assert "value = 10" in amended(NEXT, FILE, [NEW, same, limit(**TEN)], first=False)

    def test_nothing_changes(self) -> None:
        assert amended(NEXT, FILE, [limit(value=15)], first=False) == NEXT


class TestCarriedOut:
    """A clause lists what it carries out, and no longer what another one does."""

    def test_a_value_that_nothing_else_cites_leaves_its_clause(self) -> None:
        start = Edit("reply_deadline", "start", (), {"value": "receive", "clause": "T1"})
        text = NEXT.replace('["reply_kind", ', '["reply_deadline.start", "reply_kind", ')
        found = clauses(amended(text, FILE, [NEW, start], first=False))
        assert found["T1"] == (("reply_deadline.start",), "")
        # The variant cites it still.
        assert found["5"][0] == ("reply_deadline.start", "reply_kind", "reply_deadline.limit")
        varied = Edit(*("reply_deadline", "start", ()), {"clause": "T1"}, "calendar_days")
        found = clauses(amended(text, FILE, [NEW, start, varied], first=False))
        assert found["5"][0] == ("reply_kind", "reply_deadline.limit")

    def test_one_that_carries_out_nothing_more_is_set_aside(self) -> None:
        text = NEXT.replace('["reply_kind", "reply_deadline.limit"]', '["reply_kind.default"]')
        kind = Edit("reply_kind", "default", (), {"value": "urgent", "clause": "T1"})
        found = clauses(amended(text, FILE, [NEW, kind], first=False))
        assert found["5"] == ((), "由条款 T1 代替")

    def test_a_table_that_hands_the_clause_down_keeps_it(self) -> None:
        found = clauses(amended(NEXT, FILE, [NEW, limit(**TEN)], first=False))
        assert found["5"][0] == ("reply_kind", "reply_deadline.limit")

    def test_a_clause_that_has_the_whole_rule_has_it_already(self) -> None:
        whole = ClauseEdit("T1", "第一条", "十日", DAY, ("reply_deadline",), source="通知")
        found = clauses(amended(NEXT, FILE, [whole, limit(**TEN)], first=False))
        assert found["T1"][0] == ("reply_deadline",)

    def test_an_unknown_clause_is_left_to_the_reader(self) -> None:
        assert 'clause = "9"' in amended(NEXT, FILE, [limit(clause="9")], first=False)

    def test_what_an_element_hands_down(self) -> None:
        text = (
            '[policy]\nid = "x"\neffective = "undated"\n'
            '[[clause]]\nid = "1"\nencoded_by = ["limit.a.limit", "limit.a.start"]\n'
            '[[clause]]\nid = "2"\nset_aside = "无"\n'
            '[limit.a]\nclause = "1"\nlimit = 5\nstart = "accept"\n'
        )
        edit = Edit("limit.a", "limit", (), {"value": 6, "clause": "2"})
        found = amended(text, "undated.toml", [edit], first=True)
        assert 'limit = { value = 6, clause = "2" }' in found
        assert 'encoded_by = ["limit.a.start"]' in found
        assert 'encoded_by = ["limit.a.limit"]' in found
        varied = f'{text}[variant.v.limit.a]\nclause = "1"\nlimit = 7\n'
        assert amended(varied, "undated.toml", [edit], first=True).count('"limit.a.limit"') == 2


def test_a_published_file_is_not_edited() -> None:
    text = shipped_texts("online-proxy")["undated.toml"]
    (said,) = faults(text, limit(value=10), first=True)
    assert "online-proxy@undated 已经发布，不再改动" in said
