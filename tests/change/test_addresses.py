"""What policy show prints of a value is what the commands take."""

from __future__ import annotations

import pytest

from command import TOP
from xinfang_core.change.addresses import addressed
from xinfang_core.change.edits import Edit
from xinfang_core.change.pointing import pointed, typed_value
from xinfang_core.errors import Fault
from xinfang_core.policy import lines, load_policy, read_policy
from xinfang_core.policy.files import shipped_texts
from xinfang_core.refusals import RefusedError
from xinfang_core.toml_reader import read_toml

PROXY = read_toml(shipped_texts("online-proxy")["undated.toml"], "x").data
JIUYUAN = read_toml(shipped_texts("jiuyuan")["undated.toml"], "x").data
LOCALITIES = TOP / "examples" / "localities"


def paths(name: str) -> list[str]:
    """The addresses of a locality's values."""
    edition = read_policy(LOCALITIES / name).editions[0]
    return [address.text() for _, address in addressed(lines(edition))]


def refused(path: str, *picks: str, variant: str = "") -> str:
    """What is wrong with a path."""
    with pytest.raises(RefusedError) as raised:
        pointed(PROXY, path, picks, variant)
    fault = Fault(raised.value.code, raised.value.facts)
    assert fault.text("en")
    return f"{fault.code} {fault.text()}"


class TestAddressed:
    """Rule and parameter, then what picks one value of several."""

    def test_of_the_shipped_policies(self) -> None:
        edition = load_policy("online-proxy").editions[0]
        found = [address.text() for _, address in addressed(lines(edition))]
        assert len({*found}) == len(found)
        for path in (
            "reply_kind.default",
            "reply_deadline.limit reply_kind=general",
            "incentive.level settled=yes grade=satisfied",
            "priority.priorities step=2",
            "reply_deadline.limit reply_kind=urgent --variant=calendar_days",
            "incentive.scheme --variant=sum",
        ):
            assert path in found

    def test_of_bands(self) -> None:
        found = [one.text() for _, one in addressed(lines(load_policy("jiuyuan").editions[0]))]
        assert any(" from=0" in one for one in found)

    def test_of_what_is_declared(self) -> None:
        assert "measure.satisfied.below.grade step=1" in paths("bayannur")
        assert "ladder.raised.times step=raised_supervision" in paths("bayannur")
        assert any("limit." in one and " kind=" in one for one in paths("beijing"))
        assert any("score." in one and ".part." in one for one in paths("dachuan"))


class TestPointed:
    """The same words lead back, in either language."""

    @pytest.mark.parametrize("policy_id", ["online-proxy", "jiuyuan", "gongshu", "yubei"])
    def test_every_address(self, policy_id: str) -> None:
        data = read_toml(shipped_texts(policy_id)["undated.toml"], "x").data
        for _, address in addressed(lines(load_policy(policy_id).editions[0])):
            edit = pointed(data, address.path, address.picks, address.variant)
            assert (edit.rule, edit.parameter) == (address.rule, address.parameter)
            assert edit.keys in (address.keys, address.keys[: -len(address.columns)])

    def test_in_chinese(self) -> None:
        edit = pointed(PROXY, "答复期限.期限", ["答复类别\uff1d一般信访事项"])
        assert edit == pointed(PROXY, "reply_deadline.limit", ["reply_kind=一般信访事项"])
        assert edit.keys == ("一般信访事项",)
        assert pointed(PROXY, "priority.priorities", ["项=2"]).keys == ("2",)

    def test_under_a_name(self) -> None:
        data = read_toml((LOCALITIES / "bayannur" / "undated.toml").read_text("utf-8"), "x").data
        edit = pointed(data, "measure.satisfied.below.grade", ["step=1"])
        assert edit == Edit("measure.satisfied", "below", ("grade", "1"))

    def test_a_path_that_is_none(self) -> None:
        assert "reply_deadline.limit" in refused("reply_deadline")
        assert refused("limit.x").startswith("change.short_path")
        assert refused("reply_deadline.limt").startswith("change.no_parameter_near")
        assert refused("reply_deadlin.limit").startswith("change.no_rule_near")
        assert refused("reply_deadline.limit.x.y", "reply_kind=x").startswith("change.no_row")

    def test_a_name_that_leads_nowhere(self) -> None:
        assert refused("measure.x.below").startswith("change.no_part ")
        assert refused("measure.x.below.colour").startswith("change.no_part ")

    def test_which_row(self) -> None:
        said = refused("reply_deadline.limit")
        assert said.endswith("reply_kind=general、reply_kind=investigation")
        assert refused("incentive.level", "settled=yes") == (
            "change.picks 须写明每一个：settled、grade；没有用上的：无"
        )
        said = refused("reply_deadline.limit", "reply_kind=general", "x=1")
        assert said.endswith("没有用上的：x")
        assert refused("reply_kind.default", "x=1").startswith("change.no_picks")
        assert refused("reply_deadline.limit", "general").startswith("change.no_pick ")
        assert refused("reply_deadline.limit", "reply_kind=").startswith("change.no_pick ")


class TestTyped:
    """A number is bare, its unit may stand with it; everything else is a text."""

    @pytest.mark.parametrize(
        ("text", "parts"),
        [
            ("10", {"value": 10}),
            ("10个工作日", {"value": 10, "unit": "working_day"}),
            ("10 自然日", {"value": 10, "unit": "calendar_day"}),
            ("silent", {"value": "silent"}),
            ("10斤", {"value": "10斤"}),
            ("1" * 30, {"value": "1" * 30}),
        ],
    )
    def test_a_period(self, text: str, parts: dict[str, object]) -> None:
        edit = pointed(PROXY, "reply_deadline.limit", ["reply_kind=general"])
        assert typed_value(PROXY, edit, text) == parts

    def test_an_amount(self) -> None:
        edit = pointed(PROXY, "incentive.amount", ["award_level=resolved"])
        assert typed_value(PROXY, edit, "30元") == {"value": 30, "unit": "yuan"}
        assert typed_value(PROXY, edit, "30.5") == {"value": "30.5"}

    def test_a_name_that_is_a_number_stays_a_text(self) -> None:
        edit = pointed(JIUYUAN, "supervision_letters.limit", [])
        assert typed_value(JIUYUAN, edit, "10") == {"value": "10"}
