"""Values as a policy file writes them, each under an address of its own."""

from __future__ import annotations

import pytest

from policy_books import SHILI, TOP
from policy_texts import CITED, head
from xinfang_core.policy.files import policy_of
from xinfang_core.policy.listing import lines
from xinfang_core.toml_reader import read_toml
from xinfang_core.workbook.written import Written, written

FILES = sorted(
    (
        *(TOP / "src/xinfang_core/policies").glob("*/*.toml"),
        *(TOP / "examples/localities").glob("*/*.toml"),
        *(TOP / "examples/policies").glob("*/*.toml"),
    )
)


def _of(text: str) -> dict[str, Written]:
    return {one.address: one for one in written(read_toml(text, "shili.toml").data)}


class TestAddresses:
    """Every value is told from every other one, in the words of ``policy show``."""

    @pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
    def test_each_value_has_its_own_and_stands_where_it_says(self, file: object) -> None:
        text = file.read_text(encoding="utf-8")  # type: ignore[attr-defined]
        document = read_toml(text, "file.toml")
        found = written(document.data)
        assert len({one.address for one in found}) == len(found) > 0
        assert all(one.path in document.values for one in found)

    def test_cells_bands_steps_and_names_are_told(self) -> None:
        found = _of((TOP / "examples/localities/dachuan/undated.toml").read_text(encoding="utf-8"))
        assert "score.solving.part.repeats.points" in found
        assert found["measure.rated.above.grade step=2"].value == "basically_satisfied"
        shili = _of(SHILI["2027-03-01.toml"])
        assert "variant.working_days.reply_deadline.limit reply_kind=urgent" in shili

    def test_there_are_as_many_as_the_edition_lists(self) -> None:
        text = SHILI["2027-03-01.toml"]
        edition = policy_of(text, "2027-03-01.toml").editions[0]
        assert len(_of(text)) == len(lines(edition))


class TestParts:
    """What is handed down is there, and told from nothing."""

    def test_a_cell_has_what_its_table_says_unless_it_says_it_itself(self) -> None:
        found = _of(SHILI["2027-03-01.toml"])
        general = found["reply_deadline.limit reply_kind=general"].parts
        assert (general["clause"], general["basis"]) == ("5", "interpreted")
        urgent = found["reply_deadline.limit reply_kind=urgent"].parts
        assert (urgent["basis"], urgent.get("note")) == ("stated", None)

    def test_a_plain_value_that_is_not_told_has_neither_phrase_nor_basis(self) -> None:
        declared = f'[series.meeting]\nname = "例会"\nphrase = "每月例会"\n{CITED}'
        found = _of(f'{head("series.meeting")}\n{declared}owed_by = "silent"\ncycle = "month"\n')
        assert {*found["series.meeting.owed_by"].parts} == {"clause", "note"}
        assert {*found["series.meeting.cycle"].parts} == {"clause", "note", "phrase", "basis"}

    def test_a_value_under_a_name_has_the_citation_that_stands_beside_it(self) -> None:
        found = _of((TOP / "examples/localities/dachuan/undated.toml").read_text(encoding="utf-8"))
        points = found["score.solving.part.acceptance.points"]
        assert points.parts["phrase"] == "及时受理率（5分）"
        assert points.parts["clause"] == "1"
        assert points.parts["unit"] == "point"

    def test_why_a_rule_is_open_to_localities_is_no_value(self) -> None:
        folder = TOP / "src/xinfang_core/policies/national"
        found = _of((folder / "2022-05-01.toml").read_text(encoding="utf-8"))
        assert not any("open_to_localities" in address for address in found)
