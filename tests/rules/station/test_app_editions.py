"""Which editions of the application does somebody install?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_params import params as any_params
from xinfang_core.policy import load_policy
from xinfang_core.rules.station.app_editions import PARTS, Params, check_editions
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    AppEdition,
    AppInstallation,
    AppUser,
    Basis,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Collection

YUBEI = present(load_policy("yubei").on(day("2025-01-01")).station.app_editions)
USERS = st.sampled_from(AppUser)
INSTALLED = st.none() | st.sets(st.sampled_from(AppEdition))


class TestEditions:
    """Yubei 9: village staff two editions, leaders and representatives one, officials another."""

    @pytest.mark.parametrize(
        ("user", "installation"),
        [
            ("village_staff", "management_and_public"),
            ("group_leader", "public"),
            ("active_party_member", "public"),
            ("residents_representative", "public"),
            ("department_official", "query"),
            ("town_official", "query"),
        ],
    )
    def test_by_the_user(self, user: str, installation: str) -> None:
        decision = check_editions(AppUser[user], None, YUBEI)
        assert_explained(decision)
        assert decision.outcome is AppInstallation[installation]
        assert decision.basis is Basis.stated
        assert not decision.findings

    def test_one_of_two_is_lacking(self) -> None:
        decision = check_editions(AppUser.village_staff, {AppEdition.public}, YUBEI)
        (finding,) = decision.findings
        assert finding.reason.text() == "尚未安装：管理版"

    def test_one_beyond_is_said(self) -> None:
        both = (AppEdition.query, AppEdition.management)
        decision = check_editions(AppUser.town_official, both, YUBEI)
        (finding,) = decision.findings
        assert finding.reason.code == "app_editions.foreign"
        assert dict(finding.reason.facts)["editions"] == (AppEdition.management,)

    def test_nothing_installed_lacks_all(self) -> None:
        found = check_editions(AppUser.group_leader, (), YUBEI).findings
        assert codes(found) == ["app_editions.lacking"]

    def test_every_installation_is_made_of_editions(self) -> None:
        assert set(PARTS) == set(AppInstallation)
        assert {edition for parts in PARTS.values() for edition in parts} == set(AppEdition)


class TestAlwaysAnAnswer:
    """Whoever installs whatever, there is an explained answer."""

    @given(USERS, INSTALLED, any_params(Params))
    def test_total(
        self, user: AppUser, installed: Collection[AppEdition] | None, params: Params
    ) -> None:
        assert_explained(check_editions(user, installed, params))

    @given(USERS)
    def test_what_is_provided_has_no_findings(self, user: AppUser) -> None:
        wanted = check_editions(user, None, YUBEI).outcome
        assert isinstance(wanted, AppInstallation)
        assert not check_editions(user, PARTS[wanted], YUBEI).findings

    @given(USERS, st.sets(st.sampled_from(AppEdition)))
    def test_findings_name_each_difference_once(
        self, user: AppUser, installed: set[AppEdition]
    ) -> None:
        wanted = check_editions(user, None, YUBEI).outcome
        assert isinstance(wanted, AppInstallation)
        named = {
            edition
            for finding in check_editions(user, installed, YUBEI).findings
            for edition in dict(finding.reason.facts)["editions"]  # type: ignore[attr-defined]
        }
        assert named == installed ^ set(PARTS[wanted])

    def test_a_silent_policy(self) -> None:
        citation = YUBEI.installation[AppUser.village_staff].citation
        silent = Params(Table(dict.fromkeys(AppUser, Sourced(Absent.silent, citation))))
        decision = check_editions(AppUser.village_staff, None, silent)
        assert decision.outcome is Undetermined.undetermined
