"""What open cases do when a new edition takes force: they keep the older one, or switch."""

from __future__ import annotations

import pickle
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import codes, day, deadline_of, present, recorded
from policy_texts import FILLING, SAMPLE, complaint, spoiled, written
from strategies import histories
from xinfang_core.assessment import assess
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import Case, Event, History
from xinfang_core.case.standing import effective_day
from xinfang_core.errors import MisuseError
from xinfang_core.policy import Policy, load_policy, read_policy
from xinfang_core.policy.transition import OPEN_ON_THE_DAY, Transition
from xinfang_core.vocabulary import EventKind, OpenCases, Severity, Status

if TYPE_CHECKING:
    from pathlib import Path

MAINLAND = mainland_calendar()
EFFECTIVE = date(2026, 3, 2)
SWITCH_DAYS = st.dates(EFFECTIVE, date(2026, 12, 31))
NEAR = st.dates(date(2025, 12, 1), date(2026, 12, 31))
OLD_WORDS = 'transition = "自该日起登记的适用"\n'
SWITCH = """
[policy.transition]
open_cases = "switch"
switch_on = 2026-04-01
text = "在办事项自4月1日起按本办法"
"""
ENDS = (EventKind.conclude, EventKind.reply, EventKind.archive, EventKind.write_off)


def newer(transition: str = SWITCH) -> str:
    """The sample as of 2026-03-02: ten working days instead of fifteen."""
    text = spoiled(
        ("effective = 2024-03-01", "effective = 2026-03-02"),
        ('value = 15, phrase = "15个工作日"', 'value = 10, phrase = "10个工作日"'),
        (OLD_WORDS, ""),
    )
    return text.replace("\n[[clause]]", f"{transition}\n[[clause]]", 1)


def sample(folder: Path, transition: str = SWITCH) -> Policy:
    """The sample in two editions."""
    folder = folder / "p"
    return read_policy(written(folder, f2024_03_01=SAMPLE, f2026_03_02=newer(transition)))


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    """The sample in two editions, the newer of which open cases switch to on 1 April."""
    return sample(tmp_path_factory.mktemp("switching"))


def under(transition: Transition, policy: Policy) -> Policy:
    """The policy with another transition of its newest edition."""
    first, *others = policy.editions
    return evolve(policy, editions=(evolve(first, transition=transition), *others))


def version(policy: Policy, history: History, as_of: str) -> str:
    """The first day of the local edition that a case falls under."""
    label = policy.in_force(Case("A-1", history), day(as_of)).label
    return label.partition("+")[0].removeprefix("sample@")


class TestWorked:
    """Registered under fifteen working days, open when the ten take over on 1 April 2026."""

    CASE = Case("A-1", recorded(receive="2026-02-27", register="2026-02-27", accept="2026-03-20"))

    @pytest.mark.parametrize(
        ("as_of", "label", "due"),
        [
            ("2026-03-31", "sample@2024-03-01", "2026-04-13"),
            # From 20 March: Qingming is on Monday, 6 April.
            ("2026-04-01", "sample@2026-03-02", "2026-04-03"),
            ("2026-04-07", "sample@2026-03-02", "2026-04-03"),
        ],
    )
    def test_its_start_stays_and_its_limit_is_the_new_one_from_that_day_on(
        self, policy: Policy, as_of: str, label: str, due: str
    ) -> None:
        on = day(as_of)
        answer = assess(self.CASE, policy.in_force(self.CASE, on), MAINLAND, on)
        assert answer.policy == f"{label}+national@2022-05-01"
        found = deadline_of(answer.limits.reply_deadline)
        assert found.due == day(due)
        assert found.status is (Status.overdue if on > day(due) else Status.open)

    def test_the_answer_says_so_with_the_words_of_the_policy(self, policy: Policy) -> None:
        pack = policy.in_force(self.CASE, day("2026-04-01"))
        (finding,) = pack.findings
        assert finding.severity is Severity.notice
        assert finding.reason.citation is OPEN_ON_THE_DAY
        assert finding.reason.text() == (
            "2026-04-01 尚未办结，自该日起改用 sample@2026-03-02（在办事项自4月1日起按本办法）"
        )
        assert finding in assess(self.CASE, pack, MAINLAND, day("2026-04-01")).findings

    def test_it_is_about_the_local_edition(self, policy: Policy) -> None:
        pack = policy.in_force(self.CASE, day("2026-04-01"))
        assert codes(pack.own.findings) == ["version.switched"]

    def test_before_that_day_nothing_is_said(self, policy: Policy) -> None:
        assert policy.in_force(self.CASE, day("2026-03-31")).findings == ()

    def test_one_registered_under_the_new_edition_does_not_switch(self, policy: Policy) -> None:
        case = Case("A-1", recorded(register="2026-03-02"))
        assert policy.in_force(case, day("2026-05-01")).findings == ()

    def test_a_pinned_day_is_as_if_the_case_began_then(self, policy: Policy) -> None:
        assert policy.on(day("2026-03-01")).label.startswith("sample@2024-03-01")
        assert policy.on(day("2026-03-02")).findings == ()


class TestOpen:
    """办结、答复、归档、销号 end a case; without a record of them it is open."""

    BEGUN = ("2026-02-02", "2026-04-01")

    @pytest.mark.parametrize("kind", ENDS)
    @pytest.mark.parametrize(
        ("on", "wanted"), [("2026-03-31", "2024-03-01"), ("2026-04-01", "2026-03-02")]
    )
    def test_what_ends_it_the_day_before_and_on_the_day(
        self, policy: Policy, kind: EventKind, on: str, wanted: str
    ) -> None:
        history = recorded(Event(kind, day(on)), register="2026-02-02")
        assert version(policy, history, "2026-06-01") == wanted

    @pytest.mark.parametrize(
        ("reopened", "wanted"),
        [
            ("2026-02-20", "2024-03-01"),
            ("2026-03-31", "2026-03-02"),
            ("2026-04-02", "2024-03-01"),
        ],
    )
    def test_reopened_before_the_day_it_is_open_reopened_after_it_is_not(
        self, policy: Policy, reopened: str, wanted: str
    ) -> None:
        history = recorded(register="2026-02-02", reply="2026-03-10", reopen=reopened)
        assert version(policy, history, "2026-06-01") == wanted

    @pytest.mark.parametrize(
        "days",
        [
            {},
            {"resolve": "2026-03-10"},
            {"withdraw_mandate": "2026-03-10"},
            {"handle": "2026-03-10"},
        ],
    )
    def test_what_else_is_recorded_ends_nothing(self, policy: Policy, days: dict[str, str]) -> None:
        history = recorded(register="2026-02-02", **days)
        assert version(policy, history, "2026-04-01") == "2026-03-02"

    def test_a_request_for_review_opens_nothing(self, policy: Policy) -> None:
        history = recorded(register="2026-02-02", reply="2026-03-10", request_review="2026-03-20")
        assert version(policy, history, "2026-06-01") == "2024-03-01"

    def test_a_case_without_a_date_is_open(self, policy: Policy) -> None:
        assert codes(policy.in_force(Case("1"), day("2026-03-31")).findings) == [
            "version.no_date",
            "version.no_date",
        ]
        assert codes(policy.in_force(Case("1"), day("2026-04-01")).findings) == [
            "version.no_date",
            "version.switched",
        ]

    def test_so_is_one_from_before_the_first_edition(self, policy: Policy) -> None:
        history = recorded(register="2020-02-03")
        case = Case("A-1", history)
        assert codes(policy.in_force(case, day("2026-03-31")).findings) == ["version.none_in_force"]
        assert version(policy, history, "2026-04-01") == "2026-03-02"


class TestPicking:
    """Each list of editions has transitions of its own, and the newest switch counts."""

    def test_national_and_local_editions_each_for_itself(self, policy: Policy) -> None:
        new, old = load_policy("national").editions
        said = Transition(OpenCases.switch, day("2026-06-01"), "改用")
        both = evolve(policy, national=(evolve(new, transition=said), old))
        case = Case("A-1", recorded(register="2022-04-30", receive="2022-04-30"))
        labels = [
            both.in_force(case, day(on)).label for on in ("2026-03-31", "2026-04-01", "2026-06-01")
        ]
        assert labels == [
            "national@2005-05-01",
            "sample@2026-03-02+national@2005-05-01",
            "sample@2026-03-02+national@2022-05-01",
        ]
        pack = both.in_force(case, day("2026-06-01"))
        assert codes(pack.findings) == ["version.switched", "version.switched"]
        assert [dict(one.reason.facts)["policy"] for one in pack.own.findings] == [
            "sample@2026-03-02"
        ]

    def test_of_several_the_newest_that_it_has_switched_to(self, policy: Policy) -> None:
        second, first = policy.editions
        keep = Transition(OpenCases.keep, None, "沿用")
        late = evolve(second.transition, switch_on=day("2027-06-01"))
        third = evolve(second, effective=day("2026-06-01"), transition=keep)
        fourth = evolve(second, effective=day("2027-01-04"))
        fourth = evolve(fourth, transition=evolve(late, switch_on=day("2027-01-04")))
        history = recorded(register="2026-02-02")

        def on(second_says: Transition, as_of: str) -> str:
            editions = (fourth, third, evolve(second, transition=second_says), first)
            return version(evolve(policy, editions=editions), history, as_of)

        assert on(second.transition, "2026-03-31") == "2024-03-01"
        # The third lets it keep what it has, the fourth does not.
        assert on(second.transition, "2026-12-31") == "2026-03-02"
        assert on(second.transition, "2027-01-04") == "2027-01-04"
        assert on(late, "2026-12-31") == "2024-03-01"
        assert on(late, "2027-06-01") == "2027-01-04"

    def test_an_instant_is_refused(self, policy: Policy) -> None:
        for one in (policy, load_policy("national")):
            with pytest.raises(MisuseError) as caught:
                one.in_force(Case("1"), datetime(2026, 4, 1, 8))  # noqa: DTZ001
            assert caught.value.faults[0].code == "assess.not_a_date"

    def test_a_copy_switches_alike(self, policy: Policy) -> None:
        kept: Policy = pickle.loads(pickle.dumps(policy))  # noqa: S301 (our own)
        history = recorded(register="2026-02-02")
        assert version(kept, history, "2026-04-01") == "2026-03-02"


class TestProperties:
    """沿用: the day asked about decides nothing. 改用: once switched, switched for good."""

    @given(history=histories(NEAR), some=NEAR, other=NEAR)
    def test_where_cases_keep_the_older_edition_every_day_is_alike(
        self, policy: Policy, history: History, some: date, other: date
    ) -> None:
        said = Transition(OpenCases.keep, None, "沿用")
        keeping, case = under(said, policy), Case("A-1", history)
        assert keeping.in_force(case, some) is keeping.in_force(case, other)
        assert keeping.in_force(case, some) == load_like(keeping).in_force(case, some)

    @given(history=histories(NEAR), switch_on=SWITCH_DAYS, asked=st.lists(NEAR, min_size=2))
    def test_once_switched_it_stays_switched(
        self, policy: Policy, history: History, switch_on: date, asked: list[date]
    ) -> None:
        switching = under(Transition(OpenCases.switch, switch_on, "改用"), policy)
        case = Case("A-1", history)
        is_new = ["2026-03-02" in switching.in_force(case, as_of).label for as_of in sorted(asked)]
        assert is_new == sorted(is_new)

    @given(history=histories(NEAR), switch_on=SWITCH_DAYS, as_of=NEAR)
    def test_only_what_was_open_on_the_day_switches(
        self, policy: Policy, history: History, switch_on: date, as_of: date
    ) -> None:
        said = Transition(OpenCases.switch, switch_on, "改用")
        case, switching = Case("A-1", history), under(said, policy)
        found = codes(switching.in_force(case, as_of).findings)
        by_then = history.until(switch_on - timedelta(days=1))
        ended = any(effective_day(by_then, kind) for kind in ENDS)
        fell = history.day(EventKind.register) or history.day(EventKind.receive)
        older = fell is None or fell < EFFECTIVE
        assert ("version.switched" in found) is (older and as_of >= switch_on and not ended)

    @given(history=histories(NEAR), as_of=NEAR)
    def test_what_is_remembered_is_what_is_picked_anew(
        self, policy: Policy, history: History, as_of: date
    ) -> None:
        case = Case("A-1", history)
        assert policy.in_force(case, as_of) == load_like(policy).in_force(case, as_of)
        assert policy.in_force(case, as_of) is policy.in_force(case, as_of)


def load_like(policy: Policy) -> Policy:
    """The same policy, which remembers nothing yet."""
    return evolve(policy)


class TestReading:
    """A sentence, or a table with 在办事项、改用日 and the sentence."""

    def test_a_sentence_means_that_cases_keep_the_older_edition(self) -> None:
        assert load_policy("national").editions[0].transition == Transition(
            OpenCases.keep, None, "2022年5月1日起登记的事项按本条例办理"
        )

    @pytest.mark.parametrize(
        ("table", "wanted"),
        [
            ('text = "甲"', Transition(OpenCases.keep, None, "甲")),
            ('open_cases = "keep"\ntext = "甲"', Transition(OpenCases.keep, None, "甲")),
            ('open_cases = "switch"\ntext = "甲"', Transition(OpenCases.switch, EFFECTIVE, "甲")),
            (
                'open_cases = "改用新办法"\ntext = "甲"',
                Transition(OpenCases.switch, EFFECTIVE, "甲"),
            ),
            (
                'open_cases = "switch"\nswitch_on = 2026-04-01\ntext = "甲"',
                Transition(OpenCases.switch, day("2026-04-01"), "甲"),
            ),
        ],
    )
    def test_a_table(self, tmp_path: Path, table: str, wanted: Transition) -> None:
        policy = sample(tmp_path, f"\n[policy.transition]\n{table}\n")
        assert policy.editions[0].transition == wanted

    @pytest.mark.parametrize(
        ("table", "wanted"),
        [
            ("", ["8:9: policy.transition: 缺少“text”"]),
            (
                'open_cases = "stay"\ntext = "甲"',
                ["9:14: policy.transition.open_cases: “stay”不是可用的取值，可用：keep、switch"],
            ),
            (
                'switch_on = 2026-04-01\ntext = "甲"',
                [
                    (
                        "9:1: policy.transition.switch_on: 在办事项沿用旧办法的，没有改用之日；"
                        '删去 switch_on，或者写 open_cases = "switch"'
                    )
                ],
            ),
            (
                'open_cases = "switch"\nswitch_on = 2026-03-01\ntext = "甲"',
                ["10:13: policy.transition.switch_on: 改用之日不能早于施行日 2026-03-02"],
            ),
            (
                'open_cases = "switch"\n"改用日" = 2026-04-01\ntext = 3',
                [
                    '10:1: policy.transition."改用日": “改用日”写作 switch_on',
                    "11:8: policy.transition.text: 须为非空文字，实际为 3",
                ],
            ),
        ],
    )
    def test_what_is_wrong_with_one(self, tmp_path: Path, table: str, wanted: list[str]) -> None:
        text = newer(f"\n[policy.transition]\n{table}\n")
        folder = written(tmp_path / "p", f2026_03_02=text)
        said = [one.removeprefix("2026-03-02.toml:") for one in complaint(folder).splitlines()]
        assert said == wanted

    def test_nothing_switches_to_an_undated_edition(self, tmp_path: Path) -> None:
        text = newer('\n[policy.transition]\nopen_cases = "switch"\ntext = "甲"\n')
        undated = text.replace("effective = 2026-03-02", 'effective = "undated"')
        assert complaint(written(tmp_path / "p", undated=undated)) == (
            "undated.toml:9:1: policy.transition.open_cases: "
            "未署日期的版本自始适用，没有可以改用的旧办法；请写 keep，或者写明施行日 effective"
        )

    def test_neither_sentence_nor_table(self, tmp_path: Path) -> None:
        text = newer("transition = 3\n")
        said = complaint(written(tmp_path / "p", f2026_03_02=text))
        assert said == "2026-03-02.toml:7:14: policy.transition: 须为非空文字，实际为 3"


class TestFilling:
    """Of a file and what it fills in whichever took force last decides about open cases."""

    FILLED = """
[copied_notice.measure]
value = "overdue_working_days"
clause = "补1"
phrase = "逾期工作日"
basis = "stated"
"""

    def _filled(self, folder: Path, effective: str) -> Policy:
        text = FILLING.replace('"undated"', effective).replace(
            'transition = "自始适用"\n',
            SWITCH if effective != '"undated"' else 'transition = "甲"\n',
        )
        return read_policy(written(folder / "p", f2026_03_02=text + self.FILLED))

    def test_open_cases_switch_to_what_a_file_fills_in(self, tmp_path: Path) -> None:
        policy = self._filled(tmp_path, "2026-03-02")
        case = Case("A-1", recorded(register="2026-02-02"))
        before, since = (policy.in_force(case, day(on)) for on in ("2026-03-31", "2026-04-01"))
        assert before.label == "gongshu@undated+national@2022-05-01"
        assert since.label == "gongshu@undated+mouqu@2026-03-02+national@2022-05-01"
        assert policy.editions[0].transition == Transition(
            OpenCases.switch, day("2026-04-01"), "在办事项自4月1日起按本办法"
        )
        assert present(since.follow_through.copied_notice).measure.value is not None
