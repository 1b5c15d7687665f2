"""JSON and JSON Lines: as strict as the standard, each fault with its line or path."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import present
from record_files import cases_in, complaints
from strategies import at_least
from xinfang_core.case import Agent, Case, Event, History
from xinfang_core.case.moments import day_of
from xinfang_core.codec import read_records
from xinfang_core.errors import Fault, RecordError
from xinfang_core.vocabulary import AgentCategory, EventKind, Grade, ReplyKind, Role

if TYPE_CHECKING:
    from pathlib import Path

LIST, LINES = "r.json", "r.jsonl"
MOST_SHOWN = 40
KINDS = [name for kind in EventKind for name in (kind.name, str(kind.value))]
NOT_A_MOMENT = "须为日期或者时刻（如 2025-09-30、2025-09-30T08:05、2025年9月30日），实际为“{}”"
RECORDS: list[dict[str, object]] = [
    {
        "case_no": "1",
        "received_at": "2025-09-01",
        "category": "紧急事项",
        "urgent": True,
        "consultation": "否",
        "agent_no": None,
        "agent_category": "civil_servant",
        "extended_at": "2025-10-01",
        "extension": 30,
        "x": [1.5, {"y": None}],
    },
    {
        "case_no": "2",
        "events": [
            {"kind": "receive", "at": "2025-09-01"},
            {"事件": "延期", "时间": "2025-10-01", "延长天数": 10, "已告知延期理由": "是"},
            {"kind": "evaluate", "at": "2025-11-01", "grade": "满意", "target": "代理员"},
            {"kind": "reply", "at": "2025-10-02", "extension": None},
        ],
    },
]
CASES = (
    Case(
        "1",
        History(
            (
                Event(EventKind.receive, date(2025, 9, 1)),
                Event(EventKind.extend, date(2025, 10, 1), extension=30),
            )
        ),
        category=ReplyKind.urgent,
        urgent=True,
        consultation=False,
        agent=Agent(AgentCategory.civil_servant),
    ),
    Case(
        "2",
        History(
            (
                Event(EventKind.receive, date(2025, 9, 1)),
                Event(EventKind.extend, date(2025, 10, 1), extension=10, reason_told=True),
                Event(EventKind.reply, date(2025, 10, 2)),
                Event(
                    EventKind.evaluate,
                    date(2025, 11, 1),
                    grade=Grade.satisfied,
                    target=Role.agent,
                ),
            )
        ),
    ),
)


class TestReading:
    """A list, an object with a list under ``cases``, or an object a line: the same records."""

    def test_a_list(self, tmp_path: Path) -> None:
        assert cases_in(tmp_path, json.dumps(RECORDS), LIST) == CASES

    def test_an_object_with_cases(self, tmp_path: Path) -> None:
        text = json.dumps({"cases": RECORDS, "summary": {}}, ensure_ascii=False)
        assert cases_in(tmp_path, text.encode("gb18030"), LIST) == CASES

    @pytest.mark.parametrize("name", [LINES, "R.JSONL", "r.ndjson"])
    def test_lines(self, tmp_path: Path, name: str) -> None:
        text = "\r\n\r\n".join(json.dumps(record, ensure_ascii=False) for record in RECORDS)
        assert cases_in(tmp_path, f"\ufeff{text}\n", name) == CASES

    def test_a_line_separator_of_unicode_ends_no_line(self, tmp_path: Path) -> None:
        assert cases_in(tmp_path, '{"case_no": "1", "备注": "a\u2028b\x85"}\n', LINES) == (
            Case("1"),
        )

    @pytest.mark.parametrize("text", ["[]", '{"cases": []}'])
    def test_no_cases_are_no_fault(self, tmp_path: Path, text: str) -> None:
        assert cases_in(tmp_path, text, LIST) == ()

    @pytest.mark.parametrize("kind", [EventKind.promise, EventKind.plan])
    def test_the_end_of_a_promise_is_read_as_it_is_taken_in_python(
        self, tmp_path: Path, kind: EventKind
    ) -> None:
        event = {
            "kind": kind.name,
            "at": "2026-02-11T00:30+08:00",
            "until": "2026-02-10T20:00Z",
        }
        text = json.dumps([{"case_no": "1", "events": [event]}])
        at, until = (datetime.fromisoformat(event[name]) for name in ("at", "until"))
        taken = Event(kind, at, until=until)
        (case,) = cases_in(tmp_path, text, LIST)
        (read,) = case.history.events
        assert read.until == day_of(present(taken.until)) == date(2026, 2, 11)
        assert read.day == taken.day == date(2026, 2, 11)

    def test_keys_that_feed_nothing_are_named(self, tmp_path: Path) -> None:
        path = tmp_path / LIST
        path.write_text(json.dumps(RECORDS))
        assert read_records(path).unused == ("x",)

    def test_a_history_joins_the_flat_dates(self, tmp_path: Path) -> None:
        text = (
            '[{"case_no": "1", "received_at": "2025-01-01",'
            ' "events": [{"kind": "reply", "at": "2025-01-02"}]}]'
        )
        (case,) = cases_in(tmp_path, text, LIST)
        assert [event.kind for event in case.history.events] == [EventKind.receive, EventKind.reply]


class TestForm:
    """What is not JSON, or more than JSON allows, is refused where it stands."""

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("[", ["1:2: 不是合法的 JSON"]),
            ('[\n  {"case_no": 1\n]', ["3:1: 不是合法的 JSON"]),
            ("{'case_no': 1}", ["1:2: 不是合法的 JSON"]),
            ('{"case_no": "1"}\n{"case_no": "2"}', ["2:1: 不是合法的 JSON"]),
            ("{}", ["须为记录的列表，或者含有 cases 列表的对象"]),
            ('{"cases": {}}', ["须为记录的列表，或者含有 cases 列表的对象"]),
            ("3", ["须为记录的列表，或者含有 cases 列表的对象"]),
            (
                '[3, "x", null, [], {"case_no": "1"}]',
                [
                    "[0]: 每条记录须为对象，实际为 3",
                    '[1]: 每条记录须为对象，实际为 "x"',
                    "[2]: 每条记录须为对象，实际为 null",
                    "[3]: 每条记录须为对象，实际为 []",
                ],
            ),
            ("[" * 100_000, ["JSON 嵌套过深"]),
            (
                '[{"case_no": "1"}, {"case_no": "2", "people": -' + "9" * 5000 + "}]",
                ["[1].people: 这个数有 5001 位，不是登记表中的数"],
            ),
            ('[{"case_no": "1", "case_no": "2"}]', ["[0]: 键“case_no”出现两次"]),
            (
                (
                    '{"cases": [{"case_no": "1", "a": 1, "a": 2, "a": 3}], "cases": '
                    '[{"case_no": "1", "events": [{"kind": "reply", "kind": "accept",'
                    ' "at": "2025-01-01"}], "x": NaN, "y": [-Infinity]}]}'
                ),
                [
                    "键“cases”出现两次",
                    "cases[0].events[0]: 键“kind”出现两次",
                    "cases[0].x: NaN 不是数",
                    "cases[0].y[0]: -Infinity 不是数",
                ],
            ),
            (
                '{"cases": 3, "x": Infinity}',
                [
                    "x: Infinity 不是数",
                    "须为记录的列表，或者含有 cases 列表的对象",
                ],
            ),
        ],
    )
    def test_a_document(self, tmp_path: Path, text: str, wanted: list[str]) -> None:
        assert complaints(tmp_path, text, LIST) == wanted

    def test_deep_nesting_below_the_bound_of_the_reader(self, tmp_path: Path) -> None:
        deep = "[" * 700 + "]" * 700
        text = f'[{{"case_no": {deep}, "category": {deep}, "received_at": {deep}}}]'
        assert [line.partition(": ")[0] for line in complaints(tmp_path, text, LIST)] == [
            "[0].case_no",
            "[0].category",
            "[0].received_at",
        ]

    def test_slips_below_deep_nesting(self, tmp_path: Path) -> None:
        deep = "[" * 985 + "NaN" + "]" * 985
        text = f'[{{"case_no": "1", "x": {deep}}}]'
        assert complaints(tmp_path, text, LIST) == ["JSON 嵌套过深"]

    def test_many_keys_are_read_in_no_time(self, tmp_path: Path) -> None:
        keys = ", ".join(f'"{number}": 0' for number in range(50_000))
        assert cases_in(tmp_path, f'[{{"case_no": "1", "x": {{{keys}}}}}]', LIST) == (Case("1"),)

    def test_lines_are_refused_one_by_one(self, tmp_path: Path) -> None:
        text = (
            '{"case_no": "1"}\n'
            "\n"
            "{bad}\n"
            "[1]\n"
            '{"case_no": "2", "received_at": "x"}\n'
            '{"case_no": "1", "case_no": "2"}\n'
            f'{{"case_no": "3", "x": {"[" * 200_000}\n'
            '{"case_no": "4", "x": {"y": NaN}}\n'
            f'{{"case_no": {"1" * 4301}}}\n'
        )
        assert complaints(tmp_path, text, LINES) == [
            "3:2: 不是合法的 JSON",
            "4: 每条记录须为对象，实际为 [1]",
            f"5: received_at: {NOT_A_MOMENT.format('x')}",
            "6: 键“case_no”出现两次",
            "7: JSON 嵌套过深",
            "8: x.y: NaN 不是数",
            "9: case_no: 这个数有 4301 位，不是登记表中的数",
        ]

    def test_a_file_without_one_good_line(self, tmp_path: Path) -> None:
        assert complaints(tmp_path, "{bad}\n[1]\n", LINES) == [
            "1:2: 不是合法的 JSON",
            "2: 每条记录须为对象，实际为 [1]",
        ]


class TestRecords:
    """A JSON value keeps its type: "2" is not 2, true is not 1."""

    @pytest.mark.parametrize(
        ("found", "number"),
        [
            ("1", "1"),
            ("20250900000000012345", "20250900000000012345"),
            ("20250901.0", "20250901"),
            ('" 007 "', "007"),
        ],
    )
    def test_a_whole_number_is_a_case_number_with_every_digit(
        self, tmp_path: Path, found: str, number: str
    ) -> None:
        assert cases_in(tmp_path, f'[{{"case_no": {found}}}]', LIST) == (Case(number),)

    def test_a_whole_number_of_a_program_that_marks_what_is_missing(self, tmp_path: Path) -> None:
        (case,) = cases_in(tmp_path, '[{"case_no": "1", "people": 12.0}]', LIST)
        assert case.people == 12
        assert type(case.people) is int

    @pytest.mark.parametrize(
        ("record", "wanted"),
        [
            ('"case_no": 1.5', "case_no: 须为非空文字，实际为 1.5"),
            ('"case_no": true', "case_no: 须为非空文字，实际为 true"),
            (
                '"case_no": 2.02509e19',
                (
                    "case_no: “2.02509e+19”是电子表格按科学记数写出的数，后面的数字已经丢失："
                    "请从原系统重新导出，导入时将该列设为文本"
                ),
            ),
            ('"case_no": " "', 'case_no: 须为非空文字，实际为 " "'),
            ('"case_no": "\\ud800"', 'case_no: 不能含有换行等控制字符，实际为 "<U+D800>"'),
            ('"case_no": "1\\n2"', 'case_no: 不能含有换行等控制字符，实际为 "1<U+000A>2"'),
            (
                '"case_no": "1", "received_at": 45930',
                (
                    "received_at: “45930”像是电子表格的日期序号（可能是 2025-09-30），"
                    "请将该列设为日期文本"
                ),
            ),
            (
                '"case_no": "1", "received_at": true',
                f"received_at: {NOT_A_MOMENT.format('true')}",
            ),
            (
                '"case_no": "1", "urgent": 1',
                "urgent: 须为 是 或者 否（JSON 中为 true 或者 false），实际为 1",
            ),
            (
                '"case_no": "1", "urgent": "true"',
                'urgent: 须为 是 或者 否（JSON 中为 true 或者 false），实际为 "true"',
            ),
            (
                '"case_no": "1", "urgent": ["是"]',
                "urgent: 须为 是 或者 否（JSON 中为 true 或者 false），实际为 ['是']",
            ),
            (
                '"case_no": "1", "extended_at": "2025-01-01", "extension": "30"',
                'extension: 须为整数（不加引号），实际为 "30"',
            ),
            (
                '"case_no": "1", "extended_at": "2025-01-01", "extension": true',
                "extension: 须为整数（不加引号），实际为 true",
            ),
            (
                '"case_no": "1", "extended_at": "2025-01-01", "extension": 30.5',
                "extension: 须为整数（不加引号），实际为 30.5",
            ),
            (
                '"case_no": "1", "extended_at": "2025-01-01", "extension": 0',
                "extension: 延长天数须为不小于 1 的整数",
            ),
            (
                '"case_no": "1", "settled": "yess"',
                'settled: 须为 是 或者 否（JSON 中为 true 或者 false），实际为 "yess"',
            ),
            ('"case_no": "1", "events": {}', "events: 须为列表，实际为 {}"),
            ('"case_no": "1", "events": "x"', 'events: 须为列表，实际为 "x"'),
        ],
    )
    def test_a_flat_value(self, tmp_path: Path, record: str, wanted: str) -> None:
        assert complaints(tmp_path, f"[{{{record}}}]", LIST) == [f"[0].{wanted}"]
        assert complaints(tmp_path, f"{{{record}}}", LINES) == [f"1: {wanted}"]

    @pytest.mark.parametrize(
        ("event", "wanted"),
        [
            ("3", ": 每条记录须为对象，实际为 3"),
            ("{}", ": 缺少“kind”"),
            ('{"kind": "reply"}', ": 缺少“at”"),
            ('{"kind": null, "at": "2025-01-01"}', ": 缺少“kind”"),
            (
                '{"kind": "zzz", "at": "2025-01-01"}',
                f".kind: “zzz”不是可用的取值，可用：{'、'.join(KINDS[:MOST_SHOWN])}、…",
            ),
            (
                '{"kind": "reply", "at": "2025-01-01", "foo": 1}',
                (
                    ".foo: 没有“foo”这一项，可用：kind、事件、at、时间、extension、延长天数、"
                    "reason_told、已告知延期理由、grade、满意度、target、评价对象、until、截止日期、"
                    "cause、暂停原因、step、督办措施、mode、反馈方式、amount、金额"
                ),
            ),
            (
                '{"kind": "reply", "at": "2025-01-01", "reason": 1}',
                ".reason: 没有“reason”这一项，是否为“reason_told”？",
            ),
            (
                '{"kind": "reply", "at": "2025-01-01", "事件": "答复"}',
                ".事件: 列“事件”与列“kind”是同一字段",
            ),
            (
                '{"kind": "reply", "at": "2025-01-01", "extension": 3}',
                ".extension: “答复”不带 extension",
            ),
            ('{"kind": "extend", "at": "2025-01-01"}', ".extension: “延期”须带 extension"),
            (
                '{"kind": "extend", "at": "2025-01-01", "extension": "3"}',
                '.extension: 须为整数（不加引号），实际为 "3"',
            ),
            (
                '{"kind": "extend", "at": "2025-01-01", "extension": -3}',
                ".extension: 延长天数须为不小于 1 的整数",
            ),
            (
                '{"kind": "evaluate", "at": "2025-01-01", "grade": "满意"}',
                ".target: “评价”须带 target",
            ),
            ('{"kind": "promise", "at": "2025-01-01"}', ".until: “承诺办结时间”须带 until"),
            ('{"kind": "暂停计时", "at": "2025-01-01"}', ".cause: “暂停计时”须带 cause"),
            (
                '{"kind": "pay_award", "at": "2025-01-01", "amount": 0}',
                ".amount: 发放奖励的金额须为正数",
            ),
            (
                '{"kind": "pay_award", "at": "2025-01-01", "amount": "10元"}',
                '.amount: 须为不带单位的金额，最多两位小数（如 12.50，单位为元），实际为 "10元"',
            ),
        ],
    )
    def test_an_event(self, tmp_path: Path, event: str, wanted: str) -> None:
        text = f'{{"cases": [{{"case_no": "1"}}, {{"case_no": "2", "events": [{event}]}}]}}'
        assert complaints(tmp_path, text, LIST) == [f"cases[1].events[0]{wanted}"]

    def test_a_contradiction_within_a_history(self, tmp_path: Path) -> None:
        events = '[{"kind": "receive", "at": "2025-01-02"}, {"kind": "reply", "at": "2025-01-01"}]'
        assert complaints(tmp_path, f'[{{"case_no": "1", "events": {events}}}]', LIST) == [
            "[0].events: 答复（2025-01-01）早于收到（2025-01-02），日期相互矛盾"
        ]

    def test_a_contradiction_between_flat_dates(self, tmp_path: Path) -> None:
        text = '[{"信访件编号": "1", "收到日期": "2025-01-02", "受理日期": "2025-01-01"}]'
        assert complaints(tmp_path, text, LIST) == [
            "[0].受理日期: 受理（2025-01-01）早于收到（2025-01-02），日期相互矛盾"
        ]

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            (
                "[{}]",
                (
                    "缺少列“信访件编号”（case_no），文件的列：无；"
                    "请指明哪一列是什么，如 --column case_no=列名"
                ),
            ),
            (
                '[{"case_no": null}]',
                "[0].case_no: 缺少信访件编号",
            ),
            ('[{"case_no": "1"}, {}]', "[1].case_no: 缺少信访件编号"),
            (
                '[{"case_no": "1"}, {"信访件编号": "2"}]',
                "信访件编号: 列“信访件编号”与列“case_no”是同一字段",
            ),
            (
                '[{"case_no": "1", "recieved_at": "2025-01-01"}]',
                (
                    "recieved_at: 不认识的列“recieved_at”，是否为“received_at”？"
                    "不是的加 --ignore-column recieved_at"
                ),
            ),
        ],
    )
    def test_the_keys_of_all_records_together(self, tmp_path: Path, text: str, wanted: str) -> None:
        assert complaints(tmp_path, text, LIST) == [wanted]

    def test_all_faults_of_a_record_at_once(self, tmp_path: Path) -> None:
        text = '[{"case_no": 1.5, "urgent": 1, "events": [3, {"kind": "x", "at": 1}]}]'
        assert [line.partition(": ")[0] for line in complaints(tmp_path, text, LIST)] == [
            "[0].case_no",
            "[0].urgent",
            "[0].events[0]",
            "[0].events[1].kind",
            "[0].events[1].at",
        ]


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("case_no", "events", "kind", "at", "urgent", "收到日期", "x")),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@at_least(200)
@given(value=ANY_JSON, name=st.sampled_from((LIST, LINES)))
def test_any_json_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, value: object, name: str
) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_text(json.dumps(value), encoding="utf-8")
    records = value.get("cases") if isinstance(value, dict) and name == LIST else value
    wanted = len(records) if isinstance(records, list) and name == LIST else 1
    faults: tuple[Fault, ...] = ()
    found = 0
    try:
        found = len(read_records(path).cases)
    except RecordError as error:
        faults = error.faults
    assert found == (0 if faults else wanted)
    assert all(fault.text("zh") and fault.text("en") for fault in faults)


class TestSettled:
    """息诉息访 is a flag like the others, and a key of a table: both spellings are read."""

    @pytest.mark.parametrize(
        ("value", "wanted"),
        [("true", "yes"), ("false", "no"), ('"yes"', "yes"), ('"否"', "no")],
    )
    def test_its_spellings(self, tmp_path: Path, value: str, wanted: str) -> None:
        (case,) = cases_in(tmp_path, f'[{{"case_no": "1", "settled": {value}}}]', LIST)
        assert case.settled is not None
        assert case.settled.name == wanted
