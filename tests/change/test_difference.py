"""What a newer edition says otherwise: every difference once, of its own kind."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from editions import LADDERS, NOTICE, PROXY, changed, compared, edition, told
from policy_texts import CITED, SAMPLE, declared_limit, head
from strategies_skeleton import skeletons
from xinfang_core.change.difference import difference
from xinfang_core.change.entries import ChangeKind, Entry, Subject
from xinfang_core.change.renaming import renaming
from xinfang_core.codec.skeleton import skeleton_text
from xinfang_core.errors import PolicyDataError
from xinfang_core.policy import lines, load_policy, policy_ids, read_policy
from xinfang_core.vocabulary import Absent, Declared, ReplyKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from xinfang_core.change.entries import Entry
    from xinfang_core.change.renaming import Renaming
    from xinfang_core.codec.skeleton import Skeleton
    from xinfang_core.policy import Edition, Line
    from xinfang_core.sources import Citation

FEW = settings(max_examples=15)
"""Two whole files are written and read for each."""

EVERY = [one for policy_id in policy_ids() for one in load_policy(policy_id).editions]

OWN = (
    f"""{head("event.pre_trial", "limit.sign_for", "limit.hand_on")}
[event.pre_trial]
name = "预审"
{CITED}"""
    + declared_limit(
        "sign_for",
        "签收期限",
        ("pre_trial", "accept"),
        'limit = { value = 3, unit = "working_day" }',
    )
    + declared_limit(
        "hand_on",
        "转办期限",
        ("accept", "transfer"),
        'limit = { value = 5, unit = "working_day" }',
    )
)
KINDS = f"""{head("kind.urgent")}
[kind.urgent]
name = "紧急事项"
flag = "urgent"
{CITED}
"""
LEVELS = "一、分类代理（一）"
DATED = "2024-03-01.toml"
POLICIES = Path(__file__).parents[2] / "examples" / "policies"
_MOST = 0.9


class TestValues:
    """A value that differs is told with both sides, whatever else of it differs too."""

    def test_the_notice_changes_two_values_and_adds_a_clause(self) -> None:
        found = compared(*NOTICE)
        assert [told(one)[:2] for one in found.entries] == [
            ("added", "clause.n1"),
            ("changed", "reply_deadline.limit"),
            ("changed", "incentive.amount"),
        ]
        limit = found.entries[1]
        assert (limit.title, limit.place) == ("答复期限", "一般信访事项")
        sides = {part.name: (part.old, part.new) for part in limit.parts}
        assert sides == {
            "value": ("15个工作日", "10个工作日"),
            "clause": (LEVELS, "通知第一条"),
            "phrase": ("一般信访事项15日内回复", "10个工作日内回复"),
            "basis": ("解释", "原文载明"),
            "note": 2 * (limit.parts[-1].old,),
        }
        assert found.counts == {ChangeKind.changed: 2, ChangeKind.added: 1}

    def test_the_same_count_of_another_unit(self) -> None:
        text = changed(
            SAMPLE, ('unit = "calendar_day", phrase = "三十日"', 'phrase = "30个工作日"')
        )
        (entry,) = difference(edition(SAMPLE, DATED), edition(text, DATED)).entries
        assert told(entry)[0] == "unit"
        assert told(entry)[2:] == ("30日（自然日）；三十日", "30个工作日；30个工作日")

    def test_only_the_citation(self) -> None:
        found = compared(('value = 20, phrase = "奖励20元"', 'value = 20, phrase = "20元"'))
        assert [told(one) for one in found.entries] == [
            ("cited", "incentive.amount", "20元；奖励20元", "20元；20元")
        ]

    def test_a_value_that_there_is_none_of_now(self) -> None:
        cap = '[incentive.cap]\nvalue = "none"'
        found = compared((cap, '[incentive.cap]\nvalue = 50\nunit = "yuan"\nphrase = "50元"'))
        assert told(found.entries[0])[2:] == ("无", "50元；50元")

    def test_a_variant_s_value(self) -> None:
        text = changed(SAMPLE, ('phrase = "收到后"', 'phrase = "收到时"'))
        (entry,) = difference(edition(SAMPLE, DATED), edition(text, DATED)).entries
        assert told(entry)[:2] == ("cited", "variant.calendar_days.reply_deadline.start")

    def test_a_whole_rule(self) -> None:
        before = edition(PROXY)
        params = {rule: one for rule, one in before.params.items() if rule != "growth_signs"}
        (entry,) = difference(before, evolve(before, params=params)).entries
        assert (entry.kind, entry.subject) == (ChangeKind.removed, Subject.rule)
        assert (entry.path, entry.title) == ("growth_signs", "苗头提示")
        assert (len(entry.old), entry.new) == (len(entry.parts), ())
        assert (entry.parts[0].label, entry.parts[0].new) == ("first 集体访苗头", "")


class TestLists:
    """Steps are told by name: put in, taken out, or in another order."""

    FIRST = '  { value = "civil_servant", phrase = "本区公务员" },\n'
    SECOND = '  { value = "public_institution_staff", phrase = "事业单位工作人员" },\n'

    def test_a_step_taken_out(self) -> None:
        (entry,) = compared((f"{self.FIRST}{self.SECOND}", self.SECOND)).entries
        assert told(entry)[:3] == (
            "removed",
            "agent_eligibility.categories",
            "公务员；二、（二）加强队伍建设；本区公务员；原文载明",
        )
        assert entry.place == "第 1 项"

    def test_a_step_put_in_leaves_the_others_alone(self) -> None:
        text = changed(PROXY, (f"{self.FIRST}{self.SECOND}", self.SECOND))
        (entry,) = difference(edition(text), edition(PROXY)).entries
        assert (entry.kind, entry.place) == (ChangeKind.added, "第 1 项")

    def test_another_order(self) -> None:
        both = self.FIRST + self.SECOND
        (entry,) = compared((both, self.SECOND + self.FIRST)).entries
        assert told(entry)[:2] == ("reordered", "agent_eligibility.categories")
        assert entry.parts[0].new.startswith("事业单位工作人员、公务员、村（社区）")
        assert (entry.old, entry.new) == ((), ())

    def test_a_list_that_is_told_now(self) -> None:
        old = load_policy("jiuyuan").editions[0]
        new = read_policy(POLICIES / "shandong-mandate").editions[0]
        entry = next(one for one in difference(old, new).entries if one.path == "mandate.proofs")
        assert entry.kind is ChangeKind.changed
        assert [line.value for line in entry.old] == [Absent.silent]
        assert told(entry)[2:] == ("原文未载明", "第 1 项：关系证明；第 2 项：推荐书")


class TestBands:
    """A threshold may move while what is done from there on is the same."""

    def test_a_threshold_that_moves(self) -> None:
        (entry,) = compared(("from = 6", "from = 7"), text=LADDERS).entries
        assert told(entry) == (
            "threshold",
            "copied_notice.reached",
            "自 6 起；二级抄告",
            "自 7 起；二级抄告",
        )

    def test_all_thresholds_at_once(self) -> None:
        moved = (("from = 1,", "from = 6,"), ('from = 6, value = "sec', 'from = 11, value = "sec'))
        text = changed(LADDERS, *moved, ('from = 11, value = "third', 'from = 16, value = "third'))
        found = difference(edition(LADDERS), edition(text)).entries
        assert [told(one)[0] for one in found] == ["threshold"] * 3

    def test_another_step_from_the_same_threshold(self) -> None:
        step = 'from = 16, value = "exposure"'
        (entry,) = compared((step, 'from = 16, value = "red_card"'), text=LADDERS).entries
        assert told(entry)[0] == "changed"

    def test_a_further_threshold(self) -> None:
        line = '  { from = 11, value = "third_copy" },\n'
        (entry,) = compared((line, ""), text=LADDERS).entries
        assert (entry.kind, entry.place) == (ChangeKind.removed, "自 11 起")


class TestShapes:
    """A limit may depend on something now, or no longer."""

    ONE = 'limit = { value = 3, unit = "working_day" }'
    BY_URGENCY = (
        'by = ["urgent"]\n[limit.sign_for.limit]\nunit = "working_day"\n'
        'cells = [{ urgent = "yes", value = 1 }, { urgent = "no", value = 3 }]\n'
    )

    def test_one_period_becomes_a_table(self) -> None:
        (sign, rest) = OWN.split(self.ONE)
        text = sign + CITED + self.BY_URGENCY + rest.removeprefix("\n" + CITED)
        found = difference(edition(OWN), edition(text)).entries
        assert [told(one) for one in found] == [
            ("changed", "limit.sign_for.limit", "3个工作日", "是：1个工作日；否：3个工作日"),
            ("added", "limit.sign_for.by", "", "紧急；第一条；推定；示例"),
        ]
        assert (len(found[0].old), len(found[0].new)) == (1, 2)


class TestHead:
    """What the head says is told field by field."""

    def test_title_day_and_transition(self) -> None:
        text = changed(
            PROXY,
            ('effective = "undated"', "effective = 2027-03-01"),
            ("网上信访代理工作经验材料", "网上信访代理工作办法"),
            ("来源未署日期", "在办的照旧；来源未署日期"),
        )
        found = difference(edition(PROXY), edition(text, "2027-03-01.toml"))
        assert [told(one)[:3] for one in found.entries] == [
            ("changed", "policy.title", "网上信访代理工作经验材料"),
            ("changed", "policy.effective", "未署日期"),
            ("changed", "policy.transition.text", found.entries[2].parts[0].old),
        ]
        assert {one.subject for one in found.entries} == {Subject.head}

    def test_open_cases_that_switch_now(self) -> None:
        before = f'effective = 2027-03-01\npicked_by = "register"\n{_line(PROXY, "reading")}'
        kept = changed(
            PROXY,
            (f'effective = "undated"\npicked_by = "register"\n{_line(PROXY, "reading")}', before),
        )
        line = _line(kept, "transition")
        words = line.removeprefix("transition = ")
        switched = changed(
            kept, (line, f'[policy.transition]\nopen_cases = "switch"\ntext = {words}')
        )
        old, new = (edition(text, "2027-03-01.toml") for text in (kept, switched))
        assert [told(one) for one in difference(old, new).entries] == [
            ("changed", "policy.transition.open_cases", "沿用旧办法", "改用新办法"),
            ("changed", "policy.transition.switch_on", "", "2027-03-01"),
        ]

    def test_another_title_of_the_source_is_no_other_citation(self) -> None:
        found = compared(("网上信访代理工作经验材料", "网上信访代理工作办法"))
        assert [one.path for one in found.entries] == ["policy.title"]

    def test_the_rules_that_are_open_to_localities(self) -> None:
        new, old = load_policy("national").editions
        (entry,) = (one for one in difference(old, new).entries if one.path == "policy.open_rules")
        assert told(entry)[2:] == ("集体信访、办理流程", "评价期限、集体信访、满意度、办理流程")


class TestClauses:
    """A clause may say another thing, or stand elsewhere, or have another id."""

    def test_another_id_alone(self) -> None:
        text = PROXY.replace('id = "18"', 'id = "18a"').replace('clause = "18"', 'clause = "18a"')
        (entry,) = difference(edition(PROXY), edition(text)).entries
        assert told(entry) == ("renamed", "clause.18a", "18", "18a")

    def test_another_place_is_no_other_citation(self) -> None:
        (entry,) = compared(("第一条", "第二条"), text=OWN).entries
        assert told(entry) == ("moved", "clause.1", "第一条", "第二条")

    def test_other_words(self) -> None:
        (entry,) = compared(('text = "示例"', 'text = "另例"'), text=OWN).entries
        assert told(entry) == ("changed", "clause.1", "示例", "另例")

    def test_values_cite_another_place_where_only_some_of_it_moved(self) -> None:
        second = '[[clause]]\nid = "2"\nlocator = "第一条"\ntext = "又"\nset_aside = "略"\n\n'
        text = changed(OWN, ("[event.pre_trial]", f"{second}[event.pre_trial]"))
        found = compared(("第一条", "第二条"), text=text)
        assert {one.kind for one in found.entries[1:]} == {ChangeKind.cited}
        assert told(found.entries[0])[0] == "moved"


class TestNames:
    """What is only called otherwise is neither gone nor new."""

    def test_a_declared_step_under_another_key_with_all_that_names_it(self) -> None:
        found = difference(edition(OWN), edition(OWN.replace("pre_trial", "pretrial")))
        assert [told(one) for one in found.entries] == [
            ("renamed", "event.pretrial", "event.pre_trial", "event.pretrial")
        ]

    def test_a_declared_limit_under_another_official_name(self) -> None:
        (entry,) = compared(("签收期限", "签收时限"), text=OWN).entries
        assert told(entry) == ("renamed", "limit.sign_for.name", "签收期限", "签收时限")

    def test_under_another_key_and_another_name_by_what_it_says(self) -> None:
        text = OWN.replace("sign_for", "signed").replace("签收期限", "签收时限")
        found = difference(edition(OWN), edition(text)).entries
        assert [told(one)[:2] for one in found] == [
            ("renamed", "limit.signed"),
            ("renamed", "limit.signed.name"),
        ]

    def test_a_step_of_another_name_and_key_is_another_step(self) -> None:
        text = OWN.replace("pre_trial", "second").replace("预审", "复审")
        found = difference(edition(OWN), edition(text)).entries
        assert [told(one)[:2] for one in found] == [
            ("changed", "clause.1"),
            ("removed", "event.pre_trial"),
            ("added", "event.second"),
            ("changed", "limit.sign_for.start"),
        ]

    def test_a_variant_of_another_name(self) -> None:
        text = SAMPLE.replace("variant.calendar_days", "variant.natural_days")
        (entry,) = difference(edition(SAMPLE, DATED), edition(text, DATED)).entries
        assert (entry.subject, entry.kind) == (Subject.variant, ChangeKind.renamed)
        assert told(entry)[1:] == ("variant.natural_days", "calendar_days", "natural_days")

    def test_a_variant_of_another_name_and_title_by_what_it_replaces(self) -> None:
        text = SAMPLE.replace("variant.calendar_days", "variant.natural_days")
        text = changed(text, ("“日”按自然日", "“日”按日历日"))
        (entry,) = difference(edition(SAMPLE, DATED), edition(text, DATED)).entries
        assert (entry.subject, entry.kind) == (Subject.variant, ChangeKind.changed)

    def test_a_variant_that_is_gone(self) -> None:
        text = SAMPLE[: SAMPLE.index("[variant")]
        (entry,) = difference(edition(SAMPLE, DATED), edition(text, DATED)).entries
        assert (entry.subject, entry.kind) == (Subject.variant, ChangeKind.removed)
        assert [(one.label, one.old) for one in entry.parts[-1:]] == [("答复期限 start", "收到")]
        assert (len(entry.old), len(entry.new)) == (1, 0)

    def test_a_known_kind_that_a_policy_calls_by_a_key_of_its_own(self) -> None:
        old, new = edition(KINDS), edition(KINDS.replace("kind.urgent", "kind.pressing"))
        names = renaming(old, new)
        assert names.value(ReplyKind.urgent) == Declared("pressing")
        assert renaming(new, old).value(Declared("pressing")) is ReplyKind.urgent


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.label)
def test_an_edition_does_not_differ_from_itself(one: Edition) -> None:
    assert difference(one, one).entries == ()


@pytest.mark.parametrize("old", EVERY, ids=lambda one: one.label)
@pytest.mark.parametrize("new", EVERY, ids=lambda one: one.label)
def test_shipped_editions_are_compared_whole(old: Edition, new: Edition) -> None:
    _check_whole(old, new)


@pytest.mark.parametrize(
    ("one", "name"),
    [(one, name) for one in EVERY for name in one.variants],
    ids=lambda item: item if isinstance(item, str) else item.label,
)
def test_an_edition_and_what_a_variant_makes_of_it_are_compared_whole(
    one: Edition, name: str
) -> None:
    _check_whole(one, one.with_variant(name))
    assert difference(one, one.with_variant(name)).entries


@FEW
@given(skeletons(), skeletons())
def test_generated_policies_are_compared_whole(one: Skeleton, other: Skeleton) -> None:
    try:
        old, new = (edition(skeleton_text(each), each.file_name) for each in (one, other))
    except PolicyDataError:
        assume(False)  # noqa: FBT003 - hypothesis has it so
        raise
    assert difference(old, old).entries == ()
    _check_whole(old, new)


@FEW
@given(st.integers(0, 10_000), st.integers(0, 10_000), st.data())
def test_values_that_are_taken_out_or_changed_are_compared_whole(
    seed: int, other: int, data: st.DataObject
) -> None:
    whole = data.draw(st.sampled_from(EVERY))
    _check_whole(_thinned(whole, seed), _thinned(whole, other))


def _line(text: str, name: str) -> str:
    """The line of a head that gives a value."""
    return next(f"{one}\n" for one in text.splitlines() if one.startswith(f"{name} = "))


def _thinned(whole: Edition, seed: int) -> Edition:
    """An edition without some of its rules, and without some of its variants and clauses."""
    chosen = Random(seed)  # noqa: S311 - which ones, not a secret
    return evolve(
        whole,
        params={rule: one for rule, one in whole.params.items() if chosen.random() < _MOST},
        variants={name: one for name, one in whole.variants.items() if chosen.random() < _MOST},
        clauses=tuple(one for one in whole.clauses if chosen.random() < _MOST),
    )


_MIRRORED = {
    ChangeKind.added: ChangeKind.removed,
    ChangeKind.removed: ChangeKind.added,
}


def _mirrored(entry: Entry) -> Entry:
    """The same difference seen from the other side."""
    return evolve(
        entry,
        kind=_MIRRORED.get(entry.kind, entry.kind),
        parts=tuple(evolve(one, old=one.new, new=one.old) for one in entry.parts),
        old=entry.new,
        new=entry.old,
    )


def _check_whole(old: Edition, new: Edition) -> None:
    """Every line that differs is in one entry, and seen from the other side it is the same."""
    there, back = difference(old, new).entries, difference(new, old).entries
    assert sorted(map(_shape, there)) == sorted(_shape(_mirrored(one)) for one in back)
    names = renaming(old, new)
    before = Counter(_alike(line, names.citation, names) for line in lines(old))
    after = Counter(_alike(line, names.own) for line in lines(new))
    told_before = (_alike(one, names.citation, names) for entry in there for one in entry.old)
    assert Counter(told_before) == before - after
    assert Counter(_alike(one, names.own) for entry in there for one in entry.new) == after - before


def _alike(
    line: Line, cited: Callable[[Citation], Citation], names: Renaming | None = None
) -> tuple[object, ...]:
    """All that is compared of a line, as the newer edition calls and cites it."""
    citation = cited(line.citation)
    if names is None:
        return (line.variant, line.rule, line.parameter, line.keys, line.value, citation)
    variant = names.names.get(line.variant, line.variant)
    keys, value = tuple(map(names.value, line.keys)), names.value(line.value)
    return (variant, names.rule(line.rule), line.parameter, keys, value, citation)


def _shape(entry: Entry) -> str:
    """What an entry says, whichever side it is seen from."""
    parts = [(one.name, one.old, one.new) for one in entry.parts if one.is_changed]
    return repr((entry.kind, entry.subject, entry.old, entry.new, parts))
