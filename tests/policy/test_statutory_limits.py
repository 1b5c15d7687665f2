"""With a local pack the statutory limits do not change; only what is open may be replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import day
from xinfang_core.policy import load_policy, policy_ids, read_policy

LIMITS = (
    "notice_deadline",
    "handling_deadline",
    "transfer_deadline",
    "objection_deadline",
    "assigned_deadline",
    "review_request_deadline",
    "review_deadline",
    "re_review_request_deadline",
    "re_review_deadline",
    "simplified_procedure",
    "simplified_transfer_deadline",
    "simplified_acceptance_deadline",
    "simplified_handling_deadline",
)
NATIONAL = load_policy("national")
EXAMPLE_POLICIES = Path("examples", "policies")
LOCAL = {
    **{name: load_policy(name) for name in policy_ids() if name != "national"},
    **{folder.name: read_policy(folder) for folder in sorted(EXAMPLE_POLICIES.iterdir())},
}


@pytest.mark.parametrize("on", ["2005-05-01", "2022-04-30", "2022-05-01", "2026-06-01"])
class TestUnchanged:
    """DESIGN: national and local files are picked separately and stand side by side."""

    @pytest.mark.parametrize("limit", LIMITS)
    @pytest.mark.parametrize("policy", LOCAL)
    def test_every_local_pack_has_the_national_limit(
        self, policy: str, limit: str, on: str
    ) -> None:
        local, national = (one.on(day(on)) for one in (LOCAL[policy], NATIONAL))
        assert local.params(limit) == national.params(limit)

    def test_the_limits_that_both_regulations_have(self, on: str) -> None:
        there = {name for name in LIMITS if NATIONAL.on(day(on)).params(name) is not None}
        since_2022 = {name for name in LIMITS if name.startswith(("simplified", "objection"))}
        assert there == set(LIMITS) - (set() if on >= "2022-05-01" else since_2022)


def test_none_of_them_is_open_to_localities() -> None:
    for edition in NATIONAL.editions:
        assert not edition.open_rules & set(LIMITS)
