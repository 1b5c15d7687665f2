"""A policy file that is written differently in places, and in no other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import xinfang_core
from command import TOP
from policy_texts import SAMPLE, SAMPLE_FILE
from strategies_skeleton import TEXTS, skeletons
from xinfang_core.change.addresses import Address, addressed
from xinfang_core.change.editing import ORDER, AnyEdit, rewritten
from xinfang_core.change.edits import ClauseEdit, Edit, VariantEdit
from xinfang_core.change.places import place_of
from xinfang_core.codec.skeleton import Skeleton, skeleton_text
from xinfang_core.errors import PolicyDataError
from xinfang_core.policy import lines
from xinfang_core.policy.files import policy_of
from xinfang_core.toml_reader import read_toml
from xinfang_core.vocabulary import Basis, ReplyKind, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDERS = (
    Path(xinfang_core.__file__).parent / "policies",
    *(TOP / "examples" / name for name in ("localities", "policies")),
    TOP / "docs" / "examples",
)
FILES = [path for folder in FOLDERS for path in sorted(folder.glob("*/????*d.toml"))]
DATED = [path for folder in FOLDERS for path in sorted(folder.glob("*/*-*-*.toml"))]
POLICIES = [*FILES, *DATED]

GENERAL = '{ reply_kind = "general", value = 15, phrase = "15个工作日" }'


@cache
def addresses(path: Path) -> tuple[Address, ...]:
    """Every value that a file itself gives."""
    text = path.read_text("utf-8")
    return written_in(text, path.name)


def written_in(text: str, file: str) -> tuple[Address, ...]:
    """Every value that a text itself gives, and not the policy that it fills in."""
    edition = policy_of(text, file).editions[0]
    data: Any = read_toml(text, file).data
    found = []
    for _, address in addressed(lines(edition)):
        given = data.get("variant", {}).get(address.variant, {}) if address.variant else data
        section, _, key = address.rule.partition(".")
        rule = given.get(section, {})
        rule = rule.get(key, {}) if key else rule
        if address.parameter in rule:
            found.append(address)
    return tuple(found)


def edit_of(address: Address, **parts: object) -> Edit:
    """An edit of the value at an address."""
    return Edit(address.rule, address.parameter, address.keys, parts, address.variant)


def as_it_is(data: dict[str, object], address: Address) -> Edit:
    """An edit that says of a value what the file says, whoever hands it down."""
    place = place_of(data, edit_of(address))
    silent = len(address.columns) > 0 and not isinstance(place.path[-1], int)
    parts = {name: place.part(name) or "" for name in ORDER if name != "from"}
    if silent or place.part("value") is None:
        del parts["value"]
    else:
        parts["value"] = place.part("value")
    return edit_of(address, **parts)


def edited(text: str, file: str, edits: Iterable[AnyEdit]) -> str:
    """The file with the edits in it, which reads without faults before and after."""
    policy_of(text, file)
    found = rewritten(text, file, edits)
    policy_of(found, file)
    return found


def sample(*edits: AnyEdit) -> str:
    """The sample with some edits."""
    return edited(SAMPLE, SAMPLE_FILE, edits)


def limit(*keys: str, **parts: object) -> Edit:
    """An edit of the sample's limit."""
    return Edit("reply_deadline", "limit", keys, parts)


def lines_changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that only one of two texts has."""
    old, new = before.splitlines(), after.splitlines()
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


def codes(text: str, *edits: AnyEdit) -> list[str]:
    """What is wrong with some edits of a text."""
    with pytest.raises(PolicyDataError) as raised:
        rewritten(text, SAMPLE_FILE, edits)
    assert all(fault.text("en") and fault.text() for fault in raised.value.faults)
    return [fault.code for fault in raised.value.faults]


class TestValues:
    """A part is changed where it stands; one that is not there is written beside the others."""

    def test_a_cell(self) -> None:
        old, new = lines_changed(SAMPLE, sample(limit("general", value=10, phrase="10个工作日")))
        assert old == [f"  {GENERAL},"]
        assert new == [f"  {GENERAL},".replace("15", "10")]

    def test_names_may_be_chinese_and_are_written_by_their_keys(self) -> None:
        one = limit("一般信访事项", value=10, unit="自然日", phrase="10日", basis="原文载明")
        _, new = lines_changed(SAMPLE, sample(one))
        cell = '{ reply_kind = "general", value = 10, unit = "calendar_day", phrase = "10日" }'
        assert new == [f"  {cell},"]

    def test_terms_and_numbers_may_be_ours(self) -> None:
        default = Edit("reply_kind", "default", (), {"value": ReplyKind.urgent})
        one = limit("general", value=Decimal(15), unit=Unit.working_day, basis=Basis.stated)
        assert lines_changed(SAMPLE, rewritten(SAMPLE, "x", [one, default])) == (
            ['value = "general"'],
            ['value = "urgent"'],
        )

    def test_a_decimal_number_loses_no_digit(self) -> None:
        text = rewritten(SAMPLE, "x", [limit("general", value=Decimal("2.50"))])
        assert 'value = "2.50"' in text

    def test_what_a_table_hands_down_is_not_written_again(self) -> None:
        assert sample(limit("general", unit="working_day", clause="5", basis="stated")) == SAMPLE

    def test_a_part_is_taken_away_and_handed_down_again(self) -> None:
        one = limit("investigation", unit=None, phrase="三十个工作日")
        _, new = lines_changed(SAMPLE, sample(one))
        assert new == ['  { reply_kind = "investigation", value = 30, phrase = "三十个工作日" },']

    def test_what_is_not_there_cannot_be_taken_away(self) -> None:
        assert sample(limit("general", unit=None, note=None)) == SAMPLE

    def test_an_empty_text_says_that_there_is_none(self) -> None:
        noted = SAMPLE.replace('basis = "stated"\ncells', 'basis = "stated"\nnote = "注"\ncells')
        one = limit("general", note="")
        text = edited(noted, SAMPLE_FILE, [one])
        assert lines_changed(noted, text)[1] == [f'  {GENERAL[:-2]}, note = "" }},']
        assert edited(text, SAMPLE_FILE, [one]) == text
        edition = policy_of(text, SAMPLE_FILE).editions[0]
        notes = {address.text(): line.citation.note for line, address in addressed(lines(edition))}
        assert notes["reply_deadline.limit reply_kind=general"] == ""
        assert notes["reply_deadline.limit reply_kind=urgent"] == "注"

    def test_where_nothing_is_handed_down_it_takes_the_part_away(self) -> None:
        one = Edit("reply_deadline", "start", (), {"note": "", "basis": "stated"})
        old, new = lines_changed(SAMPLE, sample(one))
        assert old == ['basis = "interpreted"', 'note = "自受理的次日起"']
        assert new == ['basis = "stated"']

    def test_a_line_is_added_after_those_before_it(self) -> None:
        one = Edit("reply_kind", "default", (), {"misprint": "一股", "basis": "解释", "note": "误"})
        _, new = lines_changed(SAMPLE, sample(one))
        assert new == ['misprint = "一股"', 'basis = "interpreted"', 'note = "误"']

    def test_of_two_edits_of_one_part_the_later_one_counts(self) -> None:
        twice = (limit("general", value=9), limit("general", value=10, phrase="10个工作日"))
        assert sample(*twice) == sample(twice[1])

    def test_a_variant(self) -> None:
        one = Edit("reply_deadline", "start", (), {"note": "自收到之时"}, "calendar_days")
        old, new = lines_changed(SAMPLE, sample(one))
        assert (old, new) == (['note = "自收到的次日起"'], ['note = "自收到之时"'])

    def test_signs_that_end_a_text_are_escaped(self) -> None:
        text = rewritten(SAMPLE, "x", [limit("general", note='"\\\n')])
        assert 'note = "\\"\\\\\\u000A"' in text


class TestVariants:
    """A variant is confirmed for a version, or called otherwise."""

    def test_it_is_confirmed(self) -> None:
        day = date(2024, 3, 1)
        text = sample(VariantEdit("calendar_days", confirmed=day))
        assert lines_changed(SAMPLE, text) == ([], ["confirmed = 2024-03-01"])
        assert sample(VariantEdit("calendar_days")) == SAMPLE

    def test_its_words_change(self) -> None:
        text = sample(VariantEdit("calendar_days", "另一种", reading_of=""))
        assert lines_changed(SAMPLE, text)[1] == ['title = "另一种"']

    def test_an_unknown_one(self) -> None:
        assert codes(SAMPLE, VariantEdit("calendar")) == ["change.no_variant_near"]
        assert codes(SAMPLE, VariantEdit("x")) == ["change.no_variant"]


class TestClauses:
    """A clause is added after the last one, or changed where it stands."""

    NEW = ClauseEdit("7", "第七条", "新的一条", date(2024, 3, 1), ("reply_kind",), source="通知")

    def test_it_is_added_after_the_last_one(self) -> None:
        old, new = lines_changed(SAMPLE, sample(self.NEW))
        assert old == []
        assert new == [
            "[[clause]]",
            'id = "7"',
            'locator = "第七条"',
            'source = "通知"',
            "since = 2024-03-01",
            'text = "新的一条"',
            'encoded_by = ["reply_kind"]',
            "",
        ]
        clause = policy_of(sample(self.NEW), SAMPLE_FILE).editions[0].clauses[-1]
        assert clause.since == date(2024, 3, 1)

    def test_several_are_added_in_their_order(self) -> None:
        text = sample(self.NEW, ClauseEdit("8", "第八条", "又一条", set_aside="无"))
        assert text.index('id = "7"') < text.index('id = "8"') < text.index("[reply_kind")

    def test_names_are_added_to_a_list(self) -> None:
        names = ("reply_kind", "reply_deadline.limit", "reply_deadline.start")
        old, new = lines_changed(SAMPLE, sample(ClauseEdit("5", encoded_by=names)))
        assert old == ['encoded_by = ["reply_kind", "reply_deadline.limit"]']
        assert new == [f'{old[0][:-1]}, "reply_deadline.start"]']

    def test_another_list_is_written_anew(self) -> None:
        _, new = lines_changed(SAMPLE, sample(ClauseEdit("5", encoded_by=("reply_deadline",))))
        assert new == ['encoded_by = ["reply_deadline"]']

    def test_it_is_carried_out_after_all(self) -> None:
        one = ClauseEdit("6", encoded_by=("reply_kind",), set_aside="")
        old, new = lines_changed(SAMPLE, sample(one))
        assert (old, new) == (['set_aside = "没有数值"'], ['encoded_by = ["reply_kind"]'])

    def test_it_is_set_aside(self) -> None:
        one = ClauseEdit("5", encoded_by=(), set_aside="由别的条款代替")
        old, new = lines_changed(SAMPLE, sample(one))
        assert len(old) == 1
        assert new == ['set_aside = "由别的条款代替"']

    def test_what_is_said_already_changes_nothing(self) -> None:
        assert sample(ClauseEdit("5", "第五条", encoded_by=("reply_kind", "reply_deadline.limit")))
        assert sample(ClauseEdit("6", set_aside="没有数值", source="")) == SAMPLE

    def test_in_a_file_without_clauses_it_follows_the_head(self) -> None:
        text = SAMPLE[: SAMPLE.index("\n[[clause]]")]
        assert rewritten(text, "x", [self.NEW]).startswith(f"{text[:-1]}\n\n[[clause]]\nid")

    def test_in_a_list_on_one_line_it_follows_the_last(self) -> None:
        text = 'clause = [{ id = "1", set_aside = "无" }]\n[policy]\n'
        assert rewritten(text, "x", [ClauseEdit("2", "甲"), ClauseEdit("1", set_aside="另")]) == (
            'clause = [{ id = "1", set_aside = "另" }, { id = "2", locator = "甲" }]\n[policy]\n'
        )


class TestSpelling:
    """However a value is written in TOML, it is changed in its place."""

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("[reply_kind]\ndefault.value = 1\n", "[reply_kind]\ndefault.value = 2\n"),
            ("reply_kind.default.value=1 # 注", "reply_kind.default.value=2 # 注"),
            ("reply_kind = { default.value = 1 }", "reply_kind = { default.value = 2 }"),
            ('[reply_kind."default"]\n"value" = 1', '[reply_kind."default"]\n"value" = 2'),
            ("[reply_kind.default]\nvalue = 1_0", "[reply_kind.default]\nvalue = 2"),
            ('[reply_kind.default]\nvalue = """\n甲"""', "[reply_kind.default]\nvalue = 2"),
            ("[reply_kind.default]\nvalue = '甲'#x", "[reply_kind.default]\nvalue = 2#x"),
            ("\ufeff[reply_kind]\r\ndefault = 1\r\n#", "\ufeff[reply_kind]\r\ndefault = 2\r\n#"),
        ],
    )
    def test_a_value(self, before: str, after: str) -> None:
        assert rewritten(before, "x", [Edit("reply_kind", "default", (), {"value": 2})]) == after

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("[reply_kind]\ndefault = 1", '[reply_kind]\ndefault = { value = 1, note = "甲" }'),
            (
                "[reply_kind]\n  default.value = 1\n",
                '[reply_kind]\n  default.value = 1\n  default.note = "甲"\n',
            ),
            (
                "reply_kind = { default.value = 1 }",
                'reply_kind = { default.value = 1, default.note = "甲" }',
            ),
            (
                "[reply_kind.default] # 注\r\nvalue = 1 # 一\r\n",
                '[reply_kind.default] # 注\r\nvalue = 1 # 一\r\nnote = "甲"\r\n',
            ),
        ],
    )
    def test_a_part_more(self, before: str, after: str) -> None:
        one = Edit("reply_kind", "default", (), {"note": "甲"})
        assert rewritten(before, "x", [one]) == after
        back = rewritten(after, "x", [Edit("reply_kind", "default", (), {"note": None})])
        # A value that became a table of its own stays one.
        assert back == before.replace("default = 1", "default = { value = 1 }")

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("{ note = '甲', phrase = '乙', value = 1 }", '{ misprint = "丙", value = 1 }'),
            ("{ value = 1, note = '甲', phrase = '乙' }", '{ value = 1, misprint = "丙" }'),
            ("{ phrase = '乙', value = 1, note = '甲' }", '{ value = 1, misprint = "丙" }'),
        ],
    )
    def test_parts_in_braces_go_with_their_commas(self, before: str, after: str) -> None:
        text = f"reply_kind = {{ default = {before} }}"
        parts = {"note": None, "phrase": None, "misprint": "丙"}
        found = rewritten(text, "x", [Edit("reply_kind", "default", (), parts)])
        assert (
            read_toml(found, "x").data
            == read_toml(f"reply_kind = {{ default = {after} }}", "x").data
        )

    def test_a_part_before_all_others(self) -> None:
        for text in (
            "[reply_kind.default]\nnote = '甲'\n",
            "[reply_kind]\ndefault.note = '甲'\n",
            "reply_kind = { default = { note = '甲' } }",
            "[reply_kind.default]\n",
        ):
            found = rewritten(text, "x", [Edit("reply_kind", "default", (), {"value": 1})])
            (rule,) = read_toml(found, "x").data.values()
            assert next(iter(rule["default"])) == "value"  # type: ignore[index]

    def test_rows_under_headers_of_their_own(self) -> None:
        text = (
            "[[reply_deadline.limit.cells]]\nvalue = 1\nreply_kind = 'urgent'\n"
            "[[reply_deadline.limit.cells]]\nreply_kind = '一般信访事项'\nvalue = 15\n"
        )
        found = rewritten(text, "x", [limit("general", value=10, note="甲")])
        assert found == text.replace("15", '10\nnote = "甲"')

    def test_a_line_before_the_first_one_of_such_a_row(self) -> None:
        text = "[[reply_deadline.limit.cells]]\nreply_kind = 'urgent'\n"
        found = rewritten(text, "x", [limit("urgent", value=1)])
        assert found == text.replace("]]\n", "]]\nvalue = 1\n")

    def test_the_last_line_goes_though_nothing_follows(self) -> None:
        text = "[reply_kind.default]\nvalue = 1\nnote = '甲'"
        found = rewritten(text, "x", [Edit("reply_kind", "default", (), {"note": None})])
        assert found == "[reply_kind.default]\nvalue = 1\n"

    def test_bare_names_of_a_list(self) -> None:
        text = '[priority]\npriorities = ["acceptance", "registration"]\n'
        one = Edit("priority", "priorities", ("2",), {"phrase": "优先登记"})
        other = Edit("priority", "priorities", ("优先受理",), {"value": "handling"})
        assert rewritten(text, "x", [one, other]) == (
            '[priority]\npriorities = ["handling", '
            '{ value = "registration", phrase = "优先登记" }]\n'
        )

    def test_bands(self) -> None:
        text = (
            "[copied_notice.reached]\n"
            "bands = [{ from = 0, value = 'none' }, { from = 5, value = '抄告' }]"
        )
        one = Edit("copied_notice", "reached", ("5",), {"from": 6, "phrase": "6次"})
        found = rewritten(text, "x", [one])
        assert found == text.replace("5", "6").replace("抄告'", '抄告\', phrase = "6次"')

    def test_a_strange_spelling_is_left_alone(self) -> None:
        text = 'variant = { "a,b".title = "甲", "a,b".reading_of = "日" }\n'
        edits = [VariantEdit("a,b", "乙"), VariantEdit("a,b", confirmed=date(2024, 1, 1))]
        assert codes(text, *edits) == ["change.by_hand"]
        assert codes("clause = []\n[policy]\n", TestClauses.NEW) == ["change.by_hand"]


class TestFaults:
    """An edit that leads nowhere says where it could lead; all at once."""

    def test_each_is_told_with_its_place(self) -> None:
        with pytest.raises(PolicyDataError) as raised:
            rewritten(
                SAMPLE,
                SAMPLE_FILE,
                [
                    Edit("reply_deadline", "limits", (), {"value": 1}),
                    limit("general", "urgent", value=1),
                    limit(value=1),
                    limit("gneral", value=1),
                    Edit("reply_kind", "default", ("x",), {"value": 1}),
                    Edit("service_loop", "start", (), {"value": 1}),
                    limit("general", value=None),
                    limit("general", colour="red"),
                    limit("general", **{"from": 1}),
                    Edit("xyz", "start"),
                    Edit("reply", "limit"),
                ],
            )
        assert [fault.code for fault in raised.value.faults] == [
            "change.no_parameter_near",
            "change.no_row",
            "change.which_row",
            "change.no_row",
            "change.one_value",
            "change.no_parameter_near",
            "change.no_value",
            "change.other_part",
            "change.other_part",
            "change.no_rule",
            "change.no_rule_near",
        ]
        assert str(raised.value).splitlines()[3] == (
            "2024-03-01.toml:34:17: reply_deadline.limit: 没有“gneral”这一行，可用："
            "reply_kind=urgent、reply_kind=consultation、reply_kind=general、"
            "reply_kind=investigation"
        )

    def test_an_unknown_rule_is_told_with_those_that_there_are(self) -> None:
        with pytest.raises(
            PolicyDataError, match="没有规则“reply_dedline”，是否指 reply_deadline？"
        ):
            sample(Edit("reply_dedline", "limit"))
        with pytest.raises(PolicyDataError, match="没有规则“xyz”，这个办法写了：reply"):
            sample(Edit("xyz", "start"))

    def test_an_item_that_is_none(self) -> None:
        text = '[priority]\npriorities = { steps = ["acceptance"] }\n'
        for value in ("silent", "无"):
            edit = Edit("priority", "priorities", ("1",), {"value": value})
            assert codes(text, edit) == ["change.absent_step"]

    def test_a_rule_that_the_file_does_not_give(self) -> None:
        assert codes(SAMPLE, Edit("reply_deadline", "start", (), {}, "x")) == ["change.not_given"]
        assert codes(SAMPLE, Edit("priority", "priorities")) == ["change.not_given"]

    def test_the_result_has_to_read(self) -> None:
        with pytest.raises(PolicyDataError) as raised:
            sample(limit("general", value=10), limit("urgent", clause="9"))
        assert [(one.code, one.line) for one in raised.value.faults] == [
            ("clause.unknown", 39),
            ("phrase.without_number", 41),
        ]

    def test_and_so_has_what_is_changed(self) -> None:
        with pytest.raises(PolicyDataError):
            edited(SAMPLE.replace("general", "x"), SAMPLE_FILE, [])


class TestDeclared:
    """What a policy declares is known by its key and by its official name."""

    TEXT = (
        "[kind.a]\nname = '甲类'\n[kind.b]\nname = { value = '乙类' }\n"
        "[limit.x]\nby = ['事项类别', { value = 'level' }]\n[limit.x.limit]\ncells = [\n"
        "  { kind = 'a', level = 'village', value = 1 },\n"
        "  { kind = '乙类', level = 'village', value = 2 },\n]\n"
        "[variant.v.limit.x]\nby = { steps = ['kind'] }\n"
        "limit = { cells = [{ kind = 'a', value = 3 }] }\n"
    )

    @pytest.mark.parametrize(("kind", "value"), [("甲类", 1), ("a", 1), ("乙类", 2), ("b", 2)])
    def test_a_row(self, kind: str, value: int) -> None:
        one = Edit("limit.x", "limit", (kind, "village"), {"value": 9})
        expected = self.TEXT.replace(f"value = {value} }}", "value = 9 }")
        assert rewritten(self.TEXT, "x", [one]) == expected

    def test_a_variant_may_depend_on_something_else(self) -> None:
        one = Edit("limit.x", "limit", ("甲类",), {"value": 9}, "v")
        assert rewritten(self.TEXT, "x", [one]) == self.TEXT.replace("value = 3", "value = 9")


class TestSilent:
    """One word that stands for a whole table is cited once."""

    TEXT = "[reply_deadline.limit]\nvalue = 'silent'\nclause = '5'\n"

    def test_its_citation_is_that_of_each_row(self) -> None:
        assert (
            rewritten(self.TEXT, "x", [limit("general", note="注")]) == f'{self.TEXT}note = "注"\n'
        )

    def test_one_of_its_values_cannot_be_given(self) -> None:
        assert codes(self.TEXT, limit("general", value=1)) == ["change.silent_whole"]

    def test_what_an_element_hands_down_to_a_silent_value(self) -> None:
        text = (
            "[limit.a]\nname = '甲'\nclause = '1'\nphrase = '五日'\nbasis = 'stated'\n"
            "note = '注'\nlimit = 'silent'\n"
        )
        same = {"value": "silent", "clause": "1", "phrase": "", "basis": "", "note": "注"}
        assert rewritten(text, "x", [Edit("limit.a", "limit", (), same)]) == text
        given_now = {"value": 5, "unit": "日", "phrase": "", "basis": "推定"}
        found = rewritten(text, "x", [Edit("limit.a", "limit", (), given_now)])
        assert found.endswith(
            'limit = { value = 5, unit = "日", phrase = "", basis = "assumed" }\n'
        )


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: "-".join(path.parts[-2:]))
class TestOurs:
    """Every value of every file of ours has an address, by which it can be changed."""

    def test_what_a_file_says_changes_nothing(self, path: Path) -> None:
        text = path.read_text("utf-8")
        data = read_toml(text, path.name).data
        every = [as_it_is(data, address) for address in addresses(path)]
        assert rewritten(text, path.name, every) == text

    def test_a_note_is_added_to_every_value_and_taken_away_again(self, path: Path) -> None:
        text = path.read_text("utf-8")
        noted = rewritten(text, path.name, [edit_of(one, note="新注") for one in addresses(path)])
        assert noted.count("新注") >= len({one.path for one in addresses(path)})
        comments = [line for line in text.splitlines() if line.startswith("#")]
        assert [line for line in noted.splitlines() if line.startswith("#")] == comments


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_nothing_changes_but_the_value(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(POLICIES))
    text = path.read_text("utf-8")
    address = data.draw(st.sampled_from(addresses(path)))
    name = data.draw(st.sampled_from(["note", "phrase", "misprint", "clause", "basis"]))
    part = data.draw(TEXTS)
    found = rewritten(text, path.name, [edit_of(address, **{name: part})])
    place = place_of(read_toml(found, "x").data, edit_of(address))
    assert place.part(name) == part
    old, new = lines_changed(text, found)
    assert len(old) <= 1
    assert len(new) <= 1
    crlf = "\ufeff" + text.replace("\n", "\r\n")
    assert rewritten(crlf, path.name, [edit_of(address, **{name: part})]) == (
        "\ufeff" + found.replace("\n", "\r\n")
    )


def test_the_place_of_a_step_is_no_official_name() -> None:
    text = '[limit.a]\nname = "1"\n\n[limit.b]\nname = "乙"\nby = ["kind"]\n'
    found = rewritten(text, "x", [Edit("limit.b", "by", ("1",), {"note": "甲"})])
    assert found == text.replace('["kind"]', '[{ value = "kind", note = "甲" }]')


@given(skeletons(), TEXTS)
@settings(max_examples=20, deadline=None)
def test_generated_policies(skeleton: Skeleton, note: str) -> None:
    text, file = skeleton_text(skeleton), skeleton.file_name
    try:
        found = written_in(text, file)
    except PolicyDataError:  # laxer than the national text
        return
    data = read_toml(text, file).data
    assert rewritten(text, file, [as_it_is(data, one) for one in found]) == text
    noted = edited(text, file, noted_edits(found, note))
    edition = policy_of(noted, file).editions[0]
    assert all(line.citation.note == note for line in lines(edition))


def noted_edits(found: Iterable[Address], note: str) -> list[Edit]:
    """A note for each value."""
    return [edit_of(address, note=note) for address in found]
