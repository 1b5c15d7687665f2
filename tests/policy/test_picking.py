"""Which edition applies: by its own event, the national and the local one each for itself."""

from __future__ import annotations

import copy
import pickle
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import UNFILLED, codes, day, recorded
from policy_texts import SAMPLE, spoiled, written
from strategies import DAYS, histories
from xinfang_core.case import Case, History
from xinfang_core.errors import UnknownNameError
from xinfang_core.periods import CalendarDays, WorkingDays
from xinfang_core.policy import Policy, PolicyPack, load_policy, policy_ids, read_policy
from xinfang_core.vocabulary import EventKind, HandlingScope, ReplyKind, Severity

if TYPE_CHECKING:
    from pathlib import Path

NATIONAL = load_policy("national")
PROXY = load_policy("online-proxy")
OLD, NEW = "national@2005-05-01", "national@2022-05-01"
AS_OF = date(2027, 1, 4)


def pack_of(policy: Policy, **days: str) -> PolicyPack:
    """The pack in force for a case with these events."""
    return policy.in_force(Case("A-1", recorded(**days)), AS_OF)


def sentences(pack: PolicyPack) -> list[str]:
    """What the pack says about how it was picked; English says as much."""
    for finding in pack.findings:
        assert not UNFILLED.search(finding.reason.text("en"))
    return [finding.reason.text() for finding in pack.findings]


class TestPackaged:
    """Every policy that comes with the library reads, and says where each value is written."""

    @pytest.mark.parametrize("policy_id", policy_ids())
    def test_it_reads(self, policy_id: str) -> None:
        policy = load_policy(policy_id)
        assert policy.policy_id == policy_id
        assert policy.editions
        for edition in policy.editions:
            assert edition.params
            assert all(clause.encoded_by or clause.set_aside for clause in edition.clauses)

    def test_the_national_limits(self) -> None:
        old, new = NATIONAL.on(date(2022, 4, 30)), NATIONAL.on(date(2022, 5, 1))
        for pack, scope in ((old, HandlingScope.all_matters), (new, HandlingScope.petition_route)):
            assert pack.limits.notice_deadline is not None
            assert pack.limits.handling_deadline is not None
            assert pack.limits.notice_deadline.limit.value == CalendarDays(15)
            assert pack.limits.handling_deadline.limit.value == CalendarDays(60)
            assert pack.limits.handling_deadline.extension_limit.value == CalendarDays(30)
            assert pack.limits.handling_deadline.scope.value is scope

    @pytest.mark.parametrize(
        ("kind", "count"),
        [
            (ReplyKind.urgent, 1),
            (ReplyKind.consultation, 5),
            (ReplyKind.general, 15),
            (ReplyKind.investigation, 30),
        ],
    )
    def test_the_four_reply_limits_under_both_readings(self, kind: ReplyKind, count: int) -> None:
        pack = PROXY.on(date(2025, 1, 1))
        other = PROXY.with_variant("calendar_days").on(date(2025, 1, 1))
        assert pack.limits.reply_deadline is not None
        assert other.limits.reply_deadline is not None
        assert pack.limits.reply_deadline.limit[kind].value == WorkingDays(count)
        assert other.limits.reply_deadline.limit[kind].value == CalendarDays(count)


class TestByRegistration:
    """条例: a matter registered before 1 May 2022 keeps the old text."""

    @pytest.mark.parametrize(
        ("registered", "label"),
        [
            ("2005-05-01", OLD),
            ("2022-04-30", OLD),
            ("2022-05-01", NEW),
            ("2026-01-01", NEW),
        ],
    )
    def test_the_day_of_registration_decides(self, registered: str, label: str) -> None:
        pack = pack_of(NATIONAL, register=registered, receive="2010-01-01", accept="2023-01-01")
        assert pack.label == label
        assert pack.findings == ()

    @pytest.mark.parametrize(("received", "label"), [("2022-04-30", OLD), ("2022-05-01", NEW)])
    def test_the_receipt_stands_in_with_a_finding(self, received: str, label: str) -> None:
        pack = pack_of(NATIONAL, receive=received, accept="2024-01-01")
        assert pack.label == label
        assert [finding.severity for finding in pack.findings] == [Severity.notice]
        title = "信访条例" if label == OLD else "信访工作条例"
        assert sentences(pack) == [f"未记录登记日期，以收到日期 {received} 选定{title}的版本"]

    def test_before_the_first_edition_is_a_finding(self) -> None:
        pack = pack_of(NATIONAL, register="2005-04-30")
        assert pack.label == "national@none"
        assert pack.limits.handling_deadline is None
        assert [finding.severity for finding in pack.findings] == [Severity.warning]
        assert sentences(pack) == [
            "2005-04-30 尚无施行中的信访条例版本，最早一版自 2005-05-01 起施行"
        ]

    def test_so_is_a_case_without_a_date(self) -> None:
        pack = pack_of(NATIONAL, accept="2024-01-01")
        assert pack.label == "national@none"
        assert sentences(pack) == ["未记录登记或者收到日期，无法选定信访条例的版本"]

    @given(registered=DAYS)
    def test_each_registered_case_has_the_newest_edition_of_its_day(self, registered: date) -> None:
        pack = NATIONAL.in_force(Case("A-1", recorded(register=registered.isoformat())), AS_OF)
        in_force = [
            edition.label
            for edition in NATIONAL.editions
            if edition.effective is not None and edition.effective <= registered
        ]
        assert pack.label == (in_force[0] if in_force else "national@none")
        assert codes(pack.findings) == ([] if in_force else ["version.none_in_force"])

    @given(registered=DAYS)
    def test_pinning_a_day_is_as_if_it_were_registered_then(self, registered: date) -> None:
        for policy in (NATIONAL, PROXY):
            case = Case("A-1", recorded(register=registered.isoformat()))
            assert policy.on(registered) == policy.in_force(case, AS_OF)


class TestLocalOverNational:
    """A local file adds its own rules; the national ones do not change."""

    @given(registered=DAYS)
    def test_the_national_rules_stay_as_they_are(self, registered: date) -> None:
        alone, under = NATIONAL.on(registered), PROXY.on(registered)
        assert under.limits.notice_deadline == alone.limits.notice_deadline
        assert under.limits.handling_deadline == alone.limits.handling_deadline
        assert under.findings == alone.findings

    def test_the_label_names_both_the_local_one_first(self) -> None:
        assert PROXY.on(date(2022, 4, 30)).label == f"online-proxy@undated+{OLD}"
        assert PROXY.on(date(2022, 5, 1)).label == f"online-proxy@undated+{NEW}"

    def test_an_undated_edition_needs_no_date(self) -> None:
        pack = pack_of(PROXY)
        assert pack.label == "online-proxy@undated"
        assert pack.limits.reply_deadline is not None
        assert pack.limits.handling_deadline is None
        assert codes(pack.findings) == ["version.no_date"]

    def test_a_dated_edition_follows_an_undated_one(self, tmp_path: Path) -> None:
        undated = spoiled(
            ("effective = 2024-03-01", 'effective = "undated"'),
            ('picked_by = "register"', 'picked_by = "accept"'),
        )
        dated = spoiled(('picked_by = "register"', 'picked_by = "accept"'))
        policy = read_policy(written(tmp_path / "p", f2024_03_01=dated, undated=undated))
        before = pack_of(policy, accept="2024-02-29", register="2024-03-05")
        after = pack_of(policy, accept="2024-03-01", register="2024-02-01")
        assert before.label == f"sample@undated+{NEW}"
        assert after.label == f"sample@2024-03-01+{NEW}"

    def test_a_local_edition_not_yet_in_force_leaves_the_national_one(self, tmp_path: Path) -> None:
        policy = read_policy(written(tmp_path / "p", f2024_03_01=SAMPLE))
        pack = pack_of(policy, register="2024-02-29")
        assert pack.label == NEW
        assert pack.limits.reply_deadline is None
        assert sentences(pack) == [
            "2024-02-29 尚无施行中的示例办法版本，最早一版自 2024-03-01 起施行"
        ]


class TestRemembered:
    """A policy picks once for the same days; nobody sees it but by the clock."""

    @pytest.mark.parametrize("policy", [NATIONAL, PROXY])
    @given(history=histories())
    def test_what_is_remembered_is_what_is_picked_anew(
        self, policy: Policy, history: History
    ) -> None:
        case, anew = Case("A-1", history), evolve(policy)
        assert policy.in_force(case, AS_OF) == anew.in_force(case, AS_OF)
        assert policy.in_force(case, AS_OF) is policy.in_force(case, AS_OF)

    def test_one_finding_is_not_that_of_another_day(self) -> None:
        assert sentences(pack_of(NATIONAL, receive="2024-05-01")) != sentences(
            pack_of(NATIONAL, receive="2024-05-02")
        )

    def test_more_days_than_it_remembers(self) -> None:
        policy = evolve(NATIONAL)
        for number in range(2000):
            received = day("2020-01-01") + timedelta(days=number)
            pack = policy.in_force(Case("A-1", recorded(receive=str(received))), AS_OF)
            assert pack.label == (NEW if received >= day("2022-05-01") else OLD)
            assert dict(pack.findings[0].reason.facts)["day"] == received

    def test_a_copy_picks_the_same(self) -> None:
        policy = PROXY.with_variant("calendar_days")
        kept = pickle.dumps(policy)
        for other in (copy.deepcopy(policy), pickle.loads(kept)):  # noqa: S301 (our own)
            assert other == policy
            assert other.on(date(2025, 1, 1)) == policy.on(date(2025, 1, 1))


class TestVariants:
    """A variant replaces the values it names and nothing else."""

    def test_only_the_named_values_change(self) -> None:
        plain = PROXY.on(date(2025, 1, 1))
        other = PROXY.with_variant("calendar_days").on(date(2025, 1, 1))
        assert other.label == f"online-proxy@undated[calendar_days]+{NEW}"
        assert other.kind.reply_kind == plain.kind.reply_kind
        assert other.follow_through.incentive == plain.follow_through.incentive
        assert other.limits.handling_deadline == plain.limits.handling_deadline
        assert plain.limits.reply_deadline is not None
        assert other.limits.reply_deadline is not None
        assert other.limits.reply_deadline.start == plain.limits.reply_deadline.start
        assert other.limits.reply_deadline.limit != plain.limits.reply_deadline.limit

    def test_one_value_of_several(self, tmp_path: Path) -> None:
        policy = read_policy(written(tmp_path / "p", f2024_03_01=SAMPLE))
        plain = policy.on(date(2024, 3, 1)).limits.reply_deadline
        other = policy.with_variant("calendar_days").on(date(2024, 3, 1)).limits.reply_deadline
        assert plain is not None
        assert other is not None
        assert (plain.start.value, other.start.value) == (EventKind.accept, EventKind.receive)
        assert other.start.citation.note == "自收到的次日起"
        assert other.limit == plain.limit

    def test_the_default_reading_comes_back(self) -> None:
        assert PROXY.with_variant("calendar_days").with_variant(None) == PROXY

    @pytest.mark.parametrize(
        ("policy", "name", "wanted"),
        [
            (
                PROXY,
                "calender_days",
                (
                    "variant: 没有名为“calender_days”的变体，"
                    "是否为“calendar_days”？现有：calendar_days、sum、base_plus_bonus、handling_body_rating"
                ),
            ),
            (
                PROXY,
                "",
                (
                    "variant: 没有名为“”的变体，"
                    "现有：calendar_days、sum、base_plus_bonus、handling_body_rating"
                ),
            ),
            (NATIONAL, "calendar_days", "variant: 没有名为“calendar_days”的变体，现有：无"),
        ],
    )
    def test_an_unknown_variant(self, policy: Policy, name: str, wanted: str) -> None:
        with pytest.raises(UnknownNameError) as caught:
            policy.with_variant(name)
        assert caught.value.text() == wanted
        assert caught.value.text("en").startswith(f"variant: there is no variant “{name}”")

    def test_an_edition_without_it_reads_on_as_it_is(self, tmp_path: Path) -> None:
        later = spoiled(
            ("effective = 2024-03-01", "effective = 2025-01-01"),
            (SAMPLE[SAMPLE.index("\n[variant.calendar_days.") :], ""),
        )
        folder = written(tmp_path / "p", f2024_03_01=SAMPLE, f2025_01_01=later)
        policy = read_policy(folder).with_variant("calendar_days")
        after, before = policy.on(date(2025, 1, 1)), policy.on(date(2024, 12, 31))
        assert after.limits.reply_deadline is not None
        assert before.limits.reply_deadline is not None
        assert after.limits.reply_deadline.start.value is EventKind.accept
        assert before.limits.reply_deadline.start.value is EventKind.receive


@given(days=st.lists(DAYS, min_size=1, max_size=4, unique=True), registered=DAYS)
def test_an_edition_holds_until_the_next_one(days: list[date], registered: date) -> None:
    """Picking among any dated editions agrees with looking for the last one by hand."""
    (edition,) = (one for one in NATIONAL.editions if one.effective == day("2022-05-01"))
    newest_first = sorted(days, reverse=True)
    files = (evolve(edition, effective=one, file=f"{one}.toml") for one in newest_first)
    policy = Policy("甲", tuple(files))
    label = policy.on(registered).label
    held = [one for one in sorted(days) if one <= registered]
    assert label == (f"national@{held[-1]}" if held else "甲@none")
    assert policy.on(date.max - timedelta(days=1)).label == f"national@{newest_first[0]}"
