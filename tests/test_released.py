"""What hosts have written down keeps its meaning: names, policies, contracts.

Against the last release the same is held by ``.ci/check_promises.py``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from released_names import LIST, RETIRED, current, listed, rewritten
from xinfang_core.policy.published import published

GOLDEN = Path(__file__).parent / "golden"


class TestNames:
    """A name in data stands for one thing, for ever; the list of them says so line by line."""

    def test_the_list_is_what_the_library_writes_and_reads(self) -> None:
        """A line that is missing here is a new name; one too many has to be ``retired``."""
        assert {one for one in listed() if not one.startswith(RETIRED)} == {*current()}

    def test_a_retired_name_is_not_used_again(self) -> None:
        retired = {one.removeprefix(RETIRED) for one in listed() if one.startswith(RETIRED)}
        assert not retired & {*current()}

    def test_the_list_is_in_order_and_repeats_nothing(self) -> None:
        assert LIST.read_text("utf-8") == rewritten()


@pytest.mark.parametrize(
    "edition", [f"{name}@{day}" for name, days in published().items() for day in days]
)
def test_every_published_edition_has_golden_answers(edition: str) -> None:
    assert any(edition in text.read_text("utf-8") for text in GOLDEN.rglob("*.txt"))
