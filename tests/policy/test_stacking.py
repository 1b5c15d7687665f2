"""Files laid one over the other: each fills in what those before it leave silent, in order."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import codes, day, deadline_of, present, recorded
from policy_texts import UNFILLED, written
from xinfang_core.assessment import assess
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import Case
from xinfang_core.errors import PolicyDataError
from xinfang_core.periods import WorkingDays
from xinfang_core.policy import Policy, lines, load_policy, policy_ids, read_policy
from xinfang_core.policy.cautions import cautions
from xinfang_core.policy.files import lay_over
from xinfang_core.policy.givers import givers
from xinfang_core.vocabulary import Absent, OpenCases, ReplyKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.sources import Sourced

MAINLAND = mainland_calendar()
PACKAGED = Path(load_policy.__code__.co_filename).parents[1] / "policies"

BASE = """\
[policy]
id = "shixian"
title = "示例县办法"
effective = "undated"
picked_by = "register"
transition = "自始适用"

[[clause]]
id = "5"
locator = "第五条"
text = "紧急事项1个工作日答复，其他期限另行规定；走访期限和延期另定"
encoded_by = ["reply_kind", "reply_deadline", "limit.visit"]

[reply_kind.default]
value = "general"
clause = "5"
phrase = "其他事项"
basis = "stated"

[reply_deadline.start]
value = "accept"
clause = "5"
phrase = "受理"
basis = "stated"

[reply_deadline.limit]
clause = "5"
basis = "stated"
note = "另行规定，请县里确认"
cells = [
  { reply_kind = "urgent", value = 1, unit = "working_day", phrase = "1个工作日" },
  { reply_kind = "consultation", value = "silent" },
  { reply_kind = "general", value = "silent" },
  { reply_kind = "investigation", value = "silent" },
]

[limit.visit]
name = "走访期限"
clause = "5"
basis = "stated"
phrase = "走访"
note = "另定，请县里确认"
start = "accept"
met_by = "meet"
owed_by = "handling_body"
owed_to = "petitioner"
by = ["kind"]
extension = "silent"

[limit.visit.limit]
clause = "5"
basis = "stated"
note = "另定，请县里确认"
cells = [
  { kind = "urgent", value = 1, unit = "working_day", phrase = "1个工作日" },
  { kind = "consultation", value = "none", phrase = "当场" },
  { kind = "general", value = "silent" },
  { kind = "investigation", value = "silent" },
]
"""


def head(policy_id: str, fills: str, effective: str, *encoded: str) -> str:
    """The head of a file that fills in another, and a clause of it."""
    listed = ", ".join(f'"{one}"' for one in encoded)
    return f"""\
[policy]
id = "{policy_id}"
title = "{policy_id}补充规定"
fills = "{fills}"
effective = {effective}
picked_by = "register"
transition = "自施行日起登记的适用"

[[clause]]
id = "{policy_id}"
locator = "第一条"
text = "补充"
encoded_by = [{listed}]
"""


def reply(kind: str, count: int, policy_id: str) -> str:
    """One cell of the reply limits."""
    return f"""
[reply_deadline.limit]
clause = "{policy_id}"
basis = "stated"
unit = "working_day"
cells = [{{ reply_kind = "{kind}", value = {count}, phrase = "{count}个工作日" }}]
"""


def over(policy_id: str, kind: str, count: int, fills: str = "shixian", on: str = "") -> str:
    """A file that fills in one reply limit."""
    first = head(policy_id, fills, on or '"undated"', "reply_deadline.limit")
    return first + reply(kind, count, policy_id)


def file(folder: Path, name: str, text: str) -> Path:
    """A file of that text."""
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def complaint(base: Path, *fillings: Path) -> str:
    """What laying one over the other complains of, in Chinese; English says as much."""
    with pytest.raises(PolicyDataError) as caught:
        read_policy(base, *fillings)
    assert not UNFILLED.search(caught.value.text("en"))
    return caught.value.text()


def refused(base: Path, *fillings: Path) -> list[str]:
    """The codes of what laying one over the other complains of."""
    with pytest.raises(PolicyDataError) as caught:
        read_policy(base, *fillings)
    return [one.code for one in caught.value.faults]


def limits(policy: Policy, on: str = "2026-01-05") -> Mapping[Any, Sourced[Any]]:
    """The reply limits on a day."""
    return present(policy.on(day(on)).limits.reply_deadline).limit.cells


@pytest.fixture
def three(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A policy of a host's own, what a town fills in, and what a street fills in of both."""
    return (
        file(tmp_path, "县", BASE),
        file(tmp_path, "镇", over("town", "general", 10)),
        file(tmp_path, "街", over("street", "consultation", 5, fills="town")),
    )


class TestOwnPolicy:
    """A host's own policy is filled in as one that comes with the library is."""

    def test_what_is_silent_is_filled_in(self, three: tuple[Path, ...]) -> None:
        policy = read_policy(*three)
        found = limits(policy)
        assert found[ReplyKind.general].value == WorkingDays(10)
        assert found[ReplyKind.consultation].value == WorkingDays(5)
        assert found[ReplyKind.urgent] == limits(read_policy(three[0]))[ReplyKind.urgent]
        assert found[ReplyKind.investigation].value is Absent.silent

    def test_what_comes_out_names_all_in_their_order(self, three: tuple[Path, ...]) -> None:
        policy = read_policy(*three)
        (edition,) = policy.editions
        assert policy.policy_id == "street"
        assert edition.label == "shixian@undated+town@undated+street@undated"
        assert edition.title == "示例县办法+town补充规定+street补充规定"
        assert edition.digest.count("+") == 2
        assert edition.own_label == "street@undated"
        assert policy.layer_ids == ("shixian", "town", "street")
        assert policy.on(day("2026-01-05")).label == f"{edition.label}+national@2022-05-01"
        alone = [read_policy(one).editions[0].digest for one in three[:1]]
        assert edition.digest.split("+")[0] == alone[0]

    def test_step_by_step_is_the_same_as_at_once(self, three: tuple[Path, ...]) -> None:
        base, town, street = three
        policy = lay_over(lay_over(read_policy(base), town), street)
        assert policy == read_policy(base, town, street)

    def test_an_answer_rests_on_what_filled_it_in(self, three: tuple[Path, ...]) -> None:
        case = Case("A-1", recorded(register="2026-01-05", accept="2026-01-05"))
        on = day("2026-01-06")
        alone, filled = (
            present(assess(case, one.in_force(case, on), MAINLAND, on).limits.reply_deadline)
            for one in (read_policy(three[0]), read_policy(*three))
        )
        assert deadline_of(alone).status is Status.undetermined
        assert "town补充规定 第一条“10个工作日”〔原文载明〕" in [
            one.citation.text() for one in filled.reasons if one.citation
        ]

    def test_a_file_may_name_any_policy_beneath_it(self, tmp_path: Path) -> None:
        base = file(tmp_path, "县", BASE)
        town = file(tmp_path, "镇", over("town", "general", 10))
        beside = file(tmp_path, "街", over("street", "consultation", 5))
        policy = read_policy(base, town, beside)
        other = read_policy(base, beside, town)
        assert {one: cell.value for one, cell in limits(policy).items()} == {
            one: cell.value for one, cell in limits(other).items()
        }
        assert other.editions[0].label == "shixian@undated+street@undated+town@undated"

    @pytest.mark.parametrize("policy_id", policy_ids())
    def test_the_national_decisions_do_not_change(
        self, tmp_path: Path, three: tuple[Path, ...], policy_id: str
    ) -> None:
        del tmp_path
        policy = read_policy(*three)
        assert policy.national == load_policy("national").editions
        pack = policy.on(day("2026-01-05"))
        alone = load_policy("national").on(day("2026-01-05"))
        for rule in load_policy(policy_id).editions[0].national:
            if rule not in {"workflow", "outside"}:
                assert pack.params(rule) == alone.params(rule)


class TestDeclared:
    """What a host's own policy declares is filled in where it says silent, and nowhere else."""

    EXTENSION = """
[limit.visit]
clause = "town"
basis = "stated"
extension = { value = 3, unit = "working_day", phrase = "3个工作日" }
"""
    GENERAL = """
[limit.visit.limit]
clause = "town"
basis = "stated"
cells = [{ kind = "general", value = 2, unit = "working_day", phrase = "2个工作日" }]
"""

    MET = """
[limit.visit]
clause = "town"
basis = "stated"
phrase = "走访"
met_by = "meet"
"""

    def _town(self, folder: Path, more: str, *encoded: str) -> tuple[Path, Path]:
        first = head("town", "shixian", '"undated"', *(encoded or ("limit.visit",)))
        return file(folder, "县", BASE), file(folder, "镇", first + more)

    def test_a_value_and_a_cell(self, tmp_path: Path) -> None:
        more = self.EXTENSION + self.GENERAL
        names = ("limit.visit.extension", "limit.visit.limit")
        policy = read_policy(*self._town(tmp_path, more, *names))
        params: Any = policy.editions[0].params["limit.visit"]
        was: Any = policy.editions[0].over.params["limit.visit"]  # type: ignore[union-attr]
        assert params.extension.value == WorkingDays(3)
        cells = {key.name: cell.value for key, cell in params.limit.cells.items()}
        assert cells == {
            "urgent": WorkingDays(1),
            "consultation": Absent.none,
            "general": WorkingDays(2),
            "investigation": Absent.silent,
        }
        assert params.name is was.name

    @pytest.mark.parametrize(
        ("more", "wanted"),
        [
            (
                GENERAL.replace("general", "urgent"),
                (
                    "15:14: limit.visit.limit: shixian@undated 的表中已有取值，不能改写：紧急事项；"
                    "只能补写 silent（原文未载明）的，另一种理解请写成变体"
                ),
            ),
            (
                EXTENSION.replace("extension", "grace"),
                "18:1: limit.visit.grace: 没有“grace”这一项",
            ),
            (
                EXTENSION.replace("extension", "extensions").replace(
                    '3, unit = "working_day", phrase = "3个工作日"', '2, phrase = "两次"'
                ),
                (
                    "18:1: limit.visit.extensions: shixian@undated 的这一项没有写 silent"
                    "（原文未载明），补充文件不能写"
                ),
            ),
            (
                MET,
                (
                    "19:1: limit.visit.met_by: shixian@undated 已有取值（见面），不能改写；"
                    "只能补写 silent（原文未载明）的，另一种理解请写成变体"
                ),
            ),
            (
                EXTENSION.replace("limit.visit", "limit.call"),
                (
                    "15:8: limit.call: 补充文件不能自定类别、环节、期限，只能补所补办法自定的；"
                    "请另写一个办法"
                ),
            ),
            (
                EXTENSION.replace("working_day", "calendar_day").replace("个工作日", "日"),
                "18:1: limit.visit.extension: 延长与原期限须为同一单位：3日",
            ),
        ],
    )
    def test_what_would_do_more(self, tmp_path: Path, more: str, wanted: str) -> None:
        said = complaint(*self._town(tmp_path, more)).splitlines()
        assert any(one.startswith(f"镇.toml:{wanted}") for one in said), said

    def test_on_what_a_limit_depends_is_filled_in_together_with_it(self, tmp_path: Path) -> None:
        begin = BASE.index("[limit.visit.limit]")
        text = BASE[:begin].replace('by = ["kind"]', 'by = "silent"\nlimit = "silent"')
        depends = self.GENERAL.replace("[limit.visit.limit]", '[limit.visit]\nby = ["kind"]')
        more = depends.replace("cells = [", "limit = { cells = [").replace("}]", "}] }")
        first = head("town", "shixian", '"undated"', "limit.visit.limit")
        town = file(tmp_path, "镇", first + more.replace('"stated"', '"stated"\nphrase = "按类"'))
        params: Any = read_policy(file(tmp_path, "县", text), town).editions[0].params
        found = params["limit.visit"].limit
        assert found[ReplyKind.general].value == WorkingDays(2)
        assert found[ReplyKind.urgent].value is Absent.silent
        town.write_text(first + more.split("limit = {")[0] + 'phrase = "按类"\n', "utf-8")
        assert "limit.by_alone" in refused(tmp_path / "县.toml", town)
        silent = self.GENERAL.replace("cells", "# ").replace(
            "basis", 'value = "silent"\nnote = "请确认"\n#'
        )
        town.write_text(first + silent, "utf-8")
        assert "fill.still_silent" in refused(file(tmp_path, "县", BASE), town)

    def test_a_laxer_limit_than_the_national_one_is_refused(self, tmp_path: Path) -> None:
        text = BASE.replace('met_by = "meet"', 'met_by = "conclude"')
        more = self.GENERAL.replace("2", "90")
        first = head("town", "shixian", '"undated"', "limit.visit.limit")
        said = complaint(file(tmp_path, "县", text), file(tmp_path, "镇", first + more))
        assert said.splitlines()[0].startswith(
            "镇.toml:15:8: limit.visit: “走访期限”宽于国家规定（national@2022-05-01 "
        )

    def test_a_variant_of_the_policy_is_filled_in_where_it_is_as_silent(
        self, tmp_path: Path
    ) -> None:
        variant = """
[variant.later]
title = "自收到起"

[variant.later.limit.visit]
clause = "5"
basis = "interpreted"
note = "也未写明"
start = "receive"
extension = "silent"
"""
        base = file(tmp_path, "县", BASE + variant)
        first = head("town", "shixian", '"undated"', "limit.visit.extension")
        policy = read_policy(base, file(tmp_path, "镇", first + self.EXTENSION))
        pack = policy.with_variant("later").on(day("2026-01-05"))
        ((_, found),) = pack.declared_limits.items()
        assert present(found.extension).value == WorkingDays(3)
        assert found.start.value.name == "receive"

    def test_what_only_a_later_edition_declares(self, tmp_path: Path) -> None:
        begin, end = BASE.index("[limit.visit]"), len(BASE)
        first = (BASE[:begin] + BASE[end:]).replace(', "limit.visit"', "")
        folder = written(
            tmp_path / "县",
            undated=first,
            f2026_03_02=BASE.replace('effective = "undated"', "effective = 2026-03-02"),
        )
        text = head("town", "shixian", '"undated"', "limit.visit.extension") + self.EXTENSION
        said = complaint(folder, file(tmp_path, "镇", text))
        assert said == (
            "镇.toml:15:8: limit.visit: shixian@undated 没有这条规则；只补较晚版本的，"
            "effective 请写该版本的施行日或者以后"
        )
        text = text.replace('effective = "undated"', "effective = 2026-03-02")
        policy = read_policy(folder, file(tmp_path, "镇", text))
        assert [one.label for one in policy.editions] == [
            "shixian@2026-03-02+town@2026-03-02",
            "shixian@undated",
        ]


class TestRefused:
    """Whoever would change what another has given, or stands in the wrong place, is told."""

    def test_what_the_first_gave_the_second_does_not_give_again(self, tmp_path: Path) -> None:
        said = complaint(
            file(tmp_path, "县", BASE),
            file(tmp_path, "镇", over("town", "general", 10)),
            file(tmp_path, "街", over("street", "general", 8)),
        )
        assert said == (
            "街.toml:15:17: reply_deadline.limit: 镇.toml（town@undated）已经补写表中的："
            "一般信访事项；后补的不能改写，两处请只留一处"
        )

    def test_each_file_that_gave_some_cell_is_named(self, tmp_path: Path) -> None:
        text = over("street", "general", 8)
        more = text.replace(
            "cells = [",
            'cells = [{ reply_kind = "urgent", value = 2, phrase = "2个工作日" }, ',
        )
        said = complaint(
            file(tmp_path, "县", BASE),
            file(tmp_path, "镇", over("town", "general", 10)),
            file(tmp_path, "街", more),
        )
        assert [one.partition("limit: ")[2][:15] for one in said.splitlines()] == [
            "shixian@undated",
            "镇.toml（town@und",
        ]

    def test_a_single_value(self, tmp_path: Path) -> None:
        text = BASE.replace('value = "general"\n', 'value = "silent"\n').replace(
            'phrase = "其他事项"\nbasis = "stated"', 'note = "请县里确认"'
        )
        more = """
[reply_kind.default]
value = "general"
clause = "{0}"
phrase = "其他事项"
basis = "stated"
"""
        files = [
            file(
                tmp_path,
                one,
                head(one, "shixian", '"undated"', "reply_kind.default") + more.format(one),
            )
            for one in ("town", "street")
        ]
        assert complaint(file(tmp_path, "县", text), *files) == (
            "street.toml:15:13: reply_kind.default: town.toml（town@undated）"
            "已经补写（一般信访事项），后补的不能改写；两处请只留一处"
        )

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            (
                over("street", "general", 8, fills="shixain"),
                (
                    "4:9: policy.fills: 本文件补的是“shixain”，是否为“shixian”？"
                    "它前面的办法为：shixian、town"
                ),
            ),
            (
                over("street", "general", 8, fills="gongshu"),
                "4:9: policy.fills: 本文件补的是“gongshu”，不在它前面的办法之列：shixian、town",
            ),
            (
                over("street", "general", 8).replace('fills = "shixian"\n', ""),
                (
                    "1:2: policy: 写在后面的须是补充文件；题头请写 fills，"
                    "为它前面的办法之一：shixian、town"
                ),
            ),
            (
                over("town", "consultation", 8),
                "2:6: policy.id: 本文件是补充，编号不能是“town”，请另取一个",
            ),
            (
                over("national", "consultation", 8),
                "2:6: policy.id: 本文件是补充，编号不能是“national”，请另取一个",
            ),
        ],
    )
    def test_a_head(self, tmp_path: Path, three: tuple[Path, ...], text: str, wanted: str) -> None:
        base, town, _ = three
        said = complaint(base, town, file(tmp_path, "x", text))
        assert said == f"x.toml:{wanted}"

    def test_the_stated_order_counts(self, three: tuple[Path, ...]) -> None:
        base, town, street = three
        assert complaint(base, street, town).startswith("街.toml:4:9: policy.fills: ")

    def test_a_file_that_fills_in_an_own_policy_is_not_read_alone(
        self, three: tuple[Path, ...]
    ) -> None:
        assert complaint(three[1]).endswith("补自己的办法，把那个办法写在前面：办法+补充文件")

    def test_the_faults_of_the_first_that_has_any(self, tmp_path: Path) -> None:
        wrong = file(tmp_path, "县", BASE.replace('start = "accept"', 'start = "acept"'))
        said = complaint(wrong, file(tmp_path, "镇", "x = 1\n"))
        assert {one.partition(":")[0] for one in said.splitlines()} == {"县.toml"}

    def test_a_missing_file(self, three: tuple[Path, ...]) -> None:
        assert complaint(three[0], three[0].parent / "无.toml").startswith("无.toml: 没有这个文件")


class TestWhoGives:
    """Of each value it is told which file gives it."""

    def test_each_value_has_one(self, three: tuple[Path, ...]) -> None:
        (edition,) = read_policy(*three).editions
        found = givers(edition)
        assert list(found) == list(lines(edition))
        limit = {
            line.keys[0].name: giver.file  # type: ignore[attr-defined]
            for line, giver in found.items()
            if (line.rule, line.parameter) == ("reply_deadline", "limit")
        }
        assert limit == {
            "urgent": "县.toml",
            "general": "镇.toml",
            "consultation": "街.toml",
            "investigation": "县.toml",
        }
        others = {giver.file for line, giver in found.items() if line.rule != "reply_deadline"}
        assert others == {"县.toml"}

    def test_a_published_file_that_was_edited_is_told_beneath_others(self, tmp_path: Path) -> None:
        text = (PACKAGED / "gongshu" / "undated.toml").read_text("utf-8")
        edited = written(tmp_path / "gongshu", undated=text + "\n# x\n")
        first = head("town", "gongshu", '"undated"', "copied_notice.measure")
        town = file(
            tmp_path,
            "镇",
            first + '\n[copied_notice.measure]\nvalue = "repeats"\nclause = "town"\n'
            'phrase = "重复"\nbasis = "stated"\n',
        )
        policy = read_policy(edited, town)
        found = cautions(policy, MAINLAND.settled_through)
        assert codes(found) == ["caution.edited"]
        assert dict(found[0].reason.facts)["label"] == "gongshu@undated"


class TestCautions:
    """Nothing is carried over from version to version where only another file came to it."""

    SILENT = BASE.replace(
        'value = "accept"\nclause = "5"\nphrase = "受理"\nbasis = "stated"', "{0}"
    )
    VARIANT = """
[variant.later]
title = "自收到起"

[variant.later.reply_deadline.start]
value = "receive"
clause = "5"
phrase = "收到"
basis = "stated"
"""
    START = """
[reply_deadline.start]
value = "accept"
clause = "town"
phrase = "受理"
basis = "stated"
"""

    def _base(self, effective: str, start: str) -> str:
        text = self.SILENT.replace("{0}", start).replace('"undated"', effective, 1)
        return text + self.VARIANT

    def test_a_file_that_fills_in_what_a_variant_reads_otherwise(self, tmp_path: Path) -> None:
        base = self._base('"undated"', 'value = "silent"\nclause = "5"\nnote = "请确认"')
        town = head("town", "shixian", "2026-03-02", "reply_deadline.start") + self.START
        policy = read_policy(file(tmp_path, "县", base), file(tmp_path, "镇", town))
        assert len(policy.editions) == 2
        assert cautions(policy, MAINLAND.settled_through) == ()

    def test_a_variant_that_its_own_file_carries_on(self, tmp_path: Path) -> None:
        told = '\nclause = "5"\nphrase = "登记"\nbasis = "stated"'
        folder = written(
            tmp_path / "县",
            undated=self._base('"undated"', 'value = "register"' + told),
            f2026_01_05=self._base("2026-01-05", 'value = "transfer"' + told),
        )
        town = over("town", "general", 10, on="2025-03-03")
        policy = read_policy(folder, file(tmp_path, "镇", town))
        assert codes(cautions(policy, MAINLAND.settled_through)) == ["caution.carried_over"]


class TestTransitions:
    """Of a stack whichever file took force last says what open cases do."""

    def test_a_switch_of_the_topmost(self, tmp_path: Path) -> None:
        text = over("street", "consultation", 5, on="2026-03-02").replace(
            'transition = "自施行日起登记的适用"\n',
            '[policy.transition]\nopen_cases = "switch"\ntext = "在办的改用"\n',
        )
        policy = read_policy(
            file(tmp_path, "县", BASE),
            file(tmp_path, "镇", over("town", "general", 10, on="2026-02-02")),
            file(tmp_path, "街", text),
        )
        assert [one.transition.open_cases for one in policy.editions] == [
            OpenCases.switch,
            OpenCases.keep,
            OpenCases.keep,
        ]
        case = Case("A-1", recorded(register="2026-02-03"))
        labels = [
            policy.in_force(case, day(on)).label.partition("+national")[0]
            for on in ("2026-03-01", "2026-03-02")
        ]
        assert labels == [
            "shixian@undated+town@2026-02-02",
            "shixian@undated+town@2026-02-02+street@2026-03-02",
        ]


DAYS = st.lists(st.dates(date(2023, 1, 1), date(2026, 12, 31)), min_size=1, max_size=2, unique=True)


def dated(base: list[date], town: list[date], street: list[date]) -> Iterator[tuple[str, str]]:
    """The files of three folders, by their names in them; each says another number."""
    for place, one in enumerate(base):
        text = BASE.replace('effective = "undated"', f"effective = {one}")
        yield (
            f"base/{one}",
            text.replace("value = 1,", f"value = {place + 1},").replace(
                "1个工作日", f"{place + 1}个工作日"
            ),
        )
    for place, one in enumerate(town):
        yield f"town/{one}", over("town", "general", place + 11, on=str(one))
    for place, one in enumerate(street):
        yield f"street/{one}", over("street", "consultation", place + 21, on=str(one))


def in_force(days: list[date], on: date) -> int | None:
    """The place of the newest of some days on or before another."""
    past = [one for one in days if one <= on]
    return days.index(max(past)) if past else None


class TestDays:
    """On each day those files count together of which each is in force on it."""

    @settings(max_examples=25)
    @given(base=DAYS, town=DAYS, street=DAYS, extra=st.dates(date(2022, 6, 1), date(2027, 6, 1)))
    def test_each_layer_has_its_own_newest_file(
        self,
        tmp_path_factory: pytest.TempPathFactory,
        base: list[date],
        town: list[date],
        street: list[date],
        extra: date,
    ) -> None:
        top = tmp_path_factory.mktemp("stack")
        for name, text in dated(base, town, street):
            path = top / f"{name}.toml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        policy = read_policy(top / "base", top / "town", top / "street")
        near = {one + timedelta(more) for one in (*base, *town, *street) for more in (-1, 0)}
        for on in sorted({*near, extra}):
            params = policy.on(on).limits.reply_deadline
            places = [in_force(days, on) for days in (base, town, street)]
            if places[0] is None:
                # Nothing is filled in before there is something to fill in.
                assert params is None
                continue
            cells = present(params).limit.cells
            kinds = (ReplyKind.urgent, ReplyKind.general, ReplyKind.consultation)
            for kind, begin, place in zip(kinds, (1, 11, 21), places, strict=True):
                wanted = Absent.silent if place is None else WorkingDays(begin + place)
                assert cells[kind].value == wanted
        first = [one.effective for one in policy.editions]
        assert first == sorted(first, reverse=True)  # type: ignore[type-var]
        assert len({one.label for one in policy.editions}) == len(first) == len(set(first))
